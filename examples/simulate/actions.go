package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// actions follows up the plan of the year before, and adds to it for the
// items with the lowest scores.
func (f *finder) actions() {
	d := f.dice("actions")
	top := f.scale.Scores().Max
	var plan []fidelity.Action
	for _, a := range f.plan {
		if a.Status == "done" || a.Status == "dropped" {
			continue
		}
		a.Status = one(d, []string{"done", "done", "doing", "open", "dropped"})
		switch a.Status {
		case "done":
			a.Outcome = "Agreed and in use since the spring."
		case "dropped":
			a.Outcome = "Given up: the trust now does this in another way."
		case "doing":
			a.When.Year++
		}
		plan = append(plan, a)
	}
	for _, item := range f.lowest(d.from(2, 4)) {
		score, _ := f.review.Findings[item].Rating.Score()
		id := f.scale.Items()[item].ID
		if score >= top || slices.ContainsFunc(plan, func(a fidelity.Action) bool { return a.Item == id && a.Status != "done" && a.Status != "dropped" }) {
			continue
		}
		f.taken++
		when, aim := f.review.Visit.From, min(top, score+d.from(1, 2))
		if when.Month += d.from(2, 9); when.Month > 12 {
			when.Year, when.Month = when.Year+1, when.Month-12
		}
		plan = append(plan, fidelity.Action{
			ID: fmt.Sprintf("a%d", f.taken), Item: id, What: fmt.Sprintf(one(d, advice), f.title(item)), Who: one(d, owners),
			When: when, Aim: &aim, Status: one(d, []string{"open", "open", "doing"}),
		})
	}
	f.review.Actions, f.plan = plan, slices.Clone(plan)
}

// lowest are the items with the lowest scores.
func (f *finder) lowest(n int) []int {
	var items []int
	for i := range f.review.Findings {
		if _, ok := f.review.Findings[i].Rating.Score(); ok {
			items = append(items, i)
		}
	}
	slices.SortStableFunc(items, func(x, y int) int {
		a, _ := f.review.Findings[x].Rating.Score()
		b, _ := f.review.Findings[y].Rating.Score()
		return cmp.Compare(a, b)
	})
	return items[:min(n, len(items))]
}
