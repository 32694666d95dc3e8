package pdf

import (
	"fmt"
	"strings"
)

// writeTree writes the structure tree, and the way back from each mark and
// link to its element.
func (f *finisher) writeTree() error {
	f.parents = make([][]int, len(f.pages))
	for i, marks := range f.marks {
		f.parents[i] = make([]int, marks)
	}
	f.tree = f.reserve()
	owners := map[*element]int{}
	root := f.writeElement(f.painter.root, f.tree, owners)
	var nums []string
	for i, marks := range f.parents {
		refs := make([]string, len(marks))
		for id, n := range marks {
			if n == 0 {
				return fmt.Errorf("mark %d of page %d is of no element", id, i+1)
			}
			refs[id] = ref(n)
		}
		nums = append(nums, fmt.Sprintf("%d [%s]", i, strings.Join(refs, " ")))
	}
	key := len(f.pages)
	for _, page := range f.owner {
		for _, e := range page {
			nums = append(nums, fmt.Sprintf("%d %s", key, ref(owners[e])))
			key++
		}
	}
	f.set(f.tree, fmt.Sprintf("<</Type /StructTreeRoot /K %s /ParentTree <</Nums [%s]>> /ParentTreeNextKey %d>>",
		ref(root), strings.Join(nums, "\n"), key))
	return nil
}

// writeElement writes an element and all below it, and returns its number.
func (f *finisher) writeElement(e *element, parent int, owners map[*element]int) int {
	n := f.reserve()
	owners[e] = n
	var kids []string
	page := -1
	for _, k := range e.kids {
		switch {
		case k.elem != nil:
			kids = append(kids, ref(f.writeElement(k.elem, n, owners)))
		case k.link != nil:
			kids = append(kids, fmt.Sprintf("<</Type /OBJR /Obj %s /Pg %s>>",
				ref(f.annots[k.link.page][k.link.nth]), ref(f.pages[k.link.page])))
		case k.mark != nil:
			f.parents[k.mark.page][k.mark.id] = n
			if page < 0 {
				page = k.mark.page
			}
			if k.mark.page == page {
				kids = append(kids, fmt.Sprint(k.mark.id))
			} else { // an element that goes on on the next page
				kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %s /MCID %d>>", ref(f.pages[k.mark.page]), k.mark.id))
			}
		}
	}
	dict := fmt.Sprintf("<</Type /StructElem /S /%s /P %s", e.tag, ref(parent))
	if page >= 0 {
		dict += " /Pg " + ref(f.pages[page])
	}
	if len(kids) > 0 {
		dict += " /K [" + strings.Join(kids, " ") + "]"
	}
	if e.alt != "" {
		dict += " /Alt " + textString(e.alt)
	}
	if e.attr != "" {
		dict += " /A " + e.attr
	}
	f.set(n, dict+">>")
	return n
}
