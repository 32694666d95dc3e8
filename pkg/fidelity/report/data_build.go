package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// data puts the same findings into rows.
func (b *builder) data(doc *Document) Data {
	d := Data{About: b.about(), Totals: b.totals(), Scores: make([]ScoreRow, 0, len(b.a.Items))}
	d.About = append(d.About, Term{Name: "Credit", Text: b.say.Words().Attribution})
	d.Result = terms(
		"Service", b.review.Service.Name, "Visit", say.Period(b.review.Visit), "Kind", doc.Kind, "Stage", doc.Stage,
		"Total", say.Total(b.a.Total)+" out of "+b.a.Total.Max.Decimal(2), "Band", b.bandWords(),
		"Items with a score", strconv.Itoa(b.a.Total.Scored)+" of "+strconv.Itoa(b.a.Total.Of),
	)
	for i, id := range b.scale.Definition().Sections {
		d.Result = append(d.Result, Term{Name: b.say.Section(id), Text: say.Total(b.a.Sections[i]) + " out of " + b.a.Sections[i].Max.Decimal(2)})
	}
	for i := range b.a.Items {
		d.Scores = append(d.Scores, b.scoreRow(i))
		d.Measures = append(d.Measures, b.measureRows(i)...)
	}
	for i := range b.review.Actions {
		if !b.hidden(&b.review.Actions[i]) {
			d.Actions = append(d.Actions, b.actionRow(&b.review.Actions[i]))
		}
	}
	for _, step := range plan.Steps(b.a) {
		d.Needs = append(d.Needs, b.needRows(step)...)
	}
	return d
}

func (b *builder) bandWords() string {
	if b.a.Band >= 0 {
		return b.say.Band(b.a.Band)
	}
	if bands := b.say.BandsPossible(b.a); bands != "" {
		return "still open: " + say.Lower(bands)
	}
	return ""
}

var stateNames = [...]string{fidelity.Open: "open", fidelity.Suggested: "suggested", fidelity.Rated: "rated"}

func (b *builder) scoreRow(i int) ScoreRow {
	it, def, f := &b.a.Items[i], &b.scale.Items()[i], &b.review.Findings[i]
	row := ScoreRow{
		Number: def.Number, Item: def.ID, Title: b.say.Title(i), Section: b.say.Section(def.Section),
		State: stateNames[it.State], Low: it.Low, High: it.High, Max: b.scale.Scores().Max,
		Why: b.say.Why(b.a, i), Evidence: say.Upper(b.say.Evidence(b.a, i)), Saw: f.Saw, Judgement: f.Judgement, Because: f.Because,
		Next: b.toReach(i), Flags: strings.Join(b.notes(i), " "), Sources: b.say.Sources(f.Sources),
		Rests: say.Upper(b.say.ShortEvidence(b.a, i)),
	}
	row.Last, row.LastTime = b.before(i)
	if b.review.Kept == nil {
		row.Strength = say.Grade(b.a.Strength(i).Grade)
	}
	if box := b.boxes(i); it.State == fidelity.Open {
		row.OpenFrom, row.OpenTo = &box.Low, &box.High
	}
	if it.State != fidelity.Open {
		row.Score = &it.Score
	}
	if settled, ok := it.Settled(); ok {
		row.Suggested = &settled
	}
	if f.Recommend != nil {
		row.Recommend, row.Who = f.Recommend.Text, f.Recommend.Who
		row.Remedy = b.remedy(i, f.Recommend.Kind)
	}
	return row
}

// measureRows lists the item's measures; those of single rows stand in the
// team's copy alone.
func (b *builder) measureRows(i int) []MeasureRow {
	def, it := &b.scale.Items()[i], &b.a.Items[i]
	var out []MeasureRow
	add := func(row string, m int, got fidelity.Measured) {
		if got.Of == 0 && def.Each != "" {
			return
		}
		out = append(out, b.measureRow(i, m, row, got))
	}
	for m := range it.Measures {
		add("", m, it.Measures[m])
	}
	if b.reader == Team {
		for r := range it.Rows {
			code := b.review.Rows(def.Each)[it.Rows[r].Row].ID()
			for m := range it.Rows[r].Measures {
				add(code, m, it.Rows[r].Measures[m])
			}
		}
	}
	return out
}

func (b *builder) measureRow(i, m int, row string, got fidelity.Measured) MeasureRow {
	def := &b.scale.Items()[i]
	out := MeasureRow{
		Number: def.Number, Item: def.ID, Title: b.say.Title(i), Row: row, Measure: b.say.MeasureName(i, &def.Measures[m]),
		Unit: b.say.Unit(i, &def.Measures[m]), Used: got.Used, Of: got.Of, Text: b.say.Measure(i, &def.Measures[m], got),
	}
	if n, ok := got.Exact(); ok {
		f := n.RoundTo(4).Float()
		out.Value = &f
	}
	if got.HasBase {
		f := got.Base.RoundTo(4).Float()
		out.Base = &f
	}
	return out
}

func (b *builder) actionRow(a *fidelity.Action) ActionRow {
	row := ActionRow{ID: a.ID, What: a.What, Who: a.Who, When: a.When.String(), Item: a.Item, Aim: a.Aim, Measure: a.Measure, Remedy: b.kindOf(a), Status: say.Status(a.Status), Outcome: a.Outcome}
	if i, ok := b.scale.ItemAt(a.Item); ok {
		row.Number, row.Title = b.scale.Items()[i].Number, b.say.Title(i)
	}
	return row
}

// needRows lists what a step needs. What single rows need stands in the team's
// copy alone; others are told it together.
func (b *builder) needRows(step plan.Step) []NeedRow {
	n := b.a.Items[step.Item].Next
	def := &b.scale.Items()[step.Item]
	row := NeedRow{
		Number: def.Number, Item: def.ID, Title: b.say.Title(step.Item), From: step.From, To: step.To,
		Choose: n.Choose, Of: len(n.Needs),
	}
	if len(n.Needs) > 0 && n.Needs[0].Row >= 0 && b.reader != Team {
		row.Need = say.Upper(b.say.Needs(b.a, step.Item, n))
		return []NeedRow{row}
	}
	var out []NeedRow
	if c := b.step(step.Item); len(def.FromCount) == 0 && len(c.Routes) > 0 {
		row.Need, row.Choose, row.Of = b.takes(step.Item), 1, 1
		return []NeedRow{row}
	}
	for i := range n.Needs {
		row.Need = say.Upper(b.say.Need(b.a, step.Item, &n.Needs[i]))
		out = append(out, row)
	}
	return out
}
