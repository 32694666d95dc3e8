package fidelity_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// notes is a review as it is drawn: cells and answers as they would be
// written, so that one of them can be changed and the review built anew. An
// empty text is left out.
type notes struct {
	rows    map[string][][]string // by table and row, a text for each column
	facts   [][]string            // by item
	ratings []int                 // by item; 0 is none, -1 not enough evidence
}

// written are texts that a column may hold, good and bad for a score alike.
// Few of them, close to the thresholds, so that every score comes about.
func written(table string, c *fidelity.Column) []string {
	switch c.Kind {
	case fidelity.Set:
		return []string{"[]", strings.Join(c.Answers[:1], "+"), strings.Join(c.Answers[:5], "+"), strings.Join(c.Answers, "+")}
	case fidelity.YesNo, fidelity.Choice:
		return c.Choices()
	case fidelity.Percent:
		return []string{"0", "30", "30.5", "40", "50", "64.5", "65", "75", "90", "95.5", "96", "100", "24/37.5"}
	case fidelity.Series:
		return []string{"0", "2", "4", "5", "6", "6,7,null,5", "null,null"}
	case fidelity.Text:
		return []string{"cook", "clerk", "driver", "Cook", "gardener"}
	case fidelity.Code:
		return []string{"E1", "e1", "E2", "E3", "E4"}
	case fidelity.Month:
		return []string{"2026-01", "2026-02"}
	case fidelity.Decimal:
		return []string{"0.1", "0.2", "0.5", "0.7", "1"}
	}
	return []string{"0", "1", "2", "3", "10", "18", "20", "21", "25", "30", "31", "60", "61", "200"}
}

// maybe draws one of the texts, or leaves it open: empty or unknown.
func maybe(t *rapid.T, texts []string, label string) string {
	return rapid.SampledFrom(slices.Concat(texts, []string{"", "unknown"})).Draw(t, label)
}

func drawNotes(t *rapid.T, scale *fidelity.Scale) *notes {
	n := &notes{rows: map[string][][]string{}}
	for _, table := range scale.Definition().Tables {
		if !rapid.Bool().Draw(t, table.ID) {
			continue
		}
		count := rapid.IntRange(0, 12).Draw(t, "rows")
		n.rows[table.ID] = make([][]string, count)
		for i := range n.rows[table.ID] {
			n.rows[table.ID][i] = make([]string, len(table.Columns))
			for c := range table.Columns[1:] {
				n.rows[table.ID][i][c+1] = maybe(t, written(table.ID, &table.Columns[c+1]), "cell")
			}
		}
	}
	for _, item := range scale.Items() {
		answers := make([]string, len(item.Facts))
		for f := range item.Facts {
			answers[f] = maybe(t, answersOf(&item.Facts[f]), "fact")
		}
		n.facts = append(n.facts, answers)
		n.ratings = append(n.ratings, rapid.SampledFrom([]int{0, 0, 0, -1, 1, 2, 3, 4, 5}).Draw(t, "rating"))
	}
	return n
}

func answersOf(f *fidelity.Fact) []string {
	if f.Kind == fidelity.Whole {
		return []string{"0", "1", "2", "3"}
	}
	return f.Choices()
}

func (n *notes) build(t failer, scale *fidelity.Scale) *fidelity.Review {
	v := visitOn(t, scale)
	for _, table := range scale.Definition().Tables {
		rows, looked := n.rows[table.ID]
		if !looked {
			continue
		}
		v.must(v.review.Look(table.ID, len(rows)))
		for _, cells := range rows {
			var row []string
			for c, text := range cells {
				if text != "" {
					row = append(row, table.Columns[c].ID+"="+text)
				}
			}
			v.row(table.ID, strings.Join(row, " "))
		}
	}
	for i, item := range scale.Items() {
		for f, text := range n.facts[i] {
			if text != "" {
				v.facts(item.ID, item.Facts[f].ID+"="+text)
			}
		}
		switch score := n.ratings[i]; {
		case score > 0:
			v.rate(item.ID, score)
		case score < 0:
			v.must(v.review.Rate(item.ID, fidelity.NotEnoughEvidence()))
		}
	}
	return v.review
}

func (n *notes) assess(t failer, scale *fidelity.Scale) *fidelity.Assessment {
	return fidelity.Assess(n.build(t, scale))
}

