package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Strip returns the review of an assessment without its evidence, for keeping
// when the rows about people are deleted. What stays: who, where and when;
// scores, ratings and states; recommendations and actions; and for each item
// what the evidence came to, so that it scores to the same result. Answers and
// all other free text go, and so does a seal, which closed another content.
//
// Codes of rows, such as ES01 and E014, are taken out of what stays; codes is
// how many there were. A review that is stripped already keeps its stamp.
func Strip(a *fidelity.Assessment, stamp fidelity.Stamp) (stripped *fidelity.Review, codes int) {
	r := a.Review()
	s := stripper{codes: codesOf(r)}
	out := fidelity.NewReview(r.Scale())
	out.Service, out.Kind, out.Mode, out.Stage, out.Visit, out.Evidence = r.Service, r.Kind, r.Mode, r.Stage, r.Visit, r.Evidence
	out.Previous, out.Reviewers, out.Samples, out.Blind = r.Previous, r.Reviewers, r.Samples, r.Blind
	for i := range r.Findings {
		out.Findings[i] = s.finding(&r.Findings[i], len(out.Findings[i].Facts))
	}
	for _, act := range r.Actions {
		for _, text := range []*string{&act.What, &act.Who, &act.Outcome, &act.Measure, &act.Remedy} {
			*text = s.text(*text)
		}
		out.Actions = append(out.Actions, act)
	}
	for i := range r.Changes {
		out.Changes = append(out.Changes, s.change(&r.Changes[i]))
	}
	for _, c := range r.Corrections {
		c.Why = onFile(c.Why)
		out.Corrections = append(out.Corrections, c)
	}
	if am := r.Amends; am != nil {
		out.Amends = &fidelity.Amendment{File: am.File, SHA256: am.SHA256, Why: onFile(am.Why)}
	}
	if res := r.Response; res != nil {
		out.Response = &fidelity.Response{By: res.By, Date: res.Date}
	}
	out.Stripped = &stamp
	if r.Stripped != nil {
		out.Stripped = r.Stripped
	}
	out.Kept = a.Keep()
	return out, s.found
}

// reasonOnFile stands where a reason was given.
const reasonOnFile = "reason on file"

func onFile(why string) string {
	if why == "" {
		return ""
	}
	return reasonOnFile
}

type stripper struct {
	codes map[string]bool // in small letters
	found int
}

// codesOf lists the codes of all rows, and those that their cells hold.
func codesOf(r *fidelity.Review) map[string]bool {
	codes := map[string]bool{}
	for t := range r.Scale().Definition().Tables {
		def := &r.Scale().Definition().Tables[t]
		for _, row := range r.Rows(def.ID) {
			for c := range def.Columns {
				if v := row.At(c); def.Columns[c].Kind == fidelity.Code && v.Known() && v.Text() != "" {
					codes[strings.ToLower(v.Text())] = true
				}
			}
		}
	}
	return codes
}

func (s *stripper) finding(f *fidelity.Finding, facts int) fidelity.Finding {
	out := fidelity.Finding{Facts: make([]fidelity.Value, facts), Rating: f.Rating, Ratings: f.Ratings, Because: onFile(f.Because), Sources: f.Sources}
	if rec := f.Recommend; rec != nil {
		out.Recommend = &fidelity.Recommendation{Text: s.text(rec.Text), Kind: s.text(rec.Kind), Who: s.text(rec.Who)}
	}
	return out
}

// codeLike is the form of a code of a row (formats.md).
var codeLike = regexp.MustCompile(`[A-Za-z]{1,4}[0-9]{1,5}`)

const codeTakenOut = "(code taken out)"

// text takes the codes out of a text.
func (s *stripper) text(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range codeLike.FindAllStringIndex(text, -1) {
		if !s.codes[strings.ToLower(text[m[0]:m[1]])] || wordAt(text[:m[0]], true) || wordAt(text[m[1]:], false) {
			continue
		}
		b.WriteString(text[at:m[0]])
		b.WriteString(codeTakenOut)
		at = m[1]
		s.found++
	}
	if at == 0 {
		return text
	}
	return b.String() + text[at:]
}

// wordAt reports whether a text ends, or begins, within a word.
func wordAt(text string, ends bool) bool {
	c, _ := utf8.DecodeRuneInString(text)
	if ends {
		c, _ = utf8.DecodeLastRuneInString(text)
	}
	return text != "" && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

// change keeps when, who and what, and the values of scores.
func (s *stripper) change(c *fidelity.Change) fidelity.Change {
	out := fidelity.Change{At: c.At, By: c.By, What: s.text(c.What)}
	if !ofScore(c.What) {
		return out
	}
	if scoreLike(c.From) {
		out.From, out.HasFrom = c.From, c.HasFrom
	}
	if scoreLike(c.To) {
		out.To, out.HasTo = c.To, c.HasTo
	}
	return out
}

// ofScore reports whether a path is that of a score or rating.
func ofScore(path string) bool {
	return strings.HasPrefix(path, "items.") && (strings.HasSuffix(path, ".score") || strings.Contains(path, ".ratings."))
}

func scoreLike(text string) bool {
	_, err := fidelity.ParseNumber(text)
	return err == nil && len(text) <= 3 || text == notEnough
}
