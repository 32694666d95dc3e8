package report

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// Remark is something in the reviewers' own words that would make a report
// harder to read or to accept. It is advice: nothing is changed or held back.
type Remark struct {
	Path string // in the review, as in items.disclosure.recommend
	Text string // a sentence, with what to do about it
}

// What a text should keep to.
const (
	mostRecommendWords = 150
	mostSentenceWords  = 30
)

// Remarks looks through the texts of a review, in the order of its items: long
// recommendations and sentences, abbreviations that are not spelt out, words
// that sound like blame, and low scores without a comment.
func Remarks(a *fidelity.Assessment) []Remark {
	r := &remarker{review: a.Review(), defined: spelt(a.Review())}
	middle := plan.Middle(a.Scale())
	for i := range r.review.Findings {
		f, path := &r.review.Findings[i], "items."+a.Scale().Items()[i].ID
		for _, t := range []struct{ key, text string }{{"saw", f.Saw}, {"judgement", f.Judgement}, {"because", f.Because}} {
			r.text(path+"."+t.key, t.text)
		}
		if f.Recommend != nil {
			if n := len(strings.Fields(f.Recommend.Text)); n > mostRecommendWords {
				r.add(path+".recommend", "the recommendation has %d words; %d are enough for what to do, who and why", n, mostRecommendWords)
			}
			r.text(path+".recommend", f.Recommend.Text)
		}
		it := &a.Items[i]
		if it.State != fidelity.Open && it.Score <= middle && f.Saw == "" && f.Judgement == "" && r.review.Kept == nil {
			r.add(path, "scored %d, with no word on what was seen; write a sentence under saw or judgement, so that the service can follow", it.Score)
		}
	}
	for i := range r.review.Actions {
		r.text("actions["+strconv.Itoa(i)+"].action", r.review.Actions[i].What)
	}
	return r.found
}

type remarker struct {
	review  *fidelity.Review
	defined map[string]bool // abbreviations that are known or spelt out, or were told
	found   []Remark
}

func (r *remarker) add(path, format string, args ...any) {
	r.found = append(r.found, Remark{Path: path, Text: fmt.Sprintf(format, args...)})
}

func (r *remarker) text(path, text string) {
	for _, sentence := range sentences(text) {
		if n := len(strings.Fields(sentence)); n > mostSentenceWords {
			r.add(path, "a sentence has %d words; make two of it (“%s …”)", n, strings.Join(strings.Fields(sentence)[:4], " "))
		}
	}
	for _, short := range abbreviation.FindAllString(text, -1) {
		if !r.defined[short] {
			r.defined[short] = true
			r.add(path, "the abbreviation %s is not spelt out; write it in full the first time, with %s in brackets", short, short)
		}
	}
	if words := blaming(text); len(words) > 0 {
		r.add(path, "“%s” can sound like blame; say what was seen, and what would help", strings.Join(words, "”, “"))
	}
}

// sentenceEnd is where a sentence ends: a mark, then a space and a capital
// letter or a figure, or the end of a line.
var sentenceEnd = regexp.MustCompile(`[.!?]["”’)]*\s+|\n\s*\n`)

func sentences(text string) []string { return sentenceEnd.Split(strings.TrimSpace(text), -1) }

var (
	abbreviation = regexp.MustCompile(`\b[A-Z]{2,6}\b`)
	spellingOut  = regexp.MustCompile(`\(([A-Z]{2,6})\)`)
)

// wellKnown are abbreviations that every reader of such a report knows.
var wellKnown = []string{"IPS", "NHS", "UK", "US", "HR", "IT", "CV", "PDF"}

// spelt lists the abbreviations that the texts spell out somewhere, with the
// short form in brackets, and those of the names that the review gives.
func spelt(review *fidelity.Review) map[string]bool {
	known := map[string]bool{}
	for _, k := range wellKnown {
		known[k] = true
	}
	all := []string{review.Sharing}
	for i := range review.Findings {
		f := &review.Findings[i]
		all = append(all, f.Saw, f.Judgement, f.Because)
		if f.Recommend != nil {
			all = append(all, f.Recommend.Text)
		}
	}
	for _, m := range spellingOut.FindAllStringSubmatch(strings.Join(all, "\n"), -1) {
		known[m[1]] = true
	}
	for _, name := range []string{review.Service.Name, review.Service.Organisation} {
		for _, short := range abbreviation.FindAllString(name, -1) {
			known[short] = true
		}
	}
	return known
}

// blameWords are words that put a person or a team in the wrong where a fact
// would do.
var blameWords = []string{
	"appalling", "blame", "careless", "failed", "failing", "failure", "fault", "inadequate", "incompetent", "lazy",
	"neglected", "poor", "shocking", "sloppy", "unacceptable", "unprofessional",
}

// blaming lists the words of blame in a text, each once.
func blaming(text string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if slices.Contains(blameWords, word) && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}
