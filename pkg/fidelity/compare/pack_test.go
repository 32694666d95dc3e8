package compare_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

const fullPeriod = "evidence_period: {from: 2025-10-01, to: 2026-03-31}\nstage: final\n"

// packVisits makes a pack of visits.
func packVisits(t *testing.T, set compare.PackSettings, visits ...visit) *compare.Pack {
	t.Helper()
	var all []compare.Record
	for i, v := range visits {
		all = append(all, compare.Summarise(v.assess(t), fmt.Sprintf("%d.yaml", i)))
	}
	return packOf(all, set)
}

func TestWhatIsPassedOver(t *testing.T) {
	newest := visit{service: "ash", from: "2026-05-12", all: 4, more: fullPeriod}
	for name, c := range map[string]struct {
		other visit
		want  compare.Unusable
	}{
		"one reviewer's own copy":  {visit{service: "ash", from: "2026-05-12", all: 3, more: "blind: r1\n"}, compare.OneReviewers},
		"still gathering":          {visit{service: "ash", from: "2026-04-12", all: 3, more: "stage: gathering\n"}, compare.StillGathering},
		"no score":                 {visit{service: "ash", from: "2026-04-12"}, compare.NothingScored},
		"a draft of the same":      {visit{service: "ash", from: "2026-05-12", all: 3, more: "stage: draft\n"}, compare.SameVisitAgain},
		"another scale":            {visit{service: "birch", scale: reviewtest.IPS15, from: "2026-05-12", all: 3}, compare.OnOtherScale},
		"very old evidence":        {visit{service: "birch", from: "2024-05-11", all: 3, more: "stage: final\n"}, compare.TooOld},
		"old, but not too old":     {visit{service: "birch", from: "2024-05-12", all: 3, more: "stage: final\n"}, compare.Usable},
		"an older one is no news":  {visit{service: "ash", from: "2024-01-12", all: 3, more: "stage: final\n"}, compare.Usable},
		"an older self-audit, too": {visit{service: "ash", from: "2026-01-12", kind: "self-audit", all: 3, more: "stage: final\n"}, compare.Usable},
	} {
		t.Run(name, func(t *testing.T) {
			p := packVisits(t, compare.PackSettings{Ref: reviewtest.IPS25}, newest, c.other)
			if p.Files != 2 || len(p.Sites) == 0 || p.Sites[0].Total.Low.String() != "100" || len(p.Own) != 0 {
				t.Fatalf("%+v", p)
			}
			switch {
			case c.want == compare.Usable && len(p.Passed) != 0, c.want != compare.Usable && len(p.Passed) != 1:
				t.Errorf("passed over: %+v", p.Passed)
			case c.want != compare.Usable && (p.Passed[0].Why != c.want || p.Passed[0].File != "1.yaml"):
				t.Errorf("%+v, want %d", p.Passed[0], c.want)
			}
		})
	}
}

func TestPackAsOfADay(t *testing.T) {
	g := compare.NewGather(fidelity.Date{Year: 2025, Month: 12, Day: 31})
	for i, v := range []visit{{from: "2026-05-12", all: 5}, {from: "2025-05-12", all: 4}, {from: "2024-05-12", all: 3}} {
		g.Add(compare.Summarise(v.assess(t), fmt.Sprint(i)))
	}
	g.Broken("broken.yaml")
	p := g.Pack(compare.PackSettings{})
	if len(p.Sites) != 1 || p.Sites[0].Total.Low.String() != "100" || p.Sites[0].Change.ByLow.String() != "25" || p.Sites[0].Change.Verdict != compare.HasRisen {
		t.Errorf("%+v", p.Sites)
	}
	var why []compare.Unusable
	for _, passed := range p.Passed {
		why = append(why, passed.Why)
	}
	if !slices.Equal(why, []compare.Unusable{compare.BrokenFile, compare.AfterDay}) || p.Files != 4 {
		t.Errorf("%v of %d files", why, p.Files)
	}
}

