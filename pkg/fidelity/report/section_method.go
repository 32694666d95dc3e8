package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// method says how the review was done, so that a reader can judge it.
func (b *builder) method() Section {
	r := b.review
	s := Section{ID: "method", Heading: "How the review was done"}
	started := ""
	if !r.Service.Started.IsZero() {
		started = say.Date(r.Service.Started)
	}
	period := ""
	if !r.Evidence.From.IsZero() && !r.Evidence.To.IsZero() {
		period = say.Period(r.Evidence)
	}
	s.Blocks = Blocks{Terms{Rows: terms(
		"Kind", b.kindSentence(),
		"Reviewers", b.reviewers(),
		"Visit", strings.TrimSpace(say.Period(r.Visit)+" "+modeWords[r.Mode]),
		"Evidence from", period,
		"Service", strings.Join(nonEmpty(r.Service.Setting, startedWords(started)), "; "),
		"Sources used", b.sourcesUsed(),
		"Record", b.recordWords(),
	)}}
	s.Blocks = append(s.Blocks, b.sampleTable())
	if g := b.cycle(); len(g.Blocks) > 0 {
		s.Blocks = append(s.Blocks, g)
	}
	s.Blocks = append(s.Blocks, Group{ID: "limits", Heading: "Limits", Blocks: Blocks{List{Items: b.limits()}}})
	return s
}

var modeWords = map[string]string{"on-site": "(on site)", "virtual": "(virtual)", "mixed": "(on site and virtual)"}

func startedWords(month string) string {
	if month == "" {
		return ""
	}
	return "running since " + month
}

func nonEmpty(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

func (b *builder) kindSentence() string {
	switch b.review.Kind {
	case fidelity.Independent:
		return "An independent review, by people from outside the service."
	case fidelity.Guided:
		return "A self-audit that was helped from outside. It is no independent review."
	default:
		return "A self-audit, by the service itself. It is no independent review."
	}
}

func (b *builder) sourcesUsed() string {
	used := map[string]int{}
	for i := range b.review.Findings {
		for _, id := range b.review.Findings[i].Sources {
			used[id]++
		}
	}
	var parts []string
	for _, id := range b.scale.Definition().Sources {
		if n := used[id]; n > 0 {
			parts = append(parts, b.say.Sources([]string{id})+" ("+say.Count(n, "item", "items")+")")
		}
	}
	return strings.Join(parts, ", ")
}

var pickedWords = map[string]string{
	"all": "all of them", "random": "picked at random", "every-kth": "at regular steps through a list",
	"by-service": "picked by the service", "other": "picked in another way",
}

// sampleTable says how many rows of each table there are, and how they were
// picked.
func (b *builder) sampleTable() Table {
	t := Table{ID: "samples", Caption: "Records that were looked at", Columns: []Column{
		{Head: "What", Weight: 4, Header: true}, {Head: "How many", Weight: 3, Right: true}, {Head: "How they were picked", Weight: 6},
	}}
	for i := range b.scale.Definition().Tables {
		def := &b.scale.Definition().Tables[i]
		w := b.say.Words().Tables[def.ID]
		count, picked := "not looked at", "not recorded"
		if b.review.Looked(def.ID) {
			count = strconv.Itoa(len(b.review.Rows(def.ID)))
		}
		if s, ok := b.review.Samples[def.ID]; ok {
			if s.Of != nil {
				count += " of " + strconv.Itoa(*s.Of)
			}
			if words := pickedWords[s.Picked]; words != "" {
				picked = words
			}
		}
		if !b.review.Looked(def.ID) {
			picked = ""
		}
		if b.review.Kept != nil {
			count = "taken out of the file"
		}
		title := w.Title
		if title == "" {
			title = def.ID
		}
		t.Rows = append(t.Rows, []Cell{{Text: title}, {Text: count}, {Text: picked}})
	}
	return t
}

// limits are printed every time.
func (b *builder) limits() []string {
	out := []string{
		"Fidelity goes with better employment outcomes, but explains only part of the difference between services (r .27 to .36 in published studies).",
		"Two reviewers can fairly differ by a point on an item.",
		"A total guides improvement and is no performance rating.",
		"Single items do not predict outcomes.",
	}
	if b.review.Kept == nil {
		out = append(out, "Evidence is strong where an item rests on two kinds of source, on enough records or eight weeks of figures, and on figures from the year before the visit. One of these short: adequate. Otherwise: thin.")
	}
	out = append(out, b.chosenHow())
	if text := b.say.Words().Conventions; text != "" {
		out = append(out, text)
	}
	return out
}

// response is the service's answer to the draft.
func (b *builder) response() Section {
	s := Section{ID: "response", Heading: "The service's response"}
	r := b.review.Response
	if r == nil || r.Text == "" {
		return s
	}
	s.Blocks = append(quotes("In the service's own words", r.Text), Blocks{Paragraph{Role: Note, Text: strings.Join(nonEmpty(r.By, say.Date(r.Date)), ", ")}}...)
	return s
}

// annex names the definitions and versions behind the figures.
func (b *builder) annex() Section {
	return Section{ID: "annex", Heading: "Definitions and versions", Blocks: Blocks{
		Terms{Rows: b.about()},
		Paragraph{Role: Note, Text: b.say.Words().Attribution},
		Paragraph{Role: Note, Text: "Clients, specialists and employers stand in the evidence as codes, never as names."},
	}}
}

func (b *builder) about() []Term {
	return terms(
		"Scale", b.say.Words().Title,
		"Version of the definition", b.scale.Ref()+", "+b.scale.Version(),
		"Digest of the rules", b.scale.Digest(),
		"Made with", b.tool,
	)
}
