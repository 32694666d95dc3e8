package source

import (
	"strings"
	"testing"
)

func TestReadContext(t *testing.T) {
	c, problems := ReadContext("context.yaml", []byte(`
period: {from: 2025-05-01, to: 2026-04-30}
out_of_work_at_start: 64
first_job_starts: 27
specialists: 3.6
clinical_teams: 5
note: Two posts were vacant in winter.
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if *c.OutOfWork != 64 || *c.FirstStarts != 27 || c.Specialists.String() != "3.6" || *c.Teams != 5 || c.Period.To.String() != "2026-04-30" || c.Note == "" {
		t.Errorf("%+v", c)
	}
	c, problems = ReadContext("context.yaml", []byte("period: {from: 2025-05-01, to: 2026-04-30}\n"))
	if len(problems) > 0 || c.OutOfWork != nil || c.FirstStarts != nil || c.Specialists != nil || c.Teams != nil {
		t.Errorf("what is not given is not known: %+v, %v", c, problems)
	}
}

func TestContextProblems(t *testing.T) {
	period := "period: {from: 2025-05-01, to: 2026-04-30}\n"
	for name, c := range map[string]struct{ given, want string }{
		"no period":       {"clinical_teams: 5", "context.yaml:1:1: period: period is missing"},
		"no end":          {"period: {from: 2025-05-01}", "context.yaml:1:9: period.to: to is missing"},
		"backwards":       {"period: {from: 2025-05-01, to: 2025-04-30}", "context.yaml:1:32: period.to: the period ends before it begins"},
		"more jobs":       {period + "out_of_work_at_start: 20\nfirst_job_starts: 21", "context.yaml:3:19: first_job_starts: more people have started a first job than were out of work"},
		"less than none":  {period + "specialists: -1", "context.yaml:2:14: specialists: posts cannot be fewer than none"},
		"no count":        {period + "out_of_work_at_start: many", "context.yaml:2:23: out_of_work_at_start:"},
		"a negative one":  {period + "first_job_starts: -3", "context.yaml:2:19: first_job_starts:"},
		"misspelt":        {period + "first_jobs: 3", `context.yaml:2:1: first_jobs: there is no key "first_jobs"`},
		"nothing in it":   {"", "context.yaml: the file is empty"},
		"a list of items": {"- period", "context.yaml:1:1:"},
	} {
		t.Run(name, func(t *testing.T) {
			context, problems := ReadContext("context.yaml", []byte(c.given))
			if context != nil || len(problems) == 0 || !strings.HasPrefix(problems[0].String(), c.want) {
				t.Errorf("got %v\nwant %s", problems, c.want)
			}
		})
	}
}

func TestReadBenchmarks(t *testing.T) {
	look, problems := ReadLook("report.yaml", []byte("benchmarks:\n  - {percent: 40, from: 2024-04, label: People out of work at the start, source: IPS Grow}\n"))
	if len(problems) > 0 || len(look.Benchmarks) != 1 || look.Benchmarks[0].Percent.String() != "40" || look.Benchmarks[0].From.String() != "2024-04" {
		t.Fatalf("%+v, %v", look, problems)
	}
	for given, want := range map[string]string{
		"{percent: 140, label: a, source: b}":                  "report.yaml:2:15: benchmarks[0].percent: 140 is no share; write a percent from 0 to 100, as in 40",
		"{percent: 40, label: a}":                              "report.yaml:2:5: benchmarks[0].source: source is missing",
		"{percent: 40, from: April, label: a, source: b}":      "report.yaml:2:25: benchmarks[0].from: \"April\" is not a month",
		"{percent: forty, from: 2024-04, label: a, source: b}": "report.yaml:2:15: benchmarks[0].percent: \"forty\" is not a number",
	} {
		if _, problems := ReadLook("report.yaml", []byte("benchmarks:\n  - "+given+"\n")); len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want) {
			t.Errorf("got %v\nwant %s", problems, want)
		}
	}
}

// Whatever a file says, it is read or refused with problems, and what is read
// makes sense.
func FuzzReadContext(f *testing.F) {
	f.Add("period: {from: 2025-05-01, to: 2026-04-30}\nout_of_work_at_start: 64\nfirst_job_starts: 27\nspecialists: 3.6\n")
	f.Add("period: 2025\n- 3")
	f.Add("out_of_work_at_start: 9223372036854775808")
	f.Fuzz(func(t *testing.T, text string) {
		c, problems := ReadContext("context.yaml", []byte(text))
		switch {
		case c == nil && !problems.Errors():
			t.Fatal("nothing is read, and nothing is wrong")
		case c == nil:
		case c.Period.To.Before(c.Period.From), c.OutOfWork != nil && c.FirstStarts != nil && *c.FirstStarts > *c.OutOfWork, c.OutOfWork != nil && *c.OutOfWork < 0:
			t.Fatalf("%+v", c)
		}
	})
}
