package workbook

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// Reader says whose copy a workbook is.
type Reader string

// The copies. The whole one is for those who work on the review together.
const (
	ForAll      Reader = ""
	ForService  Reader = "service"  // what a service fills in beforehand: no sheets for scoring
	ForReviewer Reader = "reviewer" // the same evidence, and nothing that another reviewer decided
)

// Copy says which copy to write, and with what.
type Copy struct {
	For      Reader
	Reviewer string // the id of the reviewer, for ForReviewer
	Tool     string // name and version of the program
	Lang     string // of the words; empty is en-GB
}

// Write draws a review as a workbook and returns the bytes of the file. The
// review may be an empty one. The same review gives the same bytes.
//
// An error means that the library failed; no error means a file that is whole.
func Write(review *fidelity.Review, words *fidelity.Words, c Copy) (out []byte, err error) {
	// The library promises no panics, but a workbook must not take down the
	// program that asked for it.
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("workbook: the library failed: %v", r)
		}
	}()
	original := review
	review = c.of(review)
	b := newBook(newLayout(review.Scale(), words, mostWeeks(review)), review, c)
	defer func() { _ = b.f.Close() }() // there is nothing to lose: it is all in memory
	b.start()
	b.service()
	for t := range review.Scale().Definition().Tables {
		b.table(t)
	}
	b.checklists()
	if c.For != ForService {
		b.items()
		if c.For == ForAll {
			b.actions()
		}
		b.preview()
	}
	b.drawLists()
	b.about(original)
	b.drawKept()
	b.properties()
	if out, err = b.bytes(); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	return out, nil
}

// of returns what the copy may show of a review. A reviewer's is that of
// source.FormatBlind: the evidence, the facts and what was seen.
func (c Copy) of(r *fidelity.Review) *fidelity.Review {
	if c.For == ForAll {
		return r
	}
	out := *r
	out.Findings = make([]fidelity.Finding, len(r.Findings))
	for i := range r.Findings {
		out.Findings[i].Facts = r.Findings[i].Facts
		if c.For == ForReviewer {
			out.Findings[i].Sources, out.Findings[i].Saw = r.Findings[i].Sources, r.Findings[i].Saw
		}
	}
	out.Actions, out.Changes, out.Corrections, out.Response, out.NotPersonal = nil, nil, nil, nil, nil
	out.Seal, out.Amends, out.Stripped, out.Kept = nil, nil, nil, nil
	if c.For == ForReviewer {
		out.Stage, out.Blind = fidelity.Draft, c.Reviewer
		known := func(p fidelity.Reviewer) bool { return strings.EqualFold(p.ID, c.Reviewer) }
		if !slices.ContainsFunc(r.Reviewers, known) {
			out.Reviewers = append(slices.Clone(r.Reviewers), fidelity.Reviewer{ID: c.Reviewer})
		}
	}
	return &out
}

// mostWeeks is how many weeks the longest series of a review has.
func mostWeeks(r *fidelity.Review) int {
	most := 0
	tables := r.Scale().Definition().Tables
	for t := range tables {
		for c := range tables[t].Columns {
			if tables[t].Columns[c].Kind != fidelity.Series {
				continue
			}
			for _, row := range r.Rows(tables[t].ID) {
				most = max(most, len(row.At(c).Calendar()))
			}
		}
	}
	return most
}

// digest identifies a review by what it says.
func digest(r *fidelity.Review) string {
	return fmt.Sprintf("sha256:%x", sha256.Sum256(source.FormatReview(r)))
}

// about says what the workbook belongs to.
func (b *book) about(original *fidelity.Review) {
	scale := b.review.Scale()
	values := map[string]string{
		aboutFormat: format, aboutScale: scale.Ref(), aboutVersion: scale.Version(), aboutDigest: scale.Digest(),
		aboutReview: digest(original), aboutTool: b.copy.Tool, aboutFor: string(b.copy.For), aboutReviewer: b.copy.Reviewer,
	}
	p := b.page(keyAbout)
	p.width(2, 34)
	p.width(3, 84)
	p.heading("About this workbook", lookTitle)
	block := p.sheet.block(blockAbout)
	p.open(block, 3)
	for _, row := range block.lines {
		p.mark(row.key)
		p.text(2, row.cells[0].label, lookLabel, 34)
		p.text(3, values[row.key], lookText, 84)
		p.next()
	}
	for _, s := range []string{b.layout.words.Title, b.layout.words.About, b.layout.words.Conventions, b.layout.words.Attribution} {
		if s == "" {
			continue
		}
		p.mark(notesMark)
		p.text(3, strings.Join(strings.Fields(s), " "), lookSmall, 90)
		p.next()
	}
	p.protect()
	p.paper("", "")
}

// properties sets what the file says about itself. No person is named there,
// and its time is that of the visit: a clock would make every file another.
func (b *book) properties() {
	lang := b.copy.Lang
	if lang == "" {
		lang = "en-GB"
	}
	day := time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	if c := showDate(b.review.Visit.From); c.is == dayCell {
		day = c.day
	}
	stamp := day.Format(time.RFC3339)
	b.fail("properties", b.f.SetDocProps(&excelize.DocProperties{
		Title: "Evidence workbook", Creator: program, LastModifiedBy: program, Language: lang, Created: stamp, Modified: stamp,
	}))
	b.fail("properties", b.f.SetAppProps(&excelize.AppProperties{Application: program}))
	yes := true
	b.fail("working out", b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
	b.f.SetActiveSheet(0)
}

// program is the maker in the properties of the file.
const program = "fidelity"
