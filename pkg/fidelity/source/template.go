package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Template is what a new review file begins with.
type Template struct {
	ServiceID, ServiceName string
	Kind                   string // may be empty
	Visit                  string // first day, may be empty
	Schema                 string // where the editor finds the schema, may be empty
	// Last is the review before, whose facts about the service and whose
	// actions that are still to do are taken over; nil where there is none.
	// Previous is where the new file finds it.
	Last     *fidelity.Review
	Previous string
}

// ServiceID makes an id of a name: Larkmoor & Tarn becomes larkmoor-tarn.
func ServiceID(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), "-")
}

// New writes a commented, empty review that a person can fill from top to
// bottom. It is generated from the scale and its words alone.
func New(scale *fidelity.Scale, words *fidelity.Words, t Template) []byte {
	w := &templateWriter{scale: scale, words: words}
	w.header(t)
	w.tables()
	w.items()
	w.foot(t)
	return w.b.Bytes()
}

type templateWriter struct {
	b     bytes.Buffer
	scale *fidelity.Scale
	words *fidelity.Words
}

func (w *templateWriter) line(format string, args ...any) {
	fmt.Fprintf(&w.b, strings.TrimRight(fmt.Sprintf(format, args...), " ")+"%s", "\n")
}

// comment writes text as a comment of at most 90 letters a line.
func (w *templateWriter) comment(indent int, text string) {
	const width = 90
	lead := strings.Repeat(" ", indent) + "#"
	line := lead
	for _, word := range strings.Fields(text) {
		if len(line)+1+len(word) > width && line != lead {
			w.line("%s", line)
			line = lead
		}
		line += " " + word
	}
	if line != lead {
		w.line("%s", line)
	}
}

func (w *templateWriter) header(t Template) {
	if t.Schema != "" {
		w.line("# yaml-language-server: $schema=%s", t.Schema)
	}
	w.comment(0, "A review on the "+w.words.Title+". Fill it in from top to bottom, in any text editor.")
	w.comment(0, "What you leave empty counts as not known, and never as zero. Write codes such as ES01 and C001 for people, and never a name.")
	w.line("format: %s", ReviewFormat)
	w.line("scale: %s", w.scale.Ref())
	w.line("service:")
	w.line("  id: %s", t.ServiceID)
	w.line("  name: %s", quoted(t.ServiceName))
	w.service(t.Last)
	kind := t.Kind
	if kind == "" {
		kind = string(fidelity.SelfAudit)
	}
	w.line("kind: %-16s # independent, guided or self-audit", kind)
	w.line("stage: gathering       # gathering, draft, agreed or final")
	w.line("visit:")
	w.line("  from: %-15s # the first day, as in 2026-05-12", t.Visit)
	w.line("  to:                   # the last day, where there are several")
	w.line("evidence_period:")
	w.line("  from:")
	w.line("  to:")
	if t.Previous != "" {
		w.line("previous: %s", quoted(t.Previous))
	}
	w.reviewers(t.Last, kind)
	w.line("")
}

// quoted writes a text so that it reads back as it is.
func quoted(text string) string {
	plain := text != "" && text == strings.TrimSpace(text)
	for i, r := range text {
		if unicode.IsLetter(r) || i > 0 && (r == ' ' || unicode.IsDigit(r)) {
			continue
		}
		plain = false
	}
	lower := strings.ToLower(text)
	if plain && lower != "null" && lower != "true" && lower != "false" && lower != "yes" && lower != "no" {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`).Replace(text) + `"`
}

func (w *templateWriter) tables() {
	w.comment(0, "Countable evidence, a line for each row. A table that stays empty has not been looked at; [] says that there are no such rows.")
	w.line("evidence:")
	for i := range w.scale.Definition().Tables {
		def := &w.scale.Definition().Tables[i]
		words := w.words.Tables[def.ID]
		w.line("")
		w.comment(2, fmt.Sprintf("%s: %s.", words.Title, strings.TrimSuffix(words.Rows, ".")))
		for c := range def.Columns {
			w.column(&def.Columns[c], words.Columns[def.Columns[c].ID])
		}
		w.line("  %s:", def.ID)
		w.comment(4, "- {id: "+exampleCode(def.ID)+exampleCells(def)+"}")
	}
	w.line("")
}

func (w *templateWriter) column(c *fidelity.Column, words fidelity.ColumnWords) {
	text := c.ID + ": " + words.Means
	if len(c.Choices()) > 0 {
		text += " One of " + strings.Join(c.Choices(), ", ") + "."
		if c.Kind == fidelity.Set {
			text = c.ID + ": " + words.Means + " A list of any of " + strings.Join(c.Choices(), ", ") + "."
		}
	}
	w.comment(4, text)
}

// exampleCode makes a code for the first row: specialists begin with S01.
func exampleCode(table string) string { return strings.ToUpper(table[:1]) + "01" }

func exampleCells(def *fidelity.Table) string {
	var b strings.Builder
	for i := range def.Columns {
		if def.Columns[i].ID != "id" {
			b.WriteString(", " + def.Columns[i].ID + ": ")
		}
	}
	return b.String()
}

func (w *templateWriter) items() {
	scores := w.scale.Scores()
	w.comment(0, fmt.Sprintf("What you found, item by item. A score is %d to %d, or %s; left empty, the evidence suggests one. Say why in because where you score differently.", scores.Min, scores.Max, notEnough))
	w.comment(0, "Sources: "+strings.Join(w.scale.Definition().Sources, ", ")+".")
	w.line("items:")
	for i := range w.scale.Items() {
		w.item(&w.scale.Items()[i])
	}
}

func (w *templateWriter) item(def *fidelity.Item) {
	words := w.words.Items[def.ID]
	w.line("")
	w.comment(2, fmt.Sprintf("%d %s. %s", def.Number, words.Title, words.Asks))
	w.line("  %s:", def.ID)
	if len(def.Facts) > 0 {
		w.line("    facts:")
		for f := range def.Facts {
			fact := &def.Facts[f]
			w.comment(6, words.Facts[fact.ID].Asks+" "+answersOf(fact))
			w.line("      %s:", fact.ID)
		}
	}
	for _, key := range []string{"sources: []", "saw:", "judgement:", "score:", "because:", "recommend:"} {
		w.line("    %s", key)
	}
}

func answersOf(f *fidelity.Fact) string {
	if f.Kind == fidelity.Whole {
		return "(a whole number, or unknown)"
	}
	return "(" + orList(append(f.Choices()[:len(f.Choices()):len(f.Choices())], "unknown")) + ")"
}

func (w *templateWriter) foot(t Template) {
	w.line("")
	w.comment(0, "The team's action plan: what, who, when.")
	if open := w.stillToDo(t.Last); len(open) > 0 {
		w.comment(0, "These were still to do after the last review. For each, write status done or dropped with an outcome, or a new date.")
		w.value("actions", List(actionValues(open)...))
	} else {
		w.line("actions: []")
	}
	w.comment(0, "- {id: "+nextAction(t.Last)+", item: "+w.scale.Items()[0].ID+", action: , who: , when: 2026-09-30, aim: , status: open}")
	w.line("sharing:                # who may see the report")
}
