package compare_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestMargin(t *testing.T) {
	for name, want := range map[string]struct {
		scale, set       string // set is nothing for the assumption
		sem, near, noise string
	}{
		"the assumption, on totals from 25 to 125":    {reviewtest.IPS25, "", "3.5", "5", "10"},
		"the same, in proportion, from 15 to 75":      {reviewtest.IPS15, "", "2.1", "3", "6"},
		"a smaller one of one's own":                  {reviewtest.IPS25, "2.5", "2.5", "4", "7"},
		"a larger one":                                {reviewtest.IPS25, "4.2", "4.2", "6", "12"},
		"one so small that a point is a change":       {reviewtest.IPS25, "0.1", "0.1", "1", "1"},
		"one that comes close to a whole, from below": {reviewtest.IPS25, "3.53553390593", "3.5355", "5", "10"},
		"the same, from above":                        {reviewtest.IPS25, "3.53553390594", "3.5355", "6", "10"},
	} {
		t.Run(name, func(t *testing.T) {
			var set compare.Settings
			if want.set != "" {
				set.SEM = number(t, want.set)
			}
			m := set.Margin(reviewtest.SpeakerOf(t, want.scale).Scale())
			if m.SEM.String() != want.sem || m.Near.String() != want.near || m.Noise.String() != want.noise || m.Assumed != (want.set == "") {
				t.Errorf("error %s, near %s, noise %s, assumed %v", m.SEM, m.Near, m.Noise, m.Assumed)
			}
		})
	}
}

// A total that is a mean is told to two decimals, and so are its limits.
func TestMarginOfMeans(t *testing.T) {
	def := *reviewtest.Speaker(t).Scale().Definition()
	def.Total, def.Bands = fidelity.Mean, nil
	scale, problems := fidelity.Compile(def)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	m := compare.Settings{}.Margin(scale)
	if m.SEM.String() != "0.14" || m.Near.String() != "0.2" || m.Noise.String() != "0.39" {
		t.Errorf("error %s, near %s, noise %s", m.SEM, m.Near, m.Noise)
	}
}

func TestVerdict(t *testing.T) {
	m := compare.Settings{}.Margin(reviewtest.Speaker(t).Scale())
	for by, want := range map[int]compare.Verdict{
		0: compare.AboutTheSame, 4: compare.AboutTheSame, -4: compare.AboutTheSame,
		5: compare.MayHaveRisen, 10: compare.MayHaveRisen, -5: compare.MayHaveFallen, -10: compare.MayHaveFallen,
		11: compare.HasRisen, -11: compare.HasFallen, 100: compare.HasRisen,
	} {
		if got := m.Verdict(fidelity.Int(by)); got != want {
			t.Errorf("%d: %d, want %d", by, got, want)
		}
	}
}

// The limits are the smallest whole numbers that are no less than the formulas
// of statistics give.
func TestLimitsAreRoundedUp(t *testing.T) {
	scale := reviewtest.Speaker(t).Scale()
	rapid.Check(t, func(t *rapid.T) {
		hundredths := rapid.IntRange(1, 2000).Draw(t, "sem")
		sem, _ := fidelity.Int(hundredths).Div(fidelity.Int(100))
		m := compare.Settings{SEM: sem}.Margin(scale)
		near := math.Sqrt2 * float64(hundredths) / 100
		if got := m.Near.Float(); got != math.Ceil(near) {
			t.Fatalf("near is %v for %v", got, near)
		}
		if got := m.Noise.Float(); got != math.Ceil(1.96*near) {
			t.Fatalf("noise is %v for %v", got, 1.96*near)
		}
	})
}
