package result_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

// fields are those of formats.md, section 4. More may be added, and a change
// of these breaks the programs that read results.
var fields = map[string]string{
	"":                     "format tool scale review items sections principles total band bands_possible flags",
	"tool":                 "name version",
	"scale":                "id version digest title",
	"review":               "file service kind stage visit",
	"review.service":       "id name",
	"review.visit":         "from to",
	"items[]":              "id number section title state score suggested low high measures rows because why missing flags next",
	"items[].measures[]":   "id value low high base used of unit text",
	"items[].rows[]":       "id low high left_out",
	"items[].flags[]":      "code text",
	"items[].next":         "score choose needs",
	"items[].next.needs[]": "text",
	"sections[]":           "id score low high max scored of",
	"principles[]":         "id items mean",
	"total":                "score low high scored of max",
	"band":                 "id label",
}

func TestFieldsOfTheContract(t *testing.T) {
	for _, review := range []string{reviewtest.Full, reviewtest.Incomplete, reviewtest.Stripped} {
		found := map[string]map[string]bool{}
		collectFields(object(t, written(t, of(t, reviewtest.Assess(t, review), review), false)), "", found)
		for at, names := range fields {
			if found[at] == nil {
				continue // such as the band of a review with open items
			}
			for _, name := range strings.Fields(names) {
				if !found[at][name] {
					t.Errorf("%s: %q has no %s: %v", review, at, name, slices.Sorted(maps.Keys(found[at])))
				}
			}
		}
		for _, at := range []string{"", "tool", "scale", "review", "review.service", "review.visit", "items[]", "sections[]", "principles[]", "total"} {
			if found[at] == nil {
				t.Errorf("%s: nothing at %q", review, at)
			}
		}
	}
}

// collectFields notes the names of every object, and fails on a list that is
// null: null stands for a number, a text or an object that is not there.
func collectFields(value any, at string, found map[string]map[string]bool) {
	switch value := value.(type) {
	case map[string]any:
		if found[at] == nil {
			found[at] = map[string]bool{}
		}
		for name, part := range value {
			found[at][name] = true
			collectFields(part, strings.TrimPrefix(at+"."+name, "."), found)
		}
	case []any:
		for _, part := range value {
			collectFields(part, at+"[]", found)
		}
	}
}

// nullable are the fields that may be null, by their last name.
var nullable = strings.Fields("score suggested value low high base left_out next mean band")

func TestNullsOfRandomResults(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := reviewtest.Random(rt)
		r := of(rt, a, "random.yaml")
		checkNulls(rt, object(t, written(rt, r, false)), "")
		for i := range r.Items {
			checkItem(rt, &r.Items[i])
		}
		if complete := r.Total.Scored == r.Total.Of; complete != (r.Total.Score != "") || complete != (r.Band != nil) {
			rt.Fatalf("%d of %d scored, total %q, band %v", r.Total.Scored, r.Total.Of, r.Total.Score, r.Band)
		}
		if r.Total.Low == r.Total.High && r.Total.Score == "" || len(r.BandsPossible) == 0 {
			rt.Fatalf("%+v, bands %v", r.Total, r.BandsPossible)
		}
	})
}

func checkNulls(t *rapid.T, value any, at string) {
	switch value := value.(type) {
	case nil:
		name := at[strings.LastIndexByte(at, '.')+1:]
		top := at == "items[].low" || at == "items[].high" || at == "total.low" || at == "total.high"
		if !slices.Contains(nullable, name) || top {
			t.Fatalf("%s is null", at)
		}
	case map[string]any:
		for name, part := range value {
			checkNulls(t, part, strings.TrimPrefix(at+"."+name, "."))
		}
	case []any:
		for _, part := range value {
			checkNulls(t, part, at+"[]")
		}
	}
}

func checkItem(t *rapid.T, it *result.Item) {
	switch {
	case (it.State == "open") != (it.Score == nil):
		t.Fatalf("%s is %s with the score %v", it.ID, it.State, it.Score)
	case (it.Low == it.High) != (it.Suggested != nil):
		t.Fatalf("%s allows %d to %d and suggests %v", it.ID, it.Low, it.High, it.Suggested)
	case it.Next != nil && it.Score != nil && it.Next.Score <= *it.Score:
		t.Fatalf("%s has %d, and the next score is %d", it.ID, *it.Score, it.Next.Score)
	case it.Score != nil && *it.Score == 5 && it.Next != nil:
		t.Fatalf("%s is at the top, and there is a next score", it.ID)
	case it.Low == it.High && len(it.Missing) > 0:
		t.Fatalf("%s is settled, and %v are missing", it.ID, it.Missing)
	}
	for _, m := range it.Measures {
		if (m.Value != "") != (m.Low != "" && m.Low == m.High) || m.Used > m.Of || m.Text == "" {
			t.Fatalf("%s: %+v", it.ID, m)
		}
	}
	for _, row := range it.Rows {
		if (row.LeftOut != nil) != (row.Low == nil) || (row.Low == nil) != (row.High == nil) {
			t.Fatalf("%s: %+v", it.ID, row)
		}
	}
}

// A result that is written and read is the same result.
func TestRoundTrip(t *testing.T) {
	for name, a := range reviewtest.References(t, "..") {
		want := of(t, a, name)
		for _, pretty := range []bool{true, false} {
			got, err := result.Read(written(t, want, pretty))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s (-written +read):\n%s", name, diff)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, c := range map[string][2]string{
		"no JSON":        {"format: fidelity/result/1", "this is no result in JSON"},
		"another format": {`{"format": "fidelity/result/2"}`, `the format is "fidelity/result/2"; this version reads fidelity/result/1`},
		"no format":      {`{}`, `the format is ""`},
		"a wrong number": {`{"format": "fidelity/result/1", "total": {"low": "many"}}`, "this is no result in JSON"},
		"a list":         {`{"format": "fidelity/result/1", "total": {"low": [1]}}`, "this is no result in JSON"},
		"true":           {`{"format": "fidelity/result/1", "total": {"low": true}}`, "this is no result in JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			if r, err := result.Read([]byte(c[0])); err == nil || !strings.HasPrefix(err.Error(), c[1]) {
				t.Errorf("%v, %v", r, err)
			}
		})
	}
}
