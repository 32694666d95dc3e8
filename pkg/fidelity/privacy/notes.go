package privacy

// ages finds how old somebody is: aged 42, 42 years old, 42-year-old.
func (s *scanner) ages() {
	for i, g := range s.group {
		if n := g.end - g.start; n < 1 || n > 3 || s.inWord(g.start-1) || s.inRange(i) {
			continue
		}
		b := s.before(g.start)
		if s.is(b, "aged") || s.is(b, "age") || s.is(b, "turned") {
			s.hit(Age, b.start, g.end)
			continue
		}
		at := g.end
		if at < len(s.low) && s.low[at] == '-' {
			at++
		}
		year := s.next(at)
		if !s.is(year, "year") && !s.is(year, "years") && !s.is(year, "yr") && !s.is(year, "yrs") {
			continue
		}
		at = year.end
		if at < len(s.low) && s.low[at] == '-' {
			at++
		}
		if old := s.next(at); s.is(old, "old") || s.is(old, "olds") {
			s.hit(Age, g.start, old.end)
		}
	}
}

// inRange reports whether a number is one end of a range: aged 18 to 65, 16-25.
func (s *scanner) inRange(i int) bool {
	to := func(a, b span) bool {
		gap := string(s.low[a.end:b.start])
		return gap == " to " || gap == "-" || gap == " - " || gap == " and "
	}
	return i > 0 && to(s.group[i-1], s.group[i]) || i+1 < len(s.group) && to(s.group[i], s.group[i+1])
}

var alone = map[string]bool{
	"client": true, "person": true, "woman": true, "man": true, "patient": true, "participant": true, "mother": true, "father": true, "parent": true, "worker": true,
	"veteran": true, "refugee": true, "student": true, "one": true,
}

// onlyOne finds remarks that are true of one person: the only client who.
func (s *scanner) onlyOne(w span) {
	b := s.before(w.start)
	if !s.is(b, "the") && !s.is(b, "our") && !s.is(b, "their") {
		return
	}
	at := w.end
	for range 3 {
		next := s.next(at)
		if next.empty() || next.end-next.start > longestWord {
			return
		}
		if alone[string(s.low[next.start:next.end])] {
			after := s.next(next.end)
			if s.is(after, "who") || s.is(after, "with") || s.is(after, "whose") || s.is(after, "in") || s.is(after, "on") || s.is(after, "to") || s.is(after, "from") {
				s.hit(OnlyOne, b.start, after.end)
			}
			return
		}
		at = next.end
	}
}
