package compare_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// visit is a review of Larkhill in a few words.
type visit struct {
	service, scale, kind string // larkhill, ips-25@1 and independent where empty
	from, to             string // to is from where empty
	all                  int    // the score of every item that scores does not name; 0 leaves them open
	scores               map[string]int
	more                 string // further lines of YAML
}

func (v visit) assess(t reviewtest.TB) *fidelity.Assessment {
	t.Helper()
	or := func(text, instead string) string {
		if text == "" {
			return instead
		}
		return text
	}
	ref := or(v.scale, reviewtest.IPS25)
	var b strings.Builder
	fmt.Fprintf(&b, "format: fidelity/review/1\nscale: %s\nservice: {id: %s, name: The service}\n", ref, or(v.service, "larkhill"))
	fmt.Fprintf(&b, "kind: %s\nvisit: {from: %s, to: %s}\nitems:\n", or(v.kind, "independent"), v.from, or(v.to, v.from))
	for _, def := range reviewtest.SpeakerOf(t, ref).Scale().Items() {
		score, own := v.scores[def.ID]
		if !own {
			score = v.all
		}
		if score > 0 {
			fmt.Fprintf(&b, "  %s: {score: %d, because: As seen.}\n", def.ID, score)
		}
	}
	return fidelity.Assess(reviewtest.Read(t, "visit", b.String()+v.more))
}

// sample assesses one of the sample reviews.
func sample(t testing.TB, name string) *fidelity.Assessment {
	t.Helper()
	data, err := os.ReadFile("../../../reviews/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return fidelity.Assess(reviewtest.Read(t, name, string(data)))
}

func number(t reviewtest.TB, text string) fidelity.Number {
	t.Helper()
	n, err := fidelity.ParseNumber(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// secondMajor assesses an empty review on a second major version of the scale.
func secondMajor(t *testing.T) *fidelity.Assessment {
	t.Helper()
	def := *reviewtest.Speaker(t).Scale().Definition()
	def.Version = "2.0.0"
	scale, problems := fidelity.Compile(def)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := fidelity.NewReview(scale)
	r.Service.ID, r.Kind = "larkhill", fidelity.Independent
	return fidelity.Assess(r)
}
