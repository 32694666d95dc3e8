package workbook

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// shown writes what stands in the cells of a column, for a table of tests.
func shown(l *layout, column string, v fidelity.Value) string {
	table, _, _ := strings.Cut(column, ".")
	t, _ := l.scale.TableAt(table)
	def := &l.scale.Definition().Tables[t]
	var cells []string
	for _, b := range l.sheet(tableKey + table).blocks {
		for c := range b.columns {
			f := &b.columns[c]
			if name, _, _ := strings.Cut(f.key, partMark); name != column {
				continue
			}
			cells = append(cells, spell(show(&def.Columns[f.column], f, v)))
		}
	}
	return strings.Join(cells, " | ")
}

func spell(c content) string {
	switch c.is {
	case blankCell:
		return "-"
	case numberCell:
		return fmt.Sprint(c.number)
	case dayCell:
		return c.day.Format(time.DateOnly)
	}
	return fmt.Sprintf("%q", c.text)
}

func TestCellsShowValues(t *testing.T) {
	speaker := reviewtest.Speaker(t)
	l := newLayout(speaker.Scale(), speaker.Words(), 0)
	review := fidelity.NewReview(l.scale)
	parsed := func(table, column, text string) fidelity.Value {
		row, err := review.AddRow(table, fmt.Sprintf("R%d", len(review.Rows(table))+1))
		if err != nil {
			t.Fatal(err)
		}
		if err := row.Set(column, text); err != nil {
			t.Fatal(err)
		}
		return row.Get(column)
	}
	weeks := fidelity.SeriesValue([]fidelity.Number{fidelity.Int(6), fidelity.Int(0)})
	six := fidelity.Int(6)
	tests := []struct {
		name, column string
		value        fidelity.Value
		want         string
		exact        bool
	}{
		{"empty", "specialists.fte", fidelity.Value{}, "-", true},
		{"unknown", "specialists.fte", fidelity.UnknownValue(), `"not known"`, true},
		{"number", "specialists.fte", parsed("specialists", "fte", "0.8"), "0.8", true},
		{"zero", "specialists.caseload", parsed("specialists", "caseload", "0"), "0", true},
		{"too long for a number", "specialists.fte", parsed("specialists", "fte", "0.12345678901234567891"), `"0.12345678901234567891"`, true},
		{"fraction", "specialists.community_time", parsed("specialists", "community_time", "24/37.5"), "- | 24 | 37.5", true},
		{"fraction with spaces", "specialists.community_time", parsed("specialists", "community_time", "24.0 / 37.5"), "- | 24 | 37.5", false},
		{"percent", "specialists.community_time", parsed("specialists", "community_time", "64"), "64 | - | -", true},
		{"percent with its sign", "specialists.community_time", parsed("specialists", "community_time", "0.5%"), "0.5 | - | -", false},
		{"unknown percent", "specialists.community_time", fidelity.UnknownValue(), `"not known" | - | -`, true},
		{"answer", "jobs.permanent", fidelity.AnswerValue(1), `"yes"`, true},
		{"answer by its label", "specialists.contact_log", fidelity.AnswerValue(0), `"no log"`, true},
		{"set", "specialists.phases", fidelity.SetValue(0, 2), `"yes" | "no" | "yes" | "no" | "no" | "no"`, true},
		{"empty set", "specialists.phases", fidelity.SetValue(), `"no" | "no" | "no" | "no" | "no" | "no"`, true},
		{"unknown set", "specialists.phases", fidelity.UnknownValue(), `"not known" | - | - | - | - | -`, true},
		{"one number for all weeks", "specialists.employer_contacts", parsed("specialists", "employer_contacts", "6.5"), "6.5 | - | - | - | - | - | - | - | -", true},
		{"weeks", "specialists.employer_contacts", weeks, "- | 6 | 0 | - | - | - | - | - | -", true},
		{"a week that does not count", "specialists.employer_contacts", fidelity.CalendarValue([]*fidelity.Number{&six, nil, &six}), "- | 6 | - | 6 | - | - | - | - | -", true},
		{"the last week does not count", "specialists.employer_contacts", fidelity.CalendarValue([]*fidelity.Number{&six, nil}), "- | 6 | - | - | - | - | - | - | -", false},
		{"no week counts", "specialists.employer_contacts", fidelity.CalendarValue([]*fidelity.Number{nil, nil}), `"not known" | - | - | - | - | - | - | - | -`, false},
		{"text", "jobs.type", parsed("jobs", "type", "=1+1"), `"=1+1"`, true},
		{"text with spaces round it", "jobs.type", parsed("jobs", "type", " driver"), `"driver"`, false},
		{"month", "jobs.started", parsed("jobs", "started", "2026-02"), `"2026-02"`, true},
	}
	for _, test := range tests {
		if got := shown(l, test.column, test.value); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		table, column, _ := strings.Cut(test.column, ".")
		at, _ := l.scale.TableAt(table)
		c, _ := l.scale.ColumnAt(at, column)
		if got := exactly(&l.scale.Definition().Tables[at].Columns[c], test.value); got != test.exact {
			t.Errorf("%s: exact %v, want %v", test.name, got, test.exact)
		}
	}
}

