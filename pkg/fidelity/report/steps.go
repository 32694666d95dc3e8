package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// step returns the smallest change that brings an item to its next score, and
// nil at the top. It is found once for all places that tell it.
func (b *builder) step(item int) *plan.Change {
	c, ok := b.steps[item]
	if !ok {
		c = plan.ChangeOf(b.a, item)
		if b.steps == nil {
			b.steps = map[int]*plan.Change{}
		}
		b.steps[item] = c
	}
	return c
}

// takes says what the next score of an item takes.
func (b *builder) takes(item int) string { return say.Upper(b.say.Step(b.a, b.step(item))) }

// takesInShort says it in few words.
func (b *builder) takesInShort(item int) string { return b.say.StepInShort(b.a, b.step(item)) }

// toReach says which score comes next and what it takes: "To reach 4: …".
func (b *builder) toReach(item int) string { return b.say.StepTo(b.a, b.step(item)) }

// rowSteps says what a row below the top needs for the next score of its own,
// row by row; nothing where no row can rise by what is known. Like the scores
// of the rows, it is for the team alone.
func (b *builder) rowSteps(i int) []string {
	out := make([]string, len(b.a.Items[i].Rows))
	found := false
	for r := range b.a.Items[i].Rows {
		if c := plan.RowChange(b.a, i, b.a.Items[i].Rows[r].Row); c != nil {
			out[r], found = say.Upper(b.say.RowStep(b.a, c)), true
			if c.To > c.From+1 {
				out[r] += ", which reaches " + strconv.Itoa(c.To)
			}
		}
	}
	if !found {
		return nil
	}
	return out
}

// safety says how few records would give the item another score.
func (b *builder) safety(i int) string {
	return strings.Join(b.say.Safety(b.a, plan.SafetyOf(b.a, i)), " ")
}
