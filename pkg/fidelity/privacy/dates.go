package privacy

// months by the first three letters.
var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

const monthNames = " january february march april may june july august september october november december sept "

// monthOf returns the month that a word names, and 0 for none.
func monthOf(word []byte) int {
	if len(word) < 3 || len(word) > 9 {
		return 0
	}
	m := months[string(word[:3])]
	if m == 0 || len(word) == 3 {
		return m
	}
	for i := 0; i+len(word) < len(monthNames); i++ {
		if monthNames[i] == ' ' && monthNames[i+1:i+1+len(word)] == string(word) && monthNames[i+1+len(word)] == ' ' {
			return m
		}
	}
	return 0
}

// birth reads a date behind a label: 3/4/1985, 3 April 1985, April 3rd, 1985-04-03,
// 030485. A year alone is no date.
func (s *scanner) birth(label, start int) {
	parts, named, digits, end := 0, false, 0, start
	at, last := start, start // last is the end of what belongs to the date
	for at < len(s.digit) && parts < 3 {
		switch {
		case isDigit(s.digit[at]):
			from := at
			for at < len(s.digit) && isDigit(s.digit[at]) {
				at++
			}
			digits += at - from
			if at-from > 8 {
				return
			}
			parts++
			end, last = at, at
			for _, tail := range []string{"st", "nd", "rd", "th"} {
				if at+2 <= len(s.low) && string(s.low[at:at+2]) == tail {
					at += 2
					end, last = at, at
					break
				}
			}
		case isLetter(s.low[at]):
			w := s.next(at)
			if s.is(w, "of") {
				at, last = w.end, w.end
				continue
			}
			if monthOf(s.low[w.start:w.end]) == 0 || named {
				parts = 3
				continue
			}
			named = true
			parts++
			at, end, last = w.end, w.end, w.end
		case at > last+2:
			parts = 3
		case s.low[at] == ' ' || s.low[at] == '/' || s.low[at] == '-' || s.low[at] == '.' || s.low[at] == ',':
			at++
		default:
			parts = 3
		}
	}
	if s.dateLike(start, end, named, digits) {
		s.hit(BirthDate, label, end)
	}
}

// dateLike tells a day from a year, a time or a count.
func (s *scanner) dateLike(start, end int, named bool, digits int) bool {
	marks, runs, in := 0, 0, false
	for _, c := range s.digit[start:end] {
		if isDigit(c) {
			if !in {
				runs++
			}
			in = true
			continue
		}
		in = false
		if c == '/' || c == '-' || c == '.' || c == ' ' {
			marks++
		}
	}
	switch {
	case named:
		return digits >= 1 && (runs > 1 || digits <= 2) // a month and a year alone are no date
	case runs == 3:
		return digits >= 4 && digits <= 8 && marks >= 2
	case runs == 1:
		return digits == 6 || digits == 8
	}
	return false
}
