package compare

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Changed is what became of a service between two reviews.
type Changed struct {
	Before, After *fidelity.Assessment
	Refusal       Refusal // why scores are not compared; then Items and Totals are empty
	Margin        Margin
	Items         []ItemChange // in the scale's order
	Then, Now     Total
	// By lies from ByLow to ByHigh, which are equal where both totals are settled.
	ByLow, ByHigh fidelity.Number
	Verdict       Verdict
	Corrected     []Correction // scores of the earlier review that are put right here
	Actions       []FollowUp   // the plan of the earlier review, and what became of it
}

// ItemChange is what became of one item.
type ItemChange struct {
	Item      int // place in the scale
	Then, Now Span
	Move      Move
	Corrected bool // Then is not what was written at the time
}

// By returns the points that an item moved, and false where it is not known.
func (c ItemChange) By() (int, bool) {
	return c.Now.Low - c.Then.High, c.Then.Settled() && c.Now.Settled()
}

// Change compares two reviews of one service: each item, the total, and what
// became of the actions of the earlier one. It says nothing of scores where
// they cannot be compared, and nothing at all for two services. A score is
// never lowered because an action was not done: actions are told beside the
// scores, and change none.
func Change(before, after *fidelity.Assessment, set Settings) Changed {
	c := Changed{Before: before, After: after, Refusal: Refuse(before.Review(), after.Review()), Margin: set.Margin(after.Scale())}
	if c.Refusal == OtherService {
		return c
	}
	if c.Refusal == Comparable {
		c.scores()
	}
	c.Actions = followUp(before, after)
	return c
}

// scores compares the items and the totals.
func (c *Changed) scores() {
	then, corrected := scoresOf(c.Before, c.After)
	now, corrects := scoresOf(c.After, c.Before) // where the reviews come in the other order
	c.Corrected = slices.Concat(corrected, corrects)
	c.between(then, now)
}

// between compares the spans of the two reviews' items.
func (c *Changed) between(then, now []Span) {
	scale := c.After.Scale()
	for i, def := range scale.Items() {
		at, known := c.Before.Scale().ItemAt(def.ID)
		if !known {
			continue // two minor versions: the item came later
		}
		item := ItemChange{Item: i, Then: then[at], Now: now[i], Move: moveOf(then[at], now[i])}
		for _, k := range c.Corrected {
			item.Corrected = item.Corrected || !k.Done && k.Item == at
		}
		c.Items = append(c.Items, item)
	}
	c.Then, c.Now = totalOf(c.Before.Scale(), then), totalOf(scale, now)
	c.ByLow, c.ByHigh = c.Now.Low.Sub(c.Then.High), c.Now.High.Sub(c.Then.Low)
	c.Verdict = c.Margin.between(c.ByLow, c.ByHigh)
}

// Moved returns the items that went up, and those that went down, each in the
// scale's order.
func (c *Changed) Moved() (up, down []ItemChange) {
	for _, item := range c.Items {
		switch item.Move {
		case Up:
			up = append(up, item)
		case Down:
			down = append(down, item)
		}
	}
	return up, down
}
