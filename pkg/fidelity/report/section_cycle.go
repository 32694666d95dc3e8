package report

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// cycle lists the dates around the visit, as the organisation has settled them.
func (b *builder) cycle() Group {
	t := Table{ID: "cycle-dates", Caption: "Dates around the visit", Columns: []Column{
		{Head: "What", Weight: 5, Header: true}, {Head: "By", Weight: 4}, {Head: "That is", Weight: 4},
	}}
	for _, due := range b.due {
		if day := due.On(b.review.Visit); !day.IsZero() {
			t.Rows = append(t.Rows, []Cell{{Text: say.CycleStep(due.Step)}, {Text: say.Date(day)}, {Text: say.Upper(say.DueWords(due))}})
		}
	}
	g := Group{ID: "cycle", Heading: "When what is due"}
	if len(t.Rows) > 0 {
		g.Blocks = Blocks{t}
	}
	return g
}
