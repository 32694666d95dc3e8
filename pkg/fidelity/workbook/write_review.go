package workbook

import (
	"maps"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// spareRows are the empty rows that lists on the Service sheet have.
const spareRows = 6

// service draws the sheet on the service, the visit and the reviewers.
func (b *book) service() {
	r := b.review
	p := b.page(keyService)
	for col, digits := range []float64{34, 44, 44, 30} {
		p.width(col+2, digits)
	}
	p.heading("The service and the review", lookTitle)
	form := p.sheet.block(blockService)
	values := serviceValues(r)
	p.open(form, 3)
	for _, row := range form.lines {
		f := &row.cells[0]
		if b.copy.For != ForAll && strings.HasPrefix(row.key, "response.") {
			continue
		}
		p.mark(row.key)
		p.text(2, f.label, lookLabel, 34)
		c := values[row.key]
		if f.kind == holdsAnswer {
			c = showAnswer(f.answers, c.text)
		}
		p.input(form, &row, 0, 3, c)
		p.needs(c.text, lookInput, 44)
		p.text(4, f.help, lookSmall, 44)
		p.next()
	}
	p.heading("Reviewers", lookHeading)
	var people [][]content
	for _, who := range r.Reviewers {
		people = append(people, texts(who.ID, who.Name, who.Role, who.Organisation))
	}
	p.shortList(p.sheet.block(blockReviewers), people)
	p.heading("How the rows on the other sheets were picked", lookHeading)
	samples := p.sheet.block(blockSamples)
	p.open(samples, 3)
	p.mark(notesMark)
	for col, s := range []string{"", "How many there are", "How they were picked"} {
		p.text(2+col, s, lookHead, 40)
	}
	p.next()
	for t, row := range samples.lines {
		id := r.Scale().Definition().Tables[t].ID
		p.mark(row.key)
		p.text(2, upper(b.layout.many(id)), lookLabel, 34)
		s := r.Samples[id]
		of := content{}
		if s.Of != nil {
			of = content{is: numberCell, number: float64(*s.Of)}
		}
		p.input(samples, &row, 0, 3, of)
		p.input(samples, &row, 1, 4, showAnswer(row.cells[1].answers, s.Picked))
		p.next()
	}
	p.heading("Groups that the service belongs to, such as a region", lookHeading)
	var groups [][]content
	for _, name := range slices.Sorted(maps.Keys(r.Service.Groups)) {
		groups = append(groups, texts(name, r.Service.Groups[name]))
	}
	p.shortList(p.sheet.block(blockGroups), groups)
	p.paper("", "")
}

func texts(list ...string) []content {
	out := make([]content, len(list))
	for i, s := range list {
		out[i], _ = showText(s)
	}
	return out
}

// serviceValues are what the Service sheet holds, by the rows' keys; answers
// are still ids.
func serviceValues(r *fidelity.Review) map[string]content {
	values := map[string]content{
		"service.started": showDate(r.Service.Started), "visit.from": showDate(r.Visit.From), "visit.to": showDate(r.Visit.To),
		"evidence_period.from": showDate(r.Evidence.From), "evidence_period.to": showDate(r.Evidence.To),
	}
	text := func(key, s string) { values[key], _ = showText(s) }
	text("service.id", r.Service.ID)
	text("service.name", r.Service.Name)
	text("service.organisation", r.Service.Organisation)
	text("service.setting", r.Service.Setting)
	text("kind", string(r.Kind))
	text("mode", r.Mode)
	text("stage", string(r.Stage))
	text("previous", r.Previous)
	text("sharing", r.Sharing)
	if a := r.Response; a != nil {
		text("response.text", a.Text)
		text("response.by", a.By)
		values["response.date"] = showDate(a.Date)
	}
	return values
}

// input draws a cell of a grid that people fill in, with its rule.
func (p *page) input(b *block, row *line, c, col int, value content) {
	f := &row.cells[c]
	p.put(col, value, lookOf(f))
	p.cells[row.key+" "+b.columns[c].key] = p.fixed(col)
	p.rule(p.at(col), p.at(col), f, nil)
}

// shortList draws a list with its headings and some empty rows.
func (p *page) shortList(b *block, rows [][]content) {
	p.open(b, 2)
	p.mark(notesMark)
	for c := range b.columns {
		heading := b.columns[c].label
		if help := b.columns[c].help; help != "" {
			heading += "\n" + help
		}
		p.text(2+c, heading, lookHead, 30)
	}
	p.next()
	first := p.row
	for i := range len(rows) + spareRows {
		for c := range b.columns {
			value := content{}
			if i < len(rows) {
				value = rows[i][c]
			}
			p.put(2+c, value, lookOf(&b.columns[c]))
			p.needs(value.text, lookInput, 30)
		}
		p.next()
	}
	p.rules(b, 2, first, nil)
}

// rules gives the columns of a list their rules, from the first row to the
// row before the current one.
func (p *page) rules(b *block, col, first int, bound func(*field) *bounds) {
	for c := range b.columns {
		top := p.letter(col+c) + itoa(first)
		var l *bounds
		if bound != nil {
			l = bound(&b.columns[c])
		}
		p.rule(top+":"+p.letter(col+c)+itoa(p.row-1), top, &b.columns[c], l)
	}
}
