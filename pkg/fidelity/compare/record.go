package compare

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Record is what a comparison of many services keeps of one review: a few
// hundred bytes of plain values, without the evidence. It can be written and
// read as JSON or gob. Scale is not written: who reads a Record back sets it
// to the scale that Ref names, whose digest must be Digest.
type Record struct {
	File    string           `json:"file"` // as the user knows it
	Service fidelity.Service `json:"service"`

	Scale   *fidelity.Scale `json:"-"`
	Ref     string          `json:"ref"` // as in ips-25@1
	Version string          `json:"version"`
	Digest  string          `json:"digest"`

	Kind     fidelity.ReviewKind `json:"kind"`
	Stage    fidelity.Stage      `json:"stage"`
	Visit    fidelity.Period     `json:"visit"`
	Evidence fidelity.Period     `json:"evidence"` // may be zero
	Blind    bool                `json:"blind,omitempty"`
	Amends   bool                `json:"amends,omitempty"`
	Sealed   bool                `json:"sealed,omitempty"`
	Stripped bool                `json:"stripped,omitempty"`

	Items       []ItemRecord          `json:"items"` // in the scale's order
	Actions     []fidelity.Action     `json:"actions,omitempty"`
	Corrections []fidelity.Correction `json:"corrections,omitempty"` // of scores in the review before

	// Blocked are the places where the privacy guard found an identifier of a
	// person, a sentence each. Summarise leaves it empty: who reads the file
	// fills it in. No pack is made of a Record with any.
	Blocked []string `json:"blocked,omitempty"`
}

// ItemRecord is what is kept of one item.
type ItemRecord struct {
	State fidelity.State `json:"state"`
	// Span is what the item adds to the lowest and highest total: its score,
	// where it has one.
	Span Span `json:"span"`
	// Low and High are what the evidence allows, whatever a reviewer decided.
	Low  int `json:"low"`
	High int `json:"high"`
	// Strength is how much weight the evidence can bear; of a stripped review
	// it is not known, and Weighed is false.
	Strength fidelity.Strength `json:"strength"`
	Weighed  bool              `json:"weighed,omitempty"`
	Next     int               `json:"next,omitempty"`  // the score above; 0 at the top
	Lacks    []int             `json:"lacks,omitempty"` // yes-or-no facts that Next needs and that are not in place
	Unknown  []int             `json:"unknown,omitempty"`
	Figures  bool              `json:"figures,omitempty"` // figures of a table are missing
	Flags    []string          `json:"flags,omitempty"`   // codes, each once
}

// Summarise keeps of a review what a comparison needs. File is its name as the
// user knows it.
func Summarise(a *fidelity.Assessment, file string) Record {
	r, scale := a.Review(), a.Scale()
	out := Record{
		File: file, Service: r.Service,
		Scale: scale, Ref: scale.Ref(), Version: scale.Version(), Digest: scale.Digest(),
		Kind: r.Kind, Stage: r.Stage, Visit: r.Visit, Evidence: r.Evidence,
		Blind: r.Blind != "", Amends: r.Amends != nil, Sealed: r.Seal != nil, Stripped: r.Kept != nil,
		Items: make([]ItemRecord, len(a.Items)), Corrections: r.Corrections,
	}
	for i := range r.Actions {
		if r.Actions[i].Scope != "personal" { // one person's own plan is nobody else's business
			out.Actions = append(out.Actions, r.Actions[i])
		}
	}
	for i := range out.Items {
		out.Items[i] = summarise(a, i)
	}
	return out
}

func summarise(a *fidelity.Assessment, item int) ItemRecord {
	it := &a.Items[item]
	out := ItemRecord{State: it.State, Span: SpanOf(a, item), Low: it.Low, High: it.High}
	if a.Review().Kept == nil {
		out.Strength, out.Weighed = a.Strength(item), true
	}
	if it.Next != nil {
		out.Next = it.Next.Score
		for _, needs := range append([][]fidelity.Need{it.Next.Needs}, it.Next.Or...) {
			for _, need := range needs {
				out.lack(need, a.Scale().Items()[item].Facts)
			}
		}
	}
	for _, m := range it.Missing {
		if m.Kind == fidelity.MissingFact {
			out.Unknown = once(out.Unknown, m.Fact)
		} else {
			out.Figures = true
		}
	}
	for i := range it.Flags {
		out.Flags = once(out.Flags, it.Flags[i].Code)
	}
	return out
}

// lack notes the yes-or-no facts that a step needs. Of others, such as how often
// something happens, it cannot be said that they are not in place.
func (r *ItemRecord) lack(need fidelity.Need, facts []fidelity.Fact) {
	for i := range need.Unmet {
		u := &need.Unmet[i]
		if u.Fact >= 0 && u.Truth == fidelity.No && facts[u.Fact].Kind == fidelity.YesNo {
			r.Lacks = once(r.Lacks, u.Fact)
		}
	}
}

// once adds a value to a short list that does not have it.
func once[T comparable](list []T, value T) []T {
	for _, have := range list {
		if have == value {
			return list
		}
	}
	return append(list, value)
}

// spans are the scores of the items, with what the next review corrected.
func (r *Record) spans(later *Record) (spans []Span, corrected []Correction) {
	spans = make([]Span, len(r.Items))
	for i := range spans {
		spans[i] = r.Items[i].Span
	}
	if later == nil {
		return spans, nil
	}
	return correct(spans, r.Scale, later.Corrections)
}

// Total is the total of the review, or the lowest and highest one possible.
func (r *Record) Total() Total {
	spans, _ := r.spans(nil)
	return totalOf(r.Scale, spans)
}

// Scored counts the items that have a score.
func (r *Record) Scored() int {
	n := 0
	for i := range r.Items {
		if r.Items[i].State != fidelity.Open {
			n++
		}
	}
	return n
}