func TestLawScoresAreInOrder(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawNotes(t, scale)
		a := n.assess(t, scale)
		for i := range a.Items {
			it, id := &a.Items[i], scale.Items()[i].ID
			suggested, settled := it.Settled()
			switch {
			case it.Low < 1 || it.Low > it.High || it.High > 5:
				t.Errorf("%s: %d to %d", id, it.Low, it.High)
			case settled && (suggested < it.Low || suggested > it.High):
				t.Errorf("%s: %d is suggested, of %d to %d", id, suggested, it.Low, it.High)
			case settled != (it.Missing == nil):
				t.Errorf("%s: settled is %t, and missing %v", id, settled, missing(a, it.Missing))
			case (it.State == fidelity.Suggested) != (settled && n.ratings[i] == 0), (it.State == fidelity.Rated) != (n.ratings[i] > 0):
				t.Errorf("%s: state %d, settled %t, rating %d", id, it.State, settled, n.ratings[i])
			case it.State != fidelity.Open && (it.Next == nil) != (it.Score == 5), it.Next != nil && it.Next.Choose > len(it.Next.Needs):
				t.Errorf("%s: score %d and next %+v", id, it.Score, it.Next)
			}
			for _, row := range it.Rows {
				if row.LeftOut != fidelity.Yes && (row.Low < 1 || row.Low > row.High || row.High > 5) {
					t.Errorf("%s row %d: %d to %d", id, row.Row, row.Low, row.High)
				}
			}
		}
	})
}

// The total goes from the least to the most that the items can add, and so do
// its sections.
func TestLawTotalIsTheSumOfWhatItemsAdd(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawNotes(t, scale).assess(t, scale)
		low, high, scored := 0, 0, 0
		for i := range a.Items {
			it := &a.Items[i]
			switch {
			case it.State != fidelity.Open:
				low, high, scored = low+it.Score, high+it.Score, scored+1
			case a.Review().Findings[i].Rating.Decided():
				low, high = low+1, high+5
			default:
				low, high = low+it.Low, high+it.High
			}
		}
		if a.Total.Low.Cmp(fidelity.Int(low)) != 0 || a.Total.High.Cmp(fidelity.Int(high)) != 0 || a.Total.Scored != scored || a.Total.Of != 25 {
			t.Errorf("total %s to %s with %d, want %d to %d with %d", a.Total.Low, a.Total.High, a.Total.Scored, low, high, scored)
		}
		sum := [3]fidelity.Number{}
		for _, s := range a.Sections {
			sum = [3]fidelity.Number{sum[0].Add(s.Low), sum[1].Add(s.High), sum[2].Add(s.Max)}
		}
		if sum[0].Cmp(a.Total.Low) != 0 || sum[1].Cmp(a.Total.High) != 0 || sum[2].Cmp(a.Total.Max) != 0 {
			t.Errorf("the sections add up to %s to %s of %s", sum[0], sum[1], sum[2])
		}
		if a.LowBand != scale.BandFrom(a.Total.Low) || a.HighBand != scale.BandFrom(a.Total.High) || (a.Band >= 0) != a.Total.Complete() {
			t.Errorf("bands %d to %d, %d", a.LowBand, a.HighBand, a.Band)
		}
	})
}

// Knowing more never widens a range: a value in place of an unknown fact, or
// of an unknown cell of a complete table. Cells with a default are known
// unless they say unknown. Job seekers are apart, because a cell that is left
// out says something there: three or more.
func TestLawKnowingMoreNeverWidensARange(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawNotes(t, scale)
		before := n.assess(t, scale)
		what := n.findOut(t, scale)
		if what == "" {
			t.Skip("nothing is open")
		}
		after := n.assess(t, scale)
		for i := range after.Items {
			was, is := &before.Items[i], &after.Items[i]
			if is.Low < was.Low || is.High > was.High {
				t.Errorf("%s: from %s to %s by %s", scale.Items()[i].ID, scores(was.Low, was.High), scores(is.Low, is.High), what)
			}
		}
		if after.Total.Low.Cmp(before.Total.Low) < 0 || after.Total.High.Cmp(before.Total.High) > 0 {
			t.Errorf("total: from %s to %s by %s", sumUp(before.Total), sumUp(after.Total), what)
		}
	})
}

