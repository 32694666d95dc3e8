package plan

// option is a way to raise one item: by how many points, and what that costs.
// Gains and costs are at least 1 and 0.
type option struct{ gain, cost int }

// unreachable is above any cost, and low enough to be added to.
const unreachable = 1 << 60

// search is an exact dynamic programme over items. It goes from the last item
// to the first, so that the choices can be read off in the order of the items.
//
// The value of a choice is its cost times weight plus the items that it
// touches: lower cost wins, then fewer items.
type search struct {
	options [][]option // by item; none for one that cannot be raised
	points  int        // the most that is gained
	weight  int
	needs   int   // sets of avoided ways that have to be met, as bits
	leaves  []int // by item: the avoided ways that touch it, as bits
	value   []int // by item, gain and set
	pick    []int // the gain of the item there
}

// cheapest finds the gains, item by item, that add up to need or more and leave
// out at least one item of each of the ways to avoid. The best has the lowest
// cost, then the fewest items, then the least overshoot, then the smallest
// gains in the order of the items. It says false where there is none.
func cheapest(options [][]option, need int, avoid ...[]int) (gains []int, cost int, ok bool) {
	widest, most := 0, 0
	for _, list := range options {
		high := 0
		for _, o := range list {
			high = max(high, o.gain)
		}
		widest, most = max(widest, high), most+high
	}
	if need > most {
		return nil, 0, false
	}
	// Gains beyond this could do without one of their items.
	s := newSearch(options, min(most, max(need, 0)+widest), avoid)
	s.run()
	best, at := unreachable, -1
	for gain := max(need, 0); gain <= s.points; gain++ {
		if v := s.value[s.place(0, gain, s.needs)]; v < best {
			best, at = v, gain
		}
	}
	if at < 0 {
		return nil, 0, false
	}
	return s.gains(at), best / s.weight, true
}

// frontier returns the lowest cost of each gain, from 0 up, or more than it.
func frontier(options [][]option) []int {
	most := 0
	for _, list := range options {
		high := 0
		for _, o := range list {
			high = max(high, o.gain)
		}
		most += high
	}
	s := newSearch(options, most, nil)
	s.run()
	costs := make([]int, most+1)
	lowest := unreachable
	for gain := most; gain >= 0; gain-- {
		if v := s.value[s.place(0, gain, 0)]; v < unreachable {
			lowest = min(lowest, v/s.weight)
		}
		costs[gain] = lowest
	}
	return costs
}

func newSearch(options [][]option, points int, avoid [][]int) *search {
	n := len(options)
	s := &search{
		options: options, points: points, weight: n + 1,
		needs: 1<<len(avoid) - 1, leaves: make([]int, n),
	}
	for i := range s.leaves {
		for w, gains := range avoid {
			if gains[i] > 0 {
				s.leaves[i] |= 1 << w
			}
		}
	}
	size := (n + 1) * (points + 1) * (s.needs + 1)
	s.value, s.pick = make([]int, size), make([]int, size)
	return s
}

func (s *search) place(item, gain, needs int) int {
	return (item*(s.points+1)+gain)*(s.needs+1) + needs
}

func (s *search) run() {
	last := len(s.options)
	for i := s.place(last, 0, 0); i < len(s.value); i++ {
		s.value[i] = unreachable
	}
	s.value[s.place(last, 0, 0)] = 0
	for i := last - 1; i >= 0; i-- {
		for gain := 0; gain <= s.points; gain++ {
			for needs := 0; needs <= s.needs; needs++ {
				s.best(i, gain, needs)
			}
		}
	}
}

// best chooses what to do with an item where it and those after it have to give
// so many points and leave out items of these ways. The smallest gain wins
// where several are as good, so options are in rising order.
func (s *search) best(i, gain, needs int) {
	at := s.place(i, gain, needs)
	s.value[at] = s.value[s.place(i+1, gain, needs&^s.leaves[i])]
	for _, o := range s.options[i] {
		if o.gain > gain {
			break
		}
		rest := s.value[s.place(i+1, gain-o.gain, needs)]
		if rest == unreachable {
			continue
		}
		if v := rest + o.cost*s.weight + 1; v < s.value[at] {
			s.value[at], s.pick[at] = v, o.gain
		}
	}
}

// gains reads off what the best choice gives each item.
func (s *search) gains(gain int) []int {
	out := make([]int, len(s.options))
	needs := s.needs
	for i := range out {
		out[i] = s.pick[s.place(i, gain, needs)]
		if out[i] == 0 {
			needs &^= s.leaves[i]
		}
		gain -= out[i]
	}
	return out
}
