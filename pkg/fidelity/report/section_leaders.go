package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// chosenHow says by which rule the strengths and priorities were chosen.
func (b *builder) chosenHow() string {
	top := strconv.Itoa(b.scale.Scores().Max)
	return "Strengths are items that scored " + top + ", or else one less; those that were counted come first. Priorities are the lowest scores, up to " +
		strconv.Itoa(plan.Middle(b.scale)) + ". Within a score they stand in the order of the scale."
}

// leadership is the kind of remedy that only those who lead can bring about.
const leadership = "leadership"

// leaders lists what the reviewers recommend to those who lead, the lowest
// scores first, and who is to act. Where they recommend nothing of that kind,
// nothing is asked.
func (b *builder) leaders() []string {
	var items []int
	for i := range b.review.Findings {
		r := b.review.Findings[i].Recommend
		if r != nil && r.Text != "" && r.Kind == leadership && b.a.Items[i].State != fidelity.Open {
			items = append(items, i)
		}
	}
	slices.SortStableFunc(items, func(x, y int) int { return cmp.Compare(b.a.Items[x].Score, b.a.Items[y].Score) })
	var out []string
	for _, i := range items[:min(len(items), highlights)] {
		r := b.review.Findings[i].Recommend
		text := r.Text
		if r.Who != "" {
			text = say.Upper(r.Who) + ": " + text
		}
		out = append(out, text+" ("+b.say.Short(i)+")")
	}
	return out
}
