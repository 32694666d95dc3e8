// Package text draws a result for a terminal: 80 columns, readable without
// colour and, where the terminal knows no UTF-8, in plain ASCII.
package text

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

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
	for _, section := range s.Sections {
		p.section(section)
	}
	p.open(s)
	p.moves(s.Moves)
	p.advice(s.Advice)
	text := p.b.String()
	if style.ASCII {
		text = ascii(text)
	}
	if _, err := io.WriteString(w, text); err != nil {
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
// do not fit.
func (p *page) between(left, right string, dress func(string) string) {
	gap := width - length(left) - length(right)
	if gap < 2 {
		p.line(dress(left))
		p.line(strings.Repeat(" ", max(0, width-length(right))) + right)
		return
	}
	p.line(dress(left) + strings.Repeat(" ", gap) + right)
}

func (p *page) header(s *report.Screen) {
	p.between(s.Service, s.About, p.bold)
	p.line(p.faint(s.Scale))
	p.line("")
	head := s.Total
	if s.Band != "" {
		head += "   " + s.Band
	}
	p.between("  "+head, s.Tally, p.bold)
	for _, line := range totalLine(s.Line) {
		p.line(line)
	}
}

// titleWidth is the room for an item's title; textColumn is where its text begins.
const (
	titleWidth = 34
	textColumn = 5 + titleWidth + 1 + 5 + 1 + 3 + 2
)

func (p *page) section(s report.ScreenSection) {
	p.line("")
	p.between(strings.ToUpper(s.Title), s.Score, p.bold)
	for _, item := range s.Lines {
		lead := fmt.Sprintf(" %2d  %s %s %-3s", item.Number, pad(item.Title, titleWidth), p.accent(boxes(item.Boxes)), item.Score)
		texts := wrap(item.Text, width-textColumn)
		for i, text := range texts {
			if i == 0 {
				p.line(lead + "  " + text)
			} else {
				p.line(strings.Repeat(" ", textColumn) + text)
			}
		}
		for _, note := range item.Notes {
			p.paragraph(8, p.mark(), note)
		}
	}
}

func (p *page) mark() string { return "· " }

// paragraph writes text with an indent, the first line after a mark.
func (p *page) paragraph(indent int, mark, text string) {
	for i, line := range wrap(text, width-indent-length(mark)) {
		if i > 0 {
			mark = strings.Repeat(" ", length(mark))
		}
		p.line(strings.Repeat(" ", indent) + p.faint(mark+line))
	}
}

func (p *page) open(s *report.Screen) {
	if len(s.Open) == 0 {
		return
	}
	title := "STILL OPEN"
	if s.OpenText != "" {
		title += " (" + s.OpenText + ")"
	}
	p.line("")
	p.line(p.bold(title))
	p.steps(s.Open)
}

func (p *page) moves(moves []report.ScreenLine) {
	if len(moves) == 0 {
		return
	}
	p.line("")
	p.line(p.bold("WHAT WOULD MOVE THE SCORE"))
	p.steps(moves)
}

// steps writes a number, a title and a score or step, and below it what
// belongs to it.
func (p *page) steps(lines []report.ScreenLine) {
	for _, l := range lines {
		p.line(fmt.Sprintf(" %2d  %s %s", l.Number, pad(l.Title, titleWidth), l.Score))
		if l.Text != "" {
			p.text(8, "", l.Text)
		}
	}
}

func (p *page) advice(commands []string) {
	for i, c := range commands {
		if i == 0 {
			p.line("")
			p.line("Next: " + c)
			continue
		}
		p.line("      " + c)
	}
}

func length(text string) int { return utf8.RuneCountInString(text) }

// pad fills or shortens text to exactly n letters.
func pad(text string, n int) string {
	if l := length(text); l <= n {
		return text + strings.Repeat(" ", n-l)
	}
	return string([]rune(text)[:n-1]) + "…"
}

// wrap breaks text into lines of at most n letters, at spaces where it can.
// There is always at least one line.
func wrap(text string, n int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for length(word) > n {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			r := []rune(word)
			lines, word = append(lines, string(r[:n])), string(r[n:])
		}
		switch {
		case line == "":
			line = word
		case length(line)+1+length(word) <= n:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}
