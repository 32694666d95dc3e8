package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// columnOf returns a column of IPS-25.
func columnOf(t *testing.T, table, id string) *fidelity.Column {
	tab, _ := ips25(t).TableAt(table)
	c, ok := ips25(t).ColumnAt(tab, id)
	if !ok {
		t.Fatalf("%s has no column %s", table, id)
	}
	return &ips25(t).Definition().Tables[tab].Columns[c]
}

func factOf(t *testing.T, item, id string) *fidelity.Fact {
	at, _ := ips25(t).ItemAt(item)
	f, ok := ips25(t).FactAt(at, id)
	if !ok {
		t.Fatalf("%s has no fact %s", item, id)
	}
	return &ips25(t).Items()[at].Facts[f]
}

func TestYesAndNo(t *testing.T) {
	column, fact := columnOf(t, "jobs", "competitive"), factOf(t, "team-contact", "joint-record")
	for text, want := range map[string]string{
		"yes": "yes", "Yes": "yes", "YES": "yes", "true": "yes", "True": "yes", "TRUE": "yes",
		"no": "no", "No": "no", "NO": "no", "false": "no", "False": "no",
	} {
		for kind, parse := range map[string]func(string) (fidelity.Value, error){"column": column.Parse, "fact": fact.Parse} {
			choices := map[string][]string{"column": column.Choices(), "fact": fact.Choices()}[kind]
			v, err := parse(text)
			if answer, ok := v.Answer(); err != nil || !ok || choices[answer] != want {
				t.Errorf("%s %q is read as %d, %v", kind, text, answer, err)
			}
		}
	}
	if v, err := fact.Parse("partly"); err != nil || fact.Choices()[answerOf(v)] != "partly" {
		t.Errorf("partly: %v, %v", v, err)
	}
	for _, text := range []string{"unknown", "Unknown", "UNKNOWN"} {
		if v, err := fact.Parse(text); err != nil || v.Known() || !v.Given() {
			t.Errorf("%s: %v, %v", text, v, err)
		}
	}
}

func answerOf(v fidelity.Value) int {
	answer, _ := v.Answer()
	return answer
}

