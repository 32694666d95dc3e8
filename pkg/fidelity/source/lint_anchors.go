package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// ways is an anchor as the ways in which it can hold, what every score needs
// included.
type ways struct {
	score int
	all   []alternative
	dead  bool // told already: it never decides a score
}

func (l *lint) waysOf(item *fidelity.Item, t *terms) []ways {
	var out []ways
	for i := range item.Anchors {
		both := fidelity.Condition{All: []fidelity.Condition{item.Requires, item.Anchors[i].When}}
		if all, ok := t.alternatives(&both); ok {
			out = append(out, ways{score: item.Anchors[i].Score, all: all})
		}
	}
	slices.SortFunc(out, func(a, b ways) int { return cmp.Compare(b.score, a.score) })
	return out
}

// anchors tells anchors that never decide a score, and those out of order.
func (l *lint) anchors(item *fidelity.Item) {
	t := l.termsOf(item)
	all := l.waysOf(item, t)
	for i := range all {
		l.excluded(item, &all[i])
		l.overtaken(item, t, all, i)
	}
	for i := range all {
		for j := i + 1; j < len(all) && !all[i].dead; j++ {
			if !all[j].dead {
				l.easier(item, t, &all[i], &all[j])
			}
		}
	}
}

func anchorOf(item *fidelity.Item, score int) spot {
	return ruleOf(item).to("anchors", strconv.Itoa(score))
}

// excluded tells an anchor that no evidence can meet. Ways that cannot hold are
// taken out of it.
func (l *lint) excluded(item *fidelity.Item, w *ways) {
	name := ""
	w.all = slices.DeleteFunc(w.all, func(a alternative) bool {
		for _, n := range slices.Sorted(maps.Keys(a)) {
			if !a[n].possible() {
				name = n
				return true
			}
		}
		return false
	})
	if w.dead = len(w.all) == 0; w.dead {
		l.fail(anchorOf(item, w.score), CodeUnreachable, "nothing can score %d: no value of %s meets what is asked of it", w.score, name)
	}
}

// overtaken tells an anchor that only holds where a higher one does, which is
// tried first.
func (l *lint) overtaken(item *fidelity.Item, t *terms, all []ways, i int) {
	w := &all[i]
	for j := range i {
		if w.dead || all[j].dead || !t.covered(w.all, all[j].all) {
			continue
		}
		w.dead = true
		if t.covered(all[j].all, w.all) {
			l.fail(anchorOf(item, w.score), CodeUnreachable, "nothing can score %d: it takes the same as %d, which is tried first", w.score, all[j].score)
			return
		}
		l.fail(anchorOf(item, w.score), CodeUnreachable, "nothing can score %d: whatever meets this meets what %d takes, which is tried first", w.score, all[j].score)
	}
}

// easier tells a name of which a higher score asks less than a lower one does.
func (l *lint) easier(item *fidelity.Item, t *terms, higher, lower *ways) {
	for _, name := range slices.Sorted(maps.Keys(higher.all[0])) {
		domain := t.of(name)
		hardest, okHigher := span(higher.all, name, domain)
		easiest, okLower := span(lower.all, name, domain)
		if !okHigher || !okLower {
			continue
		}
		apart := hardest.high.least < easiest.low.least || hardest.low.most > easiest.high.most
		switch {
		case apart: // bands that are written out: neither asks more
		case hardest.low.most < easiest.low.least && hardest.low.most > domain.low:
			l.disorder(item, higher.score, lower.score, name, t.atLeast(name, hardest.low.most), t.atLeast(name, easiest.low.least))
		case hardest.high.least > easiest.high.most && hardest.high.least < domain.high:
			l.disorder(item, higher.score, lower.score, name, t.atMost(name, hardest.high.least), t.atMost(name, easiest.high.most))
		}
	}
}

func (l *lint) disorder(item *fidelity.Item, higher, lower int, name, less, more string) {
	l.warn(anchorOf(item, higher).to(name), CodeOrder, "%d asks less of %s than %d does, %s where that takes %s; a higher score should take as much or more", higher, name, lower, less, more)
}

// spread is the least and the most of something over all ways.
type spread struct{ least, most int }

type spans struct{ low, high spread }

// span collects what all ways ask of a name. It returns false where a way asks
// nothing of it.
func span(all []alternative, name string, domain limits) (spans, bool) {
	s := spans{spread{domain.high, domain.low}, spread{domain.high, domain.low}}
	for _, a := range all {
		at, ok := a[name]
		if !ok {
			return s, false
		}
		s.low = spread{min(s.low.least, at.low), max(s.low.most, at.low)}
		s.high = spread{min(s.high.least, at.high), max(s.high.most, at.high)}
	}
	return s, true
}

func (t *terms) atLeast(name string, n int) string { return "at least " + t.value(name, n) }
func (t *terms) atMost(name string, n int) string  { return "at most " + t.value(name, n) }

func (t *terms) value(name string, n int) string {
	if choices := t.choices[name]; n >= 0 && n < len(choices) {
		return choices[n]
	}
	return fmt.Sprint(n)
}

// scoresWithoutAnchor tells scores that no rule gives. Under each the mean of
// the rows can still come to one.
func (l *lint) scoresWithoutAnchor(item *fidelity.Item) {
	has := map[int]bool{}
	at, from := ruleOf(item).to("anchors"), l.def.Scores.Min+1 // the lowest is what is left
	for _, a := range item.Anchors {
		has[a.Score] = true
	}
	if len(item.FromCount) > 0 {
		at, from = ruleOf(item).to("score_from_count"), l.def.Scores.Min
	}
	for _, c := range item.FromCount {
		has[c.Score] = true
	}
	if !scored(item) {
		l.note(ruleOf(item), CodeNoRule, "no rule gives this item a score; a reviewer has to")
		return
	}
	for score := from; score <= l.def.Scores.Max; score++ {
		if !has[score] {
			l.note(at, CodeNoRule, "no rule gives %d; only a reviewer can", score)
		}
	}
}

// fallingCount tells a count that scores less than a smaller one.
func (l *lint) fallingCount(item *fidelity.Item) {
	counts := slices.Clone(item.FromCount)
	slices.SortFunc(counts, func(a, b fidelity.CountScore) int { return cmp.Compare(a.Count, b.Count) })
	for i := 1; i < len(counts); i++ {
		if before, now := counts[i-1], counts[i]; now.Score < before.Score {
			l.warn(ruleOf(item).to("score_from_count", strconv.Itoa(now.Count)), CodeOrder,
				"%d facts in place score %d, and %d score %d; more in place should not score less", now.Count, now.Score, before.Count, before.Score)
		}
	}
}
