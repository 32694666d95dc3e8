package xlsx

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// line is one answer to write: of a question, or of one row of it.
type line struct {
	report.Question
	row string
}

// drawQuestions adds a sheet for each section with questions, one line for each
// answer, with the answers to choose from as a list in the cell.
func drawQuestions(b *book) {
	taken := map[string]bool{}
	count := 0
	for _, s := range b.doc.Sections {
		var lines []line
		for _, block := range s.Blocks {
			if qs, ok := block.(report.Questions); ok {
				lines = append(lines, linesOf(qs)...)
			}
		}
		if len(lines) == 0 {
			continue
		}
		count++
		name := sheetName(s.Heading, taken)
		b.questions = append(b.questions, name)
		drawGrid(b, grid[line]{
			sheet: name, table: "Questions" + strconv.Itoa(count), columns: questionColumns, rows: lines,
			freeze: 2, paper: listPaper,
		})
		b.answerLists(name, lines)
	}
}

func linesOf(qs report.Questions) []line {
	var out []line
	for _, q := range qs.List {
		for _, one := range append([]report.Question{q}, q.Follow...) {
			if len(one.Rows) == 0 {
				out = append(out, line{one, ""})
			}
			for _, row := range one.Rows {
				out = append(out, line{one, row})
			}
		}
	}
	return out
}

var questionColumns = []column[line]{
	{"No.", 6, lookShort, func(l line) any { return l.Number }},
	{"Question", 44, lookTitle, func(l line) any { return strings.TrimSpace(l.Only + " " + l.Text) }},
	{"For", 8, lookShort, func(l line) any { return l.row }},
	{"Answer", 17, lookText, func(line) any { return nil }},
	{"Notes", 25, lookText, func(line) any { return nil }},
	{"Answers, and what to count", 34, lookText, func(l line) any { return l.answers() }},
	{"Item", 22, lookText, func(l line) any { return strings.Join(l.For, "\n") }},
	{"What hangs on it", 16, lookText, func(l line) any { return l.Worth }},
}

// answers says what may be written, and what to count.
func (l line) answers() string {
	parts := []string{strings.Join(l.Answers, " / "), l.Unit, l.Help}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), "\n")
}

// mostListed is how long the list in a cell can be, in signs.
const mostListed = 255

// answerLists lets the answers be chosen from a list. Any other text may be
// written as well: what was found out is worth more than the form.
func (b *book) answerLists(sheet string, lines []line) {
	for i, l := range lines {
		list := strings.Join(l.Answers, ",")
		if len(l.Answers) == 0 || l.Several || utf8.RuneCountInString(list) > mostListed-2 || strings.Count(list, ",") != len(l.Answers)-1 {
			continue
		}
		at := "D" + strconv.Itoa(i+2)
		v := excelize.NewDataValidation(true)
		v.Sqref = at
		v.ShowErrorMessage = false
		b.fail("answers "+at, v.SetDropList(l.Answers))
		b.fail("answers "+at, b.f.AddDataValidation(sheet, v))
	}
}

// sheetName makes a name for a sheet that the book can take: short, without
// the signs that are not allowed, and not there yet.
func sheetName(heading string, taken map[string]bool) string {
	name := strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, xlsxfile.CleanLine(heading)))
	for _, own := range []string{sheetSummary, sheetScores, sheetItems, sheetEvidence, sheetActions, sheetNeeds, sheetData, sheetAbout} {
		taken[strings.ToLower(own)] = true
	}
	base := name
	if base == "" {
		base = "Questions"
	}
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = " " + strconv.Itoa(n)
		}
		name = firstRunes(base, 31-len(suffix)) + suffix
		if !taken[strings.ToLower(name)] {
			taken[strings.ToLower(name)] = true
			return name
		}
	}
}

func firstRunes(s string, n int) string {
	runes := []rune(s)
	return strings.TrimSpace(string(runes[:min(n, len(runes))]))
}
