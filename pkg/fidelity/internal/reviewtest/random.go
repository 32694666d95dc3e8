package reviewtest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// names of services and texts of reviewers that have broken things before.
var (
	serviceNames = []string{
		"Larkhill", "Larkhill Employment Service", "Gwasanaeth Cyflogaeth Llŷn ac Eifionydd", "A & B <Work> \"First\"",
		"The Individual Placement and Support Service of the Greater Larkhill and Upper Quillstead Partnership",
		strings.Repeat("x", 90),
	}
	texts = []string{"", "", "We saw six records.", "=1+1", "<b>not bold</b>", "First line.\nSecond line.", "50% of what we saw. And more", "“quoted” – 🙂 é"}
	types = []string{"retail assistant", "Driver", "gardener", "cleaner", "kitchen porter"}
)

// Random assesses a random review on one of the scales: tables that nobody
// looked at, empty ones, cells and facts that are unknown, ratings, texts, and
// now and then a review that has been stripped.
func Random(t *rapid.T) *fidelity.Assessment {
	ref := IPS25
	if rapid.IntRange(0, 4).Draw(t, "scale") == 0 {
		ref = IPS15
	}
	r := fidelity.NewReview(SpeakerOf(t, ref).Scale())
	g := generator{t, r}
	r.Service = fidelity.Service{ID: "larkhill", Name: rapid.SampledFrom(serviceNames).Draw(t, "service"), Setting: g.text("setting"), Organisation: g.text("organisation")}
	r.Kind = rapid.SampledFrom([]fidelity.ReviewKind{fidelity.Independent, fidelity.Guided, fidelity.SelfAudit}).Draw(t, "kind")
	r.Stage = rapid.SampledFrom([]fidelity.Stage{fidelity.Gathering, fidelity.Draft, fidelity.Agreed, fidelity.Final}).Draw(t, "stage")
	r.Visit = fidelity.Period{From: g.date("from"), To: fidelity.Date{Year: 2027, Month: 1, Day: rapid.IntRange(1, 31).Draw(t, "to")}}
	r.Reviewers = []fidelity.Reviewer{{ID: "r1", Name: "A. Okafor"}, {ID: "r2", Organisation: g.text("organisation")}}
	for i := range r.Findings {
		g.finding(i)
	}
	if rapid.IntRange(0, 9).Draw(t, "stripped") == 0 {
		g.strip()
	} else {
		g.evidence()
	}
	g.actions()
	return fidelity.Assess(r)
}

// RandomOn assesses random evidence, facts and ratings on any scale.
func RandomOn(t *rapid.T, scale *fidelity.Scale) *fidelity.Assessment {
	g := generator{t, fidelity.NewReview(scale)}
	for i := range g.review.Findings {
		g.finding(i)
	}
	g.evidence()
	return fidelity.Assess(g.review)
}

type generator struct {
	t      *rapid.T
	review *fidelity.Review
}

func (g generator) text(label string) string { return rapid.SampledFrom(texts).Draw(g.t, label) }

func (g generator) date(label string) fidelity.Date {
	return fidelity.Date{Year: 2026, Month: rapid.IntRange(1, 12).Draw(g.t, label), Day: rapid.IntRange(1, 28).Draw(g.t, label)}
}

// oneIn is true one time in n.
func (g generator) oneIn(n int, label string) bool {
	return rapid.IntRange(1, n).Draw(g.t, label) == n
}

func (g generator) finding(i int) {
	f := &g.review.Findings[i]
	for j, def := range g.review.Scale().Items()[i].Facts {
		if answers := def.Choices(); len(answers) > 0 {
			f.Facts[j] = g.answer(answers, def.ID)
		} else if !g.oneIn(4, "unknown") {
			f.Facts[j] = fidelity.NumberValue(fidelity.Int(rapid.IntRange(0, 6).Draw(g.t, def.ID)))
		}
	}
	scores := g.review.Scale().Scores()
	switch rapid.IntRange(0, 9).Draw(g.t, "rating") {
	case 0:
		f.Rating = fidelity.NotEnoughEvidence()
	case 1, 2, 3, 4:
		f.Rating = fidelity.Scored(rapid.IntRange(scores.Min, scores.Max).Draw(g.t, "score"))
	}
	f.Saw, f.Judgement, f.Because = g.text("saw"), g.text("judgement"), g.text("because")
	if text := g.text("recommend"); text != "" {
		f.Recommend = &fidelity.Recommendation{Text: text, Who: g.text("who")}
	}
}

