package report

import (
	"math"
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// sideBySide is every item with every score, in the scale's order.
func (b *agreementBuilder) sideBySide() Section {
	t := Table{ID: "all-scores", Caption: "As each reviewer scored alone", Sheet: "Side by side", Columns: []Column{{Head: "Item", Weight: 8, Header: true}}}
	for i := range b.joint.Raters {
		t.Columns = append(t.Columns, Column{Head: b.joint.Raters[i].Label(), Weight: 3, Right: true})
	}
	t.Columns = append(t.Columns, Column{Head: "Evidence", Weight: 3, Right: true}, Column{Head: "Agreed", Weight: 3, Right: true})
	limits := b.scale.Scores()
	for i := range b.scale.Items() {
		row := []Cell{{Text: strconv.Itoa(b.scale.Items()[i].Number) + " " + b.say.Short(i)}}
		lowest, highest := limits.Max, limits.Min
		for r := range b.joint.Raters {
			rating := b.joint.Raters[r].Ratings[i]
			c := Cell{Text: ratingWords(rating)}
			if score, ok := rating.Score(); ok {
				c.Number = floatOf(float64(score))
				lowest, highest = min(lowest, score), max(highest, score)
			}
			row = append(row, c)
		}
		for r := range b.joint.Raters { // the wider, the darker; the numbers say the same
			if highest > lowest {
				row[r+1].Shade = min(highest-lowest, MaxShade)
			}
		}
		row = append(row, Cell{Text: b.suggests(i)}, Cell{Text: b.agreed(i)})
		t.Rows = append(t.Rows, row)
	}
	return Section{ID: "side-by-side", Heading: "Every score side by side", NewPage: true, Blocks: Blocks{t}}
}

func floatOf(v float64) *float64 { return &v }

// coefficients stand last: they are for those who compare teams of reviewers.
func (b *agreementBuilder) coefficients() Section {
	f := b.found
	limits := b.scale.Scores()
	t := Table{ID: "coefficients", Caption: "Agreement in figures", Sheet: "Coefficients", Columns: []Column{
		{Head: "Coefficient", Weight: 6, Header: true}, {Head: "Value", Weight: 5}, {Head: "95% interval", Weight: 4},
	}}
	for _, c := range []struct {
		name string
		c    agree.Coefficient
	}{
		{"Linear weighted kappa", f.KappaLinear},
		{"Gwet's AC2, linear weights", f.AC2Linear},
		{"Krippendorff's alpha, ordinal", f.AlphaOrdinal},
		{"Intraclass correlation ICC(2,1)", f.ICC21},
	} {
		value, interval := coefficientWords(c.c)
		t.Rows = append(t.Rows, []Cell{{Text: c.name}, {Text: value}, {Text: interval}})
	}
	note := "Over the " + say.Count(f.N, "item", "items") + " that " + b.all() + " scored, on the whole scale from " + strconv.Itoa(limits.Min) + " to " + strconv.Itoa(limits.Max) +
		". Agreement is measured on the scores that each gave alone, before the discussion."
	return Section{ID: "details", Heading: "Details", Blocks: Blocks{t, Paragraph{Role: Note, Text: note}}}
}

// coefficientWords says a coefficient, or why there is none.
func coefficientWords(c agree.Coefficient) (value, interval string) {
	if why := WhyNot(c.Why); why != "" {
		return "not calculated: " + why, ""
	}
	value = twoDecimals(c.Value)
	if !math.IsNaN(c.Low) {
		interval = twoDecimals(c.Low) + " to " + twoDecimals(c.High)
	}
	return value, interval
}

// WhyNot says why a coefficient is not calculated; nothing where it is.
func WhyNot(r agree.Reason) string {
	switch r {
	case agree.TooFew:
		return "fewer than " + strconv.Itoa(agree.LeastPairs) + " pairs"
	case agree.AllSame:
		return "every score is the same"
	case agree.Constant:
		return "one reviewer gave the same score throughout"
	case agree.MoreThanTwo:
		return "it is for two reviewers"
	case agree.NoVariation:
		return "the scores vary too little"
	default:
		return ""
	}
}

// twoDecimals writes a coefficient with two decimals, and no negative zero.
func twoDecimals(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	if text == "-0.00" {
		return "0.00"
	}
	return text
}

// tidy is one row for every item and reviewer.
func (b *agreementBuilder) tidy() *Table {
	t := &Table{ID: "ratings", Caption: "Ratings", Empty: "No ratings.", Columns: []Column{
		{Head: "service"},
		{Head: "visit"},
		{Head: "number"},
		{Head: "item"},
		{Head: "title"},
		{Head: "reviewer"},
		{Head: "name"},
		{Head: "rating"},
		{Head: "difference"},
		{Head: "low"},
		{Head: "high"},
		{Head: "agreed"},
	}}
	apart := map[int]int{}
	for _, d := range b.found.Differences {
		apart[d.Item] = d.Width
	}
	whole := func(n int) Cell { return Cell{Text: strconv.Itoa(n), Number: floatOf(float64(n))} }
	for i := range b.scale.Items() {
		def, it := &b.scale.Items()[i], &b.a.Items[i]
		for r := range b.joint.Raters {
			rater := &b.joint.Raters[r]
			t.Rows = append(t.Rows, []Cell{
				{Text: b.review.Service.ID},
				{Text: b.review.Visit.From.String()},
				whole(def.Number),
				{Text: def.ID},
				{Text: b.say.Title(i)},
				{Text: rater.ID},
				{Text: rater.Name},
				ratingCell(rater.Ratings[i]), b.apartCell(i, apart), whole(it.Low), whole(it.High), ratingCell(b.review.Findings[i].Rating),
			})
		}
	}
	return t
}

func ratingCell(r fidelity.Rating) Cell {
	if score, ok := r.Score(); ok {
		return Cell{Text: strconv.Itoa(score), Number: floatOf(float64(score))}
	}
	if r.Decided() {
		return Cell{Text: "not-enough-evidence"}
	}
	return Cell{}
}

// apartCell is how far the scores of an item are apart; empty where not every
// reviewer gave one.
func (b *agreementBuilder) apartCell(item int, apart map[int]int) Cell {
	if slices.Contains(b.found.Unpaired, item) || slices.Contains(b.found.Unscored, item) {
		return Cell{}
	}
	return Cell{Text: strconv.Itoa(apart[item]), Number: floatOf(float64(apart[item]))}
}
