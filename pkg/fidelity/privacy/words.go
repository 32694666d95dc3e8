package privacy

// words goes from word to word, and asks at each what it may begin: a label, a
// title, a first name, a remark about one person alone.
func (s *scanner) words() {
	for i := 0; i < len(s.low); {
		if !isLetter(s.low[i]) {
			i++
			continue
		}
		end := i
		for end < len(s.low) && isLetter(s.low[end]) {
			end++
		}
		if i == 0 || !isLetter(s.low[i-1]) {
			s.word(span{i, end})
		}
		i = end
	}
}

func (s *scanner) word(w span) {
	if w.end-w.start > longestWord {
		return
	}
	text := string(s.low[w.start:w.end])
	if s.any&hasDigit != 0 {
		if l, ok := labels[text]; ok {
			s.labelled(l, w)
		}
	}
	if titles[text] {
		s.titled(w)
	}
	switch text {
	case "only":
		s.onlyOne(w)
	case "dot":
		s.spokenEmail(w)
	case "called", "named", "name":
		s.named(w, text)
	}
	if homes[text] {
		s.home(w)
	}
	if w.end-w.start == 1 {
		s.initials(w)
	}
	s.firstName(w, text)
}

// longestWord is the longest that any list holds.
const longestWord = 16

// next returns the word behind a place, over spaces alone; an empty span where
// something else stands there.
func (s *scanner) next(at int) span {
	start := s.skip(at)
	end := start
	for end < len(s.low) && isLetter(s.low[end]) {
		end++
	}
	return span{start, end}
}

// before returns the word before a place, over spaces alone.
func (s *scanner) before(at int) span {
	for at > 0 && s.low[at-1] == ' ' {
		at--
	}
	start := at
	for start > 0 && isLetter(s.low[start-1]) && at-start <= longestWord {
		start--
	}
	return span{start, at}
}

// skip returns the place behind spaces.
func (s *scanner) skip(at int) int {
	for limit := at + 8; at < len(s.low) && s.low[at] == ' ' && at < limit; {
		at++
	}
	return at
}

func (s *scanner) is(w span, text string) bool { return string(s.low[w.start:w.end]) == text }

func (w span) empty() bool { return w.start >= w.end }

// capital reports whether a word begins with a capital letter.
func (s *scanner) capital(w span) bool {
	return !w.empty() && (isUpper(s.text[w.start]) || s.text[w.start] >= 0x80 && s.text[w.start] != s.low[w.start] || s.text[w.start] == 0xc3 && s.text[w.start+1] < 0xa0)
}
