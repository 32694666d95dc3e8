package workbook

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The blocks of the Service, Checklists, Items and Actions sheets.
const (
	blockService   = "service"   // a grid with the column "value"; rows are paths
	blockReviewers = "reviewers" // a list
	blockGroups    = "service.groups"
	blockSamples   = "samples" // a grid; rows are "samples.clients"
	blockFacts     = "facts"   // a grid; rows are "items.ITEM.facts.FACT"
	blockItems     = "items"   // a grid; rows are "items.ITEM"
	blockActions   = "actions" // a list
)

// The columns of the Checklists sheet.
const (
	columnAnswer = "answer"
	// columnSeen is one source of the item, to be added to those that the
	// item has. It is blank as written: a review keeps sources by item.
	columnSeen = "seen"
)

// choices makes a drop-down of ids that are words already.
func choices(ids ...string) (list []answer) {
	for _, id := range ids {
		list = append(list, answer{id, strings.ReplaceAll(id, "-", " ")})
	}
	return list
}

func (l *layout) serviceBlocks() []block {
	form := block{key: blockService, columns: []field{{key: valueColumn}}}
	row := func(path, label, help string, k kind, answers ...answer) {
		form.lines = append(form.lines, line{path, []field{{key: valueColumn, path: path, kind: k, answers: answers, label: label, help: help}}})
	}
	row("service.name", "Name of the service", "Needed. As it should stand on the report.", holdsLine)
	row("service.id", "Short name for files", "Needed. Small letters, digits and hyphens, such as larkmoor.", holdsLine)
	row("service.organisation", "Organisation", "The trust or other body that runs the service.", holdsLine)
	row("service.setting", "Setting", "Such as community mental health.", holdsLine)
	row("service.started", "Month the service started", "Year and month, such as 2021-04.", holdsMonth)
	row("kind", "Kind of review", "Needed. Guided means a self-audit helped from outside.", holdsAnswer, answer{"independent", "independent"}, answer{"guided", "guided"}, answer{"self-audit", "self-audit"})
	row("mode", "How the visit is done", "", holdsAnswer, answer{"on-site", "on site"}, answer{"virtual", "virtual"}, answer{"mixed", "mixed"})
	row("stage", "Stage", "Blank means draft.", holdsAnswer, choices("gathering", "draft", "agreed", "final")...)
	row("visit.from", "First day of the visit", "Needed. A date, such as 14 October 2026.", holdsDay)
	row("visit.to", "Last day of the visit", "Blank means the same day.", holdsDay)
	row("evidence_period.from", "Evidence from", "The first day that the figures cover.", holdsDay)
	row("evidence_period.to", "Evidence to", "The last day that the figures cover. Stay with one census date.", holdsDay)
	row("previous", "File of the last review", "Leave blank unless somebody asked for it.", holdsLine)
	row("sharing", "Who may see the report", "", holdsText)
	row("response.text", "The service's response", "What the service says to the draft.", holdsText)
	row("response.by", "Response by", "A name or a role.", holdsLine)
	row("response.date", "Date of the response", "", holdsDay)

	people := block{key: blockReviewers, list: true, columns: []field{
		{key: "reviewers.id", path: "id", kind: holdsLine, label: "Reviewer", help: "A short id, such as r1."},
		{key: "reviewers.name", path: "name", kind: holdsLine, label: "Name", help: "Reviewers are named in the report."},
		{key: "reviewers.role", path: "role", kind: holdsLine, label: "Role", help: "Such as lead reviewer."},
		{key: "reviewers.organisation", path: "organisation", kind: holdsLine, label: "Organisation"},
	}}
	samples := block{key: blockSamples, columns: []field{{key: "of"}, {key: "picked"}}}
	picked := []answer{{"all", "all"}, {"random", "random"}, {"every-kth", "every so-many"}, {"by-service", "by the service"}, {"other", "other"}}
	for t := range l.scale.Definition().Tables {
		id := l.scale.Definition().Tables[t].ID
		path := "samples." + id
		many := l.many(id)
		samples.lines = append(samples.lines, line{path, []field{
			{key: "of", path: path + ".of", kind: holdsWhole, label: "How many " + many + " there are", help: "All that could have been picked from."},
			{key: "picked", path: path + ".picked", kind: holdsAnswer, answers: picked, label: "How they were picked"},
		}})
	}
	groups := block{key: blockGroups, list: true, columns: []field{
		{key: "groups.name", path: "name", kind: holdsLine, label: "Group", help: "Such as region."},
		{key: "groups.value", path: "value", kind: holdsLine, label: "Where this service belongs", help: "Such as East."},
	}}
	return []block{form, people, samples, groups}
}

// checklists has a row for each fact.
func (l *layout) checklists() block {
	b := block{key: blockFacts, columns: []field{{key: columnAnswer}, {key: columnSeen}}}
	for i := range l.scale.Items() {
		it := &l.scale.Items()[i]
		words := l.words.Items[it.ID]
		for f := range it.Facts {
			fact := &it.Facts[f]
			path := "items." + it.ID + ".facts." + fact.ID
			asks := words.Facts[fact.ID].Asks
			if asks == "" {
				asks = plainName(fact.ID)
			}
			cell := field{key: columnAnswer, path: path, label: asks}
			if fact.Kind == fidelity.Whole {
				cell.kind, cell.help = holdsWhole, "A whole number from 0."
			} else {
				cell.kind, cell.answers = holdsAnswer, answersOf(fact.Choices(), words.Facts[fact.ID].Answers)
			}
			seen := field{key: columnSeen, path: "items." + it.ID + ".sources", kind: holdsAnswer, answers: l.sources()}
			if len(seen.answers) == 0 {
				seen = field{}
			}
			b.lines = append(b.lines, line{path, []field{cell, seen}})
		}
	}
	return b
}

