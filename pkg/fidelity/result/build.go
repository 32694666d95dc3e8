package result

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// New puts an assessment into the form of a result. File is the review's file
// as it was given.
func New(a *fidelity.Assessment, speaker *say.Speaker, file string, tool Tool) *Result {
	b := builder{a, speaker}
	scale, review := a.Scale(), a.Review()
	r := &Result{
		Format: Format, Tool: tool,
		Scale: Scale{ID: scale.ID(), Version: scale.Version(), Digest: scale.Digest(), Title: speaker.Words().Title},
		Review: Review{
			File: file, Service: Service{ID: review.Service.ID, Name: review.Service.Name},
			Kind: string(review.Kind), Stage: string(review.Stage),
			Visit: Visit{From: review.Visit.From.String(), To: review.Visit.To.String()},
		},
		Items: make([]Item, len(a.Items)), Sections: []Subtotal{}, Principles: []Principle{}, Flags: []Flag{}, BandsPossible: []string{},
	}
	for i := range a.Items {
		r.Items[i] = b.item(i)
	}
	for i, id := range scale.Definition().Sections {
		s := a.Sections[i]
		r.Sections = append(r.Sections, Subtotal{id, whole(s), dec(s.Low), dec(s.High), dec(s.Max), s.Scored, s.Of})
	}
	for i, p := range a.Principles {
		mean := Decimal("")
		if p.Known {
			mean = dec(p.Mean)
		}
		r.Principles = append(r.Principles, Principle{scale.Definition().Principles[i].ID, p.Items, mean})
	}
	t := a.Total
	r.Total = Total{whole(t), dec(t.Low), dec(t.High), t.Scored, t.Of, dec(t.Max)}
	bands := scale.Bands()
	if a.Band >= 0 {
		r.Band = &Band{bands[a.Band].ID, speaker.Band(a.Band)}
	}
	for i := max(a.LowBand, 0); i <= a.HighBand; i++ {
		r.BandsPossible = append(r.BandsPossible, bands[i].ID)
	}
	return r
}

type builder struct {
	a   *fidelity.Assessment
	say *say.Speaker
}

func dec(n fidelity.Number) Decimal { return Decimal(n.Decimal(4)) }

// whole returns the score of a total, or null while it is not complete.
func whole(t fidelity.Subtotal) Decimal {
	if !t.Complete() {
		return ""
	}
	return dec(t.Score)
}

// StateName returns the state as results and tables write it.
func StateName(s fidelity.State) string {
	return [...]string{fidelity.Open: "open", fidelity.Suggested: "suggested", fidelity.Rated: "rated"}[s]
}

func (b builder) item(i int) Item {
	it, def := &b.a.Items[i], &b.a.Scale().Items()[i]
	out := Item{
		ID: def.ID, Number: def.Number, Section: def.Section, Title: b.say.Title(i),
		State: StateName(it.State), Low: it.Low, High: it.High,
		Measures: []Measure{}, Rows: []Row{}, Missing: []string{}, Flags: []Flag{},
		Because: b.a.Review().Findings[i].Because, Why: b.say.Why(b.a, i),
	}
	if it.State != fidelity.Open {
		out.Score = &it.Score
	}
	if settled, ok := it.Settled(); ok {
		out.Suggested = &settled
	}
	b.measures(&out, i)
	for r := range it.Rows {
		out.Rows = append(out.Rows, b.row(i, &it.Rows[r]))
	}
	for _, m := range it.Missing {
		out.Missing = append(out.Missing, b.say.Path(m))
	}
	for f := range it.Flags {
		out.Flags = append(out.Flags, Flag{it.Flags[f].Code, b.say.Flag(b.a, i, &it.Flags[f])})
	}
	out.Next = b.next(i)
	return out
}

