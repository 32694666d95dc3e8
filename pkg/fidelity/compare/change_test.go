package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestRefusals(t *testing.T) {
	after := visit{from: "2026-05-12", all: 4}
	for name, before := range map[string]struct {
		visit
		want compare.Refusal
	}{
		"the same service, scale and kind": {visit{from: "2025-05-13", all: 3}, compare.Comparable},
		"another service":                  {visit{service: "quillstead", from: "2025-05-13", all: 3}, compare.OtherService},
		"another scale":                    {visit{scale: reviewtest.IPS15, from: "2025-05-13", all: 3}, compare.OtherScale},
		"a self-audit":                     {visit{kind: "self-audit", from: "2025-05-13", all: 3}, compare.OtherKind},
		"a guided self-audit":              {visit{kind: "guided", from: "2025-05-13", all: 3}, compare.OtherKind},
		"another service and scale":        {visit{service: "quillstead", scale: reviewtest.IPS15, from: "2025-05-13", all: 3}, compare.OtherService},
	} {
		t.Run(name, func(t *testing.T) {
			c := compare.Change(before.assess(t), after.assess(t), compare.Settings{})
			if c.Refusal != before.want {
				t.Fatalf("refusal %d, want %d", c.Refusal, before.want)
			}
			if compared := len(c.Items) > 0; compared != (before.want == compare.Comparable) {
				t.Errorf("%d items are compared", len(c.Items))
			}
		})
	}
	guided := visit{kind: "guided", from: "2025-05-13", all: 3}.assess(t)
	if why := compare.Refuse(guided.Review(), visit{kind: "self-audit", from: "2026-05-13"}.assess(t).Review()); why != compare.Comparable {
		t.Errorf("a guided self-audit is not compared with a self-audit: %d", why)
	}
}

// The other major version of a scale is made by hand: none comes with the tool.
func TestOtherMajor(t *testing.T) {
	a, b := visit{from: "2025-05-13", all: 3}.assess(t), secondMajor(t)
	if why := compare.Refuse(a.Review(), b.Review()); why != compare.OtherMajor {
		t.Errorf("refusal %d", why)
	}
	if c := compare.Change(a, b, compare.Settings{}); len(c.Items) > 0 || c.Verdict != compare.NoVerdict {
		t.Errorf("%+v", c.Items)
	}
}

