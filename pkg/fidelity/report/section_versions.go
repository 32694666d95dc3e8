package report

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// versions says what changed since the sealed review that this one replaces.
func (b *builder) versions() Section {
	s := Section{ID: "versions", Heading: "What changed between the versions"}
	link := b.review.Amends
	if link == nil {
		return s
	}
	lead := "This is a new version of a review that had been sealed"
	if b.amended != nil && b.amended.Review().Seal != nil {
		if day := stampDay(b.amended.Review().Seal.At); day != "" {
			lead += " on " + day
		}
	}
	lead += "."
	if link.Why != "" {
		lead += " The reason: " + say.Sentence(link.Why)
	}
	s.Blocks = Blocks{Paragraph{Role: Lead, Text: lead}}
	if b.amended == nil {
		s.Blocks = append(s.Blocks, Paragraph{Text: "The earlier version was not at hand, so what changed is not listed here."})
		return s
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: b.totalsOfVersions()})
	if t := b.versionTable(); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
	if parts := b.versionParts(); len(parts) > 0 {
		s.Blocks = append(s.Blocks, Group{ID: "versions-parts", Heading: "Other parts that changed", Blocks: Blocks{List{Items: parts}}})
	}
	return s
}

func (b *builder) totalsOfVersions() string {
	then, now := say.Total(b.amended.Total), say.Total(b.a.Total)
	if then == now {
		return "The total is the same in both: " + now + " of " + b.a.Total.Max.Decimal(2) + "."
	}
	return "The total was " + then + " of " + b.amended.Total.Max.Decimal(2) + ", and is " + now + " now."
}

// versionTable lists the items whose score or suggested score changed.
func (b *builder) versionTable() Table {
	t := Table{ID: "versions-items", Caption: "Items that changed", Sheet: "Versions", Columns: []Column{
		{Head: "Item", Weight: 6, Header: true}, {Head: "Score then", Weight: 4}, {Head: "Score now", Weight: 4}, {Head: "The evidence then", Weight: 4}, {Head: "The evidence now", Weight: 4},
	}}
	for i := range b.a.Items {
		then, now := &b.amended.Items[i], &b.a.Items[i]
		scored := b.say.ScoreWords(b.amended, i) != b.say.ScoreWords(b.a, i)
		if !scored && then.Low == now.Low && then.High == now.High {
			continue
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: b.numbered(i), Link: itemAnchor(b.scale.Items()[i].ID, b.reader)},
			{Text: say.Upper(b.say.ScoreWords(b.amended, i))},
			{Text: say.Upper(b.say.ScoreWords(b.a, i))},
			{Text: say.ScoreRange(then.Low, then.High)},
			{Text: say.ScoreRange(now.Low, now.High)},
		})
	}
	return t
}

// versionParts names what else is not the same: texts, answers, rows, and what
// stands at the head of the file.
func (b *builder) versionParts() (parts []string) {
	old, now := b.amended.Review(), b.review
	add := func(name string, a, c any) {
		if !reflect.DeepEqual(a, c) {
			parts = append(parts, name)
		}
	}
	add("the service, the visit, or how the review was done", []any{old.Service, old.Kind, old.Mode, old.Visit, old.Evidence, old.Samples}, []any{now.Service, now.Kind, now.Mode, now.Visit, now.Evidence, now.Samples})
	add("the reviewers", old.Reviewers, now.Reviewers)
	for i := range b.scale.Definition().Tables {
		def := &b.scale.Definition().Tables[i]
		if text := b.rowsOfVersions(def); text != "" {
			parts = append(parts, text)
		}
	}
	for i := range now.Findings {
		if what := findingParts(&old.Findings[i], &now.Findings[i]); len(what) > 0 {
			parts = append(parts, b.numbered(i)+": "+say.And(what))
		}
	}
	add("the action plan", old.Actions, now.Actions)
	add("the service's response", old.Response, now.Response)
	add("corrections of past scores", old.Corrections, now.Corrections)
	add("who may see the report", old.Sharing, now.Sharing)
	for i := range parts {
		parts[i] = say.Upper(parts[i])
	}
	return parts
}

// rowsOfVersions counts the rows of a table that were added, taken out or
// changed. It names none.
func (b *builder) rowsOfVersions(def *fidelity.Table) string {
	old := map[string]fidelity.Row{}
	for _, row := range b.amended.Review().Rows(def.ID) {
		old[strings.ToLower(row.ID())] = row
	}
	added, changed := 0, 0
	for _, row := range b.review.Rows(def.ID) {
		id := strings.ToLower(row.ID())
		was, there := old[id]
		delete(old, id)
		switch {
		case !there:
			added++
		case !sameRow(&was, &row, len(def.Columns)):
			changed++
		}
	}
	var what []string
	for _, n := range []struct {
		of   int
		verb string
	}{{added, "added"}, {len(old), "taken out"}, {changed, "changed"}} {
		if n.of > 0 {
			what = append(what, strconv.Itoa(n.of)+" "+n.verb)
		}
	}
	if len(what) == 0 {
		return ""
	}
	title := b.say.Words().Tables[def.ID].Title
	if title == "" {
		title = def.ID
	}
	return "rows of evidence, " + say.Lower(title) + ": " + say.And(what)
}

func sameRow(a, b *fidelity.Row, columns int) bool {
	for c := range columns {
		if !reflect.DeepEqual(a.At(c), b.At(c)) {
			return false
		}
	}
	return true
}

func findingParts(a, b *fidelity.Finding) (what []string) {
	add := func(name string, x, y any) {
		if !reflect.DeepEqual(x, y) {
			what = append(what, name)
		}
	}
	add("answers", a.Facts, b.Facts)
	add("what we saw", a.Saw, b.Saw)
	add("our judgement", a.Judgement, b.Judgement)
	add("the reason for the score", a.Because, b.Because)
	add("the recommendation", a.Recommend, b.Recommend)
	add("sources", a.Sources, b.Sources)
	add("the reviewers' first ratings", a.Ratings, b.Ratings)
	return what
}

// stampDay is the day of a stamp such as 2026-06-20T16:20:00Z.
func stampDay(at string) string {
	if len(at) < len("2026-06-20") {
		return ""
	}
	day, err := fidelity.ParseDate(at[:len("2026-06-20")])
	if err != nil {
		return ""
	}
	return say.Date(day)
}

// recordWords says how the review was closed, replaced or stripped.
func (b *builder) recordWords() string {
	var parts []string
	if s := b.review.Seal; s != nil && s.SHA256 != "" {
		text := "sealed"
		if day := stampDay(s.At); day != "" {
			text += " on " + day
		}
		if len(s.Names) > 0 {
			text += ", by " + say.And(s.Names)
		}
		parts = append(parts, text)
	}
	if s := b.review.Stripped; s != nil {
		text := "rows about people were taken out"
		if day := stampDay(s.At); day != "" {
			text += " on " + day
		}
		parts = append(parts, text)
	}
	return say.Upper(strings.Join(parts, "; "))
}
