package fidelity_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// improves names the cells of which more is better for the items of IPS-25
// that look at them, each with texts from worst to best.
var improves = map[string][]string{
	"specialists.employment_time":      {"0", "30", "59.4", "60", "75", "90", "95.5", "96", "100"},
	"specialists.phases":               {"[]", "intake", "intake+assessment", "intake+engagement+assessment+job-placement+job-coaching", "intake+engagement+assessment+job-placement+job-coaching+follow-along"},
	"specialists.team_caseload":        {"0", "1", "9", "10", "15", "18", "20"},
	"specialists.employer_contacts":    {"0", "1.9", "2", "4", "6,7,null,5", "8"},
	"specialists.contact_log":          {"none", "kept", "reviewed-monthly", "reviewed-weekly"},
	"specialists.contact_quality":      {"rarely-or-applications", "asks-for-openings", "follows-up-adverts", "meets-regardless", "builds-relationships"},
	"specialists.community_time":       {"0", "30", "30.5", "40", "49.5", "50", "24/37.5", "65", "100"},
	"clients.contacts_matching":        {"0", "1", "2", "3", "10"},
	"clients.days_to_employer_contact": {"400", "271", "270", "151", "61", "31", "30", "0"},
	"jobs.competitive":                 {"no", "yes"},
	"jobs.permanent":                   {"no", "yes"},
}

// Doing better never lowers an item: a fact with a better answer, or a cell of
// which more, or less, is better.
func TestLawDoingBetterNeverLowersAnItem(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawNotes(t, scale)
		what, raise := n.betterPlace(t, scale)
		if raise == nil {
			return // nothing in these notes can be better
		}
		before := n.assess(t, scale)
		raise()
		after := n.assess(t, scale)
		for i := range after.Items {
			was, is := &before.Items[i], &after.Items[i]
			if is.Low < was.Low || is.High < was.High {
				t.Fatalf("%s: from %s to %s by %s", scale.Items()[i].ID, scores(was.Low, was.High), scores(is.Low, is.High), what)
			}
		}
	})
}

// betterPlace draws a fact or cell, puts a known value there, and returns what
// makes it better.
func (n *notes) betterPlace(t *rapid.T, scale *fidelity.Scale) (what string, raise func()) {
	type place struct {
		name  string
		at    *string
		texts []string
	}
	var places []place
	for _, table := range scale.Definition().Tables {
		for r, row := range n.rows[table.ID] {
			for c := range row {
				if texts := improves[table.ID+"."+table.Columns[c].ID]; texts != nil {
					places = append(places, place{fmt.Sprintf("%s[%d].%s", table.ID, r, table.Columns[c].ID), &row[c], texts})
				}
			}
		}
	}
	for i, item := range scale.Items() {
		for f := range item.Facts {
			if item.Facts[f].Kind != fidelity.Whole {
				places = append(places, place{item.ID + "." + item.Facts[f].ID, &n.facts[i][f], item.Facts[f].Choices()})
			}
		}
	}
	if len(places) == 0 {
		return "", nil
	}
	p := rapid.SampledFrom(places).Draw(t, "place")
	from := rapid.IntRange(0, len(p.texts)-2).Draw(t, "from")
	to := rapid.IntRange(from+1, len(p.texts)-1).Draw(t, "to")
	*p.at = p.texts[from]
	return fmt.Sprintf("%s: %s to %s", p.name, p.texts[from], p.texts[to]), func() { *p.at = p.texts[to] }
}

// Every cell that improves names exists, so that the law looks at all of them.
func TestImprovesNamesCellsOfTheScale(t *testing.T) {
	scale := ips25(t)
	found := 0
	for _, table := range scale.Definition().Tables {
		for _, column := range table.Columns {
			if texts := improves[table.ID+"."+column.ID]; texts != nil {
				found++
				if choices := column.Choices(); len(choices) > 0 && column.Kind != fidelity.Set && !slices.Equal(choices, texts) {
					t.Errorf("%s.%s: %v, want %v", table.ID, column.ID, texts, choices)
				}
			}
		}
	}
	if found != len(improves) {
		t.Errorf("%d of %d cells are of the scale", found, len(improves))
	}
}