// Other spellings are errors that say what to write.
func TestErrorsSayWhatToWrite(t *testing.T) {
	yesNo, phases, model := columnOf(t, "jobs", "competitive"), columnOf(t, "specialists", "phases"), columnOf(t, "specialists", "service_model")
	fte, caseload, time := columnOf(t, "specialists", "fte"), columnOf(t, "specialists", "caseload"), columnOf(t, "specialists", "employment_time")
	contacts, started, id := columnOf(t, "specialists", "employer_contacts"), columnOf(t, "jobs", "started"), columnOf(t, "jobs", "id")
	record, planning, count := factOf(t, "team-contact", "joint-record"), factOf(t, "work-incentives-planning", "planning"), factOf(t, "vocational-unit", "specialists")
	const percent = " is not a percentage; write 0 to 100, as in 64 or 64%, or a part with its base, as in 24/37.5"
	const part = " is not a share; write a part from 0 up to its base, and a base above 0, as in 24/37.5"
	const code = " is not a code; write one to four letters and one to five digits, as in E014, and never a name"
	for _, c := range []struct {
		parse      func(string) (fidelity.Value, error)
		text, want string
	}{
		{yesNo.Parse, "y", `"y" is not one of the answers; write no, yes or unknown; did you mean yes?`},
		{yesNo.Parse, "on", `"on" is not one of the answers; write no, yes or unknown; did you mean yes?`},
		{yesNo.Parse, "1", `"1" is not one of the answers; write no, yes or unknown; did you mean yes?`},
		{yesNo.Parse, "0", `"0" is not one of the answers; write no, yes or unknown; did you mean no?`},
		{yesNo.Parse, "off", `"off" is not one of the answers; write no, yes or unknown; did you mean no?`},
		{yesNo.Parse, "partly", `"partly" is not one of the answers; write no, yes or unknown`},
		{yesNo.Parse, "", `"" is not one of the answers; write no, yes or unknown`},
		{record.Parse, "ye", `"ye" is not one of the answers; write no, partly, yes or unknown; did you mean yes?`},
		{record.Parse, "partially", `"partially" is not one of the answers; write no, partly, yes or unknown`},
		{planning.Parse, "specialist", `"specialist" is not one of the answers; write not-available, contact-details, discussed, trained-person, specialist-planner or unknown`},
		{planning.Parse, "trained_person", `"trained_person" is not one of the answers; write not-available, contact-details, discussed, trained-person, specialist-planner or unknown; did you mean trained-person?`},
		{model.Parse, "Direct", `"Direct" is not one of the answers; write referral-only, refers-out, direct or unknown; did you mean direct?`},
		{phases.Parse, "intake", `"intake" is not a list; write it as in [intake, engagement], or [] for none`},
		{count.Parse, "-1", `"-1" is not a count; write a whole number from 0, or unknown`},
		{count.Parse, "2.5", `"2.5" is not a count; write a whole number from 0, or unknown`},
		{count.Parse, "two", `"two" is not a count; write a whole number from 0, or unknown`},
		{fte.Parse, "0", `0 does not fit; write a number above 0 and up to 1`},
		{fte.Parse, "1.01", `1.01 does not fit; write a number above 0 and up to 1`},
		{fte.Parse, "full", `"full" is not a number; write a number above 0 and up to 1`},
		{caseload.Parse, "19.5", `19.5 is not a whole number; write a whole number from 0`},
		{caseload.Parse, "-1", `-1 does not fit; write a whole number from 0`},
		{caseload.Parse, "019", `"019" is not a number; write a whole number from 0, without a zero in front`},
		{caseload.Parse, "", `"" is not a number; write a whole number from 0`},
		{fte.Parse, "0,8", `"0,8" is not a number; write a number above 0 and up to 1, with a point before decimals and nothing between thousands`},
		{fte.Parse, ".5", `".5" is not a number; write a number above 0 and up to 1, with a digit before the point, as in 0.5`},
		{contacts.Parse, "-0.5", `-0.5 does not fit; write a number from 0`},
		{time.Parse, "0.5", "0.5 could mean 0.5% or 50%; write it with its sign, as in 50%"},
		{time.Parse, "0.97", "0.97 could mean 0.97% or 97%; write it with its sign, as in 97%"},
		{time.Parse, "100.1", `"100.1"` + percent},
		{time.Parse, "-1", `"-1"` + percent},
		{time.Parse, "64%%", `"64%%"` + percent},
		{time.Parse, "most", `"most"` + percent},
		{time.Parse, "%", `"%"` + percent},
		{time.Parse, "38/37.5", `"38/37.5"` + part},
		{time.Parse, "24/0", `"24/0"` + part},
		{time.Parse, "-1/5", `"-1/5"` + part},
		{time.Parse, "24/", `"24/"` + part},
		{time.Parse, "1/2/3", `"1/2/3"` + part},
		{time.Parse, "24/37.5%", `"24/37.5%"` + part},
		{started.Parse, "2026-13", `"2026-13" is not a month; write year and month, as in 2026-05`},
		{started.Parse, "May 2026", `"May 2026" is not a month; write year and month, as in 2026-05`},
		{started.Parse, "2026-05-01", `"2026-05-01" is not a month; write year and month, as in 2026-05`},
		{id.Parse, "unknown", `"unknown"` + code},
		{id.Parse, "Anna", `"Anna"` + code},
		{id.Parse, "ABCDE1", `"ABCDE1"` + code},
		{id.Parse, "C123456", `"C123456"` + code},
		{id.Parse, "C-1", `"C-1"` + code},
		{id.Parse, "É1", `"É1"` + code},
		{id.Parse, "C٣", `"C٣"` + code},
	} {
		if _, err := c.parse(c.text); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v\nwant %s", c.text, err, c.want)
		}
	}
}

