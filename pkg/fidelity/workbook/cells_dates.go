package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// dayText reads a day as people write one, and returns it as files do. What is
// no day is left as it stands, for the reading of the review to tell.
func dayText(text string) (string, *remark) {
	if date, _, timed := strings.Cut(text, "T"); timed || strings.HasSuffix(text, " 00:00:00") {
		text = strings.TrimSuffix(date, " 00:00:00")
	}
	if _, err := fidelity.ParseDate(text); err == nil {
		return text, nil
	}
	parts := dateParts(text)
	if len(parts) != 3 {
		return text, nil
	}
	if month := monthNamed(parts[1]); month > 0 {
		return dated(parts[2], month, parts[0], text), nil
	}
	if month := monthNamed(parts[0]); month > 0 {
		return dated(parts[2], month, parts[1], text), nil
	}
	first, err1 := strconv.Atoi(parts[0])
	second, err2 := strconv.Atoi(parts[1])
	switch {
	case err1 != nil || err2 != nil || len(parts[2]) != 4:
		if len(parts[0]) == 4 && err1 == nil && err2 == nil {
			return dated(parts[0], second, parts[2], text), nil // 2026/5/12
		}
		return text, nil
	case first > 12 || first == second:
		return dated(parts[2], second, parts[0], text), nil
	case second > 12:
		return dated(parts[2], first, parts[1], text), nil
	}
	one, two := dated(parts[2], second, parts[0], text), dated(parts[2], first, parts[1], text)
	day, _ := fidelity.ParseDate(one)
	other, _ := fidelity.ParseDate(two)
	r := wrong("%q can be %s or %s; write it as in %s", shortened(text), say.Date(day), say.Date(other), one)
	return text, &r
}

// monthText reads a month.
func monthText(text string) (string, *remark) {
	if _, err := fidelity.ParseMonth(text); err == nil {
		return text, nil
	}
	parts := dateParts(text)
	switch len(parts) {
	case 3:
		day, r := dayText(text)
		if date, err := fidelity.ParseDate(day); err == nil {
			date.Day = 0
			return date.String(), nil
		}
		return text, r
	case 2:
		month, err := strconv.Atoi(parts[0])
		if err != nil || len(parts[0]) > 2 {
			month = monthNamed(parts[0])
		}
		if month > 0 && len(parts[1]) == 4 {
			if made := parts[1] + fmt.Sprintf("-%02d", month); isMonth(made) {
				return made, nil
			}
		}
	}
	return text, nil
}

func isMonth(text string) bool { _, err := fidelity.ParseMonth(text); return err == nil }

func dateParts(text string) []string {
	parts := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" /.-,", c) })
	for i, part := range parts {
		for _, ending := range []string{"st", "nd", "rd", "th"} {
			if bare, ok := strings.CutSuffix(strings.ToLower(part), ending); ok && bare != "" && bare[0] <= '9' {
				parts[i] = bare
			}
		}
	}
	return parts
}

// dated puts a day together, or leaves the text where it is none.
func dated(year string, month int, day, text string) string {
	d, err := strconv.Atoi(day)
	if err != nil || len(year) != 4 {
		return text
	}
	made := fmt.Sprintf("%s-%02d-%02d", year, month, d)
	if _, err := fidelity.ParseDate(made); err != nil {
		return text
	}
	return made
}

// monthNamed returns the month of a name such as Sept or May; 0 for none.
func monthNamed(name string) int {
	name = strings.ToLower(name)
	for i, full := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if len(name) >= 3 && strings.HasPrefix(full, name) {
			return i + 1
		}
	}
	return 0
}
