package result

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

var csvHead = []string{"file", "service", "visit", "kind", "number", "item", "title", "state", "score", "suggested", "low", "high", "flags"}

// WriteCSV writes a head and one row an item, for any number of results. Texts
// that a spreadsheet could take for a formula begin with an apostrophe.
func WriteCSV(w io.Writer, results []*Result) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(csvHead); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	for _, r := range results {
		for i := range r.Items {
			if err := c.Write(csvRow(r, &r.Items[i])); err != nil {
				return fmt.Errorf("write the table: %w", err)
			}
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

func csvRow(r *Result, it *Item) []string {
	codes := make([]string, len(it.Flags))
	for i := range it.Flags {
		codes[i] = it.Flags[i].Code
	}
	return []string{
		safe(r.Review.File), safe(r.Review.Service.ID), r.Review.Visit.From, r.Review.Kind,
		strconv.Itoa(it.Number), it.ID, safe(it.Title), it.State,
		number(it.Score), number(it.Suggested), strconv.Itoa(it.Low), strconv.Itoa(it.High), strings.Join(codes, " "),
	}
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// safe keeps a spreadsheet from reading a text as a formula.
func safe(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r\n") {
		return "'" + text
	}
	return text
}