func TestNumbersInCells(t *testing.T) {
	for _, c := range []struct{ table, column, text, want string }{
		{"specialists", "fte", "0.7", "0.7"},
		{"specialists", "fte", "1.00", "1"},
		{"specialists", "caseload", "20.0", "20"},
		{"specialists", "caseload", "0", "0"},
		{"specialists", "employer_contacts", "6.5", "6.5"},
		{"specialists", "employment_time", "64", "64"},
		{"specialists", "employment_time", "64%", "64"},
		{"specialists", "employment_time", "64 %", "64"},
		{"specialists", "employment_time", "0.5%", "0.5"},
		{"specialists", "employment_time", "0", "0"},
		{"specialists", "employment_time", "0.0", "0"},
		{"specialists", "employment_time", "1", "1"},
		{"specialists", "employment_time", "100", "100"},
		{"specialists", "employment_time", "24/37.5", "64"},
		{"specialists", "employment_time", "24 / 37.5", "64"},
		{"specialists", "employment_time", "1/3", "33.3333"},
		{"specialists", "employment_time", "0/5", "0"},
		{"specialists", "employment_time", "5/5", "100"},
	} {
		v, err := columnOf(t, c.table, c.column).Parse(c.text)
		if n, ok := v.Number(); err != nil || !ok || n.String() != c.want {
			t.Errorf("%s %q is read as %s, %v; want %s", c.column, c.text, n, err, c.want)
		}
	}
	third, _ := columnOf(t, "specialists", "employment_time").Parse("1/3")
	if n, _ := third.Number(); n.Mul(fidelity.Int(3)).Cmp(fidelity.Int(100)) != 0 || third.Text() != "1/3" {
		t.Errorf("1/3 is kept as %s, %q", n, third.Text())
	}
	if n, err := factOf(t, "vocational-unit", "specialists").Parse("3.0"); err != nil || numberOf(n) != "3" {
		t.Errorf("3.0 specialists: %v", err)
	}
}

func numberOf(v fidelity.Value) string {
	n, ok := v.Number()
	if !ok {
		return "not known"
	}
	return n.String()
}

// What is kept as it was written, and compared in its own way.
func TestTextCodesAndMonths(t *testing.T) {
	for _, c := range []struct{ table, column, text string }{
		{"jobs", "type", "  Retail   assistant "}, {"jobs", "employer", "e014"}, {"jobs", "employer", "Z9"}, {"jobs", "employer", "az1"}, {"jobs", "id", "J99999"}, {"clients", "id", "abcd1"}, {"jobs", "started", "2026-05"},
	} {
		v, err := columnOf(t, c.table, c.column).Parse(c.text)
		if err != nil || !v.Known() || v.Text() != c.text {
			t.Errorf("%q is kept as %q, %v", c.text, v.Text(), err)
		}
	}
	if v, err := columnOf(t, "jobs", "type").Parse("   "); err != nil || v.Given() {
		t.Error("spaces are no job type, but an empty cell")
	}
	v := visitOn(t, ips25(t))
	for _, kind := range []string{"Retail assistant", " retail  ASSISTANT", "retail\tassistant", "retail-assistant"} {
		v.row("jobs", "")
		row := v.review.Rows("jobs")[len(v.review.Rows("jobs"))-1]
		v.must(row.Set("type", kind))
	}
	if it, _ := v.assess("job-type-diversity"); span(it.Measures[0].Interval) != "50" {
		t.Errorf("%s%% different, want 2 of 4", span(it.Measures[0].Interval))
	}
}

func TestAlsoWritten(t *testing.T) {
	help := factOf(t, "vocational-unit", "clinical-help")
	for text, want := range map[string]string{"1": "yes", "2": "unknown", "3": "unknown", "yes": "yes", "partly": "partly"} {
		v, err := help.Parse(text)
		got := "unknown"
		if answer, ok := v.Answer(); ok {
			got = help.Choices()[answer]
		}
		if err != nil || got != want {
			t.Errorf("%s is read as %s, %v; want %s", text, got, err, want)
		}
	}
	if _, err := help.Parse("4"); err == nil {
		t.Error("4 is read")
	}
}

