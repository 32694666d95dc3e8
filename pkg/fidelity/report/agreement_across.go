package report

import (
	"math"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// AcrossInput is what the page about many joint reviews is made of. The
// overview holds one joint review or more.
type AcrossInput struct {
	Overview *agree.Overview
	Speaker  *say.Speaker
	Tool     string // name and version of the tool
	Lang     string // language of the words; empty stands for en-GB
}

// BuildAcross says what many joint reviews show together: the items that
// reviewers disagree on, whether one leans, and how sure a total is.
func BuildAcross(in AcrossInput) *Document {
	b := &acrossBuilder{AcrossInput: in, o: in.Overview, scale: in.Speaker.Scale(), say: in.Speaker}
	doc := &Document{
		Lang: in.Lang, Title: "How reviewers agree", Service: b.joints(), Kind: "Agreement of reviewers", Running: "Agreement of reviewers. " + b.joints(),
		Footer: b.say.Words().Title + " " + b.scale.Version(),
	}
	if doc.Lang == "" {
		doc.Lang = "en-GB"
	}
	for _, j := range b.o.Joints {
		doc.Date = max(doc.Date, j.Review.Visit.To.String())
	}
	doc.Cover = terms("Joint reviews", strconv.Itoa(len(b.o.Joints)), "Scale", doc.Footer)
	doc.Sections = []Section{b.headline(), b.items(), b.leans(), b.totals(), b.visits()}
	doc.Data.Result = terms("Joint reviews", strconv.Itoa(len(b.o.Joints)), "Agreement", b.headlineText())
	doc.Data.About = terms("Scale", b.scale.Ref(), "Version", b.scale.Version(), "Digest", b.scale.Digest(), "Tool", in.Tool, "Credit", b.say.Words().Attribution)
	doc.Data.Tidy = b.tidy()
	return doc
}

type acrossBuilder struct {
	AcrossInput
	o     *agree.Overview
	scale *fidelity.Scale
	say   *say.Speaker
}

func (b *acrossBuilder) joints() string {
	return say.Count(len(b.o.Joints), "joint review", "joint reviews")
}

func (b *acrossBuilder) headline() Section {
	return Section{ID: "agreement", Heading: "In short", Blocks: Blocks{Paragraph{Role: Lead, Text: b.headlineText()}}}
}

func (b *acrossBuilder) headlineText() string {
	var n, exact, near int
	for _, v := range b.o.Visits {
		n, exact, near = n+v.N, exact+v.Exact, near+v.WithinOne
	}
	if n == 0 {
		return "No item was scored by all reviewers of a visit yet."
	}
	return "Over " + b.joints() + ": the same on " + shareOfScores(exact, n, "scores") + ", within one point on " + shareOfScores(near, n, "") + "."
}

// shareOfScores writes "210 of 300 scores (70%)". Of is above 0.
func shareOfScores(part, of int, what string) string {
	percent, _ := fidelity.Int(100 * part).Div(fidelity.Int(of))
	return strings.TrimSpace(strconv.Itoa(part)+" of "+strconv.Itoa(of)+" "+what) + " (" + percent.Round().String() + "%)"
}

// items lists the items on which reviewers ever differed, those with most
// disagreement first.
func (b *acrossBuilder) items() Section {
	t := Table{ID: "items", Caption: "Most disagreement first", Sheet: "Items", Empty: "The reviewers gave the same score everywhere.", Columns: []Column{
		{Head: "Item", Weight: 8, Header: true},
		{Head: "Reviews", Weight: 2, Right: true},
		{Head: "Same", Weight: 2, Right: true},
		{Head: "1 apart", Weight: 2, Right: true},
		{Head: "2 or more", Weight: 2, Right: true},
		{Head: "Mean gap", Weight: 2, Right: true},
	}}
	same := 0
	for _, r := range b.o.Items {
		switch {
		case r.Reviews == 0:
			continue
		case r.Exact == r.Reviews:
			same++
			continue
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: strconv.Itoa(b.scale.Items()[r.Item].Number) + " " + b.say.Short(r.Item)},
			countCell(r.Reviews), countCell(r.Exact), countCell(r.WithinOne - r.Exact), countCell(r.Apart),
			{Text: twoDecimals(r.MeanGap), Number: floatOf(r.MeanGap)},
		})
	}
	s := Section{ID: "items", Heading: "Which items reviewers disagree on", Blocks: Blocks{t}}
	if same > 0 && len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "Every pair gave the same score on " + say.Count(same, "further item", "further items") + "."})
	}
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Role: Note, Text: "An item that stays at the top of this list may need a clearer definition, or a session in which reviewers score the same case."})
	}
	return s
}

func countCell(n int) Cell { return Cell{Text: strconv.Itoa(n), Number: floatOf(float64(n))} }

