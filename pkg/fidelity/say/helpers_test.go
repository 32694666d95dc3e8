package say_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// talk is somebody who talks about one item of a review.
type talk struct {
	*say.Speaker
	a    *fidelity.Assessment
	item int
}

// about assesses a review that holds just these lines of YAML, to talk about
// one item of it.
func about(t *testing.T, item, given string) talk {
	t.Helper()
	speaker := reviewtest.Speaker(t)
	i, ok := speaker.Scale().ItemAt(item)
	if !ok {
		t.Fatalf("no item %s", item)
	}
	return talk{speaker, reviewtest.Given(t, given), i}
}

func (w talk) withoutCodes() talk { return talk{w.WithoutCodes(), w.a, w.item} }

func (w talk) found() *fidelity.ItemAssessment { return &w.a.Items[w.item] }

// measure says a measure of the item by its id.
func (w talk) measure(t *testing.T, id string) string {
	t.Helper()
	for m := range w.found().Measures {
		if def := &w.Scale().Items()[w.item].Measures[m]; def.ID == id {
			return w.Measure(w.item, def, w.found().Measures[m])
		}
	}
	t.Fatalf("no measure %s", id)
	return ""
}

// flag says the flag of this code, or nothing where it is not raised.
func (w talk) flag(code string) string {
	var all []string
	for f := range w.found().Flags {
		if w.found().Flags[f].Code == code {
			all = append(all, w.Flag(w.a, w.item, &w.found().Flags[f]))
		}
	}
	return strings.Join(slices.Compact(all), " | ") // two measures may say the same
}

func (w talk) why() string   { return w.Why(w.a, w.item) }
func (w talk) short() string { return w.ShortEvidence(w.a, w.item) }
func (w talk) next() string  { return w.Next(w.a, w.item) }

// specialists writes rows of specialists, ES01 first, as YAML.
func specialists(rows ...string) string { return table("specialists", "ES%02d", rows) }
func clients(rows ...string) string     { return table("clients", "C%03d", rows) }
func jobs(rows ...string) string        { return table("jobs", "J%03d", rows) }

func table(name, code string, rows []string) string {
	for i, row := range rows {
		rows[i] = "{id: " + fmt.Sprintf(code, i+1) + ", " + row + "}"
	}
	return "evidence: {" + name + ": [" + strings.Join(rows, ", ") + "]}\n"
}

// finding writes what was found for an item, as YAML.
func finding(item, parts string) string { return "items: {" + item + ": {" + parts + "}}\n" }

func facts(item, answers string) string { return finding(item, "facts: {"+answers+"}") }

// times repeats a row.
func times(n int, row string) []string {
	rows := make([]string, n)
	for i := range rows {
		rows[i] = row
	}
	return rows
}

// check compares a sentence with the one that is wanted.
func check(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}
