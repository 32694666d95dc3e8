package workbook

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// plainBook is a workbook with nothing but keys and what cells hold: what a
// reader needs, to be bent by tests in any way.
type plainBook struct {
	f      *excelize.File
	layout *layout
	cells  map[string]string // names of cells, by "sheet key|row key|column key"; rows of lists by place
	retype [][2]string       // cells that become of another type, and what they get for it
}

var shelf = source.NewShelf(items.FS)

func newPlainBook(t reviewtest.TB, review *fidelity.Review) *plainBook {
	t.Helper()
	speaker := reviewtest.SpeakerOf(t, review.Scale().Ref())
	b := &plainBook{f: excelize.NewFile(), layout: newLayout(review.Scale(), speaker.Words(), 12), cells: map[string]string{}}
	kept := source.FormatReview(review)
	for i := range b.layout.sheets {
		s := &b.layout.sheets[i]
		if _, err := b.f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		b.put(s, 1, 1, content{is: textCell, text: sheetMark + s.key})
		row := 2
		for j := range s.blocks {
			if s.blocks[j].key == blockKept {
				continue // comes last
			}
			row = b.block(s, &s.blocks[j], row, review)
			if s.blocks[j].key == blockMarks {
				b.put(s, row, 2, content{is: textCell, text: source.MarksOf(review).String()})
				row = b.block(s, s.block(blockKept), row+1, review)
			}
		}
		switch s.key {
		case keyAbout:
			for _, line := range [][2]string{
				{aboutFormat, format},
				{aboutScale, review.Scale().Ref()},
				{aboutVersion, review.Scale().Version()},
				{aboutDigest, review.Scale().Digest()},
				{aboutReview, digest(review)},
			} {
				b.put(s, row, 1, content{is: textCell, text: line[0]})
				b.put(s, row, 2, content{is: textCell, text: line[1]})
				b.cells[s.key+"|"+line[0]] = at(2, row)
				row++
			}
		case keyKept:
			for len(kept) > 0 {
				n := min(len(kept), 4000)
				for n < len(kept) && (kept[n]&0xC0 == 0x80 || kept[n-1] <= ' ' || kept[n] <= ' ') {
					n++
				}
				b.put(s, row, 2, content{is: textCell, text: string(kept[:n])})
				kept = kept[n:]
				row++
			}
		}
	}
	if err := errors.Join(b.f.DeleteSheet("Sheet1"), b.f.SetDocProps(&excelize.DocProperties{Creator: madeBy})); err != nil {
		t.Fatal(err)
	}
	return b
}

