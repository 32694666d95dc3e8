package xlsx

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Each answer has a line of its own: one for each row, and one for each
// question that follows another.
func TestQuestions(t *testing.T) {
	const sheet = "What to ask peoplerecords"
	f := open(t, render(t, full()))
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows[1:] {
		got = append(got, strings.Join(row[:3], " | "))
	}
	want := []string{
		"1 | Is the service rural? | ", "1a | Only if: the service is rural How many of them meet? | ",
		"2 | Was the job held on the census date? | J011", "2 | Was the job held on the census date? | J012",
		"3 | Which describes the usual contact best? | ES02", "4 | =1+1 is <b>no</b> sum | ES01", "4 | =1+1 is <b>no</b> sum | ES02", "5 | Which is it? | ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("lines:\n%s", strings.Join(got, "\n"))
	}
	lists, err := f.GetDataValidations(sheet)
	if err != nil || len(lists) != 3 || lists[0].Sqref != "D2" || !strings.Contains(lists[0].Formula1, "Yes,No,Not known") {
		t.Errorf("%d lists of answers: %+v (error: %v)", len(lists), lists, err)
	}
}

func TestSheetName(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct{ heading, want string }{
		{"Interviews", "Interviews"},
		{"interviews", "interviews 2"},
		{"Summary", "Summary 2"},
		{"", "Questions"},
		{"a/b: [c]?", "ab c"},
		{strings.Repeat("long ", 10), "long long long long long long l"},
		{strings.Repeat("long ", 10), "long long long long long long 2"},
	} {
		if got := sheetName(c.heading, taken); got != c.want {
			t.Errorf("%q: got %q, want %q", c.heading, got, c.want)
		}
	}
}

// Answers that a list in a cell cannot hold are told in words alone.
func TestAnswersThatMakeNoList(t *testing.T) {
	doc := &report.Document{Title: "t", Sections: []report.Section{{Heading: "Q", Blocks: report.Blocks{report.Questions{List: []report.Question{
		{Text: "with commas", Answers: []string{"a, b", "c"}},
		{Text: "too long", Answers: []string{strings.Repeat("x", 200), strings.Repeat("y", 200)}},
		{Text: "several", Answers: []string{"a", "b"}, Several: true},
	}}}}}}
	f := open(t, render(t, doc))
	if lists, err := f.GetDataValidations("Q"); err != nil || len(lists) != 0 {
		t.Errorf("lists %+v (error: %v)", lists, err)
	}
}