func TestItems(t *testing.T) {
	before := visit{from: "2025-05-13", all: 3, scores: map[string]int{"disclosure": 4, "zero-exclusion": 0, "agency-focus": 0}}
	after := visit{from: "2026-05-12", all: 3, scores: map[string]int{"disclosure": 2, "caseload-size": 5, "zero-exclusion": 0, "executive-support": 0}}
	c := compare.Change(before.assess(t), after.assess(t), compare.Settings{})
	want := map[string]compare.ItemChange{
		"caseload-size":     {Then: compare.Span{Low: 3, High: 3}, Now: compare.Span{Low: 5, High: 5}, Move: compare.Up},
		"disclosure":        {Then: compare.Span{Low: 4, High: 4}, Now: compare.Span{Low: 2, High: 2}, Move: compare.Down},
		"zero-exclusion":    {Then: compare.Span{Low: 1, High: 5}, Now: compare.Span{Low: 1, High: 5}, Move: compare.Unclear},
		"agency-focus":      {Then: compare.Span{Low: 1, High: 5}, Now: compare.Span{Low: 3, High: 3}, Move: compare.Unclear},
		"executive-support": {Then: compare.Span{Low: 3, High: 3}, Now: compare.Span{Low: 1, High: 5}, Move: compare.Unclear},
		"team-contact":      {Then: compare.Span{Low: 3, High: 3}, Now: compare.Span{Low: 3, High: 3}, Move: compare.Same},
	}
	got := map[string]compare.ItemChange{}
	for _, item := range c.Items {
		id := c.After.Scale().Items()[item.Item].ID
		if _, asked := want[id]; asked {
			item.Item = 0
			got[id] = item
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if up, down := c.Moved(); len(up) != 1 || len(down) != 1 {
		t.Errorf("%d up, %d down", len(up), len(down))
	}
	// 25 items at 3 less two open ones, against the same less two others.
	if low, high := c.ByLow.String(), c.ByHigh.String(); low != "-8" || high != "8" || c.Verdict != compare.NoVerdict {
		t.Errorf("from %s to %s, verdict %d", low, high, c.Verdict)
	}
}

// A range settles the verdict where every value in it gives the same one.
func TestVerdictOfRanges(t *testing.T) {
	for name, situation := range map[string]struct {
		before, after visit
		want          compare.Verdict
	}{
		"equal":                     {visit{all: 3}, visit{all: 3}, compare.AboutTheSame},
		"every item a point higher": {visit{all: 3}, visit{all: 4}, compare.HasRisen},
		"every item a point lower":  {visit{all: 4}, visit{all: 3}, compare.HasFallen},
		"one open item, far above":  {visit{all: 2}, visit{all: 4, scores: map[string]int{"disclosure": 0}}, compare.HasRisen},
		"one open item, near":       {visit{all: 3}, visit{all: 3, scores: map[string]int{"disclosure": 0}}, compare.AboutTheSame},
		"one open item, at the limit": {
			visit{all: 3}, visit{all: 3, scores: map[string]int{"disclosure": 0, "zero-exclusion": 5, "agency-focus": 4}}, compare.NoVerdict,
		},
		"nothing known": {visit{all: 3}, visit{}, compare.NoVerdict},
	} {
		t.Run(name, func(t *testing.T) {
			situation.before.from, situation.after.from = "2025-05-13", "2026-05-12"
			if c := compare.Change(situation.before.assess(t), situation.after.assess(t), compare.Settings{}); c.Verdict != situation.want {
				t.Errorf("verdict %d for %s to %s, want %d", c.Verdict, c.ByLow, c.ByHigh, situation.want)
			}
		})
	}
}

func TestCorrections(t *testing.T) {
	const wrong = "corrected: [{item: disclosure, from: 4, to: 2, why: We misread the worksheet.}]\n"
	before := visit{from: "2025-05-13", all: 4}
	for name, situation := range map[string]struct {
		before, after visit
		then          string // total
		corrected     int
		done          bool
	}{
		"the later review puts it right":       {before, visit{from: "2026-05-12", all: 4, more: wrong}, "98", 1, false},
		"the earlier one was amended already":  {visit{from: "2025-05-13", all: 4, scores: map[string]int{"disclosure": 2}}, visit{from: "2026-05-12", all: 4, more: wrong}, "98", 1, true},
		"it is about another review":           {visit{from: "2025-05-13", all: 3}, visit{from: "2026-05-12", all: 4, more: wrong}, "75", 0, false},
		"the earlier one corrects one before":  {visit{from: "2025-05-13", all: 4, more: wrong}, visit{from: "2026-05-12", all: 4}, "100", 0, false},
		"an open score has nothing to correct": {visit{from: "2025-05-13", all: 4, scores: map[string]int{"disclosure": 0}}, visit{from: "2026-05-12", all: 4, more: wrong}, "97", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			c := compare.Change(situation.before.assess(t), situation.after.assess(t), compare.Settings{})
			if got := c.Then.Low.String(); got != situation.then || len(c.Corrected) != situation.corrected {
				t.Fatalf("then %s with %+v, want %s", got, c.Corrected, situation.then)
			}
			if len(c.Corrected) > 0 && (c.Corrected[0].Done != situation.done || c.Corrected[0].Why != "We misread the worksheet.") {
				t.Errorf("%+v", c.Corrected)
			}
			for _, item := range c.Items {
				if at := c.After.Scale().Items()[item.Item].ID == "disclosure"; item.Corrected != (at && situation.corrected > 0 && !situation.done) {
					t.Errorf("item %d: corrected %v", item.Item, item.Corrected)
				}
			}
		})
	}
}

func TestSamples(t *testing.T) {
	first, second, third := sample(t, "larkmoor/2024-05.yaml"), sample(t, "larkmoor/2025-05.yaml"), sample(t, "larkmoor/2026-05.yaml")
	c := compare.Change(first, second, compare.Settings{})
	// 90 points in 2024, of which one was wrong.
	if c.Then.Low.String() != "89" || c.Now.Low.String() != "101" || c.Verdict != compare.HasRisen || len(c.Corrected) != 1 {
		t.Errorf("%s to %s: %d; %+v", c.Then.Low, c.Now.Low, c.Verdict, c.Corrected)
	}
	c = compare.Change(second, third, compare.Settings{})
	if c.Then.Low.String() != "101" || c.ByLow.String() != "3" || c.Verdict != compare.AboutTheSame || len(c.Corrected) != 0 {
		t.Errorf("%s by %s: %d; %+v", c.Then.Low, c.ByLow, c.Verdict, c.Corrected)
	}
}
