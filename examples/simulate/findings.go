package main

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// facts answers what is asked for each item. A service that does better has
// more in place, and what is in place stays.
func (f *finder) facts() error {
	for i := range f.scale.Items() {
		item := &f.scale.Items()[i]
		for j := range item.Facts {
			fact := &item.Facts[j]
			f.review.Findings[i].Facts[j] = f.fact(item.ID, fact)
		}
	}
	return nil
}

func (f *finder) fact(item string, fact *fidelity.Fact) fidelity.Value {
	d, steady := f.dice("fact %s %s", item, fact.ID), f.service.dice("fact %s %s", item, fact.ID)
	answers := fact.Choices()
	switch {
	case !fact.OnlyIf.IsZero():
		return fidelity.Value{}
	case d.chance(f.gaps) || d.chance(0.01):
		return fidelity.UnknownValue()
	case fact.ID == "rural":
		return fidelity.AnswerValue(0)
	case fact.Kind == fidelity.Whole && fact.AtMost != "":
		return fidelity.NumberValue(fidelity.Int(f.full))
	case fact.Kind == fidelity.Whole:
		return fidelity.NumberValue(fidelity.Int(f.staff))
	case fact.Kind == fidelity.Choice:
		return fidelity.AnswerValue(steady.step(0.15+f.level(item), len(answers)))
	case f.level(item)*1.2 > steady.share():
		return fidelity.AnswerValue(len(answers) - 1)
	case d.chance(0.1):
		return fidelity.AnswerValue(1) // partly
	}
	return fidelity.AnswerValue(0)
}

// scores rates the items: as the evidence says, or now and then otherwise and
// with a reason.
func (f *finder) scores() error {
	evidence := fidelity.Assess(f.review)
	for i := range evidence.Items {
		item, id := &evidence.Items[i], f.scale.Items()[i].ID
		d := f.dice("score %s", id)
		finding := &f.review.Findings[i]
		finding.Sources = f.scale.Items()[i].Sources
		if d.chance(f.gaps) {
			continue // nobody has scored it yet
		}
		score := item.Low + int(d.share()*float64(item.High-item.Low+1))
		limits := f.scale.Scores()
		switch {
		case item.High-item.Low > 2 && d.chance(0.4):
			finding.Rating = fidelity.NotEnoughEvidence()
			continue
		case d.chance(0.04) && item.Low > limits.Min:
			score = item.Low - 1
		case d.chance(0.03) && item.High < limits.Max:
			score = item.High + 1
		}
		if score < item.Low || score > item.High {
			finding.Because = one(d, reasons)
		}
		if err := f.review.Rate(id, fidelity.Scored(score)); err != nil {
			return err
		}
		f.write(finding, d, i, score)
	}
	return nil
}

// write puts down what was seen, and what the reviewers make of it.
func (f *finder) write(finding *fidelity.Finding, d *dice, item, score int) {
	title := f.title(item)
	limits := f.scale.Scores()
	step := min(len(judgements)-1, (score-limits.Min)*len(judgements)/(limits.Max-limits.Min+1))
	finding.Saw = fmt.Sprintf(one(d, seen), title)
	finding.Judgement = one(d, judgements[step])
	if score < limits.Max-1 {
		finding.Recommend = &fidelity.Recommendation{Text: fmt.Sprintf(one(d, advice), title), Who: one(d, owners)}
	}
	if f.index%10 == 0 { // two reviewers scored alone and then agreed
		second := max(limits.Min, min(limits.Max, score+whole(d.about(0.5), -1, 1)))
		finding.Ratings = []fidelity.ReviewerRating{{Reviewer: "r1", Rating: fidelity.Scored(score)}, {Reviewer: "r2", Rating: fidelity.Scored(second)}}
	}
}

// title is the title of an item within a sentence.
func (f *finder) title(item int) string {
	title := f.words.Items[f.scale.Items()[item].ID].Title
	return strings.ToLower(title[:1]) + title[1:]
}

var (
	reasons = []string{
		"Counted one lower; the month of the visit was not a usual one.",
		"Scored by what we saw at the visit, which the records do not show yet.",
		"The team changed its way of working in the last four weeks, and the figures are older.",
	}
	seen = []string{
		"We looked at %s in the records that we read, and asked the team leader and two specialists about it.",
		"Specialists told us in the same words how they go about %s. The records that we read agree.",
		"We saw examples of %s on both days, and heard of more from people who use the service.",
	}
	judgements = [][]string{
		{"This is not in place yet. The team knows, and wants to begin.", "There is little of this so far, and nobody is named for it."},
		{"Some of it is in place, for some people. It depends on who is asked.", "It has begun, and is not yet the usual way of working."},
		{"This works for most people. It is not yet written down.", "It is usual in one team, and less so in the other."},
		{"This works well. What is missing is small.", "Nearly everybody works so. The last step is a habit of records."},
		{"This is done well and by everybody.", "We saw nothing to add."},
	}
	advice = []string{
		"Look at %s in supervision every month, with two records at hand.",
		"Agree with the clinical teams what each does for %s, and write it down.",
		"Name one person who looks after %s, and come back to it in three months.",
	}
	owners = []string{"team leader", "service manager", "clinical lead", "steering group"}
)