// leans says whether one of two reviewers scores higher throughout.
func (b *acrossBuilder) leans() Section {
	t := Table{ID: "leans", Caption: "Totals of two reviewers of the same visits", Sheet: "Leans", Empty: "No two reviewers have scored a visit in full yet.", Columns: []Column{
		{Head: "Reviewers", Weight: 6, Header: true}, {Head: "Reviews", Weight: 2, Right: true}, {Head: "What it shows", Weight: 9},
	}}
	for i := range b.o.Leans {
		l := &b.o.Leans[i]
		t.Rows = append(t.Rows, []Cell{{Text: l.A + " and " + l.B}, countCell(l.Reviews), {Text: leanWords(l)}})
	}
	return Section{ID: "leans", Heading: "Whether one reviewer scores higher", Blocks: Blocks{t, Paragraph{Role: Note, Text: "Reviewers are told apart by name, or by id where a file names none. A lean is looked for from " +
		strconv.Itoa(agree.LeastForLean) + " joint reviews of the same two. It is no fault: it says what to talk about before the next review."}}}
}

func leanWords(l *agree.Lean) string {
	switch {
	case !l.Known:
		return "Too few to say; it takes " + strconv.Itoa(agree.LeastForLean) + "."
	case l.Clear():
		return l.A + " is higher by " + pointsOf(l.Mean) + " on average (95% interval " + twoDecimals(l.Interval.Low) + " to " + twoDecimals(l.Interval.High) + ")."
	}
	return "No clear lean: " + pointsOf(l.Mean) + " on average (95% interval " + twoDecimals(l.Interval.Low) + " to " + twoDecimals(l.Interval.High) + ")."
}

func pointsOf(v float64) string {
	text := strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
	if text == "1" {
		return "1 point"
	}
	return text + " points"
}

// totals says how well totals agree, and when that may stand for the error.
func (b *acrossBuilder) totals() Section {
	s := Section{ID: "totals", Heading: "How sure a total is"}
	t := &b.o.Totals
	if !t.Known {
		s.Blocks = Blocks{Paragraph{Text: "Two reviewers scored " + say.Count(t.Reviews, "visit", "visits") + " in full. It takes " + strconv.Itoa(agree.LeastForTotal) + " to say how well totals agree."}}
		return s
	}
	name := "ICC(1,1), because the pairs differ from visit to visit"
	if t.OnePair {
		name = "ICC(2,1), of one and the same pair"
	}
	value, interval := coefficientWords(t.ICC)
	if interval != "" {
		value += " (95% interval " + interval + ")"
	}
	s.Blocks = Blocks{Terms{Rows: terms(
		"Visits scored in full by two", strconv.Itoa(t.Reviews),
		"Agreement of totals, "+name, value,
		"Standard error of a total (Dahlberg)", pointsOf(t.SEM)+" (95% interval "+twoDecimals(t.SEMRange.Low)+" to "+twoDecimals(t.SEMRange.High)+")",
	)}}
	text := "From " + strconv.Itoa(agree.LeastForError) + " such visits on, the figure may replace the assumed error of " + compare.DefaultSEM(b.scale).Decimal(1) + " points."
	if t.Replaces {
		text = "This may replace the assumed error of " + compare.DefaultSEM(b.scale).Decimal(1) + " points: give it with --sem " + strconv.FormatFloat(math.Ceil(t.SEM*10)/10, 'f', 1, 64) + "."
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: text}, Paragraph{Role: Note, Text: "It is a floor. Reviewers who saw the same days differ less than two separate reviews would."})
	return s
}

// visits lists what the page rests on.
func (b *acrossBuilder) visits() Section {
	t := Table{ID: "visits", Caption: "One line a visit", Sheet: "Visits", Columns: []Column{
		{Head: "Service", Weight: 5, Header: true},
		{Head: "Visit", Weight: 5},
		{Head: "Items", Weight: 2, Right: true},
		{Head: "Same", Weight: 2, Right: true},
		{Head: "Within 1", Weight: 2, Right: true},
		{Head: "Reviewers and totals", Weight: 8},
	}}
	for i, j := range b.o.Joints {
		v := b.o.Visits[i]
		var totals []string
		for r := range j.Raters {
			totals = append(totals, j.Raters[r].Label()+" "+v.Totals[r].Decimal(2))
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: j.Review.Service.Name}, {Text: say.Period(j.Review.Visit)}, countCell(v.N), countCell(v.Exact), countCell(v.WithinOne), {Text: strings.Join(totals, ", ")},
		})
	}
	return Section{ID: "visits", Heading: "The visits", Blocks: Blocks{t}}
}

// tidy is one row an item.
func (b *acrossBuilder) tidy() *Table {
	t := &Table{ID: "item-agreement", Caption: "Agreement by item", Empty: "No items.", Columns: []Column{
		{Head: "number"}, {Head: "item"}, {Head: "title"}, {Head: "reviews"}, {Head: "exact"}, {Head: "within_one"}, {Head: "apart"}, {Head: "mean_gap"},
	}}
	for _, r := range b.o.Items {
		def := &b.scale.Items()[r.Item]
		gap := Cell{}
		if r.Reviews > 0 {
			gap = Cell{Text: strconv.FormatFloat(math.Round(r.MeanGap*1e4)/1e4, 'f', -1, 64), Number: floatOf(r.MeanGap)}
		}
		t.Rows = append(t.Rows, []Cell{countCell(def.Number), {Text: def.ID}, {Text: b.say.Title(r.Item)}, countCell(r.Reviews), countCell(r.Exact), countCell(r.WithinOne), countCell(r.Apart), gap})
	}
	return t
}
