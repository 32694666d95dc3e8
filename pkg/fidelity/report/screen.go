package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// Screen is a result for a terminal: short lines, most telling things last,
// where the eye is.
type Screen struct {
	Service  string
	About    string // "independent review, 12 to 13 May 2026, draft"
	Scale    string
	Total    string // "102 of 125"
	Band     string
	Tally    string // "8 of 25 items at the top score"
	Line     TotalLine
	Sections []ScreenSection
	Open     []ScreenLine // items without a score
	OpenText string       // "15 points"
	Moves    []ScreenLine // steps that take least
	MovesOf  string       // what else a stripped review cannot tell; empty for others
	Advice   []string     // commands to go on with
}

// ScreenSection is a section of the scale.
type ScreenSection struct {
	Title string
	Score string // "14 of 15"
	Lines []ScreenLine
}

// ScreenLine is one item.
type ScreenLine struct {
	Number int
	Title  string
	Boxes  *Boxes
	Score  string // "3", "2-4"; or a step, "3 → 4"
	Text   string
	Notes  []string
}

// BuildScreen says a result for a terminal. File is the review's file, for the
// commands that it names.
func BuildScreen(in Input, file string) *Screen {
	in.Reader = Team // the reviewer's own terminal may name codes
	b := newBuilder(in)
	s := &Screen{
		Service: b.review.Service.Name,
		About:   say.Lower(KindWords(b.review.Kind)) + ", " + say.Period(b.review.Visit) + ", " + say.Lower(StageWords(b.review.Stage)),
		Scale:   b.say.Words().Title + " " + b.scale.Version(),
		Total:   say.Total(b.a.Total) + " of " + b.a.Total.Max.Decimal(2),
		Band:    b.say.BandsPossible(b.a),
		Tally:   b.tally(),
		Line:    b.totalLine(),
	}
	for i, id := range b.scale.Definition().Sections {
		section := ScreenSection{Title: b.say.Section(id), Score: say.Total(b.a.Sections[i]) + " of " + b.a.Sections[i].Max.Decimal(2)}
		for j := range b.scale.Items() {
			if b.scale.Items()[j].Section == id {
				section.Lines = append(section.Lines, b.screenLine(j))
			}
		}
		s.Sections = append(s.Sections, section)
	}
	b.openLines(s)
	for _, step := range plan.Nearest(b.a, 5) {
		s.Moves = append(s.Moves, ScreenLine{
			Number: b.scale.Items()[step.Item].Number, Title: b.say.Short(step.Item),
			Score: strconv.Itoa(step.From) + " → " + strconv.Itoa(step.To),
			Text:  b.takesInShort(step.Item),
		})
	}
	if in.Assessment.Review().Kept != nil {
		s.MovesOf = stepsTakenOut
	}
	s.Advice = advice(file, slices.Concat(s.Open, s.Moves), b.asks())
	return s
}

func (b *builder) tally() string {
	if !b.a.Total.Complete() {
		return say.Scored(b.a.Total)
	}
	top := 0
	for i := range b.a.Items {
		if b.a.Items[i].Score == b.scale.Scores().Max {
			top++
		}
	}
	return strconv.Itoa(top) + " of " + say.Count(b.a.Total.Of, "item", "items") + " at the top score"
}

func (b *builder) screenLine(i int) ScreenLine {
	it := &b.a.Items[i]
	line := ScreenLine{
		Number: b.scale.Items()[i].Number, Title: b.say.Short(i), Boxes: b.boxes(i),
		Score: strconv.Itoa(it.Score), Text: b.say.ShortEvidence(b.a, i), Notes: b.notes(i),
	}
	if it.State == fidelity.Open {
		line.Score = strconv.Itoa(line.Boxes.Low) + "-" + strconv.Itoa(line.Boxes.High)
	}
	if b.review.Findings[i].Rating.Decided() && it.State == fidelity.Open {
		line.Notes = append([]string{b.say.Verdict(b.a, i)}, line.Notes...)
	}
	return line
}

// openLines lists the items without a score and the points that hang on them.
func (b *builder) openLines(s *Screen) {
	for i := range b.a.Items {
		if b.a.Items[i].State != fidelity.Open {
			continue
		}
		box := b.boxes(i)
		s.Open = append(s.Open, ScreenLine{
			Number: b.scale.Items()[i].Number, Title: b.say.Short(i),
			Score: say.ScoreRange(box.Low, box.High), Text: b.waitsFor(i),
		})
	}
	if points := b.a.Total.High.Sub(b.a.Total.Low); points.Sign() > 0 {
		s.OpenText = points.Decimal(2) + " points"
	}
}

// waitsFor names what an item waits for, and how long it takes to find out.
func (b *builder) waitsFor(i int) string {
	text := b.say.MissingNamed(b.a, i)
	if n := b.say.MissingMinutes(b.a, i); n > 0 {
		text += "; " + say.Minutes(n)
	}
	return text
}

// asks reports whether an answer is missing that could change an open item.
func (b *builder) asks() bool {
	for i := range b.a.Items {
		if b.a.Items[i].State == fidelity.Open && len(b.a.Items[i].Missing) > 0 {
			return true
		}
	}
	return false
}

// advice names the commands to go on with, the first about the item that is
// most worth a look.
func advice(file string, items []ScreenLine, ask bool) []string {
	if file == "" {
		return nil
	}
	quoted := file
	if strings.ContainsAny(file, " \t()[]{}&;'|<>*?#~^") {
		quoted = `"` + file + `"` // works in every shell, that of Windows included
	}
	commands := []string{"fidelity plan " + quoted, "fidelity report " + quoted + " -o report.pdf"}
	if ask {
		commands = append([]string{"fidelity ask " + quoted}, commands...)
	}
	if len(items) > 0 {
		commands = append([]string{"fidelity explain " + quoted + " " + strconv.Itoa(items[0].Number)}, commands...)
	}
	return commands
}
