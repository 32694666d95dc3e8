package privacy

// label is a word that says what the number behind it is.
type label struct {
	kind Kind
	// least is how few digits make it one without a word such as "number"
	// between, and said how few with one; 0 stands for never.
	least, said int
	second      string // the word that has to follow, as in "national insurance"
}

// labels are the words of product.md ("Labels that count"). Words that also
// mean something else want more digits, or the word "number".
var labels = map[string]label{
	"nhs":        {kind: NHSNumber, least: 9, said: 5},
	"chi":        {kind: CHINumber, least: 9, said: 5},
	"ni":         {kind: NINumber, least: 6, said: 5},
	"nino":       {kind: NINumber, least: 6, said: 5},
	"national":   {kind: NINumber, least: 6, said: 5, second: "insurance"},
	"mrn":        {kind: RecordNumber, least: 4, said: 3},
	"rio":        {kind: RecordNumber, least: 5, said: 4},
	"systmone":   {kind: RecordNumber, least: 5, said: 4},
	"emis":       {kind: RecordNumber, least: 5, said: 4},
	"carenotes":  {kind: RecordNumber, least: 5, said: 4},
	"paris":      {kind: RecordNumber, least: 5, said: 4},
	"hospital":   {kind: RecordNumber, least: 6, said: 4},
	"hosp":       {kind: RecordNumber, least: 6, said: 4},
	"patient":    {kind: RecordNumber, least: 5, said: 4},
	"pt":         {kind: RecordNumber, least: 6, said: 4},
	"ref":        {kind: RecordNumber, least: 5, said: 4},
	"reference":  {kind: RecordNumber, least: 6, said: 4},
	"folder":     {kind: RecordNumber, least: 6, said: 4},
	"client":     {kind: RecordNumber, least: 6, said: 4},
	"case":       {kind: RecordNumber, least: 6, said: 4},
	"record":     {kind: RecordNumber, least: 6, said: 4},
	"records":    {kind: RecordNumber, least: 0, said: 6},
	"passport":   {kind: Passport, least: 6, said: 6},
	"card":       {kind: CardNumber, least: 12, said: 12},
	"visa":       {kind: CardNumber, least: 12, said: 12},
	"mastercard": {kind: CardNumber, least: 12, said: 12},
	"tel":        {kind: Phone, least: 6, said: 6},
	"telephone":  {kind: Phone, least: 6, said: 6},
	"phone":      {kind: Phone, least: 6, said: 6},
	"mobile":     {kind: Phone, least: 6, said: 6},
	"mob":        {kind: Phone, least: 6, said: 6},
	"landline":   {kind: Phone, least: 6, said: 6},
	"fax":        {kind: Phone, least: 6, said: 6},
	"whatsapp":   {kind: Phone, least: 6, said: 6},
	"ring":       {kind: Phone, least: 6, said: 6},
	"rang":       {kind: Phone, least: 6, said: 6},
	"dial":       {kind: Phone, least: 6, said: 6},
	"call":       {kind: Phone, least: 6, said: 6},
	"dob":        {kind: BirthDate},
	"born":       {kind: BirthDate},
	"d":          {kind: BirthDate}, // d.o.b.
	"birthday":   {kind: BirthDate},
	"birthdate":  {kind: BirthDate},
	"birth":      {kind: BirthDate},
}

// says are words that make the number behind them one of the label.
var says = map[string]bool{"number": true, "numbers": true, "no": true, "nos": true, "num": true, "nr": true, "id": true, "ref": true, "reference": true}

// between are words that may also stand between a label and its number.
var between = map[string]bool{
	"is": true, "was": true, "are": true, "on": true, "the": true, "as": true, "of": true, "in": true, "date": true, "record": true,
	"her": true, "him": true, "them": true, "me": true, "us": true,
	"patient": true, "hospital": true, "a": true, "system": true, "under": true, "file": true, "with": true, "and": true, "card": true, "s": true,
}

// labelled looks at what follows a label: up to five small words and marks,
// then the number.
func (s *scanner) labelled(l label, w span) {
	at := w.end
	if l.second != "" {
		second := s.next(at)
		if !s.is(second, l.second) {
			return
		}
		at = second.end
	}
	if s.is(w, "d") {
		if at = s.dotted(at); at < 0 {
			return
		}
	}
	said := false
	for range 6 {
		at = s.marks(at, &said)
		if at >= len(s.digit) {
			return
		}
		if isDigit(s.digit[at]) {
			break
		}
		next := s.next(at)
		if next.empty() || next.end-next.start > longestWord {
			return
		}
		word := s.low[next.start:next.end]
		switch {
		case l.kind != BirthDate && s.digitAt(next.end):
			s.coded(l, said, next.start)
			return
		case says[string(word)]:
			said = true
		case l.kind == BirthDate && monthOf(word) > 0:
			s.birth(w.start, at)
			return
		case between[string(word)]:
		default:
			s.coded(l, said, next.start)
			return
		}
		at = next.end
	}
	if l.kind == BirthDate {
		s.birth(w.start, at)
		return
	}
	s.coded(l, said, at)
}

