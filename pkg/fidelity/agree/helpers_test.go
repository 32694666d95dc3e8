package agree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

const head = `format: fidelity/review/1
scale: ips-25@1
service: {id: northfield, name: Northfield}
kind: independent
visit: {from: 2026-05-12}
reviewers:
  - {id: r1, name: A. Okafor}
  - {id: r2, name: T. Lindqvist}
`

// read reads a review from the lines below its head.
func read(t reviewtest.TB, lines string) *fidelity.Review {
	return reviewtest.Read(t, "review.yaml", head+lines)
}

func copyOf(t reviewtest.TB, reviewer, lines string) agree.Copy {
	return agree.Copy{Name: "2026-05." + reviewer + ".yaml", Review: read(t, "blind: "+reviewer+"\n"+lines)}
}

// scored is a copy with these scores, in the scale's order; 0 is none.
func scored(t reviewtest.TB, reviewer string, scores ...int) agree.Copy {
	c := copyOf(t, reviewer, "")
	for i, s := range scores {
		if s > 0 {
			c.Review.Findings[i].Rating = fidelity.Scored(s)
		}
	}
	return c
}

func joint(t testing.TB, base *fidelity.Review, copies ...agree.Copy) *agree.Joint {
	t.Helper()
	j, err := agree.FromCopies(copies, base)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error %q does not say %q", err, part)
		}
	}
}

// typical are the reviewers of the reference case ips_pair_typical.
var typical = [2][]int{
	{5, 5, 5, 4, 3, 4, 5, 5, 2, 3, 5, 5, 4, 4, 5, 4, 3, 4, 5, 5, 4, 3, 2, 5, 3},
	{5, 5, 4, 4, 3, 4, 5, 5, 2, 4, 5, 5, 4, 3, 5, 4, 3, 5, 5, 5, 4, 5, 2, 4, 3},
}

func repeat(score, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = score
	}
	return out
}

func text(v fidelity.Value) string {
	n, ok := v.Number()
	return fmt.Sprint(v.Given(), ok, n)
}