func (l *layout) sources() []answer {
	return answersOf(l.scale.Definition().Sources, l.words.Sources)
}

// itemBlock has a row for each item.
func (l *layout) itemBlock() block {
	b := block{key: blockItems}
	scores := l.scale.Scores()
	var inRange []answer
	for s := scores.Max; s >= scores.Min; s-- {
		inRange = append(inRange, answer{fmt.Sprint(s), fmt.Sprint(s)})
	}
	inRange = append(inRange, answer{notEnough, "not enough evidence"})
	b.columns = []field{
		{key: "score", kind: holdsScore, answers: inRange, label: "Score", help: "A whole score, or not enough evidence.", width: 12},
		{key: "saw", kind: holdsText, label: "What we saw", help: "What was looked at, and what it showed. No names.", width: 40},
		{key: "judgement", kind: holdsText, label: "Our judgement, and why not higher", help: "What it means, and what keeps it from the next score.", width: 40},
		{key: "because", kind: holdsText, label: "Because", help: "Only where your score differs from what the evidence suggests.", width: 30},
		{key: "recommend", kind: holdsText, label: "Recommendation", help: "One thing to do.", width: 34},
		{key: "recommend.kind", kind: holdsAnswer, label: "Kind of remedy", width: 14},
		{key: "recommend.who", kind: holdsLine, label: "Who would act", help: "A role, no name.", width: 16},
	}
	for i, s := range l.sources() {
		b.columns = append(b.columns, field{
			key: "sources" + partMark + s.id, kind: holdsAnswer, part: partSource, place: i,
			answers: []answer{{"yes", "yes"}}, label: "Source: " + s.label, width: 14,
		})
	}
	for i := range l.scale.Items() {
		it := &l.scale.Items()[i]
		row := line{key: "items." + it.ID, cells: make([]field, len(b.columns))}
		for c, f := range b.columns {
			f.path = "items." + it.ID + "." + strings.Split(f.key, partMark)[0]
			if f.key == "recommend.kind" {
				// Any text may stand there; these are the ones that are offered.
				f.kind, f.answers = holdsLine, answersOf(it.Remedies, l.words.Remedies)
			}
			row.cells[c] = f
		}
		b.lines = append(b.lines, row)
	}
	return b
}

// notEnough is the decision that the evidence allows no score, as files have it.
const notEnough = "not-enough-evidence"

// actionBlock lists the actions: what, who and when come first.
func (l *layout) actionBlock() block {
	var items, aims []answer
	for i := range l.scale.Items() {
		it := &l.scale.Items()[i]
		items = append(items, answer{it.ID, fmt.Sprintf("%d %s", it.Number, l.itemShort(i))})
	}
	for s := l.scale.Scores().Min; s <= l.scale.Scores().Max; s++ {
		aims = append(aims, answer{fmt.Sprint(s), fmt.Sprint(s)})
	}
	items = distinct(items)
	return block{key: blockActions, list: true, columns: []field{
		{key: "actions.action", path: "action", kind: holdsText, label: "What", help: "One action a row.", width: 46},
		{key: "actions.who", path: "who", kind: holdsLine, label: "Who", help: "A role, no name.", width: 20},
		{key: "actions.when", path: "when", kind: holdsDay, label: "When", help: "A date, such as 14 October 2026.", width: 18},
		{key: "actions.item", path: "item", kind: holdsAnswer, answers: items, label: "Item", help: "Blank where it belongs to no item.", width: 24},
		{key: "actions.aim", path: "aim", kind: holdsScore, answers: aims, label: "Score aimed for", width: 10},
		{key: "actions.status", path: "status", kind: holdsAnswer, answers: choices("open", "doing", "done", "dropped"), label: "Status", width: 11},
		{key: "actions.outcome", path: "outcome", kind: holdsText, label: "What came of it", width: 30},
		{key: "actions.measure", path: "measure", kind: holdsText, label: "How you will know", width: 26},
		{key: "actions.remedy", path: "remedy", kind: holdsLine, label: "Kind of remedy", width: 14},
		{key: "actions.scope", path: "scope", kind: holdsAnswer, answers: choices("team", "personal"), label: "For", help: "Personal ones stay out of reports.", width: 11},
		{key: "actions.id", path: "id", kind: holdsLine, label: "Id", help: "Blank for a new action.", width: 8},
	}}
}

// aboutBlock says what the workbook belongs to.
func aboutBlock() block {
	b := block{key: blockAbout, columns: []field{{key: valueColumn}}}
	for _, row := range []struct{ key, label string }{
		{aboutFormat, "Kind of workbook"},
		{aboutScale, "Scale"},
		{aboutVersion, "Version of the scale"},
		{aboutDigest, "Fingerprint of the scale's rules"},
		{aboutReview, "Fingerprint of the review as it was written out"},
		{aboutTool, "Made by"},
		{aboutFor, "Copy for"},
		{aboutReviewer, "Reviewer"},
	} {
		f := field{key: valueColumn, path: row.key, kind: holdsLine, label: row.label}
		if row.key == aboutFormat {
			f.answers = []answer{{format, format}}
		}
		b.lines = append(b.lines, line{row.key, []field{f}})
	}
	return b
}