func TestLongTextsAreCutAndSaySo(t *testing.T) {
	c, exact := showText(strings.Repeat("é", maxCell+1))
	if exact || !strings.HasSuffix(c.text, cutMark) || len([]rune(c.text)) != maxCell {
		t.Errorf("%d characters, exact %v", len([]rune(c.text)), exact)
	}
	if c, exact := showText("a\x00b\r\nc"); exact || c.text != "ab\nc" {
		t.Errorf("%q, exact %v", c.text, exact)
	}
	if c, exact := showText(" "); exact || c.is != blankCell {
		t.Errorf("a text of spaces: %v, exact %v", c, exact)
	}
}

func TestDatesRatingsAndSources(t *testing.T) {
	scores := []answer{{"1", "1"}, {notEnough, "not enough evidence"}}
	for _, test := range []struct{ got, want string }{
		{spell(showDate(fidelity.Date{})), "-"},
		{spell(showDate(fidelity.Date{Year: 2026, Month: 5, Day: 12})), "2026-05-12"},
		{spell(showDate(fidelity.Date{Year: 2026, Month: 5})), `"2026-05"`},
		{spell(showDate(fidelity.Date{Year: 1899, Month: 5, Day: 1})), `"1899-05-01"`},
		{spell(showRating(fidelity.Rating{}, scores)), "-"},
		{spell(showRating(fidelity.Scored(1), scores)), "1"},
		{spell(showRating(fidelity.NotEnoughEvidence(), scores)), `"not enough evidence"`},
		{spell(showAnswer(scores, "something else")), `"something else"`},
	} {
		if test.got != test.want {
			t.Errorf("%s, want %s", test.got, test.want)
		}
	}
	sources := []answer{{"documents", "documents"}, {"interviews", "interviews"}}
	if !ordered(sources, []string{"documents", "interviews"}) || ordered(sources, []string{"interviews", "documents"}) || ordered(sources, []string{"else"}) {
		t.Error("the order of sources is not seen")
	}
	f := field{place: 1, answers: []answer{{"yes", "yes"}}}
	if got := spell(showSource(&f, sources, []string{"interviews"})) + spell(showSource(&f, sources, nil)); got != `"yes"-` {
		t.Error(got)
	}
	fact := fidelity.Fact{Kind: fidelity.YesNo}
	answers := field{answers: answersOf(fact.Choices(), nil)}
	if got := spell(showFact(&fact, &answers, fidelity.AnswerValue(1))) + spell(showFact(&fact, &answers, fidelity.UnknownValue())); got != `"partly""not known"` {
		t.Error(got)
	}
	if got := spell(showFact(&fidelity.Fact{Kind: fidelity.Whole}, &answers, fidelity.NumberValue(fidelity.Int(3)))); got != "3" {
		t.Error(got)
	}
	if a, b := showDate(fidelity.Date{Year: 2026, Month: 5, Day: 12}), showNumber(fidelity.Int(1)); a.same(b) || !a.same(a) {
		t.Error("contents are not told apart")
	}
}
