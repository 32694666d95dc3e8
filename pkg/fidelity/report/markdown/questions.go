package markdown

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// questions draws questions with boxes to tick and places to write on.
func (p *page) questions(qs report.Questions) {
	for _, head := range qs.Head {
		p.block(nameOf(head) + " " + blank)
	}
	for _, q := range qs.List {
		p.question(q)
		for _, f := range q.Follow {
			p.question(f)
		}
	}
}

// blank is a place to write on; the signs are kept from being emphasis.
var blank = strings.Repeat(`\_`, 24)

func (p *page) question(q report.Question) {
	p.block(bold(q.Number + ". " + strings.TrimSpace(q.Only+" "+q.Text)))
	p.block(escapeLine(q.Help))
	var lines []string
	switch {
	case len(q.Rows) > 0 && len(q.Answers) > 0:
		if q.Lettered() {
			for i, answer := range q.Answers {
				lines = append(lines, escapeLine(q.Marks[i]+": "+answer))
			}
			p.items(false, lines)
			lines = nil
		}
		for _, row := range q.Rows {
			lines = append(lines, strings.TrimSpace(bold(row)+" "+ticks(q.Marks)))
		}
	case len(q.Rows) > 0:
		for _, row := range q.Rows {
			lines = append(lines, strings.TrimSpace(bold(row)+" "+escapeLine(q.Unit+":")+" "+blank))
		}
	case len(q.Answers) > 0:
		for _, answer := range q.Answers {
			lines = append(lines, ticks([]string{answer}))
		}
	case q.Unit != "":
		lines = append(lines, escapeLine(q.Unit+":")+" "+blank)
	}
	p.items(false, lines)
	if about := escapeLine(q.About()); about != "" {
		p.block("*" + about + "*")
	}
}

func ticks(answers []string) string {
	boxes := make([]string, len(answers))
	for i, answer := range answers {
		boxes[i] = report.Box + " " + escapeLine(answer)
	}
	return strings.Join(boxes, " ")
}
