package source_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const brought = `# a comment at the top
format: fidelity/review/1
scale: ips-25@1
service: {id: larkhill, name: Larkhill}   # beside
kind: independent
visit: {from: 2026-05-12}
evidence:
  specialists:
    # of the first team
    - {id: ES01, fte: 1.0, caseload: 18, community_time: 64%, employer_contacts: [6, null, 7]}
    - {id: ES02, fte: 0.50, caseload: 9}

  jobs: []
items:
  team-contact:
    facts: {weekly-meeting: yes}
    score: 3      # agreed
actions:
  - {action: Agree one record, who: team leader}
sharing: >
  For the service.
`

const (
	firstRow  = "    - {id: ES01, fte: 1.0, caseload: 18, community_time: 64%, employer_contacts: [6, null, 7]}\n"
	secondRow = "    - {id: ES02, fte: 0.50, caseload: 9}\n"
)

// bring brings a review that is written with changes over the one above.
func bring(t *testing.T, parts source.Parts, oldNew ...string) (text string, changes int) {
	t.Helper()
	shelf := source.NewShelf(items.FS)
	was, problems := source.ReadReview("was.yaml", []byte(brought), shelf)
	if was == nil {
		t.Fatal(problems)
	}
	is, problems := source.ReadReview("is.yaml", []byte(strings.NewReplacer(oldNew...).Replace(brought)), shelf)
	if is == nil {
		t.Fatal(problems)
	}
	editor, err := source.NewEditor("was.yaml", []byte(brought))
	if err != nil {
		t.Fatal(err)
	}
	editor.OrderBy(was.Review.Scale())
	changes, err = editor.Bring(was.Review, is.Review, parts, source.Mark{At: "2026-06-01", By: "r1"})
	if err != nil {
		t.Fatal(err)
	}
	return string(editor.Bytes()), changes
}

var everything = source.Parts{
	"service": true, "kind": true, "evidence": true, "evidence.specialists": true, "evidence.specialists.caseload": true,
	"evidence.specialists.fte": true, "evidence.specialists.community_time": true, "evidence.specialists.employer_contacts": true, "evidence.jobs": true,
	"items": true, "items.team-contact.score": true, "items.team-contact.facts.weekly-meeting": true, "actions": true, "actions.who": true, "actions.action": true, "sharing": true,
}

