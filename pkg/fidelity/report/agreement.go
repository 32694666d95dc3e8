package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// BuildAgreement says how far the reviewers of one visit agree, and what they
// have to talk about: the agenda of the meeting in which they settle the scores.
// The assessment of in is that of the joint's review. The page is for the
// reviewers themselves: rows stand with their codes.
func BuildAgreement(in Input, joint *agree.Joint) *Document {
	in.Reader = Team
	b := &agreementBuilder{builder: newBuilder(in), joint: joint, found: joint.Agreement()}
	doc := b.frame()
	doc.Title = "Scores to agree on: " + b.review.Service.Name
	if b.settled() {
		doc.Title = "Scores agreed on: " + b.review.Service.Name
	}
	doc.Cover = terms(
		"Visit", say.Period(b.review.Visit),
		"Kind of review", doc.Kind,
		"Reviewers", b.raters(),
		"Scale", doc.Footer,
	)
	for _, s := range []Section{b.headline(), b.evidenceFirst(), b.agenda(), b.notByAll(), b.sideBySide(), b.coefficients()} {
		if len(s.Blocks) > 0 {
			doc.Sections = append(doc.Sections, s)
		}
	}
	doc.Data.Result = terms("Service", b.review.Service.Name, "Visit", say.Period(b.review.Visit), "Agreement", b.headlineText(), "Totals", b.totalsText())
	doc.Data.Tidy = b.tidy()
	return doc
}

type agreementBuilder struct {
	*builder
	joint *agree.Joint
	found *agree.Agreement
}

// settled reports whether the meeting has been held: every item has a score.
func (b *agreementBuilder) settled() bool {
	_, settled := b.joint.Settled()
	return settled
}

func (b *agreementBuilder) raters() string {
	var names []string
	for i := range b.joint.Raters {
		r := &b.joint.Raters[i]
		name := r.Label()
		if r.Name != "" {
			name += " (" + r.ID + ")"
		}
		names = append(names, name)
	}
	return say.And(names)
}

func (b *agreementBuilder) headline() Section {
	s := Section{ID: "agreement", Heading: "How close the scores are", Blocks: Blocks{Paragraph{Role: Lead, Text: b.headlineText()}}}
	if text := b.totalsText(); text != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: text})
	}
	if text := b.bandsText(); text != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: text})
	}
	if len(b.found.Differences) > 0 {
		s.Blocks = append(s.Blocks, b.overview())
	}
	return s
}

func (b *agreementBuilder) headlineText() string {
	f := b.found
	if f.N == 0 {
		return "No item was scored by " + b.all() + " yet."
	}
	items := len(b.scale.Items())
	if f.N < items {
		return say.Upper(b.all()) + " scored " + countOf(f.N, items) + ": the same score on " + strconv.Itoa(f.Exact) + ", within one point on " + strconv.Itoa(f.WithinOne) + "."
	}
	return "Same score on " + countOf(f.Exact, f.N) + ", within one point on " + strconv.Itoa(f.WithinOne) + "."
}

// all is "both reviewers", or "all 3 reviewers".
func (b *agreementBuilder) all() string {
	if n := len(b.joint.Raters); n != 2 {
		return "all " + strconv.Itoa(n) + " reviewers"
	}
	return "both reviewers"
}

func countOf(n, of int) string { return strconv.Itoa(n) + " of " + say.Count(of, "item", "items") }

// totalsText says the totals side by side, and whose is higher.
func (b *agreementBuilder) totalsText() string {
	f := b.found
	if f.N == 0 {
		return ""
	}
	var totals []string
	for _, t := range f.Totals {
		totals = append(totals, t.Decimal(2))
	}
	text := "Totals " + say.And(totals) + "."
	if !f.Complete() {
		text = "Over " + onThese(f.N) + " the totals are " + say.And(totals) + "."
	}
	top, ok := f.Higher()
	if !ok {
		return text + " Neither is higher."
	}
	lowest := f.Totals[top]
	for _, t := range f.Totals {
		if t.Cmp(lowest) < 0 {
			lowest = t
		}
	}
	gap := f.Totals[top].Sub(lowest)
	points := gap.Decimal(2) + " points"
	if gap.Cmp(fidelity.Int(1)) == 0 {
		points = "1 point"
	}
	return text + " " + b.joint.Raters[top].Label() + " is " + points + " higher."
}

// onThese is "this item", or "these 22 items".
func onThese(n int) string {
	if n == 1 {
		return "this item"
	}
	return "these " + strconv.Itoa(n) + " items"
}

// bandsText says where the totals lie in different bands: then the meeting
// decides the band too.
func (b *agreementBuilder) bandsText() string {
	if !b.found.Complete() || len(b.scale.Bands()) == 0 {
		return ""
	}
	first := b.scale.BandFrom(b.found.Totals[0])
	var parts []string
	same := true
	for r, t := range b.found.Totals {
		at := b.scale.BandFrom(t)
		if at < 0 {
			return ""
		}
		same = same && at == first
		parts = append(parts, b.joint.Raters[r].Label()+": "+b.say.Band(at))
	}
	if same {
		return say.Upper(b.all()) + " come to the same band: " + say.Lower(b.say.Band(first)) + "."
	}
	return "The totals lie in different bands, so the meeting settles the band too. " + strings.Join(parts, "; ") + "."
}

// overview is the agenda on a few lines, with room for a pen.
func (b *agreementBuilder) overview() Table {
	t := Table{ID: "to-talk-about", Caption: "The items that differ, the widest first", Columns: []Column{{Head: "Item", Weight: 7, Header: true}}}
	for i := range b.joint.Raters {
		t.Columns = append(t.Columns, Column{Head: b.joint.Raters[i].Label(), Weight: 3, Right: true})
	}
	t.Columns = append(t.Columns, Column{Head: "Evidence", Weight: 3, Right: true}, Column{Head: "Agreed", Weight: 3, Right: true})
	for _, d := range b.found.Differences {
		row := []Cell{{Text: b.numbered(d.Item), Link: b.anchor(d.Item)}}
		for _, score := range d.Scores {
			row = append(row, Cell{Text: strconv.Itoa(score)})
		}
		row = append(row, Cell{Text: b.suggests(d.Item)}, Cell{Text: b.agreed(d.Item)})
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (b *agreementBuilder) anchor(item int) string { return "talk-" + b.scale.Items()[item].ID }

// suggests is the score that the evidence suggests, or those that it allows.
func (b *agreementBuilder) suggests(item int) string {
	it := &b.a.Items[item]
	if s := b.scale.Scores(); it.Low == s.Min && it.High == s.Max {
		return "open"
	}
	return say.ScoreRange(it.Low, it.High)
}

// agreed is the score that counts now: of an item that differs, only where the
// meeting has been held.
func (b *agreementBuilder) agreed(item int) string {
	switch r := b.review.Findings[item].Rating; {
	case !r.Decided():
		return ""
	default:
		return ratingWords(r)
	}
}

func ratingWords(r fidelity.Rating) string {
	switch score, ok := r.Score(); {
	case ok:
		return strconv.Itoa(score)
	case r.Decided():
		return "not enough evidence"
	}
	return "no score"
}
