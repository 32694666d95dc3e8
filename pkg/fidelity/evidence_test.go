package fidelity_test

import (
	"errors"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestEmptyReview(t *testing.T) {
	r := fidelity.NewReview(ips25(t))
	if r.Scale() != ips25(t) || r.Stage != fidelity.Draft || len(r.Findings) != 25 || r.Looked("jobs") || r.Rows("jobs") != nil {
		t.Errorf("a new review is not empty: %+v", r)
	}
	a := fidelity.Assess(r)
	for i, item := range ips25(t).Items() {
		if it := &a.Items[i]; it.State != fidelity.Open || it.Low != 1 || it.High != 5 || len(it.Missing) == 0 || it.Flags != nil || it.Next == nil {
			t.Errorf("%s: %+v", item.ID, it)
		}
	}
	if a.Review() != r || a.Scale() != ips25(t) {
		t.Error("the assessment does not lead back to the review")
	}
}

// An empty table says that there are none; a missing one, that nobody looked.
func TestLook(t *testing.T) {
	r := fidelity.NewReview(ips25(t))
	if err := r.Look("jobs", 20); err != nil || !r.Looked("jobs") || len(r.Rows("jobs")) != 0 {
		t.Error("an empty table was not looked at")
	}
	if r.Looked("clients") || r.Looked("sheds") || r.Rows("sheds") != nil {
		t.Error("other tables were looked at")
	}
}

func TestErrorsOfEvidence(t *testing.T) {
	v := visitOn(t, ips25(t))
	v.row("jobs", "")
	row := &v.review.Rows("jobs")[0]
	_, noTable := v.review.AddRow("sheds", "S1")
	_, noCode := v.review.AddRow("jobs", "the first job")
	_, twice := v.review.AddRow("jobs", "J0")
	for name, c := range map[string]struct {
		got  error
		is   error
		want string
	}{
		"no such table":        {noTable, fidelity.ErrNoTable, "the scale has no such table: sheds"},
		"no table to look at":  {v.review.Look("sheds", 0), fidelity.ErrNoTable, "the scale has no such table: sheds"},
		"no code":              {noCode, nil, `"the first job" is not a code; write one to four letters and one to five digits, as in E014, and never a name`},
		"the same code":        {twice, nil, "jobs has the row J0 twice"},
		"no such column":       {row.Set("salary", "1"), fidelity.ErrNoColumn, "the table has no such column: salary"},
		"a cell that is wrong": {row.Set("current", "maybe"), nil, `current: "maybe" is not one of the answers; write no, yes or unknown`},
		"no such item":         {v.review.SetFact("weeding", "tea", "yes"), fidelity.ErrNoItem, "the scale has no such item: weeding"},
		"no such fact":         {v.review.SetFact("disclosure", "tea", "yes"), fidelity.ErrNoFact, "the item has no such fact: disclosure.tea"},
		"a fact that is wrong": {v.review.SetFact("disclosure", "exact-content", "maybe"), nil, `disclosure.exact-content: "maybe" is not one of the answers; write no, partly, yes or unknown`},
		"no item to rate":      {v.review.Rate("weeding", fidelity.Scored(3)), fidelity.ErrNoItem, "the scale has no such item: weeding"},
		"no such score":        {v.review.Rate("disclosure", fidelity.Scored(6)), nil, "6 is not a score of this scale: 1 to 5"},
		"no such low score":    {v.review.Rate("disclosure", fidelity.Scored(0)), nil, "0 is not a score of this scale: 1 to 5"},
	} {
		if c.got == nil || c.got.Error() != c.want || c.is != nil && !errors.Is(c.got, c.is) {
			t.Errorf("%s: %v, want %s", name, c.got, c.want)
		}
	}
	if _, rated := v.review.Findings[0].Rating.Score(); rated || len(v.review.Rows("jobs")) != 1 {
		t.Error("an error left something behind")
	}
}

func TestCells(t *testing.T) {
	v := visitOn(t, ips25(t))
	v.row("specialists", "fte=0.5 service_model=unknown")
	v.row("specialists", "")
	rows := v.review.Rows("specialists")
	model, _ := v.review.Scale().ColumnAt(0, "service_model")
	if rows[0].ID() != "s0" || rows[1].ID() != "s1" {
		t.Errorf("ids %s, %s", rows[0].ID(), rows[1].ID())
	}
	if half := rows[0].Get("fte"); numberOf(half) != "0.5" || rows[1].Get("fte").Known() || rows[1].Get("salary").Known() {
		t.Error("the hours are not 0.5 and not known")
	}
	if rows[0].Get("service_model").Known() || !rows[0].At(model).Given() {
		t.Error("a model written as unknown is known, or not given")
	}
	if usual := rows[1].Get("service_model"); !usual.Known() || answerOf(usual) != 2 || rows[1].At(model).Given() {
		t.Error("an empty model is not the usual one, or given")
	}
}

// A row can be filled in after others were added.
func TestRowsStayGood(t *testing.T) {
	r := fidelity.NewReview(ips25(t))
	first, err := r.AddRow("jobs", "J1")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"J2", "J3", "J4", "J5"} {
		if _, err := r.AddRow("jobs", id); err != nil {
			t.Fatal(err)
		}
	}
	if err := first.Set("employer", "E9"); err != nil || r.Rows("jobs")[0].Get("employer").Text() != "E9" {
		t.Errorf("the first job has the employer %q, %v", r.Rows("jobs")[0].Get("employer").Text(), err)
	}
}

// A scale does not change, so that many reviews can be assessed at once.
func TestAssessManyAtOnce(t *testing.T) {
	v := usualVisit(t)
	want := sumUp(fidelity.Assess(v.review).Total)
	done := make(chan string)
	for range 8 {
		go func() { done <- sumUp(fidelity.Assess(v.review).Total) }()
	}
	for range 8 {
		if got := <-done; got != want {
			t.Errorf("total %s, want %s", got, want)
		}
	}
}
