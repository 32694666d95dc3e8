package privacy

// homes are words before the place where somebody lives.
var homes = map[string]bool{
	"lives": true, "lived": true, "living": true, "live": true, "moved": true, "resides": true, "staying": true, "stays": true, "address": true,
	"flat": true, "home": true,
}

// toHome are words that may stand between.
var toHome = map[string]bool{"in": true, "at": true, "on": true, "to": true, "is": true, "was": true, "near": true, "off": true, "a": true, "her": true, "his": true, "their": true}

// roads are the words that end a street's name and little else.
var roads = map[string]bool{
	"street": true, "road": true, "avenue": true, "lane": true, "close": true, "drive": true, "terrace": true, "crescent": true, "gardens": true,
	"mews": true, "grove": true, "rd": true, "ave": true,
}

// home finds a street without the number of a house where somebody lives in
// it: lives in Oak Road, moved to Old Mill Lane.
func (s *scanner) home(w span) {
	at := w.end
	if at < len(s.low) && s.low[at] == ':' {
		at++
	}
	for range 3 {
		next := s.next(at)
		if next.empty() || next.end-next.start > longestWord || !toHome[string(s.low[next.start:next.end])] {
			break
		}
		at = next.end
	}
	start := s.next(at).start
	for n := range 4 {
		next := s.next(at)
		if !s.capital(next) {
			return
		}
		if n > 0 && next.end-next.start <= longestWord && roads[string(s.low[next.start:next.end])] {
			s.hit(StreetAddress, start, next.end)
			return
		}
		if at = next.end; at+1 < len(s.low) && s.low[at] == '\'' && s.low[at+1] == 's' {
			at += 2
		}
	}
}

// persons are words for somebody whose name may follow.
var persons = map[string]bool{
	"client": true, "patient": true, "participant": true, "man": true, "woman": true, "person": true, "lady": true, "gentleman": true, "somebody": true,
	"someone": true, "user": true, "colleague": true, "girl": true, "boy": true, "son": true, "daughter": true, "wife": true, "husband": true, "friend": true,
}

// named finds a name, however rare, behind words that say that it is one: a
// client called Thandiwe, her name is Thandiwe.
func (s *scanner) named(w span, text string) {
	at := w.end
	if b := s.before(w.start); text == "name" {
		if !s.is(b, "her") && !s.is(b, "his") && !s.is(b, "my") && !s.is(b, "s") && !s.is(b, "first") {
			return
		}
		if next := s.next(at); s.is(next, "is") || s.is(next, "was") {
			at = next.end
		} else if at < len(s.low) && s.low[at] == ':' {
			at++
		} else {
			return
		}
	} else if b.empty() || b.end-b.start > longestWord || !persons[string(s.low[b.start:b.end])] {
		return
	}
	if name := s.next(at); s.capital(name) && name.end-name.start >= 2 && (name.end == len(s.low) || !isDigit(s.low[name.end])) {
		s.hit(FirstName, name.start, name.end)
	}
}

// initialled are pairs of letters that mean something else.
var initialled = map[string]bool{
	"uk": true, "us": true, "ps": true, "nb": true, "qa": true, "hr": true, "it": true, "ot": true, "gp": true, "pa": true, "am": true, "pm": true,
	"cv": true, "eg": true, "ie": true, "eu": true, "un": true, "ad": true, "bc": true, "id": true,
}

// initials finds two letters that stand for a name: J. S., J.S.
func (s *scanner) initials(w span) {
	if !isUpper(s.text[w.start]) || w.end >= len(s.low) || s.low[w.end] != '.' || w.start > 0 && (s.low[w.start-1] == '.' || isWord(s.low[w.start-1])) {
		return
	}
	second := s.next(w.end + 1)
	if second.end-second.start != 1 || !isUpper(s.text[second.start]) || second.start > w.end+2 || second.end >= len(s.low) || s.low[second.end] != '.' {
		return
	}
	// More letters, or a surname behind them, are for others to tell.
	if third := s.next(second.end + 1); third.end-third.start == 1 && isUpper(s.text[third.start]) && third.end < len(s.low) && s.low[third.end] == '.' {
		return
	}
	if b := s.before(w.start); b.end > 0 && s.low[b.end-1] == '.' && b.end-b.start == 1 || initialled[string([]byte{s.low[w.start], s.low[second.start]})] {
		return
	}
	s.hit(TitledName, w.start, second.end+1)
}

// domains are words that an address ends in when it is spelt out.
var domains = map[string]bool{"com": true, "org": true, "net": true, "uk": true, "co": true, "nhs": true, "gov": true, "ac": true}

// spokenEmail finds an address that is spelt out: jane at example dot org.
func (s *scanner) spokenEmail(w span) {
	ending := s.next(w.end)
	if ending.empty() || ending.end-ending.start > longestWord || !domains[string(s.low[ending.start:ending.end])] {
		return
	}
	host := s.before(w.start)
	at := s.before(host.start)
	if !s.is(at, "at") {
		return
	}
	name := s.before(at.start)
	if host.empty() || name.empty() {
		return
	}
	end := ending.end
	for range 2 { // dot co dot uk
		dot := s.next(end)
		more := s.next(dot.end)
		if !s.is(dot, "dot") || more.empty() || more.end-more.start > longestWord || !domains[string(s.low[more.start:more.end])] {
			break
		}
		end = more.end
	}
	s.hit(Email, name.start, end)
}