// measures lists the item's own measures, the count of its facts where that
// gives the score, and the mean of its rows.
func (b builder) measures(out *Item, i int) {
	it, def := &b.a.Items[i], &b.a.Scale().Items()[i]
	if kept := b.a.Review().Kept; kept != nil {
		if k := kept.Items[def.ID]; !k.Figures() {
			return // taken out of the file, and never made up again
		}
	}
	for m := range it.Measures {
		if def.Each == "" || it.Measures[m].Of > 0 {
			out.Measures = append(out.Measures, b.measure(i, m, it.Measures[m]))
		}
	}
	if len(def.FromCount) > 0 {
		c := it.Facts
		out.Measures = append(out.Measures, Measure{
			ID: "facts", Value: exact(c.Yes, c.Yes+c.Unknown), Low: dec(fidelity.Int(c.Yes)), High: dec(fidelity.Int(c.Yes + c.Unknown)),
			Base: dec(fidelity.Int(c.Of)), Used: c.Of - c.Unknown, Of: c.Of, Unit: "facts in place", Text: say.Facts(c),
		})
	}
	if def.Each != "" && it.Spread().All > 0 {
		out.Measures = append(out.Measures, b.rowMean(i))
	}
}

func exact(low, high int) Decimal {
	if low != high {
		return ""
	}
	return dec(fidelity.Int(low))
}

func (b builder) measure(i, m int, got fidelity.Measured) Measure {
	def := &b.a.Scale().Items()[i].Measures[m]
	out := interval(got.Interval)
	out.ID, out.Used, out.Of = def.ID, got.Used, got.Of
	out.Unit, out.Text = b.say.Unit(i, def), b.say.Measure(i, def, got)
	if got.HasBase {
		out.Base = dec(got.Base)
	}
	return out
}

func interval(iv fidelity.Interval) Measure {
	out := Measure{}
	if n, ok := iv.Exact(); ok {
		value := dec(n)
		return Measure{Value: value, Low: value, High: value}
	}
	if n, ok := iv.Low(); ok {
		out.Low = dec(n)
	}
	if n, ok := iv.High(); ok {
		out.High = dec(n)
	}
	return out
}

// rowMean is the mean of the rows' scores, before it is rounded.
func (b builder) rowMean(i int) Measure {
	it := &b.a.Items[i]
	out := interval(it.RowMean)
	sp := it.Spread()
	out.ID, out.Used, out.Of, out.Unit = "rows", sp.Counted-sp.Open, sp.All, "mean score"
	out.Base, out.Text = dec(fidelity.Int(sp.Counted)), b.say.RowMean(b.a, i)
	return out
}

func (b builder) row(i int, r *fidelity.RowAssessment) Row {
	def := &b.a.Scale().Items()[i]
	out := Row{
		ID:       b.a.Review().Rows(def.Each)[r.Row].ID(),
		Measures: []Measure{}, Text: b.say.RowEvidence(b.a, i, r),
	}
	if r.LeftOut != fidelity.Yes {
		out.Low, out.High = &r.Low, &r.High
	}
	if r.LeftOut == fidelity.Yes {
		why := b.say.LeftOut(b.a, i, r.Row)
		out.LeftOut = &why
	}
	for m := range r.Measures {
		if r.Measures[m].Of > 0 {
			out.Measures = append(out.Measures, b.measure(i, m, r.Measures[m]))
		}
	}
	return out
}

func (b builder) next(i int) *Next {
	n := b.a.Items[i].Next
	if n == nil {
		return nil
	}
	out := &Next{Score: n.Score, Choose: n.Choose, Needs: b.needs(i, n.Needs)}
	for _, way := range n.Or {
		out.Or = append(out.Or, b.needs(i, way))
	}
	return out
}

func (b builder) needs(i int, needs []fidelity.Need) []Need {
	out := make([]Need, len(needs))
	def := &b.a.Scale().Items()[i]
	for j := range needs {
		need := Need{Text: b.say.Need(b.a, i, &needs[j])}
		if needs[j].Row >= 0 {
			need.Row = b.a.Review().Rows(def.Each)[needs[j].Row].ID()
		}
		if len(needs[j].Unmet) == 1 {
			u := needs[j].Unmet[0]
			switch {
			case u.Measure >= 0:
				need.Measure = def.Measures[u.Measure].ID
			case u.Fact >= 0:
				need.Fact = def.Facts[u.Fact].ID
			case u.Column >= 0:
				need.Column = b.say.ColumnID(i, u.Column)
			}
		}
		out[j] = need
	}
	return out
}
