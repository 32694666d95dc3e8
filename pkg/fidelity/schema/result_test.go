package schema_test

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/schema"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func resultSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := schema.Result()
	return compiled(t, data, err, "")
}

// resultOf is the result of a review, as JSON. It is false where the file is no
// review.
func resultOf(t *testing.T, name string, data []byte) (any, bool) {
	t.Helper()
	file, _ := source.ReadReview(name, data, ips)
	if file == nil {
		return nil, false
	}
	scale, words := scaleAndWords(t)
	var out bytes.Buffer
	r := result.New(fidelity.Assess(file.Review), say.New(scale, words), name, result.Tool{Name: "fidelity", Version: "0.1.0"})
	if err := r.Write(&out, true); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	return value, true
}

func TestResultsFit(t *testing.T) {
	s := resultSchema(t)
	fit := 0
	for name, data := range files(t, 90, samples, fixtures+"reference/*.yaml", fixtures+"good/*.yaml", fixtures+"alike/*.yaml") {
		value, ok := resultOf(t, name, data)
		if !ok {
			continue
		}
		if found := faults(t, s, value); len(found) > 0 {
			t.Errorf("the result of %s does not fit at %v", name, found)
		}
		fit++
	}
	if fit < 90 {
		t.Errorf("%d results, want at least 90", fit)
	}
}

// TestResultsThatDoNotFit breaks a result in one place at a time.
func TestResultsThatDoNotFit(t *testing.T) {
	s := resultSchema(t)
	data := files(t, 1, fixtures+"good/full.yaml")[fixtures+"good/full.yaml"]
	broken := func(t *testing.T, place string, change func(result, item map[string]any)) {
		t.Helper()
		value, _ := resultOf(t, "full.yaml", data)
		root := value.(map[string]any)
		change(root, root["items"].([]any)[0].(map[string]any))
		if found := faults(t, s, value); len(found) != 1 || found[0] != place {
			t.Errorf("the fault is found at %v, want %s", found, place)
		}
	}
	whole, _ := resultOf(t, "full.yaml", data)
	for key := range whole.(map[string]any) {
		t.Run("without "+key, func(t *testing.T) {
			broken(t, "/", func(r, _ map[string]any) { delete(r, key) })
		})
	}
	for key := range whole.(map[string]any)["items"].([]any)[0].(map[string]any) {
		t.Run("item without "+key, func(t *testing.T) {
			broken(t, "/items/0", func(_, item map[string]any) { delete(item, key) })
		})
	}
	for name, c := range map[string]struct {
		place  string
		change func(result, item map[string]any)
	}{
		"other format":         {"/format", func(r, _ map[string]any) { r["format"] = "fidelity/result/2" }},
		"items are no list":    {"/items", func(r, _ map[string]any) { r["items"] = map[string]any{} }},
		"items are null":       {"/items", func(r, _ map[string]any) { r["items"] = nil }},
		"flags are null":       {"/flags", func(r, _ map[string]any) { r["flags"] = nil }},
		"a total in words":     {"/total/score", func(r, _ map[string]any) { r["total"].(map[string]any)["score"] = "101" }},
		"state of its own":     {"/items/0/state", func(_, i map[string]any) { i["state"] = "guessed" }},
		"half a score":         {"/items/0/score", func(_, i map[string]any) { i["score"] = 3.5 }},
		"low is null":          {"/items/0/low", func(_, i map[string]any) { i["low"] = nil }},
		"a day that is a year": {"/review/visit/from", func(r, _ map[string]any) { r["review"].(map[string]any)["visit"].(map[string]any)["from"] = "2026" }},
	} {
		t.Run(name, func(t *testing.T) { broken(t, c.place, c.change) })
	}
	// More keys may be added to results.
	value, _ := resultOf(t, "full.yaml", data)
	value.(map[string]any)["weather"] = "fine"
	if found := faults(t, s, value); len(found) > 0 {
		t.Errorf("a new key is a fault at %v", found)
	}
}
