package html

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// questions draws sheets to print and take along: each question under a
// heading of its own, with boxes to tick and lines to write on.
func (p *page) questions(qs report.Questions, level int) {
	p.start("div", attr{"id", p.ids.claim(qs.ID)}, attr{"class", "questions"})
	if len(qs.Head) > 0 {
		p.start("p", attr{"class", "fill-in"})
		for _, head := range qs.Head {
			p.start("span")
			p.text(head + ":")
			p.end()
			p.raw(" ")
		}
		p.end()
	}
	for _, q := range qs.List {
		p.question(q, level)
	}
	p.end()
}

func (p *page) question(q report.Question, level int) {
	p.start("section", attr{"class", "question"})
	p.optional("p", q.Only, attr{"class", "only"})
	p.optional(heading(level), strings.TrimSpace(q.Number+". "+q.Text))
	p.optional("p", q.Help, attr{"class", "help"})
	switch {
	case len(q.Rows) > 0 && len(q.Answers) > 0:
		if q.Lettered() {
			p.start("ul", attr{"class", "letters"})
			for i, answer := range q.Answers {
				p.element("li", q.Marks[i]+": "+answer)
			}
			p.end()
		}
		p.start("ul", attr{"class", "rows"})
		for _, row := range q.Rows {
			p.start("li")
			p.element("strong", row)
			p.raw(" ")
			p.boxes("span", q.Marks)
			p.end()
		}
		p.end()
	case len(q.Rows) > 0:
		p.start("ul", attr{"class", "rows"})
		for _, row := range q.Rows {
			p.start("li")
			p.element("strong", row)
			p.raw(" ")
			p.element("span", q.Unit+":", attr{"class", "write"})
			p.end()
		}
		p.end()
	case len(q.Answers) > 0:
		p.start("ul", attr{"class", "ticks"})
		p.boxes("li", q.Answers)
		p.end()
	case q.Unit != "":
		p.start("p", attr{"class", "fill-in"})
		p.element("span", q.Unit+":")
		p.end()
	}
	for range q.Lines {
		p.element("div", "", attr{"class", "write-line"})
	}
	p.optional("p", q.About(), attr{"class", "note"})
	for _, f := range q.Follow {
		p.question(f, level+1)
	}
	p.end()
}

// boxes sets a box to tick before each answer.
func (p *page) boxes(tag string, answers []string) {
	for i, answer := range answers {
		if i > 0 && tag == "span" {
			p.raw(" ")
		}
		p.start(tag, attr{"class", "tick"})
		p.text(report.Box + "\u00a0" + answer)
		p.end()
	}
}
