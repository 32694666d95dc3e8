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
	if !slices.EqualFunc(own.Remedies, base.Remedies, sameRemedy) {
		l.remedyKinds(item, &own, at)
	}
	if !slices.EqualFunc(own.Remedies, base.Remedies, sameParts) {
		l.remedyParts(item, &own, at)
	}
}

func sameRemedy(x, y fidelity.RemedyWords) bool {
	return x.Kind == y.Kind && x.Do == y.Do && x.Who == y.Who && x.Takes == y.Takes && x.FirstWeek == y.FirstWeek
}

func sameParts(x, y fidelity.RemedyWords) bool { return slices.Equal(x.For, y.For) }

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
