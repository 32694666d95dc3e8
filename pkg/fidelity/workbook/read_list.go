package workbook

import (
	"fmt"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// entry is one row of a list as it is read.
type entry struct {
	*reading
	g     *grid
	found *foundBlock
	row   int
	path  string
	table *fidelity.Table // nil for a list that is no table
	place int             // among the entries
	id    string
}

// list reads a block in which every row that holds anything is an entry.
func (r *reading) list(g *grid, s *sheet, b *block, found *foundBlock) {
	path := b.key
	r.parts[path] = true
	for i := range b.columns {
		if len(found.columns[b.columns[i].key]) > 0 && b.key != blockGroups {
			r.parts[path+"."+b.columns[i].path] = true
		}
	}
	if s.table >= 0 {
		r.typedOverHints(g, b, found)
	}
	var list []source.Value
	for _, row := range found.rows {
		e := entry{reading: r, g: g, found: found, row: row.row, path: fmt.Sprintf("%s[%d]", path, len(list)), place: len(list)}
		e.id = e.findID(b)
		if s.table >= 0 {
			e.table = &r.layout.scale.Definition().Tables[s.table]
		}
		if entries := e.read(b); len(entries) > 0 {
			list = append(list, source.Map(entries...))
		}
	}
	switch {
	case b.key == blockGroups:
		r.groups(list)
	case len(list) > 0:
		if at := r.tree.at(path); s.table >= 0 && at.marked && at.here.List() == nil && !at.here.IsZero() {
			r.tell(nil, 0, 0, path, remark{source.Error, source.CodeConflict, "the sheet says that there are none, and has rows all the same; take out the one or the other"})
			r.problems[len(r.problems)-1].Cell = r.cells[path].Name
		}
		r.tree.set(path, source.List(list...))
	case s.table < 0 || !r.tree.at(path).marked:
		r.tree.set(path, source.Value{})
	}
}

// typedOverHints tells rows that were typed where the headings and hints of a
// table stand: they would be lost without a word.
func (r *reading) typedOverHints(g *grid, b *block, found *foundBlock) {
	for _, row := range found.notes {
		for i := range b.columns {
			for _, at := range found.columns[b.columns[i].key] {
				if b.columns[i].path == fieldsID && fidelity.IsCode(clean(g.text(row, at))) {
					r.tell(g, row, at, b.key, remark{source.Error, source.CodeType, "this row is for the hints, and what is typed over them is not read; move it to the rows below"})
				}
			}
		}
	}
}

// read reads the cells of a row. A row without anything is none.
func (e *entry) read(b *block) (entries []source.Entry) {
	before, cells := len(e.problems), e.anything(b)
	if !cells {
		return nil
	}
	for i := 0; i < len(b.columns); {
		n := 1
		for i+n < len(b.columns) && e.table != nil && b.columns[i+n].column == b.columns[i].column {
			n++
		}
		fields := b.columns[i : i+n]
		i += n
		if v := e.value(fields); !v.IsZero() {
			entries = append(entries, source.Entry{Key: fields[0].path, Value: v})
		}
	}
	if at := e.found.columns[b.columns[0].key]; len(at) > 0 {
		e.cells[e.path] = e.stand(e.g, e.row, at[0])
	}
	if entries == nil && len(e.problems) > before {
		// The row counts, so that the ones below keep their places.
		entries = []source.Entry{{Key: fieldsID, Value: source.Null()}}
	}
	return entries
}

const fieldsID = "id"

// findID reads the id of the row, wherever its column stands.
func (e *entry) findID(b *block) string {
	for i := range b.columns {
		if at := e.found.columns[b.columns[i].key]; b.columns[i].path == fieldsID && len(at) > 0 {
			return clean(e.g.text(e.row, at[0]))
		}
	}
	return ""
}

// anything reports whether a row holds anything under a key.
func (e *entry) anything(b *block) bool {
	for i := range b.columns {
		for _, at := range e.found.columns[b.columns[i].key] {
			if clean(e.g.text(e.row, at)) != "" && !isNothing(clean(e.g.text(e.row, at))) {
				return true
			}
		}
	}
	return false
}

// value puts together what the fields of a column hold.
func (e *entry) value(fields []field) source.Value {
	var column *fidelity.Column
	if e.table != nil {
		column = &e.table.Columns[fields[0].column]
	}
	parts := make([]cellValue, len(fields))
	for i := range fields {
		f := &fields[i]
		path := e.path + "." + f.path
		if f.part == partWeek {
			path += "[" + strconv.Itoa(f.place-1) + "]"
		}
		v, given, _ := e.get(e.g, e.found, e.row, f, column, path)
		parts[i] = cellValue{f, v, given}
	}
	v, fault := together(parts)
	if fault != nil {
		at := e.found.columns[fault.field.key]
		e.tell(e.g, e.row, at[0], e.path+"."+fields[0].path, fault.remark)
	}
	return e.kept.instead(e, fields, column, v)
}

// groups reads the groups that the service belongs to.
func (r *reading) groups(list []source.Value) {
	var entries []source.Entry
	seen := map[string]bool{}
	for i, row := range list {
		name, _ := row.Entry("name").Text()
		cell := r.cells[fmt.Sprintf("%s[%d]", blockGroups, i)]
		switch {
		case name == "" || seen[name]:
			p := source.Problem{File: r.name, Code: source.CodeRequired, Level: source.Error, Path: blockGroups, Cell: cell.Name, Text: "the group has no name; write what it is, such as region"}
			if name != "" {
				p.Code, p.Text = source.CodeDuplicate, "the group "+shortened(name)+" is there twice; keep one of the two"
			}
			r.problems = append(r.problems, p)
		default:
			seen[name] = true
			entries = append(entries, source.Entry{Key: name, Value: row.Entry("value")})
			if entries[len(entries)-1].Value.IsZero() {
				entries[len(entries)-1].Value = source.Null()
			}
		}
	}
	if entries == nil {
		r.tree.set(blockGroups, source.Value{})
		return
	}
	r.tree.set(blockGroups, source.Map(entries...))
}
