package compare

import (
	"math"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Settings are what a user can set for comparisons.
type Settings struct {
	// SEM is the standard error of measurement of a total, in points. Zero
	// stands for the assumption that DefaultSEM makes.
	SEM fidelity.Number
	// Source says where the error is from, as in "24 joint reviews of our own".
	Source string
}

// Margin is how far the totals of two reviews can be apart by chance alone.
type Margin struct {
	SEM     fidelity.Number // standard error of measurement, in points of the total
	Assumed bool            // it is the assumption of DefaultSEM, and nobody's measurement
	Source  string          // where the error is from; may be empty
	// Near is the smallest difference that may be a change: √2 SEM, rounded up.
	Near fidelity.Number
	// Noise is the largest difference that may still be chance: 1.96 √2 SEM,
	// rounded up.
	Noise fidelity.Number
}

// DefaultSEM is the assumption for a scale: 3.5 points on a total that runs
// over 100 points, as that of the 25-item scale does, and in proportion for
// others. It follows from the published reliability (alpha .88; 79 sites, 2012)
// and a spread of 10 points, which nobody has published.
func DefaultSEM(scale *fidelity.Scale) fidelity.Number {
	low, high := scale.TotalRange()
	sem, _ := high.Sub(low).Mul(fidelity.Int(35)).Div(fidelity.Int(1000))
	return sem
}

// Margin returns the limits for a scale.
func (s Settings) Margin(scale *fidelity.Scale) Margin {
	m := Margin{SEM: s.SEM, Source: s.Source}
	if m.SEM.Sign() <= 0 {
		m.SEM, m.Assumed = DefaultSEM(scale), true
	}
	// Totals that are sums are whole; means are told to two decimals.
	steps := 1
	if scale.Method() == fidelity.Mean {
		steps = 100
	}
	variance := m.SEM.Mul(m.SEM).Mul(fidelity.Int(2))
	m.Near = rootUp(variance, steps)
	z := hundredths(196)
	m.Noise = rootUp(variance.Mul(z).Mul(z), steps)
	return m
}

func hundredths(n int) fidelity.Number {
	out, _ := fidelity.Int(n).Div(fidelity.Int(100))
	return out
}

// rootUp returns the smallest multiple of 1/steps whose square is at least n.
func rootUp(n fidelity.Number, steps int) fidelity.Number {
	at := func(k int) fidelity.Number { out, _ := fidelity.Int(k).Div(fidelity.Int(steps)); return out }
	enough := func(k int) bool { root := at(k); return root.Mul(root).Cmp(n) >= 0 }
	k := int(math.Sqrt(n.Float()) * float64(steps)) // the float only says where to look
	for k > 0 && enough(k-1) {
		k--
	}
	for !enough(k) {
		k++
	}
	return at(k)
}

// Verdict is what two totals, or the difference between them, come to.
type Verdict uint8

// The verdicts on two reviews of one service: a difference below
// the noise of scoring says nothing, one above it says that something changed.
const (
	NoVerdict     Verdict = iota // the totals are open, and their ranges allow several
	AboutTheSame                 // the difference is less than Margin.Near
	MayHaveRisen                 // from Near up to and including Noise
	MayHaveFallen                //
	HasRisen                     // more than Noise
	HasFallen
)

// Verdict says what a difference comes to, later total minus earlier one.
func (m Margin) Verdict(by fidelity.Number) Verdict {
	size, rises := by, by.Sign() >= 0
	if !rises {
		size = fidelity.Int(0).Sub(by)
	}
	pick := func(up, down Verdict) Verdict {
		if rises {
			return up
		}
		return down
	}
	switch {
	case size.Cmp(m.Near) < 0:
		return AboutTheSame
	case size.Cmp(m.Noise) <= 0:
		return pick(MayHaveRisen, MayHaveFallen)
	}
	return pick(HasRisen, HasFallen)
}

// between says what a difference comes to that lies somewhere from low to
// high. The verdicts follow each other as differences grow, so that two ends
// with the same verdict leave no other.
func (m Margin) between(low, high fidelity.Number) Verdict {
	if v := m.Verdict(low); v == m.Verdict(high) {
		return v
	}
	return NoVerdict
}