func TestBringChangesWhatIsDifferent(t *testing.T) {
	for name, c := range map[string]struct {
		parts   source.Parts
		edits   []string
		changed []string // lines, as they were and as they are
	}{
		"nothing":                    {everything, nil, nil},
		"another way of writing":     {everything, []string{"fte: 0.50", "fte: 0.5", "sharing: >\n  For", "sharing: For"}, nil},
		"a cell":                     {everything, []string{"caseload: 9", "caseload: 10"}, []string{"caseload: 9}", "caseload: 10}"}},
		"a cell that is no part":     {source.Parts{"evidence.specialists.fte": true}, []string{"caseload: 9", "caseload: 10"}, nil},
		"a week that was not there":  {everything, []string{"[6, null, 7]", "[6, 7]"}, []string{"[6, null, 7]", "[6, 7]"}},
		"a score":                    {everything, []string{"score: 3", "score: 4"}, []string{"score: 3      # agreed", "score: 4      # agreed"}},
		"a row more":                 {everything, []string{"caseload: 9}", "caseload: 9}\n    - {id: ES03, fte: 1}"}, []string{"caseload: 9}\n", "caseload: 9}\n    - {id: ES03, fte: 1}\n"}},
		"a row less":                 {everything, []string{"    - {id: ES02, fte: 0.50, caseload: 9}\n", ""}, []string{"    - {id: ES02, fte: 0.50, caseload: 9}\n", ""}},
		"a row less, of no part":     {source.Parts{"evidence.specialists.fte": true}, []string{"    - {id: ES02, fte: 0.50, caseload: 9}\n", ""}, nil},
		"rows in another order":      {everything, []string{firstRow + secondRow, secondRow + firstRow}, nil},
		"a table that nobody saw":    {everything, []string{"  jobs: []\n", ""}, []string{"  jobs: []\n", ""}},
		"an action without an id":    {everything, []string{"who: team leader", "who: manager"}, []string{"who: team leader", "who: manager"}},
		"a fact that is not known":   {everything, []string{"weekly-meeting: yes", "weekly-meeting: unknown"}, []string{"weekly-meeting: yes", "weekly-meeting: unknown"}},
		"a fact that is taken out":   {everything, []string{"    facts: {weekly-meeting: yes}\n", ""}, []string{"    facts: {weekly-meeting: yes}\n", ""}},
		"nothing said of an item":    {everything, []string{"  team-contact:\n    facts: {weekly-meeting: yes}\n    score: 3      # agreed\n", "", "items:\n", "items: {}\n"}, []string{"items:\n  team-contact:\n    facts: {weekly-meeting: yes}\n    score: 3      # agreed\n", ""}},
		"the service, which is part": {everything, []string{"name: Larkhill", "name: Larkhill Two"}, []string{"name: Larkhill}", "name: Larkhill Two}"}},
	} {
		t.Run(name, func(t *testing.T) {
			text, changes := bring(t, c.parts, c.edits...)
			want := brought
			if c.changed != nil {
				want = strings.Replace(brought, c.changed[0], c.changed[1], 1)
			}
			head, record, _ := strings.Cut(text, "changes:\n")
			if head != want {
				t.Errorf("got\n%s\nwant\n%s", head, want)
			}
			if recorded := strings.Count(record, "at: 2026-06-01"); recorded != changes || (changes > 0) != (c.changed != nil) {
				t.Errorf("%d changes, %d of them recorded", changes, recorded)
			}
		})
	}
}

func TestReadSheetTellsCells(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	row := func(id string) source.Value {
		return source.Map(source.Entry{Key: "id", Value: source.Plain(id)}, source.Entry{Key: "caseload", Value: source.Plain("many")})
	}
	review := source.Map(
		source.Entry{Key: "format", Value: source.Plain(source.ReviewFormat)},
		source.Entry{Key: "scale", Value: source.Plain("ips-25@1")},
		source.Entry{Key: "service", Value: source.Map(source.Entry{Key: "id", Value: source.Plain("larkhill")})},
		source.Entry{Key: "kind", Value: source.Plain("guided")},
		source.Entry{Key: "visit", Value: source.Map(source.Entry{Key: "from", Value: source.Plain("2026-05-12")})},
		source.Entry{Key: "evidence", Value: source.Map(source.Entry{Key: "specialists", Value: source.List(row("ES01"), row("es01"))})},
	)
	cells := source.Cells{
		"evidence.specialists[0].id": {Name: "S!A1", Order: 10}, "evidence.specialists[0].caseload": {Name: "S!B1", Order: 11},
		"evidence.specialists[1]": {Name: "S!A2", Order: 20}, "service.name": {Name: "H!B2", Order: 1},
	}
	file, problems := source.ReadSheet("book.xlsx", review, cells, shelf)
	const want = `book.xlsx: H!B2: service.name: name is missing; it cannot be left out
book.xlsx: S!B1: evidence.specialists[0].caseload: "many" is not a number; write a whole number from 0
book.xlsx: S!A2: evidence.specialists[1].caseload: "many" is not a number; write a whole number from 0
book.xlsx: S!A2: evidence.specialists[1].id: the code es01 is taken already, by specialists[0] in S!A1; give this row another`
	if file != nil || problems.Error() != want {
		t.Errorf("got\n%s\nwant\n%s", problems.Error(), want)
	}
	if _, problems = source.ReadSheet("book.xlsx", source.Map(), nil, shelf); !problems.Errors() {
		t.Error("nothing at all is no review")
	}
}