func (g generator) answer(answers []string, label string) fidelity.Value {
	place := rapid.IntRange(-1, len(answers)-1).Draw(g.t, label)
	if place < 0 {
		return fidelity.UnknownValue()
	}
	return fidelity.AnswerValue(place)
}

func (g generator) strip() {
	g.review.Kept = &fidelity.Kept{Items: map[string]fidelity.KeptItem{}}
	for i, def := range g.review.Scale().Items() {
		low := rapid.IntRange(1, 5).Draw(g.t, "low")
		g.review.Kept.Items[def.ID] = fidelity.KeptItem{Low: low, High: rapid.IntRange(low, 5).Draw(g.t, "high")}
		for f := range g.review.Findings[i].Facts {
			g.review.Findings[i].Facts[f] = fidelity.Value{}
		}
	}
}

func (g generator) evidence() {
	for t, def := range g.review.Scale().Definition().Tables {
		if g.oneIn(5, "not looked at") {
			continue
		}
		if err := g.review.Look(def.ID, 0); err != nil {
			g.t.Fatal(err)
		}
		code := map[string]string{"specialists": "ES", "clients": "C", "jobs": "J"}[def.ID]
		if code == "" {
			code = "R"
		}
		for n := range rapid.IntRange(0, 8).Draw(g.t, def.ID) {
			row, err := g.review.AddRow(def.ID, fmt.Sprintf("%s%02d", code, n+1))
			if err != nil {
				g.t.Fatal(err)
			}
			for c := 1; c < len(def.Columns); c++ {
				row.SetAt(c, g.cell(row, t, c))
			}
		}
	}
}

func (g generator) cell(row *fidelity.Row, t, c int) fidelity.Value {
	def := &g.review.Scale().Definition().Tables[t].Columns[c]
	switch rapid.IntRange(0, 9).Draw(g.t, def.ID) {
	case 0:
		return fidelity.Value{}
	case 1:
		return fidelity.UnknownValue()
	}
	if by, ok := g.review.Scale().LimitedBy(t, c); ok {
		limit, known := row.At(by).Number()
		if most, whole := limit.Int(); known && whole {
			return fidelity.NumberValue(fidelity.Int(rapid.IntRange(0, most).Draw(g.t, def.ID)))
		}
	}
	switch def.Kind {
	case fidelity.YesNo, fidelity.Choice:
		return g.answer(def.Choices(), def.ID)
	case fidelity.Set:
		var places []int
		for p := range def.Answers {
			if !g.oneIn(6, def.Answers[p]) {
				places = append(places, p)
			}
		}
		return fidelity.SetValue(places...)
	}
	v, err := def.Parse(g.written(def))
	if err != nil {
		g.t.Fatal(err)
	}
	return v
}

// written is a value as a file would have it.
func (g generator) written(def *fidelity.Column) string {
	switch def.Kind {
	case fidelity.Code:
		return fmt.Sprintf("E%03d", rapid.IntRange(1, 5).Draw(g.t, def.ID))
	case fidelity.Text:
		return rapid.SampledFrom(types).Draw(g.t, def.ID)
	case fidelity.Month:
		return "2026-02"
	case fidelity.Percent:
		return rapid.SampledFrom([]string{"24/37.5", "15/37.5", "64.46%", "97", "100", "0", "49.5", "1/3"}).Draw(g.t, def.ID)
	case fidelity.Decimal:
		return rapid.SampledFrom([]string{"0.1", "0.35", "0.5", "0.8", "1"}).Draw(g.t, def.ID)
	default:
		return fmt.Sprint(rapid.SampledFrom([]int{0, 1, 2, 3, 6, 9, 14, 21, 30, 31, 60, 61, 200}).Draw(g.t, def.ID))
	}
}

func (g generator) actions() {
	items := g.review.Scale().Items()
	for n := range rapid.IntRange(0, 3).Draw(g.t, "actions") {
		g.review.Actions = append(g.review.Actions, fidelity.Action{
			ID: fmt.Sprint("a", n), What: "Agree one record " + g.text("what"), Who: g.text("who"), When: g.date("when"),
			Item: items[rapid.IntRange(0, len(items)-1).Draw(g.t, "item")].ID, Scope: rapid.SampledFrom([]string{"", "team", "personal"}).Draw(g.t, "scope"),
		})
	}
}
