package report

import (
	"cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// Reader is whom a copy of the report is for. It chooses the sections, and
// whether rows are named by their codes.
type Reader string

// The readers of a report.
const (
	Full         Reader = "full" // every section, without codes
	Executive    Reader = "executive"
	Team         Reader = "team" // every section, with the codes of specialists
	Clinical     Reader = "clinical"
	Commissioner Reader = "commissioner"
)

// Readers lists the readers that a report can be for.
func Readers() []Reader { return []Reader{Full, Executive, Team, Clinical, Commissioner} }

// Input is what a report is made of.
type Input struct {
	Assessment *fidelity.Assessment
	Speaker    *say.Speaker
	Tool       string // name and version of the tool
	Reader     Reader // empty stands for Full
	Lang       string // language of the words; empty stands for en-GB
	// Before is the review before this one, whose action plan is followed up;
	// nil where there is none.
	Before *fidelity.Assessment
	// LastScored is the review that scores are compared with, where that is
	// not Before: an independent review is compared with the last independent
	// one, though a self-audit came between.
	LastScored *fidelity.Assessment
	Compare    compare.Settings
	// Cycle is when the steps around the visit are due; empty where nobody has
	// settled that.
	Cycle []fidelity.Due
	// Amended is the sealed version that this review replaces; nil where there
	// is none, or where it is not at hand.
	Amended *fidelity.Assessment
	Look    Look // of the organisation that hands the report over
}

// Build says what a fidelity report says, in order.
func Build(in Input) *Document {
	b := newBuilder(in)
	doc := b.frame()
	for _, s := range b.sections() {
		if len(s.Blocks) > 0 {
			doc.Sections = append(doc.Sections, s)
		}
	}
	return doc
}

type builder struct {
	a      *fidelity.Assessment
	review *fidelity.Review
	scale  *fidelity.Scale
	say    *say.Speaker
	tool   string
	reader Reader
	lang   string
	look   Look
	steps  map[int]*plan.Change // by item, as they are asked for

	due      []fidelity.Due
	amended  *fidelity.Assessment // the version that this one replaces; nil where it is not at hand
	changed  *compare.Changed     // since the review that scores are compared with; nil where there is none
	followed *compare.Changed     // since the review before, for its plan; nil where there is none
}

func newBuilder(in Input) *builder {
	b := &builder{a: in.Assessment, review: in.Assessment.Review(), scale: in.Assessment.Scale(), say: in.Speaker, tool: in.Tool, reader: in.Reader, look: in.Look}
	if b.lang = in.Lang; b.lang == "" {
		b.lang = "en-GB"
	}
	if b.reader == "" {
		b.reader = Full
	}
	if b.reader != Team {
		b.say = b.say.WithoutCodes()
	}
	b.lookBack(in)
	b.amended, b.due = in.Amended, in.Cycle
	return b
}

// sections lists the sections that the reader gets.
func (b *builder) sections() []Section {
	switch b.reader {
	case Executive:
		return []Section{b.result(), b.scores(), b.change(), b.versions(), b.moves(), b.recommendations(), b.followUp(), b.actionPlan(), b.method(), b.annex()}
	case Commissioner:
		return []Section{
			b.result(), b.scores(), b.change(), b.versions(), b.moves(), b.recommendations(), b.followUp(), b.actionPlan(),
			b.method(), b.response(), b.annex(),
		}
	case Clinical:
		return []Section{b.result(), b.clinical(), b.recommendations(), b.actionPlan(), b.method(), b.annex()}
	default:
		return []Section{
			b.result(), b.scores(), b.change(), b.versions(), b.moves(), b.itemByItem(), b.clinical(), b.recommendations(),
			b.followUp(), b.actionPlan(), b.nextScores(), b.method(), b.response(), b.annex(),
		}
	}
}

// KindWords says what kind of review it was.
func KindWords(k fidelity.ReviewKind) string { return say.Upper(say.Kind(k)) }

// StageWords says how far the review has come.
func StageWords(s fidelity.Stage) string {
	switch s {
	case fidelity.Gathering:
		return "Gathering evidence"
	case fidelity.Agreed:
		return "Agreed"
	case fidelity.Final:
		return "Final"
	default:
		return "Draft"
	}
}

func (b *builder) frame() *Document {
	r := b.review
	doc := &Document{
		Lang: b.lang, Title: "Fidelity report: " + r.Service.Name, Service: r.Service.Name,
		Kind: KindWords(r.Kind), Stage: StageWords(r.Stage), Date: r.Visit.To.String(),
		Footer: b.say.Words().Title + " " + b.scale.Version(),
	}
	doc.Running = doc.Service + ". " + doc.Kind + ", " + say.Lower(doc.Stage)
	doc.Cover = terms(
		"Visit", say.Period(r.Visit),
		"Kind of review", doc.Kind+", "+say.Lower(doc.Stage),
		"Organisation", r.Service.Organisation,
		"Reviewers", b.reviewers(),
		"Scale", doc.Footer,
		"Who may see it", cmp.Or(r.Sharing, b.look.Sharing),
		"Report by", b.look.Organisation,
		"Questions to", b.look.Contact,
	)
	doc.Logo, doc.Accent = b.look.logo(), b.look.Accent
	doc.Data = b.data(doc)
	return doc
}

func (b *builder) reviewers() string {
	var names []string
	for _, p := range b.review.Reviewers {
		name := p.Name
		if name == "" {
			name = p.ID
		}
		if p.Organisation != "" {
			name += " (" + p.Organisation + ")"
		}
		names = append(names, name)
	}
	return say.And(names)
}

// terms pairs names with texts, and leaves out those without a text.
func terms(pairs ...string) []Term {
	var out []Term
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, Term{pairs[i], pairs[i+1]})
		}
	}
	return out
}
