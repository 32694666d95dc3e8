package say_test

import (
	"slices"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		name, item, given   string
		short, named, coded string
		paths               []string
	}{
		{
			name: "nothing", item: "caseload-size", given: specialists("fte: 1, caseload: 9"),
			short: "No fact or figure is missing",
		},
		{
			name: "a fact", item: "team-contact", given: facts("team-contact", "weekly-meeting: yes, shared-decisions: yes, joint-record: partly, near-the-team: no"),
			short: "1 fact is not known", named: "help with new referrals",
			paths: []string{"items.team-contact.facts.new-referrals"},
		},
		{
			name: "many facts", item: "team-contact", given: "",
			short: "5 facts are not known", named: "weekly team meeting, shared decisions, joint record and 2 more",
			paths: []string{
				"items.team-contact.facts.weekly-meeting", "items.team-contact.facts.shared-decisions", "items.team-contact.facts.joint-record",
				"items.team-contact.facts.near-the-team", "items.team-contact.facts.new-referrals",
			},
		},
		{
			name: "a cell", item: "caseload-size", given: specialists("fte: 1, caseload: 9", "fte: 1"),
			short: "1 figure is not known", coded: "caseload (ES02)", named: "caseload (1 specialist)",
			paths: []string{"evidence.specialists[1].caseload"},
		},
		{
			name: "cells", item: "caseload-size", given: specialists("caseload: 9", "fte: 1", "employment_time: 90"),
			short: "4 figures are not known", coded: "full-time equivalent (ES01 and ES03) and caseload (ES02 and ES03)", named: "full-time equivalent (2 specialists) and caseload (2 specialists)",
			paths: []string{"evidence.specialists[0].fte", "evidence.specialists[1].caseload", "evidence.specialists[2].caseload", "evidence.specialists[2].fte"},
		},
		{
			name: "the same cell of many rows", item: "job-type-diversity", given: jobs(times(6, "current: yes")...),
			short: "6 figures are not known", named: "job type (6 jobs)",
			paths: []string{
				"evidence.jobs[0].type", "evidence.jobs[1].type", "evidence.jobs[2].type", "evidence.jobs[3].type", "evidence.jobs[4].type", "evidence.jobs[5].type",
			},
		},
		{
			name: "cells and facts", item: "individualised-job-search", given: clients("contacts_checked: 2"),
			short: "2 facts and 1 figure are not known", coded: "contacts that follow preferences (C001), current plan followed and range of jobs shown",
			named: "contacts that follow preferences (1 client), current plan followed and range of jobs shown",
			paths: []string{"evidence.clients[0].contacts_matching", "items.individualised-job-search.facts.plan-followed", "items.individualised-job-search.facts.options-shown"},
		},
		{
			name: "a table", item: "caseload-size", given: "",
			short: "No figures on specialists yet", named: "figures on specialists",
			paths: []string{"evidence.specialists"},
		},
		{
			name: "a table and a fact", item: "rapid-job-search", given: "",
			short: "No figures on clients yet, and 1 fact is not known", named: "figures on clients and tracking of employer contacts",
			paths: []string{"evidence.clients", "items.rapid-job-search.facts.contacts-tracked"},
		},
		{
			name: "an empty table", item: "job-type-diversity", given: "evidence: {jobs: []}",
			short: "There are no jobs", named: "there are no jobs",
			paths: []string{"evidence.jobs"},
		},
		{
			name: "rows that do not count", item: "employer-contact-quality", given: specialists("job_seekers: 0", "job_seekers: 0"),
			short: "None of the 2 specialists counts here", named: "none of the 2 specialists counts here",
			paths: []string{"evidence.specialists"},
		},
		{
			name: "a row that does not count", item: "employer-contact-quality", given: specialists("job_seekers: 0"),
			short: "The only specialist does not count here", named: "the only specialist does not count here",
			paths: []string{"evidence.specialists"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			if c.coded == "" {
				c.coded = c.named
			}
			check(t, w.MissingInShort(w.a, w.item), c.short)
			check(t, w.MissingNamed(w.a, w.item), c.coded)
			check(t, w.WithoutCodes().MissingNamed(w.a, w.item), c.named)
			var paths []string
			for _, m := range w.found().Missing {
				paths = append(paths, w.Path(m))
			}
			if !slices.Equal(paths, c.paths) {
				t.Errorf("\n got %q\nwant %q", paths, c.paths)
			}
		})
	}
}

func TestMissingOneByOne(t *testing.T) {
	w := about(t, "caseload-size", specialists("fte: 1"))
	check(t, w.Missing(w.a, w.found().Missing[0]), "caseload (ES01)")
	check(t, w.Missing(w.a, fidelity.Missing{Kind: fidelity.MissingFact, Item: 4, Fact: 2}), "joint record")
	check(t, w.Missing(w.a, fidelity.Missing{Kind: fidelity.MissingTable, Table: 1}), "figures on clients")
}
