package agree_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
)

const (
	two20   = "evidence: {specialists: [{id: ES01, caseload: 20}, {id: ES02, caseload: 15}]}\n"
	two18   = "evidence: {specialists: [{id: ES01, caseload: 18}, {id: ES02, caseload: 15}]}\n"
	two19   = "evidence: {specialists: [{id: ES01, caseload: 19}, {id: ES02, caseload: 15}]}\n"
	one20   = "evidence: {specialists: [{id: ES01, caseload: 20}]}\n"
	changed = "evidence: {specialists: [{id: ES01, caseload: 20}, {id: es02, caseload: 14}]}\n"
	three   = "evidence: {specialists: [{id: ES01, caseload: 20}, {id: ES02, caseload: 15}, {id: ES03, caseload: 9}]}\n"
	without = "evidence: {specialists: [{id: ES01}, {id: ES02, caseload: 15}]}\n"
	none    = ""
)

func TestMergeOfEvidence(t *testing.T) {
	for name, c := range map[string]struct {
		base, a, b string
		hasBase    bool
		conflicts  int
		rows       int
		caseload   string // of ES01
	}{
		"nothing changed":                 {two20, two20, two20, true, 0, 2, "true true 20"},
		"one changed a cell":              {two20, two18, two20, true, 0, 2, "true true 18"},
		"the other changed a cell":        {two20, two20, two18, true, 0, 2, "true true 18"},
		"both alike":                      {two20, two18, two18, true, 0, 2, "true true 18"},
		"both differently":                {two20, two18, two19, true, 1, 2, "true false 0"},
		"one emptied a cell":              {two20, without, two20, true, 0, 2, "false false 0"},
		"one emptied, the other changed":  {two20, without, two18, true, 1, 2, "true false 0"},
		"one took a row out":              {two20, one20, two20, true, 0, 1, "true true 20"},
		"both took a row out":             {two20, one20, one20, true, 0, 1, "true true 20"},
		"a row taken out and changed":     {two20, one20, changed, true, 1, 2, "true true 20"},
		"one added a row":                 {two20, two20, three, true, 0, 3, "true true 20"},
		"both added the same row":         {two20, three, three, true, 0, 3, "true true 20"},
		"a table from nothing":            {none, none, two20, true, 0, 2, "true true 20"},
		"different cells, no base":        {none, two18, two19, false, 1, 2, "true false 0"},
		"one has the cell, no base":       {none, without, two19, false, 0, 2, "true true 19"},
		"one has the row, no base":        {none, one20, two20, false, 0, 2, "true true 20"},
		"the same evidence, no base":      {none, two20, two20, false, 0, 2, "true true 20"},
		"a whole table of one, no base":   {none, none, two20, false, 0, 2, "true true 20"},
		"a code in other letters":         {two20, "evidence: {specialists: [{id: es01, caseload: 20}, {id: ES02, caseload: 15}]}\n", two18, true, 0, 2, "true true 18"},
		"a number written in another way": {two20, "evidence: {specialists: [{id: ES01, caseload: 20.0}, {id: ES02, caseload: 15}]}\n", two18, true, 0, 2, "true true 18"},
	} {
		t.Run(name, func(t *testing.T) {
			var base *fidelity.Review
			if c.hasBase {
				base = read(t, c.base)
			}
			for _, order := range []bool{true, false} {
				a, b := copyOf(t, "r1", c.a), copyOf(t, "r2", c.b)
				if !order {
					a, b = copyOf(t, "r1", c.b), copyOf(t, "r2", c.a)
				}
				j := joint(t, base, a, b)
				if len(j.Conflicts) != c.conflicts {
					t.Fatalf("conflicts %+v, want %d", j.Conflicts, c.conflicts)
				}
				rows := j.Review.Rows("specialists")
				if len(rows) != c.rows {
					t.Fatalf("%d rows, want %d", len(rows), c.rows)
				}
				caseload, _ := j.Review.Scale().ColumnAt(0, "caseload")
				if got := text(rows[0].At(caseload)); got != c.caseload {
					t.Errorf("caseload %s, want %s", got, c.caseload)
				}
			}
		})
	}
}

func TestMergeOfFactsAndSamples(t *testing.T) {
	const (
		yes     = "items: {team-contact: {facts: {weekly-meeting: yes}}}\n"
		no      = "items: {team-contact: {facts: {weekly-meeting: no}}}\n"
		unknown = "items: {team-contact: {facts: {weekly-meeting: unknown}}}\n"
	)
	for name, c := range map[string]struct {
		base, a, b string
		conflicts  int
		known      bool
	}{
		"one answered":       {none, yes, none, 0, true},
		"both alike":         {none, no, no, 0, true},
		"both differently":   {none, yes, no, 1, false},
		"one took back":      {yes, unknown, yes, 0, false},
		"back and different": {yes, unknown, no, 1, false},
		"one changed":        {yes, yes, no, 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			j := joint(t, read(t, c.base), copyOf(t, "r1", c.a), copyOf(t, "r2", c.b))
			i, _ := j.Review.Scale().ItemAt("team-contact")
			if len(j.Conflicts) != c.conflicts || j.Review.Findings[i].Facts[0].Known() != c.known {
				t.Errorf("conflicts %+v, known %v", j.Conflicts, j.Review.Findings[i].Facts[0].Known())
			}
		})
	}
	j := joint(t, nil, copyOf(t, "r1", "samples: {clients: {of: 64}}\n"), copyOf(t, "r2", "samples: {clients: {picked: random}}\n"))
	if s := j.Review.Samples["clients"]; len(j.Conflicts) != 0 || s.Of == nil || *s.Of != 64 || s.Picked != "random" {
		t.Errorf("sample %+v, conflicts %+v", s, j.Conflicts)
	}
	j = joint(t, nil, copyOf(t, "r1", "samples: {clients: {of: 64}}\n"), copyOf(t, "r2", "samples: {clients: {of: 60}}\n"))
	if len(j.Conflicts) != 1 || j.Conflicts[0].Place != agree.Sample {
		t.Errorf("conflicts %+v", j.Conflicts)
	}
}

func TestAConflictNamesItsPlaceInEveryCopy(t *testing.T) {
	j := joint(t, read(t, two20), copyOf(t, "r1", "evidence: {specialists: [{id: ES02, caseload: 15}, {id: ES01, caseload: 18}]}\n"), copyOf(t, "r2", two19))
	c := j.Conflicts[0]
	if c.Place != agree.Cell || c.Row != "ES01" || c.At[0] != 1 || c.At[1] != 0 || text(c.Base) != "true true 20" || text(c.Values[1]) != "true true 19" {
		t.Errorf("%+v", c)
	}
}