func TestCautions(t *testing.T) {
	others := []visit{
		{service: "elm", from: "2026-05-12", all: 3, more: fullPeriod}, {service: "fir", from: "2026-05-12", all: 3, more: fullPeriod},
	}
	setting := func(text string) func(*compare.Record) {
		return func(r *compare.Record) { r.Service.Setting = text }
	}
	for name, c := range map[string]struct {
		visit visit
		with  func(*compare.Record)
		want  []compare.Caution
	}{
		"nothing":            {visit{from: "2026-05-12", all: 4, more: fullPeriod}, setting("Community  mental health"), nil},
		"open items":         {visit{from: "2026-05-12", scores: map[string]int{"zero-exclusion": 4}, more: fullPeriod}, setting("community mental health"), []compare.Caution{compare.ItemsOpen}},
		"a draft, no period": {visit{from: "2026-05-12", all: 4}, setting("community mental health"), []compare.Caution{compare.NotFinal, compare.NoPeriod}},
		"old evidence":       {visit{from: "2025-05-12", all: 4, more: "evidence_period: {from: 2024-10-01, to: 2025-05-11}\nstage: final\n"}, setting("community mental health"), []compare.Caution{compare.OldEvidence}},
		"another setting":    {visit{from: "2026-05-12", all: 4, more: fullPeriod}, setting("prison"), []compare.Caution{compare.OtherSetting}},
		"no setting":         {visit{from: "2026-05-12", all: 4, more: fullPeriod}, setting(""), []compare.Caution{compare.NoSetting}},
	} {
		t.Run(name, func(t *testing.T) {
			records := []compare.Record{compare.Summarise(c.visit.assess(t), "f")}
			c.with(&records[0])
			for _, v := range others {
				r := compare.Summarise(v.assess(t), v.service)
				r.Service.Setting, r.Service.Name = "community mental health", v.service
				records = append(records, r)
			}
			p := packOf(records, compare.PackSettings{})
			for _, s := range p.Sites {
				if s.Record.File == "f" && !slices.Equal(s.Cautions, c.want) {
					t.Errorf("%v, want %v", s.Cautions, c.want)
				}
			}
		})
	}
}

func TestPanels(t *testing.T) {
	p := packVisits(
		t, compare.PackSettings{},
		visit{service: "ash", from: "2026-05-12", all: 4}, visit{service: "ash", kind: "guided", from: "2026-06-12", all: 5},
		visit{service: "birch", kind: "self-audit", from: "2026-05-12", all: 3}, visit{service: "birch", kind: "guided", from: "2025-05-12", all: 2},
	)
	if len(p.Sites) != 1 || len(p.Own) != 2 || p.Sites[0].Total.Low.String() != "100" || p.Own[0].Total.Low.String() != "125" {
		t.Fatalf("%+v", p)
	}
	if p.Own[0].Change != nil || p.Own[1].Change.ByLow.String() != "25" {
		t.Error("a self-audit is compared with the one before, and never with a review")
	}
}

func TestActionsStillToDo(t *testing.T) {
	before := visit{from: "2025-05-12", all: 3, more: `actions:
  - {id: a1, item: zero-exclusion, action: Carried, when: 2025-09-30}
  - {id: a2, action: Forgotten, when: 2026-09-30}
  - {id: a3, action: Done long ago, status: done}
`}
	after := visit{from: "2026-05-12", all: 3, more: `actions:
  - {id: a1, item: zero-exclusion, action: Carried on, when: 2026-09-30}
  - {id: a4, item: disclosure, action: Late, when: 2026-05-11}
  - {id: a5, action: Dropped, status: dropped}
`}
	p := packVisits(t, compare.PackSettings{}, before, after)
	var got []string
	for _, a := range p.Sites[0].Actions {
		got = append(got, fmt.Sprint(a.What, a.Late, a.Old))
	}
	if want := "Latetrue false Carried onfalse false Forgottenfalse true"; strings.Join(got, " ") != want {
		t.Errorf("%q", got)
	}
	at, _ := p.Scale.ItemAt("disclosure")
	if p.Items[at].Open != 1 || p.Items[at].Late != 1 {
		t.Errorf("%+v", p.Items[at])
	}
}

