package ask_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// Answering a question in the best and the worst way moves the total's range
// to where it was promised, and settles the points that were promised.
func TestPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keeps(t, reviewtest.Random(t))
	})
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func keeps(t failer, a *fidelity.Assessment) {
	t.Helper()
	open := ask.Find(a)
	before := open.High.Sub(open.Low)
	for i := range open.Questions {
		q := &open.Questions[i]
		most := fidelity.Number{}
		for _, o := range []ask.Outcome{q.Best, q.Worst, q.Most} {
			total := fidelity.Assess(ask.Apply(a.Review(), q, o)).Total
			if total.Low.Cmp(o.Low) != 0 || total.High.Cmp(o.High) != 0 {
				t.Fatalf("question %d %+v: %s to %s was promised, and it is %s to %s", i, q, o.Low, o.High, total.Low, total.High)
			}
			if settled := before.Sub(total.High.Sub(total.Low)); settled.Cmp(most) > 0 {
				most = settled
			}
		}
		if most.Cmp(q.Points) != 0 {
			t.Fatalf("question %d %+v: %s points were promised, and it is %s", i, q, q.Points, most)
		}
		if i > 0 && len(q.Serves) > 0 && q.Points.Cmp(open.Questions[i-1].Points) > 0 {
			t.Fatalf("question %d is worth more than the one before", i)
		}
		if len(q.Serves) == 0 && q.Points.Sign() != 0 {
			t.Fatalf("question %d serves nothing and is worth %s", i, q.Points)
		}
	}
}
