package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestReadLook(t *testing.T) {
	look, problems := ReadLook("report.yaml", []byte(`
organisation: Mereland Review Network
logo: pictures/logo.PNG
accent: "#4A1E5E"
contact: reviews at Mereland
sharing: Please do not pass it on.
error: {points: 3.2, source: 24 joint reviews of our own}
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	sem, _ := fidelity.ParseNumber("3.2")
	want := &Look{
		Organisation: "Mereland Review Network", Logo: "pictures/logo.PNG", Accent: "#4a1e5e", Contact: "reviews at Mereland",
		Sharing: "Please do not pass it on.", SEM: sem, SEMSource: "24 joint reviews of our own",
	}
	if diff := cmp.Diff(want, look, cmp.Comparer(func(a, b fidelity.Number) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLookProblems(t *testing.T) {
	for name, c := range map[string]struct{ given, want string }{
		"yellow":        {`accent: "#ffcc00"`, `report.yaml:1:9: accent: #ffcc00 is too light to be read on white: its contrast is 1.5 to 1, and 4.5 is needed; choose a darker colour`},
		"a name":        {`accent: navy`, `report.yaml:1:9: accent: "navy" is no colour; write six digits after #, in quotation marks, as in "#0b4a5e"`},
		"other folder":  {`logo: ../logo.png`, `report.yaml:1:7: logo: "../logo.png" is no PNG file beside this one; write a name such as logo.png`},
		"address":       {`logo: c:logo.png`, `report.yaml:1:7: logo: "c:logo.png" is no PNG file beside this one; write a name such as logo.png`},
		"no PNG":        {`logo: logo.jpg`, `report.yaml:1:7: logo: "logo.jpg" is no PNG file beside this one; write a name such as logo.png`},
		"no source":     {`error: {points: 3}`, `report.yaml:1:8: error.source: source is missing`},
		"no number":     {`error: {points: many, source: us}`, `report.yaml:1:17: error.points: "many" is not a number; write digits, with a point before decimals, as in 12 or 0.5`},
		"no error":      {`error: {points: 0, source: us}`, `report.yaml:1:17: error.points: 0 points would mean that two reviews never differ by chance; write a number above 0`},
		"misspelt":      {`organization: Us`, `report.yaml:1:1: organization: there is no key "organization"`},
		"a list":        {`- organisation`, `report.yaml:1:1:`},
		"nothing in it": {``, `report.yaml: the file is empty`},
	} {
		t.Run(name, func(t *testing.T) {
			look, problems := ReadLook("report.yaml", []byte(c.given))
			if look != nil || len(problems) != 1 || !strings.HasPrefix(problems[0].String(), c.want) {
				t.Errorf("got %v\nwant %s", problems, c.want)
			}
		})
	}
}

func TestContrastToWhite(t *testing.T) {
	for hex, want := range map[string]float64{"#000000": 21, "#ffffff": 1, "#767676": 4.54, "#0b4a5e": 9.7} {
		if got := contrastToWhite(hex); got < want-0.05 || got > want+0.05 {
			t.Errorf("%s: %.2f, want %.2f", hex, got, want)
		}
	}
}

func TestReadCycle(t *testing.T) {
	look, problems := ReadLook("report.yaml", []byte("cycle:\n  agreement: 8 weeks before\n  report: 28 days after\n  next-review: 12 months after\n  data: 1 week  before\n"))
	if look == nil {
		t.Fatal(problems)
	}
	want := []fidelity.Due{
		{Step: fidelity.CycleAgreement, Days: 56, Before: true},
		{Step: fidelity.CycleData, Days: 7, Before: true},
		{Step: fidelity.CycleReport, Days: 28},
		{Step: fidelity.CycleNext, Months: 12},
	}
	if diff := cmp.Diff(want, look.Cycle); diff != "" {
		t.Error(diff)
	}
	for lines, says := range map[string]string{
		"cycle: {report: soon}":          `report.yaml:1:17: cycle.report: "soon" is no time around the visit; write it as in 8 weeks before, 10 days after or 12 months after`,
		"cycle: {plan: 4 weeks}":         "is no time around the visit",
		"cycle: {plan: 4000 days after}": "is no time around the visit",
		"cycle: {plans: 4 weeks after}":  "did you mean plan?",
		"cycle: [report]":                "a list stands where keys with values belong",
	} {
		if _, problems := ReadLook("report.yaml", []byte(lines)); !strings.Contains(problems.Error(), says) {
			t.Errorf("%s: %s", lines, problems)
		}
	}
}

func FuzzReadLook(f *testing.F) {
	f.Add([]byte("organisation: Us\naccent: \"#0b4a5e\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if look, problems := ReadLook("report.yaml", data); (look == nil) != problems.Errors() {
			t.Errorf("look %v with %v", look, problems)
		}
	})
}
