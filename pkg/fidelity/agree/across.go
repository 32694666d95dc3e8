package agree

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/stats"
)

// How many joint reviews it takes before a figure is given.
const (
	LeastForLean  = 5  // of two reviewers, before a lean is looked for
	LeastForTotal = 10 // before the totals' ICC and standard error are given
	LeastForError = 20 // before the error may replace the assumed one
)

// ItemRecord is how reviewers agreed on one item over all joint reviews.
type ItemRecord struct {
	Item                    int
	Reviews                 int // that all their reviewers scored
	Exact, WithinOne, Apart int // Apart: 2 points or more
	MeanGap                 float64
}

// Lean is whether one reviewer scores higher than another throughout.
type Lean struct {
	A, B     string // labels; A has the higher mean
	Reviews  int    // that both scored in full
	Mean     float64
	Interval stats.Interval
	Known    bool // from LeastForLean reviews on; else Mean and Interval say nothing
}

// Clear reports whether chance alone would hardly give such a lean.
func (l *Lean) Clear() bool { return l.Known && l.Interval.Low > 0 }

// Totals is how well totals of two reviewers agree.
type Totals struct {
	Reviews int // that two reviewers scored in full
	// ICC is ICC(2,1) where one and the same pair scored all, else ICC(1,1),
	// because then reviewers are nested in reviews.
	ICC      Coefficient
	OnePair  bool
	SEM      float64 // Dahlberg's error of one total, in points: a floor
	SEMRange stats.Interval
	Known    bool // from LeastForTotal on
	Replaces bool // from LeastForError on: SEM may replace the assumed error
}

// Overview is what the joint reviews of many visits show together.
type Overview struct {
	Scale  *fidelity.Scale
	Joints []*Joint
	Visits []*Agreement // by Joints
	Items  []ItemRecord // those with most disagreement first
	Leans  []Lean       // the pairs with most reviews first
	Totals Totals
}

// Across looks over the joints of several visits on one scale. A visit with
// more than two reviewers counts each pair of them towards leans, and its
// first two towards totals.
func Across(joints []*Joint) *Overview {
	o := &Overview{Joints: joints}
	for _, j := range joints {
		o.Scale = j.Review.Scale()
		o.Visits = append(o.Visits, j.Agreement())
	}
	if o.Scale == nil {
		return o
	}
	o.items()
	o.leans()
	o.totals()
	return o
}

func (o *Overview) items() {
	for i := range o.Scale.Items() {
		rec := ItemRecord{Item: i}
		gap := 0
		for _, j := range o.Joints {
			row, scored := j.row(i)
			if scored < len(row) {
				continue
			}
			width := slices.Max(row) - slices.Min(row)
			rec.Reviews++
			gap += width
			switch width {
			case 0:
				rec.Exact++
				fallthrough
			case 1:
				rec.WithinOne++
			default:
				rec.Apart++
			}
		}
		if rec.Reviews > 0 {
			rec.MeanGap = float64(gap) / float64(rec.Reviews)
		}
		o.Items = append(o.Items, rec)
	}
	slices.SortStableFunc(o.Items, func(a, b ItemRecord) int {
		return cmp.Or(cmp.Compare(b.MeanGap, a.MeanGap), cmp.Compare(b.Apart, a.Apart))
	})
}

// total is a rater's total in whole points, and false where an item is missing.
func (j *Joint) total(r int) (int, bool) {
	sum := 0
	for i := range j.Review.Findings {
		score, ok := j.Raters[r].Ratings[i].Score()
		if !ok {
			return 0, false
		}
		sum += score
	}
	return sum, true
}

// couple is the totals that the same two reviewers gave.
type couple struct {
	a, b          string // labels
	first, second []int
	keyA, keyB    string
}

// couples gathers, for every two reviewers, the visits that both scored in
// full. Reviewers are told apart by name, and by id where they have none.
func (o *Overview) couples() []*couple {
	var out []*couple
	for _, j := range o.Joints {
		for x := range j.Raters {
			for y := x + 1; y < len(j.Raters); y++ {
				o.couple(&out, j, x, y)
			}
		}
	}
	return out
}

func (o *Overview) couple(out *[]*couple, j *Joint, x, y int) {
	tx, okX := j.total(x)
	ty, okY := j.total(y)
	if !okX || !okY {
		return
	}
	keyX, keyY := key(&j.Raters[x]), key(&j.Raters[y])
	if keyX > keyY {
		x, y, tx, ty, keyX, keyY = y, x, ty, tx, keyY, keyX
	}
	at := slices.IndexFunc(*out, func(c *couple) bool { return c.keyA == keyX && c.keyB == keyY })
	if at < 0 {
		at = len(*out)
		*out = append(*out, &couple{a: j.Raters[x].Label(), b: j.Raters[y].Label(), keyA: keyX, keyB: keyY})
	}
	c := (*out)[at]
	c.first, c.second = append(c.first, tx), append(c.second, ty)
}

func key(r *Rater) string { return strings.ToLower(strings.Join(strings.Fields(r.Label()), " ")) }

func (o *Overview) leans() {
	for _, c := range o.couples() {
		l := Lean{A: c.a, B: c.b, Reviews: len(c.first)}
		if l.Reviews >= LeastForLean {
			l.Mean, l.Interval, l.Known = stats.MeanDifference(c.first, c.second)
			if l.Mean < 0 {
				l.A, l.B, l.Mean = l.B, l.A, -l.Mean
				l.Interval = stats.Interval{Low: -l.Interval.High, High: -l.Interval.Low}
			}
		}
		o.Leans = append(o.Leans, l)
	}
	slices.SortStableFunc(o.Leans, func(a, b Lean) int {
		return cmp.Or(cmp.Compare(b.Reviews, a.Reviews), cmp.Compare(b.Mean, a.Mean), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
}

func (o *Overview) totals() {
	var rows [][]int
	pairs := map[string]bool{}
	for _, j := range o.Joints {
		x, y := 0, 1
		if key(&j.Raters[0]) > key(&j.Raters[1]) {
			x, y = 1, 0
		}
		a, okA := j.total(x)
		b, okB := j.total(y)
		if okA && okB {
			rows = append(rows, []int{a, b})
			pairs[key(&j.Raters[x])+"\n"+key(&j.Raters[y])] = true
		}
	}
	t := &o.Totals
	t.Reviews, t.OnePair, t.ICC = len(rows), len(pairs) == 1, Coefficient{Why: TooFew}
	if t.Reviews < LeastForTotal {
		return
	}
	t.Known, t.Replaces = true, t.Reviews >= LeastForError
	of := stats.ICC11
	if t.OnePair {
		of = stats.ICC21
	}
	icc, ok := of(rows)
	t.ICC = coefficient(icc, ok)
	if flat(rows) {
		t.ICC = Coefficient{Why: AllSame}
	}
	t.SEM, _ = stats.Dahlberg(column(rows, 0), column(rows, 1))
	t.SEMRange = stats.DahlbergInterval(t.SEM, t.Reviews)
	if o.Scale.Method() == fidelity.Mean { // the total is the mean of the scores
		n := float64(len(o.Scale.Items()))
		t.SEM, t.SEMRange.Low, t.SEMRange.High = t.SEM/n, t.SEMRange.Low/n, t.SEMRange.High/n
	}
}