func at(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

func (b *plainBook) put(s *sheet, row, column int, c content) {
	switch c.is {
	case textCell:
		_ = b.f.SetCellStr(s.name, at(column, row), c.text)
	case numberCell:
		_ = b.f.SetCellFloat(s.name, at(column, row), c.number, -1, 64)
	case dayCell:
		_ = b.f.SetCellValue(s.name, at(column, row), c.day)
	}
}

func (b *plainBook) block(s *sheet, bl *block, row int, review *fidelity.Review) int {
	b.put(s, row, 1, content{is: textCell, text: blockMark + bl.key})
	if bl.key == blockAbout {
		b.put(s, row, 2, content{is: textCell, text: valueColumn})
	}
	for c := range bl.columns {
		b.put(s, row, 2+c, content{is: textCell, text: bl.columns[c].key})
		b.cells[s.key+"|"+bl.columns[c].key] = at(2+c, row)
	}
	row++
	k := valuesOf(review)
	if !bl.list {
		for _, l := range bl.lines {
			b.put(s, row, 1, content{is: textCell, text: l.key})
			for c := range l.cells {
				if f := &l.cells[c]; bl.key == blockNone {
					if len(review.Rows(f.path[len("evidence."):])) == 0 && review.Looked(f.path[len("evidence."):]) {
						b.put(s, row, 2+c, showAnswer(f.answers, "none"))
					}
				} else if f.kind != holdsNothing {
					b.put(s, row, 2+c, k.content(b.layout, f))
				}
				b.cells[s.key+"|"+l.key+"|"+l.cells[c].key] = at(2+c, row)
			}
			row++
		}
		return row + 1
	}
	for i, cells := range k.rows(b.layout, s, bl) {
		for c := range cells {
			b.put(s, row, 2+c, cells[c])
			b.cells[s.key+"|"+strconv.Itoa(i)+"|"+bl.columns[c].key] = at(2+c, row)
		}
		row++
	}
	return row + 3
}

// set writes a value into a cell, by its keys.
func (b *plainBook) set(sheetKey, row, column string, value any) {
	cell, ok := b.cells[sheetKey+"|"+row+"|"+column]
	if !ok {
		panic("no cell " + sheetKey + "|" + row + "|" + column)
	}
	if err := b.f.SetCellValue(b.layout.sheet(sheetKey).name, cell, value); err != nil {
		panic(err)
	}
}

func (b *plainBook) bytes(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := b.f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	if len(b.retype) == 0 {
		return buf.Bytes()
	}
	parts := unpack(t, buf.Bytes())
	for i := range parts {
		for _, r := range b.retype {
			parts[i].data = regexp.MustCompile(`r="`+r[0]+`"[^>]*><is><t>x</t></is>`).ReplaceAll(parts[i].data, []byte(`r="`+r[0]+`" `+r[1]))
		}
	}
	return pack(t, parts)
}

// values are those of a review, by their paths.
type values struct{ *keptReview }

func valuesOf(review *fidelity.Review) values {
	k := &keptReview{review: review, tree: &tree{}}
	k.tree.take(source.ReviewValue(review))
	return values{k}
}

// content is what stands in the cell of a value.
func (k values) content(l *layout, f *field) content {
	v := k.value(f.path)
	if f.key == columnSeen {
		return content{}
	}
	if f.part == partSource {
		var has []string
		for _, s := range v.List() {
			text, _ := s.Text()
			has = append(has, text)
		}
		return showSource(f, l.sources(), has)
	}
	if whole := v.Entry("text"); f.key == "recommend" && !whole.IsZero() {
		v = whole
	}
	return contentOf(f, v)
}

func contentOf(f *field, v source.Value) content {
	text, ok := v.Text()
	if !ok {
		return content{}
	}
	switch f.kind {
	case holdsDay:
		day, _ := fidelity.ParseDate(text)
		return showDate(day)
	case holdsWhole, holdsNumber, holdsScore:
		if n, err := fidelity.ParseNumber(text); err == nil {
			return showNumber(n)
		}
	}
	if text == unknownID {
		return content{is: textCell, text: unknownLabel}
	}
	if f.kind == holdsAnswer || f.kind == holdsScore {
		return showAnswer(f.answers, text)
	}
	c, _ := showText(text)
	return c
}

// rows are the cells of a list.
func (k values) rows(l *layout, s *sheet, b *block) (rows [][]content) {
	switch {
	case s.table >= 0:
		def := &l.scale.Definition().Tables[s.table]
		for _, row := range k.review.Rows(def.ID) {
			cells := make([]content, len(b.columns))
			for c := range cells {
				f := &b.columns[c]
				cells[c] = show(&def.Columns[f.column], f, row.At(f.column))
			}
			rows = append(rows, cells)
		}
	case b.key == blockGroups:
		for _, e := range k.value(blockGroups).Entries() {
			rows = append(rows, []content{contentOf(&b.columns[0], source.Text(e.Key)), contentOf(&b.columns[1], e.Value)})
		}
	default:
		for _, entry := range k.value(b.key).List() {
			cells := make([]content, len(b.columns))
			for c := range cells {
				cells[c] = contentOf(&b.columns[c], entry.Entry(b.columns[c].path))
			}
			rows = append(rows, cells)
		}
	}
	return rows
}
