package workbook

import "strings"

// formatOf says what a number format makes of a number: the built-in ones by
// their numbers, others by the letters in them.
func formatOf(builtIn int, custom *string) numberFormat {
	if custom != nil && *custom != "" {
		return formatWritten(*custom)
	}
	switch {
	case builtIn == 9 || builtIn == 10:
		return asPercent
	case builtIn >= 14 && builtIn <= 17 || builtIn == 22 || builtIn >= 27 && builtIn <= 31 || builtIn == 36 || builtIn >= 50 && builtIn <= 58:
		return asDate
	case builtIn >= 18 && builtIn <= 21 || builtIn >= 32 && builtIn <= 35 || builtIn >= 45 && builtIn <= 47:
		return asTime
	}
	return asNumber
}

// formatWritten looks at the letters of a format, without what it shows as it
// stands: texts in quotation marks and brackets, and escaped letters.
func formatWritten(format string) numberFormat {
	format, _, _ = strings.Cut(format, ";")
	var letters strings.Builder
	elapsed := false
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(format[i+1:], '"')
			if end < 0 {
				return asNumber
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(format[i:], ']')
			if end < 0 {
				return asNumber
			}
			inner := strings.ToLower(format[i+1 : i+end])
			elapsed = elapsed || inner != "" && strings.Trim(inner, "hms") == ""
			i += end
		default:
			letters.WriteByte(c | 0x20)
		}
	}
	text := letters.String()
	switch {
	case strings.Contains(text, "general"):
		return asNumber
	case strings.ContainsAny(text, "yd"):
		return asDate
	case elapsed || strings.ContainsAny(text, "hs"):
		return asTime
	case strings.Contains(text, "m"):
		return asDate
	case strings.Contains(format, "%"):
		return asPercent
	}
	return asNumber
}
