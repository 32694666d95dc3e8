package source

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// width is how wide lines of new text are made. Those of the samples are as
// wide, and longer lines are seldom seen whole.
const width = 110

// paragraph writes a long text as a folded or literal block: the sign that
// goes behind the key, and the lines without their indentation. It declines
// where the text fits into the line of its key, of which used columns are
// taken, or cannot be written as a block.
func paragraph(n *yaml.Node, indent, used int) (sign string, lines []string, ok bool) {
	kept := n.Style & (yaml.LiteralStyle | yaml.FoldedStyle)
	body, clipped := strings.CutSuffix(n.Value, "\n")
	several := strings.Contains(body, "\n")
	wide := false
	for _, line := range strings.Split(body, "\n") {
		wide = wide || used+columns(line) > width
	}
	sign = "-"
	if clipped {
		sign = ""
	}
	switch {
	case n.Tag != "!!str" || !literal(body):
	case kept == 0 && !several && !wide && !clipped:
	case kept != yaml.LiteralStyle && (wide || kept != 0) && foldable(body):
		return ">" + sign, fold(body, max(width-indent, 40)), true
	default:
		return "|" + sign, strings.Split(body, "\n"), true
	}
	return "", nil, false
}

// literal reports whether a text reads back from lines written as they are. A
// space at the end of a line would, until an editor strips it.
func literal(body string) bool {
	if body == "" || strings.ContainsAny(body[:1], " \t\n") {
		return false
	}
	for _, line := range strings.Split(body, "\n") {
		if strings.TrimRight(line, " \t") != line || !oneShownLine(line) {
			return false
		}
	}
	return !strings.HasSuffix(body, "\n")
}

// foldable reports whether no line of a text begins with a blank: such lines
// are not folded.
func foldable(body string) bool {
	return !strings.Contains(body, "\n ") && !strings.Contains(body, "\n\t")
}

// fold breaks a text into lines. A line break of its own becomes a blank line
// more.
func fold(body string, most int) []string {
	var lines []string
	for i, line := range strings.Split(body, "\n") {
		if i > 0 {
			lines = append(lines, "")
		}
		if line == "" {
			continue // the blank line that stands for its break is there already
		}
		lines = append(lines, wrapped(line, most)...)
	}
	return lines
}

// wrapped breaks one line at single spaces, which folding gives back.
func wrapped(line string, most int) []string {
	var lines []string
	start, last, used := 0, -1, 0
	for i, c := range line {
		used++
		if used > most && c != ' ' && last > start {
			lines = append(lines, line[start:last])
			start = last + 1
			used = columns(line[start:i]) + 1
			last = -1
		}
		if c == ' ' && i > 0 && i+1 < len(line) && !strings.ContainsAny(line[i-1:i]+line[i+1:i+2], " \t") {
			last = i
		}
	}
	return append(lines, line[start:])
}
