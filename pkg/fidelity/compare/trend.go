package compare

import (
	"cmp"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Path is one service over time.
type Path struct {
	Service fidelity.Service       // as the newest review has it
	Reviews []*fidelity.Assessment // those that count, by time
	Lines   []Line                 // the one that begins first comes first
	Plans   []Changed              // each action plan with the review that it is followed up at, by time
	Breaks  []Break                // by time: where neighbours cannot be compared
	LeftOut []LeftOut              // by time
}

// Line is reviews of one service that can be compared: the same scale and
// major version, and the same kind of look.
type Line struct {
	Points []Point   // by time; one at least
	Steps  []Changed // from each point to the next
	Margin Margin
}

// Point is one review on a line, with what later reviews put right in it.
type Point struct {
	Assessment *fidelity.Assessment
	Spans      []Span // by the scale's items
	Total      Total
	Written    Total // as it was at the time; differs from Total where it was corrected
	Corrected  []Correction
}

// Break is two neighbours in time that cannot be compared.
type Break struct {
	Before, After *fidelity.Assessment
	Why           Refusal
}

// LeftOut is a review that has no place on a line.
type LeftOut struct {
	Assessment *fidelity.Assessment
	Why        Omission
}

// Omission says why a review was left out.
type Omission uint8

// The reasons.
const (
	BlindCopy Omission = iota + 1 // one reviewer's own copy, from before they agreed
	SameVisit                     // another file tells of the same visit, and is further on
)

// Trend sorts reviews into the paths of their services, in order of name. The
// order in which the reviews come changes nothing. Kinds, scales and major
// versions are never joined into one line.
func Trend(reviews []*fidelity.Assessment, set Settings) []Path {
	byService := map[string][]*fidelity.Assessment{}
	for _, a := range reviews {
		id := a.Review().Service.ID
		byService[id] = append(byService[id], a)
	}
	var paths []Path
	for _, of := range byService {
		paths = append(paths, pathOf(of, set))
	}
	slices.SortFunc(paths, func(x, y Path) int {
		return cmp.Or(cmp.Compare(x.Service.Name, y.Service.Name), cmp.Compare(x.Service.ID, y.Service.ID))
	})
	return paths
}

// pathOf sorts the reviews of one service by time and into lines.
func pathOf(reviews []*fidelity.Assessment, set Settings) Path {
	var path Path
	reviews = slices.SortedFunc(slices.Values(reviews), inTime)
	path.Service = reviews[len(reviews)-1].Review().Service
	var kept []*fidelity.Assessment
	for i, a := range reviews {
		switch {
		case a.Review().Blind != "":
			path.LeftOut = append(path.LeftOut, LeftOut{a, BlindCopy})
		case slices.ContainsFunc(reviews[i+1:], func(later *fidelity.Assessment) bool { return sameVisit(a, later) }):
			path.LeftOut = append(path.LeftOut, LeftOut{a, SameVisit})
		default:
			kept = append(kept, a)
		}
	}
	for i := 1; i < len(kept); i++ {
		if why := Refuse(kept[i-1].Review(), kept[i].Review()); why != Comparable {
			path.Breaks = append(path.Breaks, Break{kept[i-1], kept[i], why})
		}
	}
	for _, a := range kept {
		path.add(a)
	}
	for i := range path.Lines {
		path.Lines[i].compare(set)
	}
	path.Reviews = kept
	path.followPlans(set)
	return path
}

// followPlans looks at what became of each plan at the next review of the same
// line, or where there is none, at the next of any kind.
func (p *Path) followPlans(set Settings) {
	for i, a := range p.Reviews {
		rest := p.Reviews[i+1:]
		if len(a.Review().Actions) == 0 || len(rest) == 0 {
			continue
		}
		next := slices.IndexFunc(rest, func(b *fidelity.Assessment) bool { return Refuse(a.Review(), b.Review()) == Comparable })
		p.Plans = append(p.Plans, Change(a, rest[max(next, 0)], set))
	}
}

// add puts a review on the line that it belongs to.
func (p *Path) add(a *fidelity.Assessment) {
	for i := range p.Lines {
		if Refuse(p.Lines[i].Points[0].Assessment.Review(), a.Review()) == Comparable {
			p.Lines[i].Points = append(p.Lines[i].Points, Point{Assessment: a})
			return
		}
	}
	p.Lines = append(p.Lines, Line{Points: []Point{{Assessment: a}}})
}

// compare puts right what was corrected, and compares neighbours.
func (l *Line) compare(set Settings) {
	l.Margin = set.Margin(l.Points[0].Assessment.Scale())
	for i := range l.Points {
		p := &l.Points[i]
		written, _ := scoresOf(p.Assessment, nil)
		var next *fidelity.Assessment
		if i+1 < len(l.Points) {
			next = l.Points[i+1].Assessment
		}
		p.Spans, p.Corrected = scoresOf(p.Assessment, next)
		p.Total, p.Written = totalOf(p.Assessment.Scale(), p.Spans), totalOf(p.Assessment.Scale(), written)
	}
	for i := range len(l.Points) - 1 {
		l.Steps = append(l.Steps, l.step(i, i+1))
	}
}

// Overall compares the first review on a line with the last.
func (l *Line) Overall() Changed { return l.step(0, len(l.Points)-1) }

func (l *Line) step(from, to int) Changed {
	before, after := &l.Points[from], &l.Points[to]
	c := Changed{Before: before.Assessment, After: after.Assessment, Margin: l.Margin}
	c.Corrected = before.Corrected
	c.between(before.Spans, after.Spans)
	c.Actions = followUp(before.Assessment, after.Assessment)
	return c
}