func TestSharedGapsAndStrengths(t *testing.T) {
	low := map[string]int{"zero-exclusion": 2, "disclosure": 5}
	p := packVisits(
		t, compare.PackSettings{},
		visit{service: "ash", from: "2026-05-12", all: 3, scores: low}, visit{service: "birch", from: "2026-05-12", all: 3, scores: low},
		visit{service: "cedar", from: "2026-05-12", all: 3, scores: map[string]int{"disclosure": 4, "caseload-size": 1}}, visit{service: "elm", from: "2026-05-12", all: 3},
	)
	name := func(all []*compare.ItemAcross) (ids []string) {
		for _, a := range all {
			ids = append(ids, p.Scale.Items()[a.Item].ID)
		}
		return ids
	}
	if got := name(p.SharedGaps()); !slices.Equal(got, []string{"zero-exclusion"}) {
		t.Errorf("gaps %v", got)
	}
	if got := name(p.Strengths()); !slices.Equal(got, []string{"disclosure"}) {
		t.Errorf("strengths %v", got)
	}
	if ask := p.Sites[0].Ask; len(ask) != compare.MostQuestions || ask[0].Why != compare.AskLow || ask[1].Why != compare.AskThin {
		t.Errorf("%+v", ask)
	}
	if p.Items[0].HasEase || p.Sure.HasAlpha || len(p.Sure.Sites) != 4 {
		t.Error("figures from too few sites")
	}
}

// The reference: a total of 101 with an error of 3.5 is about 6 in 10 sure of
// Good when another pair looks, and close to Fair.
func TestSureOfABand(t *testing.T) {
	scores := map[string]int{"zero-exclusion": 5}
	p := packVisits(t, compare.PackSettings{}, visit{service: "ash", from: "2026-05-12", all: 4, scores: scores}, visit{service: "birch", from: "2026-05-12", all: 3})
	sure := p.Sure
	if s := sure.Sites[0]; !s.Known || math.Abs(s.Same-0.615) > 0.01 || s.Close != 1 {
		t.Errorf("%+v", s)
	}
	if s := sure.Sites[1]; s.Close != 0 {
		t.Errorf("75 is %+v", s)
	}
	if sure.Settled != 2 || math.Abs(sure.Equal-1.128*3.5) > 0.01 || sure.Seen != 26 {
		t.Errorf("%+v", sure)
	}
	if ranks := p.Ranks(); ranks[0].Best != 1 || ranks[0].Worst != 1 || ranks[1].Best != 2 {
		t.Errorf("%v", ranks)
	}
}

func TestFiguresOfManySites(t *testing.T) {
	var visits []visit
	for i := range compare.LeastForItemRest {
		visits = append(visits, visit{service: fmt.Sprintf("s%02d", i), from: "2026-05-12", all: 2 + i%4, scores: map[string]int{"zero-exclusion": 1 + i%5}})
	}
	p := packVisits(t, compare.PackSettings{}, visits...)
	if !p.Sure.HasAlpha || p.Sure.Rough || !p.Items[0].HasRest || !p.Items[0].HasEase || p.Items[0].Of != len(visits) {
		t.Errorf("%+v", p.Sure)
	}
	p = packVisits(t, compare.PackSettings{}, visits[:compare.LeastForAlpha]...)
	if !p.Sure.HasAlpha || !p.Sure.Rough || p.Items[0].HasRest || !p.Items[0].HasEase {
		t.Errorf("%+v", p.Sure)
	}
}

func TestNothingToCompare(t *testing.T) {
	g := compare.NewGather(fidelity.Date{})
	g.Broken("a.yaml")
	if p := g.Pack(compare.PackSettings{}); p.Scale != nil || len(p.Passed) != 1 || len(p.Blocked()) != 0 {
		t.Errorf("%+v", p)
	}
}
