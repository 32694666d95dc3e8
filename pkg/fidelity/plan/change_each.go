package plan

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// lift is a row that rises to a score.
type lift struct {
	gain  int
	route Route
}

// rows chooses which rows rise to which scores, so that the mean of them all,
// rounded half up, is the score and the sum of their ways is the shortest.
// Of equally short ones the one with fewer changes counts, then the earlier
// rows.
func (b *builder) rows(a *fidelity.Assessment, to int) []Route {
	it := &a.Items[b.item]
	sum, count, most := 0, 0, 0
	var lifts [][]lift
	for i := range it.Rows {
		row := &it.Rows[i]
		if row.LeftOut == fidelity.Yes {
			continue
		}
		sum, count = sum+row.Low, count+1
		options := b.lifts(a, row)
		lifts = append(lifts, options)
		gain := 0
		for j := range options {
			gain = max(gain, options[j].gain)
		}
		most += gain
	}
	need := to*count - count/2 - sum // points by which the mean, rounded half up, reaches the score
	if count == 0 || need <= 0 || need > most {
		return nil
	}
	best := shortest(lifts, need)
	if best == nil {
		return nil
	}
	if best.Reaches = b.tried(best.Parts, -1); best.Reaches < to {
		return nil
	}
	b.trim(best, -1, to)
	return []Route{*best}
}

// lifts lists the scores that a row may rise to, each by its shortest way.
func (b *builder) lifts(a *fidelity.Assessment, row *fidelity.RowAssessment) []lift {
	var out []lift
	if row.LeftOut != fidelity.No {
		return nil
	}
	for score := row.Low + 1; score <= b.scale.Scores().Max; score++ {
		routes := b.routes(a, row.Row, score)
		if len(routes) > 0 {
			out = append(out, lift{routes[0].Reaches - row.Low, routes[0]})
		}
	}
	return out
}

// shortest is an exact dynamic programme over the rows: for every number of
// points gained so far, the shortest way to it.
func shortest(rows [][]lift, need int) *Route {
	best := make([]*Route, need+1)
	best[0] = &Route{}
	for _, options := range rows {
		next := append([]*Route(nil), best...)
		for had, from := range best {
			if from == nil {
				continue
			}
			for i := range options {
				at := min(had+options[i].gain, need)
				way := &Route{Length: from.Length.Add(options[i].route.Length)}
				if next[at] != nil && shorter(next[at], way, len(from.Parts)+len(options[i].route.Parts)) {
					continue
				}
				way.Parts = append(append(way.Parts, from.Parts...), options[i].route.Parts...)
				next[at] = way
			}
		}
		best = next
	}
	return best[need]
}

// shorter reports whether a way is at least as good as another of so many parts.
func shorter(x, y *Route, parts int) bool {
	if c := x.Length.Cmp(y.Length); c != 0 {
		return c < 0
	}
	return len(x.Parts) <= parts
}

// RowChange returns the smallest change that brings one row of an item to the
// next score of its own, and nil where the row is left out, is at the top or
// cannot be raised by what is known.
func RowChange(a *fidelity.Assessment, item, row int) *Change {
	b := builder{review: a.Review(), scale: a.Scale(), item: item, def: &a.Scale().Items()[item]}
	for i := range a.Items[item].Rows {
		r := &a.Items[item].Rows[i]
		if r.Row != row || a.Review().Kept != nil {
			continue
		}
		if lifts := b.lifts(a, r); len(lifts) > 0 {
			first := lifts[0].route
			return &Change{Item: item, From: r.Low, To: first.Reaches, Routes: []Route{first}}
		}
	}
	return nil
}
