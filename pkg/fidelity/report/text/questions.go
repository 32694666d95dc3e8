package text

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// questions draws questions with room for the answers, for those who print
// what a terminal shows.
func (p *page) questions(qs report.Questions) {
	for _, head := range qs.Head {
		p.text(2, "", head+": "+blank)
	}
	for _, q := range qs.List {
		p.line("")
		p.question(2, q)
		for _, f := range q.Follow {
			p.question(6, f)
		}
	}
}

// blank is a place to write on.
const blank = "____________________"

func (p *page) question(indent int, q report.Question) {
	mark := q.Number + ". "
	p.text(indent, mark, strings.TrimSpace(q.Only+" "+q.Text))
	in := indent + length(mark)
	if q.Help != "" {
		p.text(in, "", q.Help)
	}
	switch {
	case len(q.Rows) > 0 && len(q.Answers) > 0:
		if q.Lettered() {
			for i, answer := range q.Answers {
				p.text(in, q.Marks[i]+"  ", answer)
			}
		}
		for _, row := range q.Rows {
			p.text(in, row+"  ", ticks(q.Marks))
		}
	case len(q.Rows) > 0:
		for _, row := range q.Rows {
			p.text(in, row+"  ", q.Unit+": "+blank)
		}
	case len(q.Answers) > 0:
		p.text(in, "", ticks(q.Answers))
	case q.Unit != "":
		p.text(in, "", q.Unit+": "+blank)
	}
	for range q.Lines {
		p.line(strings.Repeat(" ", in) + strings.Repeat("_", width-in))
	}
	if about := q.About(); about != "" {
		p.text(in, "", about)
	}
}

// ticks sets boxes to tick before the answers.
func ticks(answers []string) string {
	boxes := make([]string, len(answers))
	for i, answer := range answers {
		boxes[i] = "[ ] " + answer
	}
	return strings.Join(boxes, "   ")
}
