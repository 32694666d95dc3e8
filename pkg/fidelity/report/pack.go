package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// PackInput is what a comparison pack is made of.
type PackInput struct {
	Pack    *compare.Pack
	Speaker *say.Speaker // of the pack's scale; nil where no review can be used
	// Contexts are the figures of services that are never scored, by the id of
	// the service.
	Contexts   map[string]*compare.ShownContext
	Benchmarks []compare.Benchmark
	Group      string // the group of services that makes chapters, as in region; empty for none
	Ranks      bool   // show the intervals of ranks
	Brief      bool   // for a terminal: only what all services share
	Tool       string // name and version of the tool
	Lang       string // language of the words; empty stands for en-GB
	Look       Look
}

// The sizes from which a pack is set in another way.
const (
	mostColumns   = 8  // sites that stand as columns beside the items
	mostInOne     = 40 // sites in one chapter, without groups
	mostListed    = 60 // rows of the tables that a reader has to go through
	mostStrengths = 8
)

// BuildPack says how services stand side by side: first what can be compared
// at all, then bands, items, what is shared, change and actions, and questions
// for each provider. It names no specialist and gives no ranks.
func BuildPack(in PackInput) *Document {
	b := &packBuilder{PackInput: in, p: in.Pack}
	doc := b.frame()
	if b.p.Scale == nil {
		doc.Sections = []Section{b.comparability()}
		doc.Data.Tidy = b.tidy()
		return doc
	}
	b.say = in.Speaker.WithoutCodes()
	all := []Section{b.short(), b.comparability()}
	if chapters := b.chapters(); len(chapters) > 1 {
		all = append(all, b.itemsInShort(), b.gaps(), b.strengths())
		for _, c := range chapters {
			all = append(all, b.chapter(c))
		}
	} else {
		whole := chapters[0]
		all = append(all, b.bands(whole), b.items(whole), b.gaps(), b.strengths(), b.change(whole), b.actions(whole))
	}
	all = append(all, b.ranks(), b.ownLooks(), b.context(), b.questions(), b.method())
	if b.Brief {
		all = []Section{b.short(), b.comparability(), b.briefBands(), b.gaps(), b.strengths(), b.ranks()}
	}
	for _, s := range all {
		if len(s.Blocks) > 0 {
			doc.Sections = append(doc.Sections, s)
		}
	}
	doc.Data.Tidy = b.tidy()
	return doc
}

type packBuilder struct {
	PackInput
	p   *compare.Pack
	say *say.Speaker

	shared []chapter // see chapters
}

func (b *packBuilder) frame() *Document {
	doc := &Document{Lang: b.Lang, Title: "Services side by side", Kind: "Comparison pack", Service: say.Count(len(b.p.Sites)+len(b.p.Own), "review", "reviews"), Date: b.p.AsOf.String(), Logo: b.Look.logo(), Accent: b.Look.Accent}
	if doc.Lang == "" {
		doc.Lang = "en-GB"
	}
	var scale, ref string
	if b.p.Scale != nil {
		scale = b.Speaker.Words().Title + " " + b.p.Scale.Version()
		ref = b.p.Scale.Ref() + ", " + b.p.Scale.Version() + ", " + b.p.Scale.Digest()
		doc.Footer = scale + ". " + b.Speaker.Words().Attribution
	}
	independent := say.Count(len(b.p.Sites), "independent review", "independent reviews")
	own := ""
	if len(b.p.Own) > 0 {
		own = say.Count(len(b.p.Own), "self-audit", "self-audits") + ", in a panel of their own"
	}
	day := ""
	if !b.p.AsOf.IsZero() {
		day = say.Date(b.p.AsOf)
	}
	doc.Running = "Services side by side, as of " + day
	doc.Cover = terms("As of", day, "Compared", independent, "Beside them", own, "Scale", scale,
		"Handed over by", b.Look.Organisation, "Contact", b.Look.Contact, "Sharing", b.Look.Sharing)
	doc.Data.About = terms("Scale", ref, "Files read", strconv.Itoa(b.p.Files), "Tool", b.Tool)
	return doc
}

// chapter is the sites that are shown together, by their places in the pack.
type chapter struct {
	id, name string
	sites    []int
}

