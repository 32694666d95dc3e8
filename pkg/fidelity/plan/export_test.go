package plan

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// OneLess returns the part with one unit less, in every way there is.
func OneLess(a *fidelity.Assessment, item int, p *Part) []Part {
	b := builder{review: a.Review(), scale: a.Scale(), item: item, def: &a.Scale().Items()[item]}
	w := b.start()
	var out []Part
	switch p.Kind {
	case PartFigure, PartSum:
		for i := range p.Edits {
			if !p.Edits[i].Known {
				continue
			}
			less := *p
			less.Edits = slices.Clone(p.Edits)
			e := &less.Edits[i]
			e.Cells = slices.Clone(e.Cells)
			col := &w.table(p.Table).Columns[p.Column]
			unit := unitOf(col.Kind)
			if p.By.Sign() > 0 {
				unit = fidelity.Int(0).Sub(unit)
			}
			at := slices.IndexFunc(e.Cells, func(c Cell) bool { return c.Column == p.Column })
			now, _ := e.Cells[at].Value.Number()
			v := fidelity.NumberValue(now.Add(unit))
			if p.Base.Sign() > 0 {
				v, _ = fidelity.PartValue(p.Now.Add(p.By).Sub(tenth.Mul(fidelity.Int(p.By.Sign()))), p.Base, "")
			}
			e.Cells[at].Value = v
			out = append(out, less)
		}
	default:
		if p.Choose > 0 && p.Kind != PartAnswer {
			less := *p
			less.Choose--
			out = append(out, less)
		}
	}
	return out
}
