package workbook

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// item reads the row of an item, of which some columns make a value together.
func (r *reading) item(g *grid, found *foundBlock, row int, l *line) {
	var recommend []source.Entry
	var fields []*field // of the recommendation
	var sources []source.Value
	path, all, asked := l.key, true, false
	for c := range l.cells {
		f := &l.cells[c]
		part, isRecommend := strings.CutPrefix(f.key, "recommend")
		switch {
		case f.part == partSource:
			v, given, present := r.get(g, found, row, f, nil, f.path)
			all = all && present
			asked = asked || present
			switch text, _ := v.Text(); {
			case text == "yes":
				sources = append(sources, source.Text(r.layout.sources()[f.place].id))
			case given && text != "no" && !v.IsZero():
				r.tell(g, row, found.columns[f.key][0], f.path, wrong("%q is not an answer here; write yes, or empty the cell", shortened(text)))
			}
		case isRecommend:
			v, given, present := r.get(g, found, row, f, nil, f.path)
			asked = asked || present
			if present && part == "" {
				r.parts[path+".recommend"] = true
			}
			if key := strings.TrimPrefix(part, "."); given && !v.IsZero() {
				if key == "" {
					key = "text"
				}
				recommend, fields = append(recommend, source.Entry{Key: key, Value: v}), append(fields, f)
			}
		default:
			r.single(g, found, row, f)
		}
	}
	if len(found.columns["recommend"]) > 0 {
		r.recommend(path+".recommend", fields, recommend)
	}
	if asked {
		r.sources(path+".sources", sources, all)
	}
}

// sources are those of an item; the checklists may have named some already.
// Their order is that of what is kept, where it has the same.
func (r *reading) sources(path string, list []source.Value, all bool) {
	r.parts[path] = all
	var seen []source.Value
	at := r.tree.at(path)
	if at.marked {
		seen = at.here.List()
	}
	r.tree.set(path, source.Value{})
	if kept := r.kept.value(path); sameSet(kept.List(), list) {
		list = kept.List()
	}
	for _, s := range slices.Concat(list, seen) {
		r.seen(path, s)
	}
}

// sameSet reports whether two lists have the same entries.
func sameSet(a, b []source.Value) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(v source.Value) bool { return !slices.ContainsFunc(b, v.Equal) })
}

// recommend puts a recommendation together, a text where there is no more.
func (r *reading) recommend(path string, fields []*field, entries []source.Entry) {
	for i := range entries {
		kept := r.kept.value(path)
		if text, single := kept.Text(); single {
			kept = source.Map(source.Entry{Key: "text", Value: source.Text(text)})
		}
		if was := kept.Entry(entries[i].Key); !was.IsZero() && r.kept.shows(fields[i], was).Equal(entries[i].Value) {
			entries[i].Value = was
		}
	}
	switch {
	case len(entries) == 0:
		r.tree.set(path, source.Value{})
	case len(entries) == 1 && entries[0].Key == "text":
		r.tree.set(path, entries[0].Value)
	default:
		r.tree.set(path, source.Map(entries...))
	}
}

// seen adds a source to those of an item.
func (r *reading) seen(path string, s source.Value) {
	at := r.tree.at(path)
	if !at.marked {
		at.here, at.marked = source.Value{}, true
	}
	if list := at.here.List(); !slices.ContainsFunc(list, s.Equal) {
		at.here = source.List(append(list, s)...)
	}
}
