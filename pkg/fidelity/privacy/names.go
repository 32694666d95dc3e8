package privacy

var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "dr": true, "prof": true, "professor": true, "doctor": true,
	"sir": true, "rev": true, "reverend": true, "revd": true, "fr": true,
}

// afterTitle are words behind a title that make no name of it.
var afterTitle = map[string]bool{
	"teams": true, "word": true, "excel": true, "office": true, "outlook": true, "access": true, "powerpoint": true, "forms": true, "and": true, "or": true,
}

// titled finds a name behind a title: Mr Smith, Dr. A. Jones, mrs patel.
func (s *scanner) titled(w span) {
	at := w.end
	if at < len(s.low) && s.low[at] == '.' {
		at++
	}
	for range 2 { // initials
		next := s.next(at)
		if next.end-next.start != 1 || !s.capital(next) || next.end < len(s.low) && s.low[next.end] == '\'' {
			break
		}
		at = next.end
		if at < len(s.low) && s.low[at] == '.' {
			at++
		}
	}
	name := s.next(at)
	if name.empty() || name.start == at && s.low[at-1] != '.' {
		return
	}
	if name.end-name.start < 2 && (name.end == len(s.low) || s.low[name.end] != '\'') {
		return
	}
	if n := name.end - name.start; n <= longestWord && afterTitle[string(s.low[name.start:name.end])] {
		return
	}
	short := s.is(w, "mr") || s.is(w, "mrs")
	if !s.capital(name) && (s.capital(w) || !short) || !s.capital(w) && !short && !s.is(w, "dr") {
		return
	}
	end := name.end
	for range 2 { // further names, and the halves of double ones
		from := end
		if from < len(s.low) && (s.low[from] == '-' || s.low[from] == '\'') {
			from++
		}
		more := span{from, from}
		if from > end {
			for more.end < len(s.low) && isLetter(s.low[more.end]) {
				more.end++
			}
		} else {
			more = s.next(end)
		}
		if more.end-more.start < 2 || !s.capital(more) {
			break
		}
		end = more.end
	}
	s.hit(TitledName, w.start, end)
}

// places are words that make a place, a team or a day of the name before them.
var places = map[string]bool{
	"street": true, "road": true, "house": true, "centre": true, "ward": true, "hospital": true, "trust": true, "team": true, "teams": true, "service": true,
	"day": true, "hall": true, "park": true, "unit": true, "clinic": true, "court": true, "lane": true, "avenue": true, "hill": true, "college": true,
	"university": true, "school": true, "square": true, "gardens": true, "library": true, "station": true, "foundation": true, "project": true, "place": true,
	"suite": true, "room": true, "building": true, "council": true, "church": true, "lodge": true, "close": true, "employment": true, "community": true,
	"model": true, "scale": true, "principle": true,
}

// people are words before a name that is also a word, which make it one.
var people = map[string]bool{
	"named": true, "called": true, "client": true, "patient": true, "participant": true, "colleague": true, "worker": true, "specialist": true, "coordinator": true,
	"clinician": true, "nurse": true, "manager": true, "leader": true, "mother": true, "father": true, "mum": true, "dad": true, "sister": true, "brother": true,
	"son": true, "daughter": true, "wife": true, "husband": true, "partner": true, "friend": true, "psychiatrist": true, "consultant": true, "name": true,
}

// doing are words behind a name that is also a word, which make it one.
var doing = map[string]bool{
	"said": true, "told": true, "says": true, "asked": true, "works": true, "worked": true, "wants": true, "wanted": true, "lives": true,
	"lived": true, "started": true, "got": true, "lost": true, "left": true, "felt": true, "feels": true, "thinks": true, "thought": true, "likes": true,
	"went": true, "applied": true, "joined": true, "explained": true,
}

// firstName finds common first names. Those that are also words want a second
// sign: a surname behind, a possessive, or words that only go with people.
func (s *scanner) firstName(w span, text string) {
	kind := firstNames[text]
	if kind == 0 || s.inWord(w.end) || w.start > 0 && isDigit(s.low[w.start-1]) || w.end < len(s.low) && isDigit(s.low[w.end]) {
		return
	}
	capital := s.capital(w)
	if !capital && (kind == alsoWord || len(text) < 5) || s.ofPlace(w) {
		return
	}
	end, surname := s.surname(w)
	if kind == alsoWord {
		if !surname && !s.personBefore(w) && !s.personBehind(w) {
			return
		}
	}
	s.hit(FirstName, w.start, end)
}

// ofPlace reports whether a name is part of a place: St James, Victoria House.
func (s *scanner) ofPlace(w span) bool {
	if b := s.before(w.start); s.is(b, "st") || s.is(b, "saint") || s.is(b, "king") || s.is(b, "queen") || s.is(b, "prince") || s.is(b, "princess") {
		return true
	}
	at := w.end
	if at+1 < len(s.low) && s.low[at] == '\'' && s.low[at+1] == 's' {
		at += 2
	}
	for range 2 {
		next := s.next(at)
		if next.empty() || next.end-next.start > longestWord || !s.capital(next) {
			return false
		}
		if places[string(s.low[next.start:next.end])] {
			return true
		}
		at = next.end
	}
	return false
}

// surname returns where the name ends, with a surname behind it where there is one.
func (s *scanner) surname(w span) (end int, found bool) {
	next := s.next(w.end)
	if next.start != w.end+1 || next.end-next.start < 2 || !s.capital(next) || monthOf(s.low[next.start:next.end]) > 0 {
		return w.end, false
	}
	if n := next.end - next.start; n <= longestWord && (notSurnames[string(s.low[next.start:next.end])] || firstNames[string(s.low[next.start:next.end])] == commonName) {
		return w.end, false
	}
	end = next.end
	if end+1 < len(s.low) && (s.low[end] == '-' || s.low[end] == '\'') && isUpper(s.text[end+1]) {
		for end++; end < len(s.low) && isLetter(s.low[end]); {
			end++
		}
	}
	return end, true
}

// notSurnames are words that are written with a capital and follow a name that
// is also a word: Will IPS staff, May Jobcentre visits.
var notSurnames = map[string]bool{
	"ips": true, "nhs": true, "jobcentre": true, "iapt": true, "cmht": true, "dwp": true, "i": true, "we": true, "the": true, "and": true, "cpa": true, "ot": true, "hr": true,
}

// meeting are words before a name that is also a word, but for a month.
var meeting = map[string]bool{"met": true, "told": true, "asked": true, "helped": true, "visited": true, "phoned": true, "thanked": true, "supported": true, "supports": true}

func (s *scanner) personBefore(w span) bool {
	b := s.before(w.start)
	if b.empty() && w.start >= 2 && s.low[w.start-1] == ' ' && s.low[w.start-2] == ',' {
		b = s.before(w.start - 2) // her manager, Dean
	}
	if n := b.end - b.start; n > 0 && n <= longestWord && meeting[string(s.low[b.start:b.end])] && monthOf(s.low[w.start:w.end]) == 0 {
		return true
	}
	if s.is(b, "to") && s.is(s.before(b.start), "thanks") && monthOf(s.low[w.start:w.end]) == 0 {
		return true
	}
	return !b.empty() && b.end-b.start <= longestWord && people[string(s.low[b.start:b.end])]
}

func (s *scanner) personBehind(w span) bool {
	if w.end+1 < len(s.low) && s.low[w.end] == '\'' && s.low[w.end+1] == 's' && !s.inWord(w.end+2) {
		return true
	}
	next := s.next(w.end)
	return !next.empty() && next.end-next.start <= longestWord && doing[string(s.low[next.start:next.end])]
}
