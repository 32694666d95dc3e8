package workbook

import (
	"fmt"
	"strings"
)

// start draws the first sheet: what to do, who does it and how long it takes.
func (b *book) start() {
	p := b.page(keyStart)
	widths := []float64{6, 24, 78, 26, 20}
	for col, digits := range widths {
		p.width(col+2, digits)
	}
	title := "Evidence workbook"
	if b.review.Service.Name != "" {
		title += ": " + oneLine(b.review.Service.Name)
	}
	p.heading(title, lookTitle)
	if s := oneLine(b.layout.words.Title); s != "" {
		p.heading(s, lookLead)
	}
	switch b.copy.For {
	case ForService:
		p.heading("This copy is for the service, to fill in before the visit. It has no sheets for scores.", lookLead)
	case ForReviewer:
		p.heading("This copy is for reviewer "+b.copy.Reviewer+", who scores alone. It shows nothing that others have decided.", lookLead)
	case ForAll:
	}
	p.next()
	p.mark(notesMark)
	for col, s := range []string{"Step", "Sheet", "What to do", "Who", "How long"} {
		p.text(col+2, s, lookHead, widths[col])
	}
	p.next()
	for i, s := range b.steps() {
		p.mark(notesMark)
		p.put(2, content{is: numberCell, number: float64(i + 1)}, lookMid)
		for col, text := range []string{s.sheet, s.do, s.who, s.long} {
			look := lookText
			if col == 0 {
				look = lookLabel
			}
			p.text(col+3, text, look, widths[col+1])
		}
		p.next()
	}
	p.next()
	p.heading("Privacy", lookHeading)
	for _, s := range []string{
		"Write codes, such as ES01, C001 or E001. Never write a name, a date of birth or a record number.",
		"Keep the list that links codes to people with the service, and apart from this workbook.",
		"Nothing leaves this computer unless you send it. Delete the rows about people two weeks after the feedback.",
	} {
		p.mark(notesMark)
		p.text(3, s, lookPlain, 0)
		p.next()
	}
	p.next()
	p.heading("Good to know", lookHeading)
	for _, s := range []string{
		"Fill in the cells that have a box. A blank cell is not known, and never counts as none or as zero.",
		"Add, move or delete rows and columns as you like on the sheets that allow it. The tool finds its cells.",
		"There are no macros and no links in this workbook.",
	} {
		p.mark(notesMark)
		p.text(3, s, lookPlain, 0)
		p.next()
	}
	p.protect()
	p.paper("", "")
}

// step is a row of the first sheet.
type step struct{ sheet, do, who, long string }

// minutesFor are how long a thing takes, roughly.
const (
	minutesService = 5
	minutesColumn  = 2 // to look a column up and fill it in
	minutesItem    = 5
)

func (b *book) steps() []step {
	l := b.layout
	leader, reviewers := "team leader", "reviewers"
	steps := []step{{l.sheet(keyService).name, "Say which service this is, when the visit is, and which months the figures cover.", leader, about(minutesService)}}
	for t := range l.scale.Definition().Tables {
		def := &l.scale.Definition().Tables[t]
		do := "Fill in a row for each."
		if rows := oneLine(l.words.Tables[def.ID].Rows); rows != "" {
			do = "Rows: " + strings.TrimSuffix(rows, ".") + ". Leave blank what you do not know."
		}
		steps = append(steps, step{l.sheet(tableKey + def.ID).name, do, leader + " and specialists", about(minutesColumn * max(len(def.Columns), 5))})
	}
	facts := len(l.sheet(keyChecklists).block(blockFacts).lines)
	if facts > 0 {
		who := reviewers + " and " + leader
		if b.copy.For == ForService {
			who = leader
		}
		steps = append(steps, step{l.sheet(keyChecklists).name, "Choose an answer for each question, and say where it was seen. Partly earns no credit.", who, about(facts)})
	}
	if b.copy.For != ForService {
		steps = append(steps, step{l.sheet(keyItems).name, "Score each item, and say what you saw and what keeps it from the next score.", reviewers, about(minutesItem * len(l.scale.Items()))})
		steps = append(steps, step{l.sheet(keyPreview).name, "See what the evidence suggests so far, and what is still missing.", "everybody", ""})
	}
	if b.copy.For == ForAll {
		steps = append(steps, step{l.sheet(keyActions).name, "Agree what will be done, who does it and by when.", "service and " + reviewers, about(30)})
	}
	last := step{"", "Save the workbook and send it to the person who runs the tool. It reads the workbook as it is.", "everybody", ""}
	return append(steps, last)
}

// about says how long something takes, in numbers that do not look exact.
func about(minutes int) string {
	if minutes < 90 {
		return fmt.Sprintf("about %d minutes", max(5, (minutes+4)/5*5))
	}
	halves := (minutes + 15) / 30
	if halves%2 == 0 {
		return fmt.Sprintf("about %d hours", halves/2)
	}
	return fmt.Sprintf("about %d½ hours", halves/2)
}
