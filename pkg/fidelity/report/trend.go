package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// TrendInput is what a document about services over time is made of.
type TrendInput struct {
	Paths []compare.Path
	// Speaker returns the speaker of a scale. One path can hold several scales.
	Speaker func(*fidelity.Scale) *say.Speaker
	// Name returns the file of a review, for those that are left out.
	Name func(*fidelity.Assessment) string
	// Broken names files that have errors and are left out.
	Broken []string
	Tool   string // name and version of the tool
	Lang   string // language of the words; empty stands for en-GB
	// Brief is for a terminal: short titles, and of the plans only what is
	// still to do.
	Brief bool
}

// BuildTrend says how services went over time: their totals with the bands and
// the error, the items that moved, and what became of their plans. It names no
// specialist, and no action that is one person's own.
func BuildTrend(in TrendInput) *Document {
	t := &trendBuilder{TrendInput: in}
	doc := t.frame()
	for i := range in.Paths {
		doc.Sections = append(doc.Sections, t.path(&in.Paths[i], len(in.Paths) > 1)...)
	}
	doc.Sections = append(doc.Sections, t.method())
	doc.Data.Tidy = t.tidy()
	return doc
}

type trendBuilder struct {
	TrendInput
	sheets map[string]int // how often each name of a sheet was used
}

// speaker never names a specialist.
func (t *trendBuilder) speaker(scale *fidelity.Scale) *say.Speaker {
	return t.Speaker(scale).WithoutCodes()
}

func (t *trendBuilder) frame() *Document {
	doc := &Document{Lang: t.Lang, Title: "Fidelity over time", Kind: "Reviews over time"}
	if doc.Lang == "" {
		doc.Lang = "en-GB"
	}
	var newest, first fidelity.Date
	count := 0
	var refs, titles []string
	for i := range t.Paths {
		for _, a := range t.Paths[i].Reviews {
			day := a.Review().Visit.To
			if count++; newest.Before(day) {
				newest = day
			}
			if first.IsZero() || day.Before(first) {
				first = day
			}
			title := t.speaker(a.Scale()).Words().Title + " " + a.Scale().Version()
			refs, titles = append(refs, a.Scale().Ref()+", "+a.Scale().Version()+", "+a.Scale().Digest()), append(titles, title)
		}
	}
	doc.Service = say.Count(len(t.Paths), "service", "services")
	if len(t.Paths) == 1 {
		doc.Service = t.Paths[0].Service.Name
		doc.Title += ": " + doc.Service
	}
	doc.Running, doc.Date, doc.Footer = doc.Service+". Fidelity over time", newest.String(), say.And(inOrder(titles))
	span := say.Month(newest)
	if say.Month(first) != span {
		span = say.Month(first) + " to " + span
	}
	doc.Cover = terms("Service", doc.Service, "Reviews", strconv.Itoa(count)+", "+span, "Scale", doc.Footer)
	doc.Data.Result = doc.Cover
	doc.Data.About = terms("Scale", say.And(inOrder(refs)), "Tool", t.Tool)
	return doc
}

// inOrder keeps the first of each text.
func inOrder(texts []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, text := range texts {
		if !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}

// sheet gives each table a sheet of its own name.
func (t *trendBuilder) sheet(name string) string {
	if t.sheets == nil {
		t.sheets = map[string]int{}
	}
	if t.sheets[name]++; t.sheets[name] > 1 {
		return name + " " + strconv.Itoa(t.sheets[name])
	}
	return name
}

// path is one service: sections of its own, or one section where there are
// several services.
func (t *trendBuilder) path(p *compare.Path, several bool) []Section {
	id := "-" + p.Service.ID
	parts := []Section{
		{ID: "totals" + id, Heading: "The total over time", Blocks: t.totals(p)},
		{ID: "items" + id, Heading: "Items that moved", Blocks: t.items(p)},
		{ID: "actions" + id, Heading: "What became of the action plans", Blocks: t.plans(p)},
	}
	all := Section{ID: "service" + id, Heading: p.Service.Name, NewPage: true}
	var out []Section
	for _, part := range parts {
		if len(part.Blocks) > 0 {
			out = append(out, part)
			all.Blocks = append(append(all.Blocks, Heading{ID: part.ID, Text: part.Heading}), part.Blocks...)
		}
	}
	if several {
		return []Section{all}
	}
	return out
}

// title names an item, in short where the document is to be brief.
func (t *trendBuilder) title(speaker *say.Speaker, item int) string {
	if t.Brief {
		return speaker.Short(item)
	}
	return speaker.Title(item)
}

// visitName names a review on a line: its month, or its day where a month has
// seen several.
func visitName(p *compare.Path, r *fidelity.Review) string {
	name, twice := say.Month(r.Visit.To), 0
	for _, a := range p.Reviews {
		if say.Month(a.Review().Visit.To) == name {
			twice++
		}
	}
	if twice > 1 {
		return say.Date(r.Visit.To)
	}
	return name
}
