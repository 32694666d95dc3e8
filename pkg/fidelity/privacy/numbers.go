package privacy

// longestNumber is how many digits a number of a person can have: a card's 19.
const longestNumber = 19

// numbers finds what consists of digits: NHS, CHI and card numbers, phones,
// and long runs of digits whatever they are. Labels are looked at by labelled.
func (s *scanner) numbers() {
	s.groups(s.digit)
	for i := 0; i < len(s.group); i++ {
		s.from(i)
	}
}

// groups finds the runs of digits, in the text as it is or as it is meant.
func (s *scanner) groups(view []byte) {
	s.group = s.group[:0]
	for i := 0; i < len(view); i++ {
		if !isDigit(view[i]) {
			continue
		}
		start := i
		for i < len(view) && isDigit(view[i]) {
			i++
		}
		s.group = append(s.group, span{start, i})
	}
}

// number is a run of groups that belong together.
type number struct {
	digits     [longestNumber]byte
	n          int
	groups     int
	least      int // the shortest group
	first      int // the length of the first group
	start, end int
	from, to   int // the first and last of its groups
}

func (n *number) add(s *scanner, g span) bool {
	if n.n+g.end-g.start > longestNumber {
		return false
	}
	if n.groups == 0 {
		n.start, n.least, n.first = g.start, g.end-g.start, g.end-g.start
	}
	n.n += copy(n.digits[n.n:], s.digit[g.start:g.end])
	n.end, n.least = g.end, min(n.least, g.end-g.start)
	n.groups++
	return true
}

// from looks at all numbers that begin with a group.
func (s *scanner) from(i int) {
	n := number{from: i}
	first := s.group[i]
	if s.inWord(first.start - 1) {
		return // a part of a code or of a hexadecimal number
	}
	for j := i; j < len(s.group); j++ {
		if j > i && !s.joined(s.group[j-1].end, s.group[j].start) || !n.add(s, s.group[j]) {
			break
		}
		if s.inWord(n.end) {
			continue
		}
		n.to = j
		s.judge(&n)
	}
	s.long(first)
}

// inWord reports whether a letter stands at a place.
func (s *scanner) inWord(at int) bool { return at >= 0 && at < len(s.low) && isLetter(s.low[at]) }

// joined reports whether what stands between two groups lets them be one number.
func (s *scanner) joined(end, start int) bool {
	between := s.low[end:start]
	if len(between) > 3 {
		return false
	}
	marks := 0
	for _, c := range between {
		switch c {
		case ' ':
		case '-', '.', '/', '(', ')', '_':
			marks++
		default:
			return false
		}
	}
	return marks <= 2
}

// judge says what a number is, by its digits alone.
func (s *scanner) judge(n *number) {
	d := n.digits[:n.n]
	switch {
	case s.phone(n):
		s.hit(Phone, s.withPrefix(n.start), n.end)
	case n.n == 10 && (n.groups <= 5 && n.least >= 2 || s.spelt(n)) && !s.fraction(n) && checkDigit(d):
		if datesBack(d) {
			s.hit(CHINumber, n.start, n.end)
		} else {
			s.hit(NHSNumber, n.start, n.end)
		}
	case n.n >= 13 && n.groups <= 5 && n.least >= 2 && d[0] >= '2' && d[0] <= '6' && !s.fraction(n) && luhn(d):
		s.hit(CardNumber, n.start, n.end)
	}
}

// spelt reports whether a number is written digit by digit, with no further
// digit before or behind it: 9 4 3 4 7 6 5 9 1 9. A row of figures, such as the
// contacts of ten weeks, is none where a word beside it says so.
func (s *scanner) spelt(n *number) bool {
	if n.groups != n.n || n.to-n.from+1 != n.n {
		return false
	}
	if n.from > 0 && s.joined(s.group[n.from-1].end, n.start) || n.to+1 < len(s.group) && s.joined(n.end, s.group[n.to+1].start) {
		return false
	}
	counted := true
	for i := 1; i < n.n; i++ {
		counted = counted && n.digits[i] == n.digits[i-1]+1
	}
	at := n.start
	for at > 0 && (s.low[at-1] == ' ' || s.low[at-1] == ':') {
		at--
	}
	return !counted && !s.figures(s.before(at)) && !s.figures(s.next(n.end))
}

