package source

import (
	"io/fs"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// overlays tells gaps and slips in the wordings, and texts of them that break
// the rules for words.
func (l *lint) overlays() {
	l.overlayNames()
	for _, locale := range overlays(l.fsys) {
		over, problems := ReadOverlay(l.fsys, l.prefix, locale, l.scale, l.words)
		l.problems = append(l.problems, problems...)
		if over == nil {
			continue
		}
		for i := range l.def.Items {
			l.overlaidItem(&l.def.Items[i], over, spot{file: overlayName(locale)})
		}
	}
}

// overlaidItem looks at texts that are the overlay's own.
func (l *lint) overlaidItem(item *fidelity.Item, over *fidelity.Words, file spot) {
	own, base, at := over.Items[item.ID], l.words.Items[item.ID], file.to("items", item.ID)
	if own.Short != base.Short {
		l.longShort(own.Short, at)
	}
	if !slices.Equal(own.Remedies, base.Remedies) {
		l.remedyKinds(item, &own, at)
	}
}

// overlayNames tells files that would be wordings by another name.
func (l *lint) overlayNames() {
	files, _ := fs.Glob(l.fsys, overlayName("*")) // the pattern is sound
	known := overlays(l.fsys)
	for _, file := range files {
		if !slices.ContainsFunc(known, func(name string) bool { return overlayName(name) == file }) {
			l.warn(spot{file: file}, CodeUnknown, "this is the wording of no locale; name it by a language and country, as in wording.en-US.yaml")
		}
	}
}
