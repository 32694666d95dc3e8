package report

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// Totals are the section totals and the total as numbers.
type Totals struct {
	Sections []TotalRow `json:"sections"` // in the scale's order
	Total    TotalRow   `json:"total"`
	// Adds says that scores are added up; else a total is their mean.
	Adds bool `json:"adds"`
	// Alt says the means of the sections in words, for a chart of them, and
	// ItemsAlt the scores of the items. ChangeAlt does so for then and now; it
	// is empty where there is no review to compare with.
	Alt       string `json:"-"`
	ItemsAlt  string `json:"-"`
	ChangeAlt string `json:"-"`
}

// TotalRow is a section, or all of them.
type TotalRow struct {
	Name   string   `json:"name"`
	Score  *float64 `json:"score"` // nil unless every item has a score
	Low    float64  `json:"low"`   // the lowest and the highest that is possible
	High   float64  `json:"high"`
	Max    float64  `json:"max"`
	Mean   *float64 `json:"mean"` // of an item; nil where Score is
	Scored int      `json:"scored"`
	Of     int      `json:"of"`
}

func (b *builder) totals() *Totals {
	t := &Totals{Adds: b.scale.Definition().Total != fidelity.Mean, Total: b.totalRow("Total", b.a.Total)}
	for i, id := range b.scale.Definition().Sections {
		if b.a.Sections[i].Of > 0 {
			t.Sections = append(t.Sections, b.totalRow(b.say.Section(id), b.a.Sections[i]))
		}
	}
	t.Alt = "Bar chart: the mean score of each section. " + b.sectionBars().Alt
	scored := say.Count(b.a.Total.Scored, "item has", "items have") + " a score"
	t.ItemsAlt = "Bar chart: the score of each item, from " + say.ScoreRange(b.scale.Scores().Min, b.scale.Scores().Max) + ". " + scored + ". The same numbers are in the table above."
	if b.comparable() {
		t.ChangeAlt = "Bar chart: the score of each item in " + say.When(b.changed.Before.Review(), b.review) + " and now. " + b.itemsMoved() + " The same numbers are in the table above."
	}
	return t
}

func (b *builder) totalRow(name string, sub fidelity.Subtotal) TotalRow {
	row := TotalRow{Name: name, Low: sub.Low.Float(), High: sub.High.Float(), Max: sub.Max.Float(), Scored: sub.Scored, Of: sub.Of}
	if sub.Complete() && sub.Of > 0 {
		score, mean := sub.Score.Float(), b.meanOf(sub.Score, sub)
		row.Score, row.Mean = &score, &mean
	}
	return row
}

// comparable reports whether there is a review whose scores can be held
// against these.
func (b *builder) comparable() bool {
	return b.changed != nil && b.changed.Refusal == compare.Comparable
}

// before is the score of an item in the review that this one is compared
// with: as a number where it had one, and in words.
func (b *builder) before(i int) (score *int, words string) {
	if !b.comparable() {
		return nil, ""
	}
	for _, item := range b.changed.Items {
		if item.Item == i {
			if item.Then.Settled() {
				score = &item.Then.Low
			}
			return score, say.Span(item.Then)
		}
	}
	return nil, ""
}

// StatusWords are the words for how far an action is, in the order that one
// goes through them.
func StatusWords() []string {
	return []string{say.Status(compare.ActionOpen), say.Status(compare.ActionDoing), say.Status(compare.ActionDone), say.Status(compare.ActionDropped)}
}

// ClosedWords are those of StatusWords that say that nothing is left to do.
func ClosedWords() []string {
	return []string{say.Status(compare.ActionDone), say.Status(compare.ActionDropped)}
}
