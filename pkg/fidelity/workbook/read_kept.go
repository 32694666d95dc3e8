package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// keptReview is the review that the workbook carries beside its sheets: what stands
// on none of them, and values of which cells show less than the file has.
type keptReview struct {
	review *fidelity.Review // nil where there is none
	tree   *tree
}

// keptHeader are the keys of the kept review that only make it readable.
var keptHeader = []string{"format", "scale", "service", "kind", "visit"}

// readKept reads the kept review and begins the review with it.
func (r *reading) readKept(scales Scales) {
	r.kept = &keptReview{tree: &tree{}}
	text := r.pieces(blockKept)
	if text == "" {
		return
	}
	file, problems := source.ReadReview(r.name, []byte(text), scales)
	if file == nil {
		r.tell(nil, 0, 0, "", remark{
			source.Warning, source.CodeRefused,
			"what the workbook keeps beside its sheets cannot be read, and was left out: " + problems[0].Text,
		})
		return
	}
	r.kept.review = file.Review
	for _, e := range source.ReviewValue(file.Review).Entries() {
		if !slices.Contains(keptHeader, e.Key) {
			r.tree.child(e.Key).take(e.Value)
			r.kept.tree.child(e.Key).take(e.Value)
		}
	}
}

// pieces is the text that the hidden sheet has in a block.
func (r *reading) pieces(key string) string {
	var text strings.Builder
	for _, g := range r.grids {
		for i := range g.blocks {
			b := &g.blocks[i]
			if columns := b.columns["text"]; g.key == keyKept && b.key == key && len(columns) > 0 {
				for _, row := range b.rows {
					text.WriteString(g.text(row.row, columns[0]))
				}
			}
		}
	}
	return text.String()
}

// value returns what is kept at a path.
func (k *keptReview) value(path string) source.Value {
	at := k.tree
	for key := range strings.SplitSeq(path, ".") {
		i := slices.IndexFunc(at.below, func(t *tree) bool { return t.key == key })
		if i < 0 {
			return source.Value{}
		}
		at = at.below[i]
	}
	return at.value()
}

// shows returns what a reader makes of the cell that the writer makes of a kept
// value.
func (k *keptReview) shows(f *field, v source.Value) source.Value {
	text, ok := v.Text()
	if !ok {
		return v
	}
	switch f.kind {
	case holdsText, holdsLine, holdsAnswer:
		return reread(f, nil, showAnswer(f.answers, text)).value
	}
	return v
}

// reread reads what the writer puts into a cell.
func reread(f *field, column *fidelity.Column, c content) cellValue {
	got := cell{text: c.text}
	switch c.is {
	case textCell:
		got.kind = gotText
	case numberCell:
		got.kind, got.text = gotNumber, strconv.FormatFloat(c.number, 'g', -1, 64)
	case dayCell:
		got.kind, got.text = gotText, c.day.Format("2006-01-02")
	}
	v, given, _ := typed(questionOf(f, column, false), got)
	return cellValue{f, v, given}
}

// instead returns the kept value of a column of a row where its cells hold just
// that, and else what they hold.
func (k *keptReview) instead(e *entry, fields []field, column *fidelity.Column, v source.Value) source.Value {
	if k.review == nil {
		return v
	}
	path, _, _ := strings.Cut(e.path, "[")
	list := k.value(path).List()
	at := slices.IndexFunc(list, func(row source.Value) bool {
		id, _ := row.Entry(fieldsID).Text()
		return e.id != "" && strings.EqualFold(id, e.id)
	})
	if at < 0 && column == nil && e.id == "" && e.place < len(list) && list[e.place].Entry(fieldsID).IsZero() {
		at = e.place
	}
	if at < 0 {
		return v
	}
	was := list[at].Entry(fields[0].path)
	switch {
	case was.IsZero():
	case column == nil:
		if k.shows(&fields[0], was).Equal(v) {
			return was
		}
	default:
		value := k.review.Rows(e.table.ID)[at].At(fields[0].column)
		cells := make([]cellValue, len(fields))
		for i := range fields {
			cells[i] = reread(&fields[i], column, show(column, &fields[i], value))
		}
		if shown, _ := together(cells); shown.Equal(v) {
			return was
		}
	}
	return v
}
