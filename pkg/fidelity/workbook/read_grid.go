package workbook

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// readBook is a workbook that is open.
type readBook struct {
	file    *excelize.File
	epoch   bool // days are counted from 1904
	formats map[int]numberFormat
	grids   []*grid
}

// grid is a sheet of the book with its hidden keys.
type grid struct {
	name   string
	place  int // among the sheets
	key    string
	texts  [][]string
	blocks []foundBlock
}

// foundBlock is a part of a sheet that has columns of its own.
type foundBlock struct {
	key     string
	row     int
	columns map[string][]int // by their keys; a second one is a mistake
	rows    []foundRow
	notes   []int // rows for people, in which nothing is typed
}

type foundRow struct {
	key string
	row int
}

// open opens what passes the guard.
func open(data []byte) (b *readBook, err error) {
	data, err = guard(data)
	if err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(strings.NewReader(string(data)), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart, RawCellValue: true,
	})
	if err != nil {
		return nil, unreadable()
	}
	b = &readBook{file: file, formats: map[int]numberFormat{}}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		b.epoch = *props.Date1904
	}
	for i, name := range file.GetSheetList() {
		g, err := b.grid(i, name)
		if err != nil {
			_ = file.Close()
			return nil, err
		}
		b.grids = append(b.grids, g)
	}
	return b, nil
}

func unreadable() error {
	return refuse("the workbook is damaged or of a kind that cannot be read; %s", saveAgain)
}

// grid reads the texts of a sheet and finds its keys.
func (b *readBook) grid(place int, name string) (*grid, error) {
	g := &grid{name: name, place: place}
	rows, _ := b.file.Rows(name)
	if rows == nil {
		return g, nil // a sheet of a chart, which has none
	}
	column := -1
	for rows.Next() {
		texts, err := rows.Columns()
		if err != nil {
			return nil, unreadable()
		}
		g.texts = append(g.texts, texts)
		if column < 0 {
			if column = g.findKey(texts); slices.Contains(unread, g.key) {
				return g, nil
			}
		}
	}
	if rows.Error() != nil || rows.Close() != nil {
		return nil, unreadable()
	}
	if _, err := b.file.GetCellType(name, "A1"); err != nil {
		return nil, unreadable() // Rows takes what is no XML for the end
	}
	if column >= 0 {
		g.findBlocks(column)
	}
	return g, nil
}

// unread are the sheets in which nobody types anything.
var unread = []string{keyStart, keyPreview, keyWorking, keyLists}

// findKey looks for the key of the sheet in a row, and returns its column; -1
// where there is none.
func (g *grid) findKey(row []string) int {
	for c, text := range row {
		if key, ok := strings.CutPrefix(clean(text), sheetMark); ok && key != "" && !strings.ContainsAny(key, " \n") {
			g.key = key
			return c
		}
	}
	return -1
}

// findBlocks goes through the column in which the key of the sheet stands.
func (g *grid) findBlocks(column int) {
	for r := range g.texts {
		key := clean(g.text(r, column))
		switch {
		case key == notesMark && len(g.blocks) > 0:
			b := &g.blocks[len(g.blocks)-1]
			b.notes = append(b.notes, r)
		case strings.HasPrefix(key, sheetMark), key == notesMark:
		case strings.HasPrefix(key, blockMark):
			g.blocks = append(g.blocks, foundBlock{key: strings.TrimPrefix(key, blockMark), row: r, columns: g.columnKeys(r, column)})
		case len(g.blocks) > 0:
			b := &g.blocks[len(g.blocks)-1]
			b.rows = append(b.rows, foundRow{key, r})
		}
	}
}

func (g *grid) columnKeys(r, keyColumn int) map[string][]int {
	columns := map[string][]int{}
	for c, text := range g.texts[r] {
		if key := clean(text); key != "" && c != keyColumn {
			columns[key] = append(columns[key], c)
		}
	}
	return columns
}

// text is what stands in a cell; rows and columns are counted from 0.
func (g *grid) text(row, column int) string {
	if row >= len(g.texts) || column >= len(g.texts[row]) {
		return ""
	}
	return g.texts[row][column]
}

// at names a cell as people do.
func (g *grid) at(row, column int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return g.name
	}
	if strings.ContainsAny(g.name, " '!") {
		return "'" + strings.ReplaceAll(g.name, "'", "''") + "'!" + name
	}
	return g.name + "!" + name
}

// cell reads a cell with what its kind and format say of it.
func (b *readBook) cell(g *grid, row, column int) cell {
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return cell{}
	}
	c := cell{text: g.text(row, column)}
	formula, err := b.file.GetCellFormula(g.name, name)
	c.formula = err == nil && formula != ""
	kind, err := b.file.GetCellType(g.name, name)
	switch {
	case err != nil:
		return cell{}
	case c.text == "" && c.formula:
		c.kind = gotUnsolved
	case c.text == "" && kind == excelize.CellTypeSharedString:
		if _, err := b.file.GetCellValue(g.name, name); err != nil {
			return cell{kind: gotError, text: "no text, because the file is damaged"}
		}
		return cell{}
	case c.text == "":
		return cell{}
	case kind == excelize.CellTypeBool:
		c.kind = gotYesNo
	case kind == excelize.CellTypeError:
		c.kind = gotError
	case kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset:
		c.kind, c.format = gotNumber, b.format(g.name, name)
	default:
		c.kind = gotText
	}
	return c
}

// format says what the format of a cell makes of a number.
func (b *readBook) format(sheet, name string) numberFormat {
	style, err := b.file.GetCellStyle(sheet, name)
	if err != nil {
		return asNumber
	}
	format, known := b.formats[style]
	if !known {
		if s, err := b.file.GetStyle(style); err == nil {
			format = formatOf(s.NumFmt, s.CustomNumFmt)
		}
		b.formats[style] = format
	}
	return format
}
