package schema_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const (
	fixtures = "../source/testdata/"
	samples  = "../../../reviews/*/20*.yaml"
)

// TestGoodReviewsFit holds every review that the reader takes against the
// schema. Only spellings that the reader warns of are marked: in the reference
// reviews, that is clinical-help written as a count.
func TestGoodReviewsFit(t *testing.T) {
	s := reviewSchema(t)
	for name, data := range files(t, 100, samples, fixtures+"reference/*.yaml", fixtures+"good/*.yaml", fixtures+"alike/*.yaml", fixtures+"warnings/*.yaml") {
		file, problems := source.ReadReview(name, data, ips)
		if file == nil {
			if strings.HasPrefix(name, fixtures) {
				t.Errorf("%s: %v", name, problems)
			}
			continue // beside the reviews there may be other files
		}
		var warned []string
		for _, p := range problems {
			if p.Code == source.CodeSpelling {
				warned = append(warned, pointer(p.Path))
			}
		}
		for _, as := range []edition{yaml12, yaml11} {
			value, _ := asEditorsDo(data, as)
			if diff := cmp.Diff(warned, faults(t, s, value)); diff != "" {
				t.Errorf("%s, YAML 1.1 %v (-reader +schema)\n%s", name, as, diff)
			}
		}
	}
}

var steps = regexp.MustCompile(`[^.\[\]]+`)

// pointer turns items.disclosure.sources[1] into /items/disclosure/sources/1.
func pointer(path string) string {
	if key, err := strconv.Unquote(path); err == nil { // a strange key at the top
		return "/" + key
	}
	return "/" + strings.Join(steps.FindAllString(path, -1), "/")
}

// seenOnlyByTheReader are problems of shape, keys, types and values that no
// JSON Schema can find: by fixture, or by fixture and path.
var seenOnlyByTheReader = map[string]string{
	"date-evidence-period":     noSuchDay,
	"date-no-leap-year":        noSuchDay,
	"date-of-stripping":        noSuchDay,
	"date-that-does-not-exist": noSuchDay,
	"many:visit.to":            noSuchDay,
	"many:actions[0].when":     noSuchDay,

	"number-bare-point":   notation,
	"number-exponent":     notation,
	"number-leading-zero": notation,
	"number-other-bases":  notation,
	"number-plus":         notation,
	"number-underscore":   notation,

	"number-too-long":         "a schema cannot count the digits of a number",
	"percent-part-above-base": "a schema cannot compare the two numbers in a text",
}

const (
	noSuchDay = "the day looks like one, and does not exist"
	notation  = "YAML parsers take it for a plain number before the schema is asked"
)

// shapely are the codes of problems that a schema is there for. The others are
// text that is no YAML, YAML that is refused, ids and keys that occur twice, and
// values that contradict each other.
var shapely = []string{source.CodeUnknown, source.CodeType, source.CodeValue, source.CodeRequired}

// TestBadReviewsDoNotFit holds every fixture of a problem against the schema,
// and sees that it finds fault at each place that the reader does.
func TestBadReviewsDoNotFit(t *testing.T) {
	s := reviewSchema(t)
	used := map[string]bool{}
	for name, data := range files(t, 240, fixtures+"problems/*.yaml") {
		base := strings.TrimSuffix(name[strings.LastIndex(name, "/")+1:], ".yaml")
		value, ok := asEditorsDo(data, yaml12)
		if !ok {
			continue
		}
		found := faults(t, s, value)
		_, problems := source.ReadReview(base, data, ips)
		for _, p := range problems {
			if p.Level != source.Error || !slices.Contains(shapely, p.Code) {
				continue
			}
			exception := base
			if seenOnlyByTheReader[exception] == "" {
				exception += ":" + p.Path
			}
			seen := slices.ContainsFunc(found, func(fault string) bool { return about(fault, p) })
			if excused := seenOnlyByTheReader[exception] != ""; excused {
				used[exception] = used[exception] || !seen
			} else if !seen {
				t.Errorf("%s\nnot found by the schema, which finds %v", p, found)
			}
		}
	}
	for exception, reason := range seenOnlyByTheReader {
		if !used[exception] {
			t.Errorf("%s is found by the schema, and no exception (%s)", exception, reason)
		}
	}
}

// about reports whether a schema's fault is that of the reader: at its place or
// in it, or at the part that a key is missing from or unknown in.
func about(fault string, p source.Problem) bool {
	place := pointer(p.Path)
	around := place[:max(strings.LastIndex(place, "/"), 1)]
	return fault == place || strings.HasPrefix(fault, strings.TrimSuffix(place, "/")+"/") ||
		fault == around && (p.Code == source.CodeUnknown || p.Code == source.CodeRequired)
}
