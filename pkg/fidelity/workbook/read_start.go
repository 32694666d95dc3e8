package workbook

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const anew = "write a new workbook with: fidelity workbook, and copy the answers into it"

// start reads the About sheet and finds the scale; nil where that cannot be
// done, and all is told.
func (r *reading) start(scales Scales) *fidelity.Scale {
	refuse := func(g *grid, format string, args ...any) *fidelity.Scale {
		r.tell(nil, 0, 0, "", remark{source.Error, source.CodeRefused, fmt.Sprintf(format, args...)})
		if g != nil {
			r.problems[len(r.problems)-1].Cell = g.at(0, 0)
		}
		return nil
	}
	about := r.readAbout()
	switch {
	case about == nil && r.strange():
		return refuse(nil, "this is a report or another workbook, and none to fill in; write one with: fidelity workbook -o book.xlsx")
	case about == nil:
		return refuse(nil, "the About sheet is missing, which says what the workbook is for; %s", anew)
	case r.about[aboutFormat] != format:
		return refuse(about, "the workbook is of the format %q, and %s is read; use the version of the tool that made it", shortened(r.about[aboutFormat]), format)
	}
	ref := r.about[aboutScale]
	scale, err := scales.Scale(ref)
	if err != nil {
		return refuse(about, "the workbook is for the scale %q, which cannot be used: %s; use the version of the tool that made it, or %s", shortened(ref), firstLine(err), anew)
	}
	if digest := r.about[aboutDigest]; digest != scale.Digest() {
		return refuse(about, "the workbook is for another edition of %s (version %s) than this tool has (%s); use the version of the tool that made it, or %s",
			scale.Ref(), shortened(r.about[aboutVersion]), scale.Version(), anew)
	}
	words, err := scales.Words(scale)
	if err != nil {
		return refuse(about, "the words of %s have problems of their own: %s", scale.Ref(), firstLine(err))
	}
	r.layout = newLayout(scale, words, r.weeks())
	return scale
}

func firstLine(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\n")
	return text
}

// readAbout reads what the workbook says of itself, nil where there is nothing.
func (r *reading) readAbout() *grid {
	for _, g := range r.grids {
		if g.key != keyAbout {
			continue
		}
		for i := range g.blocks {
			b := &g.blocks[i]
			if columns := b.columns[valueColumn]; b.key == blockAbout && len(columns) > 0 {
				r.about = map[string]string{}
				for _, row := range b.rows {
					if row.key != "" {
						r.about[row.key] = clean(g.text(row.row, columns[0]))
					}
				}
				return g
			}
		}
	}
	return nil
}

// strange reports whether no sheet of the workbook has a key.
func (r *reading) strange() bool {
	for _, g := range r.grids {
		if g.key != "" {
			return false
		}
	}
	return true
}

var weekColumn = regexp.MustCompile(`#([0-9]{1,3})$`)

// weeks is the last week for which there is a column.
func (r *reading) weeks() (last int) {
	for _, g := range r.grids {
		for _, b := range g.blocks {
			for key := range b.columns {
				if m := weekColumn.FindStringSubmatch(key); m != nil && strings.HasPrefix(g.key, tableKey) {
					week, _ := strconv.Atoi(m[1])
					last = max(last, week)
				}
			}
		}
	}
	return last
}

// properties warns of who made or changed the workbook: spreadsheets note that
// without being asked.
func (r *reading) properties() {
	var who []string
	if props, err := r.file.GetDocProps(); err == nil && props != nil {
		for _, p := range []struct{ name, value string }{{"author", props.Creator}, {"last saved by", props.LastModifiedBy}} {
			if by := clean(p.value); by != "" && by != madeBy {
				who = append(who, p.name)
			}
		}
	}
	for _, name := range []string{"Manager", "Company"} {
		if app, ok := r.file.Pkg.Load("docProps/app.xml"); ok && filled(app.([]byte), name) {
			who = append(who, strings.ToLower(name))
		}
	}
	if len(who) > 0 {
		r.tell(nil, 0, 0, "", remark{
			source.Warning, CodePersonal,
			"the file says who worked on it (" + strings.Join(who, ", ") + "); before you pass it on, take that out with File, Info, Inspect Document",
		})
	}
}

// outside warns of a workbook that gets data from elsewhere. It is read as it
// is, and nothing is looked up.
func (r *reading) outside() {
	linked := false
	r.file.Pkg.Range(func(name, _ any) bool {
		part := strings.ToLower(fmt.Sprint(name))
		for _, kind := range []string{"externallinks/", "connections.xml", "querytables/", "webextensions/"} {
			linked = linked || strings.Contains(part, kind)
		}
		return !linked
	})
	if linked {
		r.tell(nil, 0, 0, "", remark{
			source.Warning, CodeOutside,
			"the workbook has links to data outside of it, which were not followed; in Excel, break them with Data, Edit Links, and type the values",
		})
	}
}

// CodeOutside is the code of the problem that the file gets data from outside.
const CodeOutside = "outside"

// madeBy stands in workbooks in the place of a person.
const madeBy = "fidelity"

// filled reports whether a property of the document says anything.
func filled(app []byte, name string) bool {
	_, rest, ok := bytes.Cut(app, []byte(name+">"))
	value, _, _ := bytes.Cut(rest, []byte("<"))
	return ok && len(bytes.TrimSpace(value)) > 0
}

// CodePersonal is the code of the problem that the file itself holds personal
// data.
const CodePersonal = "personal"
