package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func length(text string) int { return utf8.RuneCountInString(text) }

// clean makes a text fit for a line of a terminal: what a person typed must not
// move the cursor, change the colour or turn the reading direction. Where the
// terminal knows no UTF-8 it brings the text to ASCII.
func (p *page) clean(text string) string {
	if p.style.ASCII {
		text = drawing.Replace(typography.Replace(text))
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		case p.style.ASCII && r > unicode.MaxASCII:
			return plainLetter(r)
		}
		return r
	}, text)
}

// typography is written otherwise in ASCII. It comes before lines are broken,
// because it can take more letters.
var typography = strings.NewReplacer("→", "->", "…", "...", "’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "€", "EUR", "£", "GBP ")

// Letters with a mark, and the letters without it. Names lose least that way.
var (
	marked = []rune("âàáäåãêèéëîìíïôòóöõûùúüŵẁẃẅŷỳýÿçñÂÀÁÄÅÃÊÈÉËÎÌÍÏÔÒÓÖÕÛÙÚÜŴẀẂẄŶỲÝŸÇÑ")
	bare   = []rune("aaaaaaeeeeiiiiooooouuuuwwwwyyyycnAAAAAAEEEEIIIIOOOOOUUUUWWWWYYYYCN")
)

func plainLetter(r rune) rune {
	for i := range marked {
		if marked[i] == r {
			return bare[i]
		}
	}
	return '?'
}

// drawing is what lines and boxes are drawn with, a letter for a letter.
var drawing = strings.NewReplacer("■", "#", "▨", "?", "□", ".", "●", "o", "○", "O", "·", ".", "│", "|", "═", "=", "├", "[", "┤", "]", "…", "~")

// drawn returns the finished page.
func (p *page) drawn() string {
	if p.style.ASCII {
		return drawing.Replace(p.b.String())
	}
	return p.b.String()
}

// pad fills or shortens a clean text to exactly n letters.
func pad(text string, n int) string {
	if l := length(text); l <= n {
		return text + strings.Repeat(" ", n-l)
	}
	return string([]rune(text)[:n-1]) + "…"
}

// wrap breaks text into lines of at most n letters, at spaces where it can.
// There is always at least one line.
func wrap(text string, n int) []string {
	n = max(n, 1)
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for length(word) > n {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			r := []rune(word)
			lines, word = append(lines, string(r[:n])), string(r[n:])
		}
		switch {
		case line == "":
			line = word
		case length(line)+1+length(word) <= n:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

// wrap cleans a text and breaks it into lines.
func (p *page) wrap(text string, n int) []string { return wrap(p.clean(text), n) }
