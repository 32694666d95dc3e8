package fidelity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// step writes the next step: "to 4: 1 of joint-record, near-the-team". What is
// not known has a question mark; rows have their place before them.
func step(a *fidelity.Assessment, it *fidelity.ItemAssessment, item string) string {
	if it.Next == nil {
		return "nothing"
	}
	at, _ := a.Scale().ItemAt(item)
	way := func(needs []fidelity.Need) string {
		var out []string
		for _, n := range needs {
			var unmet []string
			for i := range n.Unmet {
				unmet = append(unmet, asked(a.Scale(), at, &n.Unmet[i]))
			}
			text := strings.Join(unmet, " and ")
			if n.Row >= 0 {
				text = fmt.Sprintf("%d: %s", n.Row, text)
			}
			out = append(out, text)
		}
		return strings.Join(out, ", ")
	}
	text := fmt.Sprintf("to %d: %d of %s", it.Next.Score, it.Next.Choose, way(it.Next.Needs))
	for _, other := range it.Next.Or {
		text += "; or " + way(other)
	}
	return strings.TrimSuffix(text, " of ")
}

func asked(scale *fidelity.Scale, item int, u *fidelity.Unmet) string {
	def := &scale.Items()[item]
	text, answers := "", []string(nil)
	switch {
	case u.Measure >= 0:
		text = def.Measures[u.Measure].ID
	case u.Fact >= 0:
		text, answers = def.Facts[u.Fact].ID, def.Facts[u.Fact].Choices()
	default:
		t, _ := scale.TableAt(def.Each)
		column := &scale.Definition().Tables[t].Columns[u.Column]
		text, answers = column.ID, column.Choices()
	}
	switch u.Op {
	case fidelity.IsAnswer, fidelity.AtLeastAnswer:
		if len(answers) == 0 || answers[u.Answer] != "yes" {
			text += " " + answers[u.Answer]
		}
	default:
		text += " " + u.Op.String() + " " + u.Number.String()
		if n, ok := u.Now.Exact(); ok {
			text += " now " + n.String()
		}
	}
	if u.Truth == fidelity.Maybe {
		text += "?"
	}
	return text
}

