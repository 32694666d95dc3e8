package source

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// All that is bound has a shape, with a field for each key.
func TestEveryStructHasAShape(t *testing.T) {
	for _, v := range parts {
		typ := reflect.TypeOf(v)
		shape := ShapeOf(shapeName(typ))
		if shape == nil {
			t.Errorf("%s has no shape", typ.Name())
			continue
		}
		var keys []string
		for _, f := range shape.Fields {
			keys = append(keys, f.Key)
		}
		if diff := cmp.Diff(fieldsOf(typ).keys.names, keys); diff != "" {
			t.Errorf("%s (-bound +shape)\n%s", typ.Name(), diff)
		}
	}
	if ShapeOf("service") != nil || ShapeOf("") != nil {
		t.Error("there is a shape of what is no part by itself")
	}
}

// A tag that shapes pass over would be a rule that no editor knows.
func TestEveryTagIsInTheShapes(t *testing.T) {
	for tag, on := range tagsInUse() {
		name, _, _ := strings.Cut(tag, "=")
		if patterns[name] == "" && !slices.Contains([]string{"required", "omitempty", "dive", "eq", "oneof", "min"}, name) {
			t.Errorf("tag %s of %s is not told in shapes", tag, on)
		}
	}
}

func TestRequiredKeys(t *testing.T) {
	for part, want := range map[string][]string{
		"review":        {"format", "service", "kind", "visit"}, // scale depends on what there is
		"finding":       nil,
		"sample":        nil,
		"measured-item": {"low", "high"},
		"scale":         {"format", "id", "version", "scores", "total", "sections", "items"},
		"rule":          {"number", "section"}, // a number left out is 0, which is below its least
		"column":        {"type"},
		"words":         {"title", "short", "attribution"},
	} {
		if diff := cmp.Diff(want, ShapeOf(part).Required()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", part, diff)
		}
	}
}

// A measure holds measures, and its shape comes to an end all the same.
func TestPartThatHoldsItself(t *testing.T) {
	for _, f := range ShapeOf("measure").Fields {
		if f.Key == "largest_of" && (f.Kind != ShapeList || f.Each.Kind != ShapeOpen) {
			t.Errorf("%v of %v, want a list of what is open", f.Kind, f.Each.Kind)
		}
	}
}

// TestPatternsAgreeWithTheChecks tries texts of all kinds on all checks. Only a
// day that does not exist gets past a pattern.
func TestPatternsAgreeWithTheChecks(t *testing.T) {
	texts := []string{
		"", " ", "a", "A", "7", "-7", "07", "0.5", ".5", "7.", "1.0.0", "1.00.0", "1.0", "northfield", "northfield-2", "-north", "north_field",
		"2026-05", "2026-5", "2026-00", "2026-13", "2026-05-12", "2026-05-12 ", "2026-5-12", "2026-05-00", "2026-05-32", "2026-12-31", "2026-02-30", "12/05/2026",
		"2026-05-13T16:20:00Z", "2026-05-13T16:20:00.25Z", "2026-05-13T16:20:00+01:00", "2026-05-13T16:20:00", "2026-05-13T24:00:00Z", "2026-05-13T16:60:00Z", "2026-05-13t16:20:00z", "2026-05-13 16:20:00Z", "2026-05-13T",
	}
	for tag, check := range checks {
		pattern := regexp.MustCompile(patterns[tag])
		if patterns[tag] == "" {
			t.Errorf("there is no pattern for %s", tag)
		}
		for _, text := range texts {
			err, fits := check(text), pattern.MatchString(text)
			if noSuchDay := fits && text == "2026-02-30"; fits != (err == nil) && !noSuchDay {
				t.Errorf("%s: %q fits the pattern: %v, and the check says %v", tag, text, fits, err)
			}
		}
	}
}