// chapters share out the sites: by group where one is asked for, by band where
// they are many, else all in one. It is done once.
func (b *packBuilder) chapters() []chapter {
	if b.shared == nil {
		b.shared = b.share()
	}
	return b.shared
}

func (b *packBuilder) share() []chapter {
	name := func(int) string { return "" }
	switch {
	case b.Group != "":
		name = func(i int) string {
			if of := b.p.Sites[i].Record.Service.Groups[b.Group]; of != "" {
				return of
			}
			return "No " + b.Group + " written down"
		}
	case len(b.p.Sites) > mostInOne:
		name = func(i int) string { return b.bandName(b.p.Sites[i].Total.Band) }
	}
	var out []chapter
	for i := range b.p.Sites {
		of := name(i)
		at := slices.IndexFunc(out, func(c chapter) bool { return c.name == of })
		if at < 0 {
			at = len(out)
			out = append(out, chapter{name: of})
		}
		out[at].sites = append(out[at].sites, i)
	}
	if b.Group != "" {
		slices.SortFunc(out, func(x, y chapter) int { return strings.Compare(x.name, y.name) })
	} else {
		slices.SortFunc(out, func(x, y chapter) int { return b.p.Sites[y.sites[0]].Total.Band - b.p.Sites[x.sites[0]].Total.Band })
	}
	if len(out) == 0 {
		out = []chapter{{}}
	}
	for i := range out {
		if len(out) > 1 || b.Group != "" {
			out[i].id = "-" + strconv.Itoa(i+1)
		}
	}
	return out
}

// chapter is all that is shown of a group of sites, on pages of its own.
func (b *packBuilder) chapter(c chapter) Section {
	s := Section{ID: "group" + c.id, NewPage: true, Heading: say.Upper(c.name) + ": " + say.Count(len(c.sites), "service", "services")}
	for _, part := range []Section{b.bands(c), b.items(c), b.change(c), b.actions(c)} {
		if len(part.Blocks) > 0 {
			s.Blocks = append(append(s.Blocks, Heading{ID: part.ID, Text: part.Heading}), part.Blocks...)
		}
	}
	return s
}

// bandName names a band, and what a total is in that may lie in several.
func (b *packBuilder) bandName(band int) string {
	switch {
	case len(b.p.Scale.Bands()) == 0:
		return "Total"
	case band < 0:
		return "Band still open"
	}
	return b.say.Band(band)
}

func (b *packBuilder) site(i int) *compare.Site { return &b.p.Sites[i] }

func siteName(s *compare.Site) string { return s.Record.Service.Name }

// siteCell names a service and leads to the questions for it.
func siteCell(s *compare.Site) Cell {
	return Cell{Text: siteName(s), Link: askID(s)}
}

func askID(s *compare.Site) string {
	if compare.OwnLook(s.Record.Kind) {
		return "ask-own-" + s.Record.Service.ID
	}
	return "ask-" + s.Record.Service.ID
}

// sheet names the sheet of a table, once for each chapter.
func (c chapter) sheet(name string) string {
	if c.id == "" {
		return name
	}
	return name + " " + strings.TrimPrefix(c.id, "-")
}

// caption tells the tables of one chapter from those of others.
func (c chapter) caption(text string) string {
	if c.id == "" {
		return text
	}
	return say.Upper(c.name) + ": " + say.Lower(text)
}

// names lists services, or counts them where they are many.
func (b *packBuilder) names(places []int) string {
	if len(places) > mostNamed {
		return say.Count(len(places), "service", "services")
	}
	var names []string
	for _, i := range places {
		names = append(names, siteName(b.site(i)))
	}
	return say.And(names)
}

// itemName is an item with its number.
func (b *packBuilder) itemName(item int) string {
	return strconv.Itoa(b.p.Scale.Items()[item].Number) + " " + b.say.Title(item)
}

// visitOf says when a review was, of what kind, and how far it is.
func visitOf(visit fidelity.Period, kind fidelity.ReviewKind) string {
	if visit.To.IsZero() {
		return ""
	}
	return say.Month(visit.To) + ", " + say.Lower(KindWords(kind))
}