// digitAt reports whether a digit stands at a place, or behind a hyphen or
// slash there.
func (s *scanner) digitAt(at int) bool {
	if at < len(s.digit) && (s.digit[at] == '-' || s.digit[at] == '/') {
		at++
	}
	return at < len(s.digit) && isDigit(s.digit[at])
}

// dotted reads the rest of "d.o.b.", and returns -1 where it is something else.
func (s *scanner) dotted(at int) int {
	if end := at + len(".o.b"); end <= len(s.low) && string(s.low[at:end]) == ".o.b" {
		return end
	}
	return -1
}

// marks steps over spaces and the marks that may stand before a number.
func (s *scanner) marks(at int, said *bool) int {
	for limit := at + 8; at < len(s.low) && at < limit; at++ {
		switch s.low[at] {
		case ':', '#', '=':
			*said = true
		case ' ', '.', '-', '(', ')', '"', '\'', '+', ',', '_', '[':
		default:
			return at
		}
	}
	return at
}

// coded reads the number behind a label: digits with a few letters before and
// behind them, in groups.
func (s *scanner) coded(l label, said bool, start int) {
	letters, digits, end := 0, 0, start
	for i := start; i < len(s.digit) && digits <= longestNumber; i++ {
		switch c := s.digit[i]; {
		case isDigit(c):
			digits++
			end = i + 1
		case isLetter(c):
			if letters++; letters > 3 || digits > 0 && i > end && !s.insuranceTail(l, i) {
				i = len(s.digit)
			} else if digits > 0 {
				end = i + 1
			}
		case c == ' ' || c == '-' || c == '/' || c == '.':
			if i > end+2 && digits > 0 || i+1 >= len(s.digit) || !isWord(s.digit[i+1]) && s.digit[i+1] != ' ' || digits == 0 && i-start > 4 {
				i = len(s.digit)
			}
			if digits > 0 && c == ' ' && l.kind == RecordNumber {
				i = len(s.digit) // numbers of records are written in one
			}
		default:
			i = len(s.digit)
		}
	}
	least := l.least
	if said {
		least = l.said
	}
	switch {
	case least == 0 || digits < least:
	case l.kind == NINumber && letters < 2 && digits < 6:
	case l.kind == RecordNumber && !said && digits < 7 && s.year(start, end):
	default:
		s.hit(l.kind, start, end)
	}
}

// insuranceTail reports whether a letter behind digits is the last of a
// National Insurance number.
func (s *scanner) insuranceTail(l label, at int) bool {
	return l.kind == NINumber && s.low[at] >= 'a' && s.low[at] <= 'd' && !s.inWord(at+1)
}

// year reports whether the number begins as a year or month does: 2026, 2026-05.
func (s *scanner) year(start, end int) bool {
	if end-start < 4 {
		return false
	}
	for _, c := range s.digit[start : start+4] {
		if !isDigit(c) {
			return false
		}
	}
	century := two(s.digit[start : start+2])
	return (century == 19 || century == 20) && (end-start == 4 || !isDigit(s.digit[start+4]))
}

// insurance finds National Insurance numbers without a label: two letters, six
// digits, and A to D (HMRC, NIM39110).
func (s *scanner) insurance() {
	for _, g := range s.group {
		if n := g.end - g.start; n != 2 && n != 6 {
			continue
		}
		start, ok := s.prefix(g.start)
		if !ok {
			continue
		}
		digits, at := 0, g.start
		for at < len(s.digit) && digits < 6 {
			if isDigit(s.digit[at]) {
				digits++
			} else if c := s.digit[at]; (c != ' ' && c != '-' && c != '.') || !isDigit(s.digit[at-1]) {
				break
			}
			at++
		}
		if digits < 6 {
			continue
		}
		if at < len(s.low) && (s.low[at] == ' ' || s.low[at] == '-') {
			at++
		}
		if at < len(s.low) && s.low[at] >= 'a' && s.low[at] <= 'd' && (at+1 == len(s.low) || !isWord(s.low[at+1])) {
			s.hit(NINumber, start, at+1)
		}
	}
}

// prefix finds the two letters before the digits of a National Insurance number.
func (s *scanner) prefix(at int) (int, bool) {
	if at > 0 && (s.low[at-1] == ' ' || s.low[at-1] == '-') {
		at--
	}
	if at < 2 || !isLetter(s.low[at-1]) || !isLetter(s.low[at-2]) || at > 2 && isWord(s.low[at-3]) {
		return 0, false
	}
	first, second := s.low[at-2], s.low[at-1]
	if first == 'q' && second == 'q' {
		return at - 2, true // of HMRC's examples
	}
	for _, never := range "dfiquv" {
		if first == byte(never) || second == byte(never) {
			return 0, false
		}
	}
	switch string(s.low[at-2 : at]) {
	case "bg", "gb", "nk", "kn", "tn", "nt", "zz":
		return 0, false
	}
	return at - 2, second != 'o' && first < 0x80 && second < 0x80
}
