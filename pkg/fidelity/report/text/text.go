// Package text draws a result for a terminal: 80 columns, readable without
// colour and, where the terminal knows no UTF-8, in plain ASCII.
package text

import (
	"fmt"
	"io"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Style says what the terminal can show.
type Style struct {
	Colour bool
	ASCII  bool
}

const width = 80

// Screen draws a result.
func Screen(w io.Writer, s *report.Screen, style Style) error {
	p := &page{style: style}
	p.header(s)
	columns := columnsOf(s)
	for _, section := range s.Sections {
		p.section(section, columns)
	}
	p.open(s, columns.title)
	p.moves(s, columns.title)
	p.advice(s.Advice)
	if _, err := io.WriteString(w, p.drawn()); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

// page gathers the lines of one screen.
type page struct {
	b     strings.Builder
	style Style
}

func (p *page) line(text string) {
	p.b.WriteString(strings.TrimRight(text, " "))
	p.b.WriteByte('\n')
}

func (p *page) bold(text string) string   { return p.code("1", text) }
func (p *page) faint(text string) string  { return p.code("2", text) }
func (p *page) accent(text string) string { return p.code("36", text) }

func (p *page) code(code, text string) string {
	if !p.style.Colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// between sets left and right at the two edges, or below each other where they
// do not fit. Either is broken where it is longer than a line.
func (p *page) between(indent int, left, right string) {
	left, right = p.clean(left), p.clean(right)
	space := strings.Repeat(" ", indent)
	if gap := width - indent - length(left) - length(right); gap >= 2 {
		p.line(space + p.bold(left) + strings.Repeat(" ", gap) + right)
		return
	}
	lines := []string{left}
	if length(left) > width-indent {
		lines = wrap(left, width-indent)
	}
	for _, line := range lines {
		p.line(space + p.bold(line))
	}
	for _, line := range wrap(right, width) {
		p.line(strings.Repeat(" ", width-length(line)) + line)
	}
}

// heading writes a heading after an empty line.
func (p *page) heading(text string) {
	p.line("")
	for _, line := range p.wrap(text, width) {
		p.line(p.bold(line))
	}
}

func (p *page) header(s *report.Screen) {
	p.between(0, s.Service, s.About)
	p.paragraph(0, "", s.Scale)
	p.line("")
	head := s.Total
	if s.Band != "" {
		head += "   " + s.Band
	}
	p.between(2, head, s.Tally)
	p.totalLine(s.Line)
}

// columns are the widths of what stands before the text of an item.
type columns struct{ title, boxes, score int }

// mostTitle is the most room that titles get, so that there is some for texts.
const mostTitle = 34

// columnsOf gives the text as much room as the titles, boxes and scores leave.
func columnsOf(s *report.Screen) columns {
	c := columns{score: 1}
	for _, section := range s.Sections {
		for _, l := range section.Lines {
			c.title, c.boxes, c.score = max(c.title, length(l.Title)), max(c.boxes, length(boxes(l.Boxes))), max(c.score, length(l.Score))
		}
	}
	for _, lines := range [][]report.ScreenLine{s.Open, s.Moves} {
		for _, l := range lines {
			c.title = max(c.title, length(l.Title))
		}
	}
	c.title = min(c.title, mostTitle)
	return c
}

func (p *page) section(s report.ScreenSection, c columns) {
	p.line("")
	p.between(0, strings.ToUpper(s.Title), s.Score)
	textColumn := 5 + c.title + 1 + c.boxes + 1 + c.score + 2
	for _, item := range s.Lines {
		strip := p.accent(boxes(item.Boxes)) + strings.Repeat(" ", c.boxes-length(boxes(item.Boxes)))
		lead := fmt.Sprintf(" %2d  %s %s %s  ", item.Number, pad(p.clean(item.Title), c.title), strip, pad(p.clean(item.Score), c.score))
		for i, text := range p.wrap(item.Text, width-textColumn) {
			if i > 0 {
				lead = strings.Repeat(" ", textColumn)
			}
			p.line(lead + text)
		}
		for _, note := range item.Notes {
			p.paragraph(8, p.mark(), note)
		}
	}
}

func (p *page) mark() string { return "· " }

// paragraph writes faint text with an indent, the first line after a mark.
func (p *page) paragraph(indent int, mark, text string) {
	for i, line := range p.wrap(text, width-indent-length(mark)) {
		if i > 0 {
			mark = strings.Repeat(" ", length(mark))
		}
		p.line(strings.Repeat(" ", indent) + p.faint(mark+line))
	}
}

func (p *page) open(s *report.Screen, titles int) {
	if len(s.Open) == 0 {
		return
	}
	title := "STILL OPEN"
	if s.OpenText != "" {
		title += " (" + s.OpenText + ")"
	}
	p.heading(title)
	p.steps(s.Open, titles)
}

func (p *page) moves(s *report.Screen, titles int) {
	if len(s.Moves) == 0 {
		return
	}
	p.heading("WHAT WOULD MOVE THE SCORE")
	p.steps(s.Moves, titles)
	if s.MovesOf != "" {
		p.text(1, "", s.MovesOf)
	}
}

// steps writes a number, a title and a score or step, and below it what
// belongs to it.
func (p *page) steps(lines []report.ScreenLine, titles int) {
	for _, l := range lines {
		p.line(fmt.Sprintf(" %2d  %s %s", l.Number, pad(p.clean(l.Title), titles), p.clean(l.Score)))
		if l.Text != "" {
			p.text(8, "", l.Text)
		}
	}
}

// advice names commands, each on a line of its own however long it is: a
// command that is broken cannot be pasted.
func (p *page) advice(commands []string) {
	for i, c := range commands {
		if i == 0 {
			p.line("")
			p.line("Next: " + p.clean(c))
			continue
		}
		p.line("      " + p.clean(c))
	}
}
