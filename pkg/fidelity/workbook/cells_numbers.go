package workbook

import (
	"math"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// numberText writes a number of a sheet as a review file would have it, given
// what is asked for and how the cell shows it.
func numberText(q question, c cell) (string, *remark) {
	number, err := strconv.ParseFloat(strings.TrimSpace(c.text), 64)
	if err != nil || math.IsInf(number, 0) || math.IsNaN(number) {
		r := wrong("%q is not a number that can be read; type it again", shortened(c.text))
		return "", &r
	}
	isDate := q.kind == holdsDay || q.kind == holdsMonth
	isText := q.kind == holdsText || q.kind == holdsLine
	switch {
	case isDate && (c.format == asDate || plausible(number)):
		date, ok := serialDate(number, q.epoch)
		if !ok {
			r := wrong("%s is not a date; write it as in 2026-05-12", decimal(number))
			return "", &r
		}
		if q.kind == holdsMonth {
			date.Day = 0
		}
		return date.String(), nil
	case c.format == asTime && !isDate && !isText:
		r := wrong("the spreadsheet has made a time of what was typed here; set the format of the cell to Text and type it again%s", example(q))
		return "", &r
	case c.format == asDate:
		date, ok := serialDate(number, q.epoch)
		if isText {
			return date.String(), nil
		}
		made := ""
		if ok {
			made = " (" + say.Date(date) + ")"
		}
		r := wrong("the spreadsheet has made a date%s of what was typed here; set the format of the cell to Text and type it again%s", made, example(q))
		return "", &r
	case (q.kind == holdsPercent || isText) && c.format == asPercent:
		return decimal(number*100) + "%", nil
	}
	return decimal(number), nil
}

// example ends a sentence with what to type.
func example(q question) string {
	switch {
	case q.kind == holdsPercent:
		return ", as in 24/37.5 or 64%"
	case q.weeks:
		return ", as in 6, 7, -, 6"
	}
	return ""
}

// decimal writes a number in the 15 digits that spreadsheets show: what stands
// behind them comes from how computers keep fractions, as in 0.1+0.2.
func decimal(n float64) string {
	digits := strconv.FormatFloat(n, 'e', 14, 64)
	rounded, err := strconv.ParseFloat(digits, 64)
	if err != nil || rounded == 0 {
		return "0"
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// plausible reports whether a bare number is a day of these decades, as
// spreadsheets count days, where the format of its cell has been lost.
func plausible(n float64) bool { return n >= 25_000 && n < 75_000 }

// serialDate returns the day of a number that counts days. Spreadsheets count
// from 1900, with a 29 February that there was not, or from 1904.
func serialDate(n float64, epoch1904 bool) (fidelity.Date, bool) {
	if n < 0 || n >= 2_958_466 {
		return fidelity.Date{}, false
	}
	days := int(n)
	switch {
	case epoch1904:
		days += 1462
	case days == 60 || days == 0:
		return fidelity.Date{}, false
	case days < 60:
		days++
	}
	return civil(days - 25_569), true
}

// civil returns the day so many days after 1 January 1970.
func civil(days int) fidelity.Date {
	days += 719_468 // from 1 March of the year 0
	era := days / 146_097
	day := days - era*146_097
	year := (day - day/1460 + day/36_524 - day/146_096) / 365
	day -= 365*year + year/4 - year/100
	month := (5*day + 2) / 153
	date := fidelity.Date{Year: year + era*400, Month: month + 3, Day: day - (153*month+2)/5 + 1}
	if date.Month > 12 {
		date.Year, date.Month = date.Year+1, date.Month-12
	}
	return date
}