// A limit is told by all that it allows.
func TestLimitsAreToldInFull(t *testing.T) {
	one, five := num("1"), num("5")
	for want, column := range map[string]fidelity.Column{
		"a number, 1 to 5":             {Kind: fidelity.Decimal, Limits: fidelity.Limits{AtLeast: &one, AtMost: &five}},
		"a number above 1 and up to 5": {Kind: fidelity.Decimal, Limits: fidelity.Limits{Above: &one, AtMost: &five}},
		"a whole number from 1":        {Kind: fidelity.Whole, Limits: fidelity.Limits{AtLeast: &one}},
		"a number above 1":             {Kind: fidelity.Decimal, Limits: fidelity.Limits{Above: &one}},
		"a number up to 5":             {Kind: fidelity.Decimal, Limits: fidelity.Limits{AtMost: &five}},
		"a number, as in 12 or 0.5":    {Kind: fidelity.Decimal},
		"a whole number, as in 12":     {Kind: fidelity.Whole},
	} {
		if _, err := column.Parse("many"); err == nil || !strings.HasSuffix(err.Error(), "; write "+want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for _, text := range []string{"1", "5"} {
		if _, err := (&fidelity.Column{Kind: fidelity.Decimal, Limits: fidelity.Limits{AtLeast: &one, AtMost: &five}}).Parse(text); err != nil {
			t.Error(err)
		}
	}
}

func TestSetsAndSeries(t *testing.T) {
	phases, contacts := columnOf(t, "specialists", "phases"), columnOf(t, "specialists", "employer_contacts")
	if !phases.TakesList() || !contacts.TakesList() || columnOf(t, "jobs", "type").TakesList() {
		t.Error("lists go into sets and series only")
	}
	if place, err := phases.ParseMember("job-placement"); err != nil || place != 3 {
		t.Errorf("job-placement is at %d, %v", place, err)
	}
	if _, err := phases.ParseMember("job placement"); err == nil || !strings.Contains(err.Error(), "did you mean job-placement?") {
		t.Errorf("job placement: %v", err)
	}
	set := fidelity.SetValue(0, 3)
	if n, ok := set.Size(); !ok || n != 2 || !set.Has(3) || set.Has(1) {
		t.Errorf("a set of two: %d", n)
	}
	if week, err := contacts.ParseWeek("6.5"); err != nil || week.String() != "6.5" {
		t.Errorf("6.5 in a week: %v", err)
	}
	weeks := fidelity.SeriesValue([]fidelity.Number{num("6"), num("7")})
	if numberOf(weeks) != "6.5" || len(weeks.Weeks()) != 2 {
		t.Errorf("6 and 7 are %s", numberOf(weeks))
	}
	six, zero := num("6"), num("0")
	for _, list := range [][]*fidelity.Number{{&six, nil, &zero}, {nil, &six}, {&zero, nil, nil}, {nil}, {nil, nil, &six, nil}} {
		got := fidelity.CalendarValue(list)
		if same := slices.EqualFunc(list, got.Calendar(), func(a, b *fidelity.Number) bool {
			return (a == nil) == (b == nil) && (a == nil || a.Cmp(*b) == 0)
		}); !same {
			t.Errorf("%d weeks come back as %v", len(list), got.Calendar())
		}
		if counted := fidelity.SeriesValue(got.Weeks()); counted.Known() != got.Known() || numberOf(counted) != numberOf(got) {
			t.Errorf("a week that does not count made %s of %s", numberOf(got), numberOf(counted))
		}
	}
	if none := fidelity.SeriesValue(nil); none.Known() || !none.Given() || none.Calendar() != nil {
		t.Error("no week is known, but the cell is filled in")
	}
	if v, err := phases.Parse("unknown"); err != nil || v.Known() {
		t.Error("phases can be unknown")
	}
}

func TestKindsAndCalculationsHaveNames(t *testing.T) {
	for _, name := range fidelity.KindNames() {
		if k, ok := fidelity.ParseKind(name); !ok || k.String() != name {
			t.Errorf("kind %s is read as %s", name, k)
		}
	}
	for _, name := range fidelity.CalculationNames() {
		if c, ok := fidelity.ParseCalculation(name); !ok || c.String() != name {
			t.Errorf("calculation %s is read as %s", name, c)
		}
	}
	if _, ok := fidelity.ParseKind(""); ok || slices.Contains(fidelity.KindNames(), "") {
		t.Error("there is a kind without a name")
	}
	if _, ok := fidelity.ParseCalculation("average"); ok {
		t.Error("there is a calculation called average")
	}
}
