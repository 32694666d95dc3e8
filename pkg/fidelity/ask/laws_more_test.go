package ask_test

import (
	"fmt"
	"os"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// No answer to a fact or to a single cell settles more than was promised, or
// leads further up or down: every answer is tried, and numbers one by one.
func TestNoAnswerSettlesMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		none(t, reviewtest.Random(t))
	})
}

func none(t failer, a *fidelity.Assessment) {
	t.Helper()
	open := ask.Find(a)
	before := open.High.Sub(open.Low)
	for i := range open.Questions {
		q := &open.Questions[i]
		for _, answer := range every(a.Review(), q) {
			total := fidelity.Assess(ask.Apply(a.Review(), q, ask.Outcome{Answers: []ask.Answer{answer}})).Total
			if settled := before.Sub(total.High.Sub(total.Low)); settled.Cmp(q.Points) > 0 && len(q.Serves) > 0 {
				t.Fatalf("question %d %+v: %+v settles %s", i, q, answer, settled)
			}
			if len(q.Serves) > 0 && (total.Low.Cmp(q.Best.Low) > 0 || total.High.Cmp(q.Worst.High) < 0) {
				t.Fatalf("question %d %+v: %+v leads to %s to %s", i, q, answer, total.Low, total.High)
			}
		}
	}
}

// every lists the answers to a question that asks for one thing.
func every(r *fidelity.Review, q *ask.Question) []ask.Answer {
	var at fidelity.Missing
	var values []fidelity.Value
	scale := r.Scale()
	choices := 0
	switch {
	case q.Kind == ask.Fact && len(q.Follow) == 0:
		at = fidelity.Missing{Kind: fidelity.MissingFact, Item: q.Item, Fact: q.Fact}
		choices = len(scale.Items()[q.Item].Facts[q.Fact].Choices())
	case q.Kind == ask.Cells && len(q.Rows) == 1:
		at = fidelity.Missing{Kind: fidelity.MissingCell, Table: q.Table, Row: q.Rows[0], Column: q.Column}
		col := &scale.Definition().Tables[q.Table].Columns[q.Column]
		switch col.Kind {
		case fidelity.YesNo, fidelity.Choice:
			choices = len(col.Choices())
		case fidelity.Percent, fidelity.Whole:
			return numbered(r, at, col)
		default:
			return nil
		}
	default:
		return nil
	}
	for c := range choices {
		values = append(values, fidelity.AnswerValue(c))
	}
	if choices == 0 {
		for n := range 40 {
			values = append(values, fidelity.NumberValue(fidelity.Int(n)))
		}
	}
	var out []ask.Answer
	for _, v := range values {
		out = append(out, ask.Answer{At: at, Value: v})
	}
	return out
}

// numbered tries one number after another that fits into the row.
func numbered(r *fidelity.Review, at fidelity.Missing, col *fidelity.Column) []ask.Answer {
	var out []ask.Answer
	def := &r.Scale().Definition().Tables[at.Table]
	row := &r.Rows(def.ID)[at.Row]
	for n := 0; n <= 400; n++ {
		if col.Kind == fidelity.Percent && n > 100 {
			break
		}
		fits := true
		for c := range def.Columns {
			by, ok := r.Scale().LimitedBy(at.Table, c)
			if !ok {
				continue
			}
			if limit, known := row.Get(def.Columns[by].ID).Number(); c == at.Column && known && fidelity.Int(n).Cmp(limit) > 0 {
				fits = false
			}
			if least, known := row.Get(def.Columns[c].ID).Number(); by == at.Column && known && fidelity.Int(n).Cmp(least) < 0 {
				fits = false
			}
		}
		if fits {
			out = append(out, ask.Answer{At: at, Value: fidelity.NumberValue(fidelity.Int(n))})
		}
	}
	return out
}

// ownScale is the made-up scale of the examples: scores from 0, and a mean.
func ownScale(t reviewtest.TB) *fidelity.Scale {
	t.Helper()
	scale, problems := source.ReadScale(os.DirFS("../../../examples/ownscale/scale"), "scale")
	if scale == nil {
		t.Fatal(problems)
	}
	return scale
}

// The same holds on a scale of somebody's own.
func TestPromiseOnAnotherScale(t *testing.T) {
	scale := ownScale(t)
	rapid.Check(t, func(t *rapid.T) {
		r := fidelity.NewReview(scale)
		if rapid.Bool().Draw(t, "looked") {
			if err := r.Look("visits", 0); err != nil {
				t.Fatal(err)
			}
			for n := range rapid.IntRange(0, 5).Draw(t, "visits") {
				row, err := r.AddRow("visits", fmt.Sprintf("V%d", n))
				if err != nil {
					t.Fatal(err)
				}
				if rapid.Bool().Draw(t, "known") {
					row.SetAt(1, fidelity.NumberValue(fidelity.Int(rapid.IntRange(0, 40).Draw(t, "minutes"))))
				}
			}
		}
		for _, fact := range []string{"by-name", "seat"} {
			if err := r.SetFact("greeting", fact, rapid.SampledFrom([]string{"yes", "partly", "no", "unknown"}).Draw(t, fact)); err != nil {
				t.Fatal(err)
			}
		}
		a := fidelity.Assess(r)
		keeps(t, a)
		none(t, a)
	})
}
