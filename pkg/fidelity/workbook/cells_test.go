package workbook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// asFile writes what a cell was read as, and what was remarked.
func asFile(v source.Value, given bool, remarks []remark) string {
	var out strings.Builder
	text, single := v.Text()
	switch list := v.List(); {
	case single:
		out.WriteString(text)
	case list != nil:
		parts := make([]string, len(list))
		for i := range list {
			if text, ok := list[i].Text(); ok {
				parts[i] = text
			} else {
				parts[i] = "null"
			}
		}
		out.WriteString("[" + strings.Join(parts, ", ") + "]")
	case !given:
		out.WriteString("nothing")
	default:
		out.WriteString("no value")
	}
	for _, r := range remarks {
		fmt.Fprintf(&out, " (%s: %s)", r.level, r.text)
	}
	return out.String()
}

func TestCellsAsPeopleTypeThem(t *testing.T) {
	yesNo := question{kind: holdsAnswer, unknown: true, answers: []answer{{"no", "no"}, {"partly", "partly"}, {"yes", "yes"}}}
	log := question{kind: holdsAnswer, unknown: true, answers: []answer{{"none", "no log"}, {"kept", "kept"}, {"reviewed-weekly", "reviewed each week"}}}
	percent, number := question{kind: holdsPercent, unknown: true}, question{kind: holdsNumber, unknown: true}
	series := question{kind: holdsNumber, unknown: true, weeks: true}
	day, month := question{kind: holdsDay}, question{kind: holdsMonth, unknown: true}
	line, text := question{kind: holdsLine, wordless: true}, question{kind: holdsText, wordless: true}
	tick := question{kind: holdsAnswer, unknown: true, ticks: true, answers: []answer{{"yes", "yes"}, {"no", "no"}}}
	score := question{kind: holdsScore, answers: []answer{{"5", "5"}, {"4", "4"}, {notEnough, "not enough evidence"}}}
	typedText := func(s string) cell { return cell{kind: gotText, text: s} }
	typedNumber := func(s string, f numberFormat) cell { return cell{kind: gotNumber, text: s, format: f} }

	for _, c := range []struct {
		name string
		q    question
		cell cell
		want string
	}{
		{"a percent", percent, typedNumber("64", asNumber), "64"},
		{"a percent in a percent cell", percent, typedNumber("0.64", asPercent), "64%"},
		{"half a percent in a percent cell", percent, typedNumber("5.0000000000000001E-3", asPercent), "0.5%"},
		{"seven percent, with noise", percent, typedNumber("7.0000000000000007E-2", asPercent), "7%"},
		{"a percent as text", percent, typedText(" 64% "), "64%"},
		{"a fraction", percent, typedText("24/37.5"), "24/37.5"},
		{"a fraction after an apostrophe", percent, typedText("'24/37.5"), "24/37.5"},
		{"a fraction that became a date", percent, typedNumber("46085", asDate), "no value (error: the spreadsheet has made a date (4 March 2026) of what was typed here; set the format of the cell to Text and type it again, as in 24/37.5 or 64%)"},
		{"a fraction that became a time", percent, typedNumber("0.5", asTime), "no value (error: the spreadsheet has made a time of what was typed here; set the format of the cell to Text and type it again, as in 24/37.5 or 64%)"},
		{"a number", number, typedNumber("19", asNumber), "19"},
		{"noise", number, typedNumber("0.30000000000000004", asNumber), "0.3"},
		{"a large number", number, typedNumber("1.2E+6", asNumber), "1200000"},
		{"a number as text", number, typedText(" 19\u00A0"), "19"},
		{"a comma", number, typedText("0,5"), "0,5"},
		{"no number", number, typedNumber("1e999", asNumber), `no value (error: "1e999" is not a number that can be read; type it again)`},
		{"a number that became a date", number, typedNumber("46085", asDate), "no value (error: the spreadsheet has made a date (4 March 2026) of what was typed here; set the format of the cell to Text and type it again)"},
		{"not known", number, typedText("Not known"), "unknown"},
		{"n/a", number, typedText("n/a"), `unknown (warning: "n/a" is read as not known; write not known)`},
		{"a hyphen", number, typedText("-"), "nothing"},
		{"spaces only", number, typedText(" \u00A0 "), "nothing"},
		{"an error", number, cell{kind: gotError, text: "#DIV/0!"}, "no value (error: the cell shows #DIV/0!; type the value itself, or empty the cell)"},
		{"a formula", number, cell{kind: gotNumber, text: "19", formula: true}, "19 (warning: a formula stands here, and what it last came to was read; type the value itself)"},
		{"a formula without a value", number, cell{kind: gotUnsolved, formula: true}, "no value (error: a formula stands here that came to nothing or was never worked out; type the value itself, or open the workbook in Excel and save it again)"},
		{"an empty cell", number, cell{}, "nothing"},

		{"one number for all weeks", series, typedNumber("6", asNumber), "6"},
		{"weeks", series, typedText("6, 7, -, 6"), "[6, 7, null, 6]"},
		{"weeks with semicolons", series, typedText("6;7;;6"), "[6, 7, null, 6]"},
		{"weeks with spaces", series, typedText("6 7 leave 6"), "[6, 7, null, 6]"},
		{"weeks as files write them", series, typedText("[6, null]"), "[6, null]"},
		{"weeks that became a date", series, typedNumber("46085", asDate), "no value (error: the spreadsheet has made a date (4 March 2026) of what was typed here; set the format of the cell to Text and type it again, as in 6, 7, -, 6)"},

		{"yes", yesNo, typedText("Yes "), "yes"},
		{"TRUE", yesNo, cell{kind: gotYesNo, text: "1"}, "yes"},
		{"FALSE", yesNo, cell{kind: gotYesNo, text: "FALSE"}, "no"},
		{"don't know", yesNo, typedText("don’t know"), `unknown (warning: "don’t know" is read as not known; write not known)`},
		{"y is left for the reading", yesNo, typedText("y"), "y"},
		{"a label", log, typedText("Reviewed each  week"), "reviewed-weekly"},
		{"an id", log, typedText("reviewed-weekly"), "reviewed-weekly"},
		{"an id with spaces", log, typedText("Reviewed weekly"), "reviewed-weekly"},
		{"a tick", tick, typedText("✓"), "yes"},
		{"a score", score, typedNumber("4", asNumber), "4"},
		{"a score as text", score, typedText("4 "), "4"},
		{"no score", score, typedText("Not enough evidence"), notEnough},

		{"a date", day, typedNumber("46154", asDate), "2026-05-12"},
		{"a date that lost its format", day, typedNumber("46154", asNumber), "2026-05-12"},
		{"a date with a time", day, typedNumber("46154.75", asDate), "2026-05-12"},
		{"a date of 1904", question{kind: holdsDay, epoch: true}, typedNumber("44692", asDate), "2026-05-12"},
		{"a number that is no date", day, typedNumber("20260512", asNumber), "20260512"},
		{"a date as text", day, typedText("12 May 2026"), "2026-05-12"},
		{"a date with an ending", day, typedText("12th May 2026"), "2026-05-12"},
		{"a date with dots", day, typedText("13.5.2026"), "2026-05-13"},
		{"a date with strokes", day, typedText("13/05/2026"), "2026-05-13"},
		{"a date the American way", day, typedText("May 12, 2026"), "2026-05-12"},
		{"a date with the year first", day, typedText("2026/5/12"), "2026-05-12"},
		{"a date of two meanings", day, typedText("05/12/2026"), `05/12/2026 (error: "05/12/2026" can be 5 December 2026 or 12 May 2026; write it as in 2026-12-05)`},
		{"a date as programs write it", day, typedText("2026-05-12T00:00:00"), "2026-05-12"},
		{"no date", day, typedText("next week"), "next week"},
		{"a month", month, typedText("May 2026"), "2026-05"},
		{"a month in figures", month, typedText("5/2026"), "2026-05"},
		{"a month as files write it", month, typedText("2026-05"), "2026-05"},
		{"a month that became a date", month, typedNumber("46143", asDate), "2026-05"},

		{"a line", line, typedText(" A. Okafor "), "A. Okafor"},
		{"a line that is a number", line, typedNumber("12", asNumber), "12"},
		{"n/a is a text", text, typedText("n/a"), "n/a"},
		{"lines", text, typedText("one\r\ntwo "), "one\ntwo"},
		{"a date in a text", text, typedNumber("46154", asDate), "2026-05-12"},
		{"a percent in a text", text, typedNumber("0.64", asPercent), "64%"},
	} {
		if got := asFile(typed(c.q, c.cell)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestFormatsOfNumbers(t *testing.T) {
	for format, want := range map[string]numberFormat{
		"General": asNumber, "0.00": asNumber, "#,##0": asNumber, "0%": asPercent, "0.0 %": asPercent, "d mmm yyyy": asDate, "[$-809]dd mmmm yyyy;@": asDate,
		"mmm-yy": asDate, "mmmm": asDate, "hh:mm": asTime, "[h]:mm:ss": asTime, "mm:ss.0": asTime, `0" days"`: asNumber, `0\d`: asNumber, "yyyy-mm-dd hh:mm": asDate, "@": asNumber,
		`"unfinished`: asNumber, "[Red]0": asNumber, "dd/mm/yyyy": asDate, "0.00E+00": asNumber,
	} {
		if got := formatOf(164, &format); got != want {
			t.Errorf("%s: %d, want %d", format, got, want)
		}
	}
	for number, want := range map[int]numberFormat{0: asNumber, 2: asNumber, 9: asPercent, 10: asPercent, 14: asDate, 17: asDate, 20: asTime, 22: asDate, 46: asTime, 49: asNumber} {
		if got := formatOf(number, nil); got != want {
			t.Errorf("%d: %d, want %d", number, got, want)
		}
	}
}

func TestDaysOfSpreadsheets(t *testing.T) {
	for n, want := range map[float64]string{1: "1900-01-01", 59: "1900-02-28", 60: "", 61: "1900-03-01", 36526: "2000-01-01", 46154: "2026-05-12", 2958465: "9999-12-31", 2958466: "", -1: ""} {
		date, ok := serialDate(n, false)
		if got := date.String(); got != want || ok != (want != "") {
			t.Errorf("%v: %q, want %q", n, got, want)
		}
	}
	for days := range 200_000 {
		if date := civil(days - 25_000); date.Day < 1 || date.Day > 31 || date.Month < 1 || date.Month > 12 {
			t.Fatalf("%d: %v", days, date)
		}
	}
}

func TestCellsOfABookAsPeopleTypeThem(t *testing.T) {
	file := sample(t, "larkmoor/2026-05.yaml")
	b := newPlainBook(t, file.Review)
	specialists := tableKey + "specialists"
	b.set(specialists, "0", "specialists.caseload", " 17 ")
	b.set(specialists, "1", "specialists.community_time#part", "")
	b.set(specialists, "1", "specialists.community_time#base", "")
	b.set(specialists, "1", "specialists.community_time", "50%")
	b.set(specialists, "2", "specialists.contact_log", "Kept")
	b.set(keyItems, "items.disclosure", "score", "not enough evidence")
	b.set(keyService, "visit.to", valueColumn, "14 May 2026")
	book, problems := Read("book.xlsx", b.bytes(t), shelf)
	if book == nil {
		t.Fatal(problems)
	}
	rows := book.File.Review.Rows("specialists")
	caseload, _ := rows[0].Get("caseload").Number()
	share, _ := rows[1].Get("community_time").Number()
	i, _ := book.File.Review.Scale().ItemAt("disclosure")
	rating := book.File.Review.Findings[i].Rating
	if _, scored := rating.Score(); caseload.Cmp(fidelity.Int(17)) != 0 || share.Cmp(fidelity.Int(50)) != 0 || scored || !rating.Decided() || book.File.Review.Visit.To.Day != 14 {
		t.Errorf("caseload %s, share %s, rating %v, visit %v", caseload, share, rating, book.File.Review.Visit)
	}
}