// findOut puts a value in one open place, and says where.
func (n *notes) findOut(t *rapid.T, scale *fidelity.Scale) string {
	type place struct {
		name  string
		at    *string
		texts []string
	}
	var open []place
	for _, table := range scale.Definition().Tables {
		if !table.Complete {
			continue
		}
		for r, row := range n.rows[table.ID] {
			for c := 1; c < len(row); c++ {
				column := &table.Columns[c]
				if column.ID != "job_seekers" && (row[c] == "unknown" || row[c] == "" && column.Default == "") {
					open = append(open, place{fmt.Sprintf("%s[%d].%s", table.ID, r, column.ID), &row[c], written(table.ID, column)})
				}
			}
		}
	}
	for i, item := range scale.Items() {
		for f := range item.Facts {
			if at := &n.facts[i][f]; *at == "" || *at == "unknown" {
				open = append(open, place{item.ID + "." + item.Facts[f].ID, at, answersOf(&item.Facts[f])})
			}
		}
	}
	if len(open) == 0 {
		return ""
	}
	p := rapid.SampledFrom(open).Draw(t, "place")
	*p.at = rapid.SampledFrom(p.texts).Draw(t, "value")
	return p.name + " = " + *p.at
}

// What is listed as missing is enough: once all of it is known, the item is
// settled, unless there is no row that could tell.
func TestLawWhatIsMissingSettlesTheItem(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawNotes(t, scale)
		at := rapid.IntRange(0, 24).Draw(t, "item")
		for {
			a := n.assess(t, scale)
			it := &a.Items[at]
			if it.Low == it.High {
				return
			}
			for _, m := range it.Missing {
				switch m.Kind {
				case fidelity.MissingFact:
					n.facts[m.Item][m.Fact] = rapid.SampledFrom(answersOf(&scale.Items()[m.Item].Facts[m.Fact])).Draw(t, "fact")
				case fidelity.MissingCell:
					table := &scale.Definition().Tables[m.Table]
					texts := slices.DeleteFunc(written(table.ID, &table.Columns[m.Column]), func(text string) bool { return text == "null,null" })
					n.rows[table.ID][m.Row][m.Column] = rapid.SampledFrom(texts).Draw(t, "cell")
				case fidelity.MissingTable:
					t.Skip("rows are missing")
				}
			}
		}
	})
}

// The order of rows changes nothing: not the scores, not the measures, not the
// flags, and as much is missing.
func TestLawOrderOfRowsChangesNothing(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawNotes(t, scale)
		before := n.assess(t, scale)
		for _, table := range scale.Definition().Tables {
			if len(n.rows[table.ID]) > 0 {
				n.rows[table.ID] = rapid.Permutation(n.rows[table.ID]).Draw(t, "order")
			}
		}
		after := n.assess(t, scale)
		for i := range after.Items {
			if was, is := summary(&before.Items[i]), summary(&after.Items[i]); was != is {
				t.Errorf("%s: from %s to %s", scale.Items()[i].ID, was, is)
			}
		}
		if sumUp(before.Total) != sumUp(after.Total) {
			t.Errorf("total: from %s to %s", sumUp(before.Total), sumUp(after.Total))
		}
	})
}

// summary is all of an item that does not name rows.
func summary(it *fidelity.ItemAssessment) string {
	text := fmt.Sprintf("state %d, score %d, %s, mean %s, %d missing, %d rows", it.State, it.Score, scores(it.Low, it.High), span(it.RowMean), len(it.Missing), len(it.Rows))
	for i := range it.Measures {
		m := &it.Measures[i]
		text += fmt.Sprintf("; %s from %d of %d, %d notes", span(m.Interval), m.Used, m.Of, len(m.Notes))
	}
	for _, f := range it.Flags {
		text += fmt.Sprintf("; %s of %d rows, readings%s", f.Code, len(f.Rows), list(f.Readings))
	}
	if it.Next != nil {
		text += fmt.Sprintf("; to %d: %d of %d, or %d", it.Next.Score, it.Next.Choose, len(it.Next.Needs), len(it.Next.Or))
	}
	return text
}

// The same review gives the same assessment, to the last detail.
func TestLawSameReviewSameAssessment(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		n := drawNotes(t, scale)
		a, b := n.assess(t, scale), n.assess(t, scale)
		for i := range a.Items {
			if !reflect.DeepEqual(a.Items[i], b.Items[i]) {
				t.Errorf("%s: %+v, then %+v", scale.Items()[i].ID, a.Items[i], b.Items[i])
			}
		}
		if !reflect.DeepEqual(a.Sections, b.Sections) || !reflect.DeepEqual(a.Principles, b.Principles) {
			t.Error("sections or principles differ")
		}
	})
}
