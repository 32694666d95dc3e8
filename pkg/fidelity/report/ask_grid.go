package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

const (
	gridRows    = 10 // lines to write on; more stand on a second copy of the sheet
	gridColumns = 5  // beside the code, on a page held upright
)

// grids are tables to fill in for a question about a whole table: a line for
// each row, and a column for each of the questions that follow it.
func (b *asker) grids(n int) Blocks {
	q := &b.open.Questions[n]
	if q.Kind != ask.Table {
		return nil
	}
	one, many := b.say.RowNames(q.Table)
	var out Blocks
	for from := 0; from < len(q.Columns); from += gridColumns {
		part := q.Columns[from:min(from+gridColumns, len(q.Columns))]
		t := Table{
			ID: "grid-" + strconv.Itoa(n+1) + "-" + strconv.Itoa(from/gridColumns+1), Caption: "To fill in for question " + strconv.Itoa(n+1) + ": one line for each " + one,
			Columns: []Column{{Head: "Code", Weight: 2, Header: true}},
		}
		if from > 0 {
			t.Caption = "The same " + many + ", further columns"
		}
		for k, c := range part {
			t.Columns = append(t.Columns, Column{Head: followNumber(n, from+k) + " " + say.Upper(b.say.ColumnLabel(q.Table, c)), Weight: 4})
		}
		for range gridRows {
			t.Rows = append(t.Rows, make([]Cell, len(t.Columns)))
		}
		out = append(out, t)
	}
	return out
}

// followNumber numbers a question that follows another: "7a".
func followNumber(n, k int) string { return strconv.Itoa(n+1) + string(rune('a'+k%26)) }
