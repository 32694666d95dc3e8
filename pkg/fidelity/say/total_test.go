package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// scored assesses a review in which items have these scores, and the last one
// stands for all the rest; 0 stands for none.
func scored(t *testing.T, scores ...int) *fidelity.Assessment {
	t.Helper()
	r := fidelity.NewReview(reviewtest.Speaker(t).Scale())
	r.Service.Name = "Larkhill"
	for i := range r.Findings {
		if score := scores[min(i, len(scores)-1)]; score > 0 {
			r.Findings[i].Rating = fidelity.Scored(score)
		}
	}
	return fidelity.Assess(r)
}

func TestHeadline(t *testing.T) {
	s := reviewtest.Speaker(t)
	for _, c := range []struct {
		name   string
		scores []int
		want   string
		bands  string
	}{
		{"complete", []int{4}, "Larkhill scored 100 out of 125. This is good fidelity.", "Good fidelity"},
		{"lowest band", []int{1}, "Larkhill scored 25 out of 125. The band is “Not supported employment”; fair fidelity begins at 74.", "Not supported employment"},
		{
			"one band either way",
			[]int{0, 5},
			"24 of 25 items have a score so far. The total lies between 121 and 125 out of 125. Either way, the band is exemplary fidelity.",
			"Exemplary fidelity",
		},
		{
			"two bands",
			[]int{0, 4},
			"24 of 25 items have a score so far. The total lies between 97 and 101 out of 125. Bands still possible: fair or good fidelity.",
			"Fair or good fidelity",
		},
		{
			"all bands",
			[]int{0},
			"0 of 25 items have a score so far. The total lies between 25 and 125 out of 125. Bands still possible: not supported employment, fair, good or exemplary fidelity.",
			"Not supported employment, fair, good or exemplary fidelity",
		},
		{
			"one item",
			[]int{3, 0},
			"1 of 25 items has a score so far. The total lies between 27 and 123 out of 125. Bands still possible: not supported employment, fair, good or exemplary fidelity.",
			"Not supported employment, fair, good or exemplary fidelity",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := scored(t, c.scores...)
			check(t, s.Headline(a), c.want)
			check(t, s.BandsPossible(a), c.bands)
		})
	}
}

func TestScored(t *testing.T) {
	for want, n := range map[string][2]int{
		"22 of 25 items have a score": {22, 25}, "1 of 25 items has a score": {1, 25},
		"0 of 25 items have a score": {0, 25}, "0 of 1 item has a score": {0, 1},
	} {
		check(t, say.Scored(fidelity.Subtotal{Scored: n[0], Of: n[1]}), want)
	}
}

func TestWordsOfTheScale(t *testing.T) {
	s := reviewtest.Speaker(t)
	check(t, s.Title(3), "Integration with mental health treatment through team assignment")
	check(t, s.Short(3), "Team assignment")
	check(t, s.Item(3).Measures["team_share"].Name, "share of the caseload that comes from the specialist's clinical teams")
	check(t, s.Section("services"), "Services")
	check(t, s.Band(2)+"/"+s.BandShort(2), "Good fidelity/good")
	check(t, s.Sources([]string{"documents", "plans", "diaries"}), "documents and records, individual plans, diaries")
	check(t, s.Remedy("service-design")+"/"+s.Remedy("new-kind"), "service design/new kind")
	check(t, s.ColumnID(3, 1), "fte")
	if s.Words().Short != "IPS-25" || s.Scale().ID() != "ips-25" {
		t.Error(s.Words().Short, s.Scale().ID())
	}
}
