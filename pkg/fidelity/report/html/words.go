package html

import "strings"

// The words that a page needs and a document does not hold: they steer a
// browser, and say nothing about the service.
const (
	wordSkip     = "Skip to the report"
	wordContents = "Contents"
	wordTop      = "Back to the contents"
	wordTotal    = "Total"
	wordBands    = "Where the bands begin"
	wordHighest  = "Highest possible"
	wordNumbers  = "The same numbers as a table"
	wordPage     = "Page"
	wordOf       = "of"
)

// join puts sep between those texts that are not blank.
func join(sep string, texts ...string) string {
	var said []string
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			said = append(said, t)
		}
	}
	return strings.Join(said, sep)
}
