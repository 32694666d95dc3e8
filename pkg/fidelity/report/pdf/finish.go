package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
)

// finish adds to gofpdf's bytes what gofpdf cannot write: the structure tree,
// the language, the title in the window's bar, links that belong to the text
// they stand on, and an identity.
func finish(raw []byte, p *painter) ([]byte, error) {
	o, err := parse(raw)
	if err != nil {
		return nil, err
	}
	f := &finisher{objects: o, painter: p, pages: o.typed("<</Type /Page\n")}
	if len(f.pages) != len(p.marks) {
		return nil, fmt.Errorf("%w: %d pages where %d were drawn", errForm, len(f.pages), len(p.marks))
	}
	for _, step := range []func() error{f.tagPages, f.takeOutLinks, f.writeTree, f.fillCatalogue, f.pack} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return o.write(), nil
}

// finisher holds what the steps of finish share.
type finisher struct {
	*objects
	*painter
	pages   []int   // object number of each page
	annots  [][]int // object numbers of the links of each page
	tree    int
	parents [][]int // for each page, the element of each of its marks
}

// tagPages gives each page its key in the tree and the order of its tab stops.
func (f *finisher) tagPages() error {
	for i, page := range f.pages {
		err := f.replace(page, "<</Type /Page\n", fmt.Sprintf("<</Type /Page\n/StructParents %d\n/Tabs /S\n", i))
		if err != nil {
			return err
		}
	}
	return nil
}

var annotations = regexp.MustCompile(`(?m)^/Annots \[(<<.*>>)\]$`)

// takeOutLinks makes objects of the links, which gofpdf writes into the page:
// only an object can be part of the tree. Its key comes after those of the
// pages.
func (f *finisher) takeOutLinks() error {
	key := len(f.pages)
	f.annots = make([][]int, len(f.pages))
	for i, page := range f.pages {
		if len(f.links[i]) == 0 {
			continue
		}
		found := annotations.FindSubmatch(f.body[page])
		if found == nil {
			return fmt.Errorf("%w: no links on page %d", errForm, i+1)
		}
		dicts := strings.SplitAfter(string(found[1]), ">>")
		if len(dicts) != len(f.links[i])+1 {
			return fmt.Errorf("%w: links on page %d", errForm, i+1)
		}
		var refs []string
		for k, link := range f.links[i] {
			n := f.reserve()
			dict := strings.TrimSuffix(dicts[k], ">>")
			f.set(n, fmt.Sprintf("%s /F 4 /StructParent %d /Contents %s>>", dict, key, textString(link.text)))
			f.annots[i] = append(f.annots[i], n)
			refs = append(refs, ref(n))
			key++
		}
		if err := f.replace(page, string(found[0]), "/Annots ["+strings.Join(refs, " ")+"]"); err != nil {
			return err
		}
	}
	return nil
}

// fillCatalogue ties everything to the root of the file.
func (f *finisher) fillCatalogue() error {
	entries := []string{
		"/Type /Catalog",
		"/Lang (" + f.lang + ")",
		"/ViewerPreferences <</DisplayDocTitle true>>",
		"/MarkInfo <</Marked true>>",
		"/StructTreeRoot " + ref(f.tree),
	}
	for _, n := range f.typed("<< /Type /Metadata") {
		entries = append(entries, "/Metadata "+ref(n))
	}
	return f.replace(f.root, "/Type /Catalog", strings.Join(entries, "\n"))
}

func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

// textString writes a text as PDF syntax, in hexadecimal UTF-16.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// language is the document's language, or the project's own where the document
// names none.
func language(tag string) string {
	if !languageTag.MatchString(tag) {
		return "en-GB"
	}
	return tag
}
