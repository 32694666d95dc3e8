package stats

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// reference is one case of testdata/statistics.json, which names the source
// of each and the programs that confirm it.
type reference struct {
	ID        string
	Kind      string
	Tolerance float64
	Input     json.RawMessage
	Expected  json.RawMessage
}

func cases(t *testing.T, kind string) []reference {
	t.Helper()
	data, err := os.ReadFile("testdata/statistics.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []reference }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var out []reference
	for _, c := range file.Cases {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		t.Fatalf("no reference case of kind %s", kind)
	}
	return out
}

func (r reference) read(t *testing.T, input, expected any) {
	t.Helper()
	if err := json.Unmarshal(r.Input, input); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(r.Expected, expected); err != nil {
		t.Fatal(err)
	}
}

func (r reference) near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > r.Tolerance {
		t.Errorf("%s: %.12f, want %.12f", what, got, want)
	}
}

// expectation is a coefficient as the reference file writes it.
type expectation struct {
	Value *float64
	SE    *float64
	CI95  []float64
}

// UnmarshalJSON takes a bare number too.
func (e *expectation) UnmarshalJSON(data []byte) error {
	var value float64
	if json.Unmarshal(data, &value) == nil {
		e.Value = &value
		return nil
	}
	type plain expectation
	return json.Unmarshal(data, (*plain)(e))
}

func (r reference) estimate(t *testing.T, what string, got Estimate, ok bool, want *expectation) {
	t.Helper()
	switch {
	case want == nil:
	case want.Value == nil:
		if ok {
			t.Errorf("%s: %+v, want no value", what, got)
		}
	case !ok:
		t.Errorf("%s: no value, want %v", what, *want.Value)
	default:
		r.near(t, what, got.Value, *want.Value)
		if want.SE != nil {
			r.near(t, what+" se", got.SE, *want.SE)
		}
		if want.CI95 != nil {
			r.near(t, what+" low", got.Low, want.CI95[0])
			r.near(t, what+" high", got.High, want.CI95[1])
		}
	}
}

// cells reads a table in which null is a rating not given.
type cells [][]int

func (c *cells) UnmarshalJSON(data []byte) error {
	var rows [][]*int
	if err := json.Unmarshal(data, &rows); err != nil {
		return err
	}
	for _, row := range rows {
		var out []int
		for _, v := range row {
			if v == nil {
				out = append(out, Missing)
			} else {
				out = append(out, *v)
			}
		}
		*c = append(*c, out)
	}
	return nil
}
