package privacy

import "bytes"

// emails finds addresses: a local part, @, and a domain with a dot in it.
func (s *scanner) emails() {
	for i := bytes.IndexByte(s.low, '@'); i >= 0 && i < len(s.low); {
		start, end := i, i+1
		for start > 0 && i-start < 64 && isLocal(s.low[start-1]) {
			start--
		}
		for end < len(s.low) && end-i < 255 && isDomain(s.low[end]) {
			end++
		}
		for end > i && (s.low[end-1] == '.' || s.low[end-1] == '-') {
			end--
		}
		if dot := bytes.LastIndexByte(s.low[i:end], '.'); start < i && dot > 1 && i+dot < end-2 {
			s.hit(Email, start, end)
		}
		next := bytes.IndexByte(s.low[i+1:], '@')
		if next < 0 {
			return
		}
		i += 1 + next
	}
}

func isLocal(c byte) bool {
	return c >= 'a' && c <= 'z' || isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '\''
}

func isDomain(c byte) bool { return c >= 'a' && c <= 'z' || isDigit(c) || c == '.' || c == '-' }

// endings of domains that are links without anything before them.
var endings = []string{".co.uk", ".org.uk", ".nhs.uk", ".gov.uk", ".ac.uk", ".com", ".net", ".org"}

// links finds addresses of the web.
func (s *scanner) links() {
	for i := 0; i < len(s.low); i++ {
		if s.low[i] != '.' && s.low[i] != ':' || i == 0 || !isWord(s.low[i-1]) || s.low[i-1] >= 0x80 {
			continue
		}
		start := i
		for start > 0 && i-start < 64 && isDomain(s.low[start-1]) {
			start--
		}
		if start > 0 && (s.low[start-1] == '@' || isWord(s.low[start-1])) {
			continue
		}
		if !s.linked(start, i) {
			continue
		}
		end := i
		for end < len(s.low) && s.low[end] > ' ' && s.low[end] < 0x80 && s.low[end] != '"' && s.low[end] != '>' && s.low[end] != ')' {
			end++
		}
		for end > i && (s.low[end-1] == '.' || s.low[end-1] == ',' || s.low[end-1] == ';') {
			end--
		}
		s.hit(Link, start, end)
		i = end
	}
}

// linked reports whether a link begins at start, with a dot or colon at i.
func (s *scanner) linked(start, i int) bool {
	rest := s.low[i:]
	if s.low[i] == ':' {
		word := string(s.low[start:i])
		return bytes.HasPrefix(rest, []byte("://")) && (word == "http" || word == "https" || word == "ftp") || word == "mailto" && len(rest) > 1
	}
	if string(s.low[start:i]) == "www" && len(rest) > 1 && isWord(rest[1]) {
		return true
	}
	for _, ending := range endings {
		if bytes.HasPrefix(rest, []byte(ending)) && (len(rest) == len(ending) || !isWord(rest[len(ending)]) && rest[len(ending)] != '-') {
			return true
		}
	}
	return false
}

// addresses finds postcodes and houses in streets.
func (s *scanner) addresses() {
	for i, g := range s.group {
		s.postcode(g)
		if i == 0 || s.group[i-1].end < g.start {
			s.street(g)
		}
	}
}

// areas are the letters that postcodes begin with.
var areas = func() map[string]bool {
	all := map[string]bool{}
	for _, a := range bytes.Fields([]byte(`ab al b ba bb bd bf bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex
		fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po
		pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze`)) {
		all[string(a)] = true
	}
	return all
}()

// postcode looks whether a full postcode has its first digits here: an area,
// a digit or two, and a digit with two letters.
func (s *scanner) postcode(g span) {
	start := g.start
	for start > 0 && g.start-start < 3 && isLetter(s.low[start-1]) {
		start--
	}
	if n := g.start - start; n < 1 || n > 2 || !areas[string(s.low[start:g.start])] || start > 0 && isWord(s.low[start-1]) {
		return
	}
	at, n := g.end, g.end-g.start
	if at < len(s.low) && isLetter(s.low[at]) && at+1 < len(s.low) && !isLetter(s.low[at+1]) {
		at++ // EC1A
	}
	switch spaces := s.skip(at) - at; {
	case spaces > 2, n > 3:
		return
	case spaces > 0 && n <= 2:
		at += spaces
	case spaces == 0 && at == g.end && n >= 2:
		at = g.end - 1 // SW11AA: the last digit begins the second half
	case spaces > 0:
		return
	}
	end := at + 3
	if end > len(s.low) || !isDigit(s.low[at]) || end < len(s.low) && isWord(s.low[end]) {
		return
	}
	for _, c := range s.low[at+1 : end] {
		switch c {
		case 'c', 'i', 'k', 'm', 'o', 'v':
			return // never in the second half (Royal Mail)
		}
		if c < 'a' || c > 'z' {
			return
		}
	}
	switch string(s.low[at:end]) {
	case "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th":
		if s.text[end-1] == s.low[end-1] {
			return
		}
	}
	s.hit(Postcode, start, end)
}

var streets = map[string]bool{
	"street": true, "st": true, "road": true, "rd": true, "avenue": true, "ave": true, "lane": true, "close": true, "drive": true, "court": true,
	"gardens": true, "terrace": true, "crescent": true, "place": true, "square": true, "grove": true, "hill": true, "mews": true, "row": true,
	"walk": true, "way": true, "rise": true, "view": true, "green": true, "parade": true, "house": true, "flats": true,
}

// street looks whether a house in a street begins with this number: 12 Oak
// Tree Road, 4a High Street.
func (s *scanner) street(g span) {
	if g.end-g.start > 4 || s.inWord(g.start-1) {
		return
	}
	at := g.end
	if s.inWord(at) && !s.inWord(at+1) {
		at++
	}
	if at < len(s.low) && s.low[at] == ',' {
		at++
	}
	for n := range 4 {
		w := s.next(at)
		if w.start == at || !s.capital(w) {
			return
		}
		if n > 0 && w.end-w.start <= longestWord && streets[string(s.low[w.start:w.end])] {
			s.hit(StreetAddress, g.start, w.end)
			return
		}
		at = w.end
		if at+1 < len(s.low) && s.low[at] == '\'' && s.low[at+1] == 's' {
			at += 2
		}
	}
}
