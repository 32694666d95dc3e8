package workbook

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// Scales finds the scale that a workbook names, and its words. A source.Shelf
// is one.
type Scales interface {
	source.Scales
	Words(scale *fidelity.Scale) (*fidelity.Words, error)
}

// Book is a workbook that was read.
type Book struct {
	File  *source.File // the review in it
	Parts source.Parts // that the workbook has cells for
	// For is "service" or "reviewer" where the workbook is a copy that shows
	// less than all, and empty else.
	For string

	made  string       // digest of the review that the workbook was made of
	marks source.Marks // of what the workbook showed then
}

// IsWorkbook reports whether a file is to be read as a workbook: by its
// ending, or by what it begins with.
func IsWorkbook(name string, data []byte) bool {
	lower := strings.ToLower(name)
	for _, ending := range []string{".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".ods", ".numbers"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return strings.HasPrefix(string(data[:min(len(data), 4)]), "PK\x03\x04")
}

// Read reads a workbook. All problems are told at once, each with its sheet and
// cell; the book is nil where one of them is an error. Whatever the file holds,
// Read takes little time and memory.
func Read(name string, data []byte, scales Scales) (out *Book, problems source.Problems) {
	fail := func(err error) source.Problems {
		return source.Problems{{File: name, Code: source.CodeRefused, Level: source.Error, Text: err.Error()}}
	}
	defer func() {
		// The library panics on some crafted files.
		if p := recover(); p != nil {
			out, problems = nil, fail(unreadable())
		}
	}()
	b, err := open(data)
	if err != nil {
		return nil, fail(err)
	}
	defer func() { _ = b.file.Close() }()
	r := &reading{readBook: b, name: name, cells: source.Cells{}, parts: source.Parts{}, tree: &tree{}}
	return r.read(scales)
}

// reading is the reading of one workbook.
type reading struct {
	*readBook
	name     string
	about    map[string]string
	layout   *layout
	kept     *keptReview
	cells    source.Cells
	parts    source.Parts
	tree     *tree
	orders   map[string]int // of cells, by their names
	problems source.Problems
	lame     bool // a sheet is there and cannot be read
}

func (r *reading) read(scales Scales) (*Book, source.Problems) {
	r.orders = map[string]int{}
	scale := r.start(scales)
	if scale == nil {
		return nil, r.problems
	}
	r.properties()
	r.outside()
	r.readKept(scales)
	for i := range r.layout.sheets {
		s := &r.layout.sheets[i]
		if len(s.blocks) > 0 && s.key != keyAbout && s.key != keyKept {
			r.sheet(s)
		}
	}
	r.tree.set("format", source.Plain(source.ReviewFormat))
	r.tree.set("scale", source.Plain(scale.Ref()))
	file, found := source.ReadSheet(r.name, r.tree.value(), r.cells, scales)
	r.add(found)
	r.sort()
	if file == nil || r.problems.Errors() {
		return nil, r.problems
	}
	return &Book{File: file, Parts: r.parts, For: r.about[aboutFor], made: r.about[aboutReview], marks: source.ParseMarks(r.pieces(blockMarks))}, r.problems
}

// add takes over what the reading of the review found, without what is told
// already: a cell that cannot be read leaves its value out.
func (r *reading) add(found source.Problems) {
	told := map[string]bool{}
	for _, p := range r.problems {
		if p.Level == source.Error && p.Cell != "" {
			told[p.Cell] = true
		}
	}
	for _, p := range found {
		if p.Code != source.CodeRequired || !told[p.Cell] && !r.lame {
			r.problems = append(r.problems, p)
		}
	}
}

// sort puts the problems in the order of the sheets and their rows.
func (r *reading) sort() {
	slices.SortStableFunc(r.problems, func(a, b source.Problem) int {
		return cmp.Compare(r.orders[a.Cell], r.orders[b.Cell])
	})
}

// tell adds a problem of a cell.
func (r *reading) tell(g *grid, row, column int, path string, m remark) {
	p := source.Problem{File: r.name, Level: m.level, Code: m.code, Path: path, Text: m.text}
	if g != nil {
		p.Cell = r.stand(g, row, column).Name
	}
	r.problems = append(r.problems, p)
}

// stand returns the place of a cell.
func (r *reading) stand(g *grid, row, column int) source.Cell {
	c := source.Cell{Name: g.at(row, column), Order: 1 + (g.place*(maxRow+1)+row)*(maxColumn+1) + column}
	r.orders[c.Name] = c.Order
	return c
}
