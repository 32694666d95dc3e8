package compare_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// trend sorts visits and wants one service.
func trend(t *testing.T, visits ...visit) compare.Path {
	t.Helper()
	var all []*fidelity.Assessment
	for _, v := range visits {
		all = append(all, v.assess(t))
	}
	paths := compare.Trend(all, compare.Settings{})
	if len(paths) != 1 {
		t.Fatalf("%d services", len(paths))
	}
	return paths[0]
}

func TestSamplesOverTime(t *testing.T) {
	paths := compare.Trend([]*fidelity.Assessment{
		sample(t, "larkmoor/2026-05.yaml"), sample(t, "quillstead/2026-06.yaml"), sample(t, "larkmoor/2024-05.yaml"),
		sample(t, "larkmoor/2025-05.yaml"), sample(t, "quillstead/2025-06.yaml"),
	}, compare.Settings{})
	if len(paths) != 2 || paths[0].Service.ID != "larkmoor" || len(paths[0].Lines) != 1 || len(paths[1].Lines) != 1 || len(paths[0].Breaks) != 0 {
		t.Fatalf("%+v", paths)
	}
	line := paths[0].Lines[0]
	var totals []string
	for _, p := range line.Points {
		totals = append(totals, p.Total.Low.String())
	}
	if len(totals) != 3 || totals[0] != "89" || totals[1] != "101" || totals[2] != "104" || line.Points[0].Written.Low.String() != "90" {
		t.Errorf("%v", totals)
	}
	if line.Steps[0].Verdict != compare.HasRisen || line.Steps[1].Verdict != compare.AboutTheSame {
		t.Errorf("%d, %d", line.Steps[0].Verdict, line.Steps[1].Verdict)
	}
	if overall := line.Overall(); overall.ByLow.String() != "15" {
		t.Errorf("%s points in all", overall.ByLow)
	}
}

func TestLinesAndBreaks(t *testing.T) {
	path := trend(t,
		visit{from: "2024-05-14", all: 3}, visit{from: "2025-02-01", kind: "self-audit", all: 4}, visit{from: "2025-05-13", all: 4},
		visit{from: "2026-02-01", kind: "guided", all: 4}, visit{from: "2016-05-01", scale: reviewtest.IPS15, all: 3},
	)
	var sizes []int
	for i := range path.Lines {
		sizes = append(sizes, len(path.Lines[i].Points))
	}
	if len(sizes) != 3 || sizes[0] != 1 || sizes[1] != 2 || sizes[2] != 2 {
		t.Fatalf("lines of %v", sizes)
	}
	want := []compare.Refusal{compare.OtherScale, compare.OtherKind, compare.OtherKind, compare.OtherKind}
	if len(path.Breaks) != len(want) {
		t.Fatalf("%+v", path.Breaks)
	}
	for i, b := range path.Breaks {
		if b.Why != want[i] {
			t.Errorf("break %d is %d, want %d", i, b.Why, want[i])
		}
	}
	if path.Lines[1].Steps[0].ByLow.String() != "25" {
		t.Errorf("the independent reviews are %s apart", path.Lines[1].Steps[0].ByLow)
	}
}

func TestLeftOut(t *testing.T) {
	path := trend(t,
		visit{from: "2025-05-13", all: 3, more: "stage: final\n"},
		visit{from: "2025-05-13", all: 5, more: "stage: draft\n"},
		visit{from: "2026-05-12", all: 2, more: "blind: r1\n"},
		visit{from: "2026-05-12", all: 4, more: "stage: final\n"},
		visit{from: "2026-05-12", all: 3, more: "amends: {file: 2026-05.yaml, why: A wrong count}\n"},
		visit{from: "2027-05-12", all: 2, more: "blind: r1\n"},
	)
	if len(path.Lines) != 1 || len(path.Lines[0].Points) != 2 || path.Lines[0].Points[0].Total.Low.String() != "75" || path.Lines[0].Points[1].Total.Low.String() != "75" {
		t.Fatalf("%+v", path.Lines)
	}
	var why []compare.Omission
	for _, l := range path.LeftOut {
		why = append(why, l.Why)
	}
	if len(why) != 4 || why[0] != compare.SameVisit || why[3] != compare.BlindCopy {
		t.Errorf("%v", why)
	}
}

func TestBefore(t *testing.T) {
	after := visit{from: "2026-05-12", all: 3}
	first, second := visit{from: "2024-05-14", all: 3}, visit{from: "2025-05-13", all: 3}
	audit := visit{from: "2026-02-01", kind: "self-audit", all: 3}
	for name, situation := range map[string]struct {
		after          visit
		others         []visit
		before, scored int // places in others; -1 for none
	}{
		"nothing":                      {after, nil, -1, -1},
		"the newest":                   {after, []visit{second, first}, 0, -1},
		"a self-audit came between":    {after, []visit{audit, second, first}, 0, 1},
		"only a self-audit":            {after, []visit{audit}, 0, -1},
		"a later one":                  {second, []visit{after, first}, 1, -1},
		"the same visit":               {after, []visit{after}, -1, -1},
		"another service":              {after, []visit{{service: "other", from: "2025-05-13"}}, -1, -1},
		"another scale":                {after, []visit{{scale: reviewtest.IPS15, from: "2025-05-13"}, first}, 1, -1},
		"one reviewer's own copy":      {after, []visit{{from: "2025-05-13", more: "blind: r1\n"}, first}, 1, -1},
		"a draft and its final review": {after, []visit{{from: "2025-05-13", more: "stage: final\n"}, second}, 0, -1},
	} {
		t.Run(name, func(t *testing.T) {
			var others []*fidelity.Assessment
			for _, v := range situation.others {
				others = append(others, v.assess(t))
			}
			place := func(a *fidelity.Assessment) int {
				for i := range others {
					if others[i] == a {
						return i
					}
				}
				return -1
			}
			before, scored := compare.Before(situation.after.assess(t), others)
			if place(before) != situation.before || place(scored) != situation.scored {
				t.Errorf("before %d, scored %d", place(before), place(scored))
			}
		})
	}
}