// rows are words for figures that stand one behind the other.
var rows = map[string]bool{
	"week": true, "weeks": true, "month": true, "months": true, "day": true, "days": true, "score": true, "scores": true, "scored": true, "rating": true,
	"ratings": true, "contact": true, "contacts": true, "visit": true, "visits": true, "figures": true, "counts": true, "caseloads": true, "items": true,
	"show": true, "shows": true, "were": true, "values": true, "points": true,
}

func (s *scanner) figures(w span) bool {
	return !w.empty() && w.end-w.start <= longestWord && rows[string(s.low[w.start:w.end])]
}

// fraction reports whether the number stands behind a decimal point.
func (s *scanner) fraction(n *number) bool {
	return n.start >= 2 && s.low[n.start-1] == '.' && isDigit(s.digit[n.start-2])
}

// checkDigit is the check of NHS and CHI numbers: digits weighted 10 to 2, and
// what the sum lacks to a multiple of 11 is the last (NHS Data Dictionary).
func checkDigit(d []byte) bool {
	sum, same := 0, true
	for i, c := range d[:9] {
		sum += int(c-'0') * (10 - i)
		same = same && c == d[0]
	}
	check := (11 - sum%11) % 11
	return check < 10 && int(d[9]-'0') == check && !same
}

// datesBack reports whether a number begins with a day, month and year, as a
// CHI number does.
func datesBack(d []byte) bool {
	day, month := two(d[0:2]), two(d[2:4])
	return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

func two(d []byte) int { return int(d[0]-'0')*10 + int(d[1]-'0') }

// luhn is the check of card numbers (ISO/IEC 7812).
func luhn(d []byte) bool {
	sum := 0
	for i := range d {
		v := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return sum%10 == 0
}

// phone reports whether a number is one of the UK as it is dialled (Ofcom's
// numbering plan: 10 or 11 digits from 0), or has a plus before it.
func (s *scanner) phone(n *number) bool {
	d := n.digits[:n.n]
	if n.n == 11 && d[0] == '0' && (d[1] == '7' || d[1] == '1' || d[1] == '2') && s.spelt(n) {
		return true
	}
	if n.groups > 6 || s.fraction(n) {
		return false
	}
	if at := s.withPrefix(n.start); at < n.start && s.low[at] == '+' || at < n.start && s.low[at] == '(' && at+1 < n.start && s.low[at+1] == '+' {
		return n.n >= 9 && n.n <= 15 && n.first <= 5 || n.n >= 10 && n.n <= 15
	}
	if len(d) >= 12 && len(d) <= 14 && d[0] == '0' && d[1] == '0' && d[2] == '4' && d[3] == '4' {
		return true
	}
	if n.n == 12 && d[0] == '4' && d[1] == '4' && (d[2] == '7' || d[2] == '1' || d[2] == '2') && n.first <= 4 {
		return true
	}
	return (n.n == 11 || n.n == 10 && !checkDigit(d)) && d[0] == '0' && d[1] != '0' && d[1] != '4' && d[1] != '6' && n.first >= 3
}

// withPrefix steps back over a plus or bracket before a number.
func (s *scanner) withPrefix(at int) int {
	for at > 0 && (s.low[at-1] == '+' || s.low[at-1] == '(') {
		at--
	}
	return at
}

// longRun is from how many digits on a run is a number of somebody or something.
const longRun = 7

// long tells a long run of digits of no known kind. Sums of money and days
// written in one are none.
func (s *scanner) long(g span) {
	n := g.end - g.start
	if n < longRun || s.inWord(g.end) {
		return
	}
	if g.start > 0 {
		switch s.low[g.start-1] {
		case '.', ',', '$':
			return
		}
		if g.start > 1 && (string(s.text[max(0, g.start-2):g.start]) == "£" || string(s.text[max(0, g.start-3):g.start]) == "€") {
			return
		}
	}
	if n == 8 {
		d := s.digit[g.start:g.end]
		year, month, day := two(d[0:2]), two(d[4:6]), two(d[6:8])
		if (year == 19 || year == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			return
		}
	}
	s.hit(LongNumber, g.start, g.end)
}
