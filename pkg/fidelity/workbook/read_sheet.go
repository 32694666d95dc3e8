package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// sheet reads one sheet of the layout, wherever the workbook has it.
func (r *reading) sheet(s *sheet) {
	var g *grid
	for _, other := range r.grids {
		switch {
		case other.key != s.key:
		case g != nil:
			r.tell(other, 0, 0, "", remark{source.Error, source.CodeDuplicate, "the sheets " + g.name + " and " + other.name + " are both for the same answers; delete the one that is not to count"})
		default:
			g = other
		}
	}
	if g == nil {
		r.lost(s)
		return
	}
	for i := range s.blocks {
		b := &s.blocks[i]
		if found := r.block(g, b); found != nil {
			if b.list {
				r.list(g, s, b, found)
			} else {
				r.grid(g, b, found)
			}
		}
	}
}

// lost tells a sheet that is not there, or has lost its keys.
func (r *reading) lost(s *sheet) {
	for _, g := range r.grids {
		if g.key == "" && strings.EqualFold(strings.TrimSpace(g.name), s.name) {
			r.lame = true
			r.tell(g, 0, 0, "", remark{source.Error, source.CodeRequired, "the sheet has lost the hidden key in its first column, without which it cannot be read; " + anew})
			return
		}
	}
	if r.about[aboutFor] == "" {
		r.tell(nil, 0, 0, "", remark{source.Warning, source.CodeRequired, "the sheet " + s.name + " is missing, and nothing was read in its place"})
	}
}

// block finds a block of a sheet and tells one that is missing or there twice.
func (r *reading) block(g *grid, b *block) (found *foundBlock) {
	for i := range g.blocks {
		switch other := &g.blocks[i]; {
		case other.key != b.key:
		case found != nil:
			r.tell(g, other.row, 0, "", remark{source.Error, source.CodeDuplicate, "the hidden row with the keys of these columns is there twice, first in " + g.at(found.row, 0) + "; delete the copy"})
		default:
			found = other
		}
	}
	if found == nil {
		r.lame = true
		r.tell(g, 0, 0, "", remark{source.Error, source.CodeRequired, "the sheet has lost a hidden row with the keys of its columns; " + anew})
		return nil
	}
	r.columns(g, b, found)
	return found
}

// columns tells columns that are there twice, or that are not known.
func (r *reading) columns(g *grid, b *block, found *foundBlock) {
	known := map[string]bool{}
	for i := range b.columns {
		known[b.columns[i].key] = true
		if at := found.columns[b.columns[i].key]; len(at) > 1 {
			r.tell(g, found.row, at[1], "", remark{source.Error, source.CodeDuplicate, "this column is a copy of the one at " + g.at(found.row, at[0]) + "; delete the one that is not to count"})
		}
	}
	for key, at := range found.columns {
		if known[key] {
			continue
		}
		filled := slices.ContainsFunc(found.rows, func(row foundRow) bool { return clean(g.text(row.row, at[0])) != "" })
		if filled {
			r.tell(g, found.row, at[0], "", remark{source.Warning, source.CodeUnknown, "this column has the key " + shortened(key) + ", which this version of the tool does not know, and was not read"})
		}
	}
}

// get reads the cell of a field; present is false where the workbook has none.
func (r *reading) get(g *grid, found *foundBlock, row int, f *field, column *fidelity.Column, path string) (v source.Value, given, present bool) {
	at := found.columns[f.key]
	if len(at) == 0 || f.kind == holdsNothing {
		return v, false, false
	}
	if _, ok := r.cells[path]; !ok {
		r.cells[path] = r.stand(g, row, at[0])
	}
	v, given, remarks := typed(questionOf(f, column, r.epoch), r.cell(g, row, at[0]))
	for _, m := range remarks {
		r.tell(g, row, at[0], path, m)
		if m.level == source.Error {
			v = source.Value{}
		}
	}
	return v, given, true
}

// grid reads a block whose rows are known by their keys.
func (r *reading) grid(g *grid, b *block, found *foundBlock) {
	rows := map[string]int{}
	for _, row := range found.rows {
		if first, twice := rows[row.key]; twice && row.key != "" {
			r.tell(g, row.row, 0, "", remark{source.Error, source.CodeDuplicate, "this row is a copy of row " + strconv.Itoa(first+1) + "; delete the one that is not to count"})
			continue
		}
		rows[row.key] = row.row
	}
	for i := range b.lines {
		row, ok := rows[b.lines[i].key]
		if !ok {
			continue
		}
		switch b.key {
		case blockItems:
			r.item(g, found, row, &b.lines[i])
		case blockNone:
			r.looked(g, found, row, &b.lines[i].cells[0])
		default:
			for c := range b.lines[i].cells {
				r.single(g, found, row, &b.lines[i].cells[c])
			}
		}
	}
}

// single reads a cell that holds a value of the review by itself.
func (r *reading) single(g *grid, found *foundBlock, row int, f *field) {
	var fact *fidelity.Column
	if f.key == columnAnswer {
		fact = &fidelity.Column{} // an answer to a fact may be unknown, as in a table
	}
	if f.key == columnSeen {
		if v, given, _ := r.get(g, found, row, f, nil, f.path+"[seen]"); given && !v.IsZero() {
			text, _ := v.Text()
			if slices.ContainsFunc(f.answers, func(a answer) bool { return a.id == text }) {
				r.seen(f.path, source.Text(text))
				return
			}
			r.tell(g, row, found.columns[f.key][0], f.path, wrong("%q is not a source of evidence; choose one from the list", shortened(text)))
		}
		return
	}
	v, given, present := r.get(g, found, row, f, fact, f.path)
	if present {
		r.put(f, v, given)
	}
}

// put takes the value of a cell into the review: what is kept of it, where the
// cell holds just that.
func (r *reading) put(f *field, v source.Value, given bool) {
	r.parts[f.path] = true
	kept := r.kept.value(f.path)
	switch {
	case !kept.IsZero() && r.kept.shows(f, kept).Equal(v):
		r.tree.set(f.path, kept)
	case given:
		r.tree.set(f.path, v)
	default:
		r.tree.set(f.path, source.Value{})
	}
}

// looked reads whether there are any rows at all.
func (r *reading) looked(g *grid, found *foundBlock, row int, f *field) {
	v, given, _ := r.get(g, found, row, f, nil, f.path)
	text, _ := v.Text()
	switch {
	case !given || v.IsZero():
	case text == noneAnswers[0].id:
		r.tree.set(f.path, source.List())
	default:
		r.tell(g, row, found.columns[f.key][0], f.path, wrong("%q is not an answer here; choose “%s”, or empty the cell", shortened(text), noneAnswers[0].label))
	}
}
