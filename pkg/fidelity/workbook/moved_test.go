package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// rearranged is a workbook whose sheets, columns and rows were moved about, and
// that got new ones between them: all but the rows of lists, whose order is
// that of the review.
func rearranged(t interface{ Fatal(...any) }, data []byte, shuffle func(n int) []int) []byte {
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	from, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	must(err)
	to := excelize.NewFile()
	day, err := to.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	names := from.GetSheetList()
	for n, place := range shuffle(len(names)) {
		name := fmt.Sprintf("Blatt %d", n)
		_, err := to.NewSheet(name)
		must(err)
		rows, err := from.GetRows(names[place])
		must(err)
		width := 0
		for _, row := range rows {
			width = max(width, len(row))
		}
		columns := shuffle(width)
		for r, was := range order(rows, shuffle) {
			for c, text := range rows[was] {
				if text == "" {
					continue
				}
				old, _ := excelize.CoordinatesToCellName(c+1, was+1)
				cell, _ := excelize.CoordinatesToCellName(2*columns[c]+3, r+4)
				kind, err := from.GetCellType(names[place], old)
				must(err)
				if kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
					must(to.SetCellStr(name, cell, text))
					continue
				}
				must(to.SetCellDefault(name, cell, text))
				must(to.SetCellValue(name, cell, number64(text)))
				if style, _ := from.GetCellStyle(names[place], old); style > 0 {
					if s, err := from.GetStyle(style); err == nil && formatOf(s.NumFmt, s.CustomNumFmt) == asDate {
						must(to.SetCellStyle(name, cell, cell, day))
					}
				}
			}
		}
		must(to.SetCellStr(name, "A2", "a note of our own"))
	}
	must(to.SetDocProps(&excelize.DocProperties{Creator: madeBy}))
	var out bytes.Buffer
	must(to.Write(&out))
	return out.Bytes()
}

func number64(text string) (n float64) {
	_, _ = fmt.Sscan(text, &n)
	return n
}

// order moves the rows of grids about, within their blocks.
func order(rows [][]string, shuffle func(int) []int) []int {
	var out []int
	for r := 0; r < len(rows); {
		end := r
		for end < len(rows) && len(rows[end]) > 0 && strings.Trim(rows[end][0], " ") != "" && !strings.ContainsAny(rows[end][0][:1], blockMark+notesMark) && !strings.HasPrefix(rows[end][0], sheetMark) {
			end++
		}
		for _, place := range shuffle(end - r) {
			out = append(out, r+place)
		}
		if end == r {
			out = append(out, r)
			end++
		}
		r = end
	}
	return out
}

func backwards(n int) []int {
	places := make([]int, n)
	for i := range places {
		places[i] = n - 1 - i
	}
	return places
}

func TestSamplesComeBackFromOtherPlaces(t *testing.T) {
	t.Parallel()
	for name := range samples(t) {
		t.Run(name, func(t *testing.T) {
			file := sample(t, name)
			comesBack(t, file.Review, rearranged(t, newPlainBook(t, file.Review).bytes(t), backwards))
		})
	}
}

func TestRandomReviewsComeBackFromOtherPlaces(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		review := randomReview(t)
		var buf bytes.Buffer
		if err := newPlainBook(t, review).f.Write(&buf); err != nil {
			t.Fatal(err)
		}
		comesBack(t, review, rearranged(t, buf.Bytes(), func(n int) []int {
			places := make([]int, n)
			for i := range places {
				places[i] = i
			}
			if n < 2 {
				return places
			}
			return rapid.Permutation(slices.Clone(places)).Draw(t, "order")
		}))
	})
}