func TestNext(t *testing.T) {
	const four = "weekly-meeting=yes shared-decisions=yes joint-record=partly near-the-team=no new-referrals=unknown"
	for _, c := range []struct {
		name, item string
		saw        evidence
		want       string
	}{
		// A count of facts.
		{"the contract's example: a 3 says that the unknown one is in place", "team-contact", seen(facts(four), rated(3)), "to 4: 1 of joint-record, near-the-team"},
		{"the same, not rated: above the lowest possible score", "team-contact", facts(four), "to 3: 1 of joint-record, near-the-team, new-referrals?"},
		{"the same, rated 2: the evidence is counted", "team-contact", seen(facts(four), rated(2)), "to 3: 1 of joint-record, near-the-team, new-referrals?"},
		{"the same, rated 4, above what it can be", "team-contact", seen(facts(four), rated(4)), "to 5: 2 of joint-record, near-the-team"},
		{"from none to 2 takes two facts", "team-contact", facts("*=no"), "to 2: 2 of weekly-meeting, shared-decisions, joint-record, near-the-team, new-referrals"},
		{"from one to 2 takes one", "team-contact", facts("*=no joint-record=yes"), "to 2: 1 of weekly-meeting, shared-decisions, near-the-team, new-referrals"},
		{"nothing known", "team-contact", nothing, "to 2: 2 of weekly-meeting?, shared-decisions?, joint-record?, near-the-team?, new-referrals?"},
		{"at the top", "team-contact", facts("*=yes"), "nothing"},
		{"rated at the top", "team-contact", seen(facts("*=no"), rated(5)), "nothing"},
		{"rated below the evidence: it is there already", "team-contact", seen(facts("*=yes new-referrals=no"), rated(2)), "to 3: 0"},
		{"not enough evidence: above the lowest possible score", "team-contact", seen(facts(four), func(v *visit, item string) {
			v.must(v.review.Rate(item, fidelity.NotEnoughEvidence()))
		}), "to 3: 1 of joint-record, near-the-team, new-referrals?"},

		// Anchors.
		{"a measure", "caseload-size", tenPosts(210), "to 5: 1 of clients_per_fte <= 20 now 21"},
		{"a measure that is not known", "caseload-size", nothing, "to 2: 1 of clients_per_fte <= 40?"},
		{"a measure and a fact", "rapid-job-search", seen(clients("days_to_employer_contact=40"), facts("contacts-tracked=no")), "to 5: 2 of days <= 30 now 40, contacts-tracked"},
		{"the fact only", "rapid-job-search", seen(clients("days_to_employer_contact=30"), facts("contacts-tracked=partly")), "to 5: 1 of contacts-tracked"},
		{"an ordered answer", "work-incentives-planning", facts("*=yes planning=discussed"), "to 4: 1 of planning trained-person"},
		{"an ordered answer and a fact that is open", "work-incentives-planning", facts("planning=discussed"), "to 4: 2 of planning trained-person, before-start?"},
		{"counts", "vocational-unit", unit("group-supervision=weekly full-time-specialists=1"), "to 5: 1 of full-time-specialists >= 2 now 1"},
		{"rated below the evidence", "zero-exclusion", seen(facts("*=yes turned-away=none"), rated(3)), "to 4: 0"},
		{"rated above the evidence", "zero-exclusion", seen(facts("*=no turned-away=some"), rated(4)), "to 5: 4 of turned-away none, next-job-help, many-referral-sources, work-encouraged"},
		{
			"what every score needs comes first", "competitive-jobs", jobs(append(times(4, "competitive=yes permanent=yes current=yes"), times(4, "competitive=no permanent=yes current=yes")...)...),
			"to 2: 2 of current_jobs >= 10 now 8, competitive_share >= 65 now 50",
		},

		// Alternatives.
		{"either of two", "public-employment-service", facts("meetings=less-than-quarterly contact=monthly"), "to 4: 1 of meetings quarterly, contact weekly"},
		{"either reading", "employer-diversity", commonest("employer", 306), "to 4: 1 of different_employers >= 70 now 0.4, spread_of_employers >= 70 now 69.4"},
		{
			"ways of several needs, the shortest first", "vocational-unit", unit("specialists=1 full-time-specialists=1 team-leader=no group-supervision=none weekly-discussion=no cover=no rural=yes supervisor-meetings=none clinical-help=no"),
			"to 2: 1 of specialists >= 2 now 1",
		},
		{
			"a longer way is told as well", "vocational-unit", unit("weekly-discussion=no cover=no team-leader=no group-supervision=none rural=yes supervisor-meetings=none"),
			"to 3: 1 of supervisor-meetings two-or-three-a-month; or weekly-discussion, cover",
		},
		{"a service that is not rural need not become so", "vocational-unit", unit("group-supervision=monthly cover=no rural=no"), "to 3: 1 of cover"},
		{"nor where it answered what only rural services are asked", "vocational-unit", unit("cover=no rural=no supervisor-meetings=weekly clinical-help=yes"), "to 3: 1 of cover"},
		{
			"not known whether it is rural", "vocational-unit", rural("rural=unknown specialists=2 same-supervisor=yes weekly-discussion=yes"),
			"to 3: 1 of cover; or rural?, supervisor-meetings two-or-three-a-month?",
		},

		// Rows.
		{
			"the rows below the next score", "community-services", specialists("community_time=65", "community_time=45", "community_time=20"),
			"to 4: 2 of 1: community_time >= 50 now 45, 2: community_time >= 50 now 20",
		},
		{
			"any so many do, even those that gain least", "community-services", specialists("community_time=45", "community_time=45", "community_time=20", "community_time=20"),
			"to 3: 1 of 2: community_time >= 40 now 20, 3: community_time >= 40 now 20",
		},
		{"all of them", "community-services", specialists("community_time=45", "community_time=45"), "to 4: 1 of 0: community_time >= 50 now 45, 1: community_time >= 50 now 45"},
		{"several needs of one row", "team-assignment", specialists("teams=3 caseload=10 team_caseload=4"), "to 3: 1 of 0: teams <= 2 now 3 and team_share >= 50 now 40"},
		{
			"an ordered answer of a row", "employer-contact-quality", specialists("contact_quality=meets-regardless", "job_seekers=0 contact_quality=asks-for-openings"),
			"to 5: 1 of 0: contact_quality builds-relationships",
		},
		{"an open row", "community-services", specialists("community_time=60", "fte=1"), "to 4: 1 of 1: community_time >= 50?"},
		{"a row that may be left out has to be found out about, not lifted", "employer-contact-quality", specialists("job_seekers=unknown contact_quality=builds-relationships"), "to 2: 0"},
		{"no rows", "community-services", specialists(), "to 2: 0"},
		{"rated below the rows", "community-services", seen(specialists("community_time=65", "community_time=20"), rated(2)), "to 3: 0"},
	} {
		t.Run(c.item+": "+c.name, func(t *testing.T) {
			v := visitOn(t, ips25(t))
			c.saw(v, c.item)
			it, a := v.assess(c.item)
			if got := step(a, it, c.item); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// Scales whose rules leave gaps.
func TestNextWhereTheRuleHasGaps(t *testing.T) {
	part := []fidelity.Measure{{ID: "part", Calc: fidelity.ValueOf, Columns: []string{"part"}}}
	yes := func(id string) fidelity.Fact { return fidelity.Fact{ID: id, Kind: fidelity.YesNo} }
	for _, c := range []struct {
		name string
		item fidelity.Item
		saw  evidence
		want string
	}{
		{"no rule at all", fidelity.Item{}, nothing, "nothing"},
		{"no anchor above 3", fidelity.Item{Facts: []fidelity.Fact{yes("a")}, Anchors: []fidelity.Anchor{{Score: 3, When: is("a", "yes")}}}, facts("a=yes"), "nothing"},
		{
			"no anchor above 3, row by row",
			fidelity.Item{Each: "all", Measures: part, Anchors: []fidelity.Anchor{{Score: 3, When: compare("part", fidelity.AtLeast, "1")}}},
			rowsOf("all", []string{"part=1"}), "nothing",
		},
		{"no anchor between 1 and 3", fidelity.Item{Facts: []fidelity.Fact{yes("a")}, Anchors: []fidelity.Anchor{{Score: 3, When: is("a", "yes")}}}, facts("a=no"), "to 3: 1 of a"},
		{"a count that never reaches 5", fidelity.Item{Facts: []fidelity.Fact{yes("a")}, FromCount: []fidelity.CountScore{{Count: 0, Score: 1}, {Count: 1, Score: 2}}}, facts("a=yes"), "nothing"},
		{"each of two alternatives with each of two others", fidelity.Item{
			Facts: []fidelity.Fact{yes("a"), yes("b"), yes("c"), yes("d"), yes("e")},
			Anchors: []fidelity.Anchor{{Score: 2, When: allOf(
				anyOf(is("a", "yes"), is("b", "yes")), is("e", "yes"), anyOf(is("c", "yes"), is("d", "yes")),
			)}},
		}, facts("*=no"), "to 2: 3 of a, e, c; or a, e, d; or b, e, c; or b, e, d"},
		{"an alternative that is there already", fidelity.Item{
			Facts:   []fidelity.Fact{yes("a"), yes("b"), yes("c")},
			Anchors: []fidelity.Anchor{{Score: 2, When: allOf(anyOf(is("a", "yes"), is("b", "yes")), is("c", "yes"))}},
		}, facts("a=yes b=no c=no"), "to 2: 1 of c"},
		{
			"a cell to fill in",
			fidelity.Item{Each: "all", Anchors: []fidelity.Anchor{{Score: 2, When: fidelity.Condition{Name: "part", Op: fidelity.GivenCell}}}},
			rowsOf("all", []string{"base=1"}), "to 2: 1 of 0: part given 0",
		},
		{"only a way that is not asked", fidelity.Item{
			Facts:   []fidelity.Fact{yes("a"), {ID: "b", Kind: fidelity.YesNo, OnlyIf: is("a", "yes")}},
			Anchors: []fidelity.Anchor{{Score: 2, When: is("b", "yes")}},
		}, facts("a=no"), "nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := visitOn(t, compiled(t, workbench(c.item)))
			c.saw(v, "item")
			it, a := v.assess("item")
			if got := step(a, it, "item"); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// However many alternatives a rule combines, few are written out.
func TestAlternativesAreBounded(t *testing.T) {
	var item fidelity.Item
	var all fidelity.Condition
	for i := range 8 {
		a, b := fmt.Sprintf("a%d", i), fmt.Sprintf("b%d", i)
		item.Facts = append(item.Facts, fidelity.Fact{ID: a, Kind: fidelity.YesNo}, fidelity.Fact{ID: b, Kind: fidelity.YesNo})
		all.All = append(all.All, anyOf(is(a, "yes"), is(b, "yes")))
	}
	item.Anchors = []fidelity.Anchor{{Score: 2, When: all}}
	v := visitOn(t, compiled(t, workbench(item)))
	it, _ := v.assess("item")
	if n := 1 + len(it.Next.Or); n != 16 || it.Next.Choose != 8 {
		t.Errorf("%d ways of %d needs, want 16 of 8", n, it.Next.Choose)
	}
}
