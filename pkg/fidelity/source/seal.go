package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// CodeSeal is the code of a seal that does not close what the file says.
const CodeSeal = "seal"

// Sum is the SHA-256, in hexadecimal digits, over what a review says: every key
// and value, but not the checksum of its own seal. Comments, the order of keys,
// layout and quotation marks do not count; the order of lists does.
func (f *File) Sum() string { return contentSum(f.root) }

// SumOf is the Sum of a file that is not read as a review; empty where it is no
// YAML.
func SumOf(data []byte) string {
	r := &reader{}
	root := r.root(data)
	if root == nil {
		return ""
	}
	return contentSum(root)
}

func contentSum(root *yaml.Node) string {
	var b bytes.Buffer
	canonical(&b, root, 0, "")
	sum := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(sum[:])
}

// canonical writes a node as JSON: keys in order, every value as a text, and
// no key without a value, which says the same as no key.
func canonical(b *bytes.Buffer, n *yaml.Node, level int, above string) {
	switch {
	case n == nil || isNull(n):
		b.WriteString("null")
	case n.Kind == yaml.SequenceNode:
		b.WriteByte('[')
		for i, entry := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			canonical(b, entry, level+1, "")
		}
		b.WriteByte(']')
	case n.Kind == yaml.MappingNode:
		b.WriteByte('{')
		first := true
		for _, at := range keysInOrder(n) {
			key, value := n.Content[at], n.Content[at+1]
			if isNull(value) || level == 1 && above == "seal" && key.Value == "sha256" {
				continue
			}
			if !first {
				b.WriteByte(',')
			}
			first = false
			quote(b, key.Value)
			b.WriteByte(':')
			canonical(b, value, level+1, key.Value)
		}
		b.WriteByte('}')
	default:
		quote(b, strings.TrimSpace(n.Value))
	}
}

// keysInOrder lists the places of the keys of a mapping, in order of their names.
func keysInOrder(n *yaml.Node) []int {
	var places []int
	for i := 0; i+1 < len(n.Content); i += 2 {
		places = append(places, i)
	}
	slices.SortStableFunc(places, func(a, b int) int { return strings.Compare(n.Content[a].Value, n.Content[b].Value) })
	return places
}

// quote writes a text as JSON does; no text can fail.
func quote(b *bytes.Buffer, text string) {
	data, _ := json.Marshal(text)
	b.Write(data)
}

// Sealed reports whether the file carries a seal, whole or broken.
func (f *File) Sealed() bool { return f.Review.Seal != nil && f.Review.Seal.SHA256 != "" }

// SealProblems tells a seal that does not close what the file says, and a
// scale that has changed since.
func (f *File) SealProblems() (found Problems) {
	seal := f.Review.Seal
	if seal == nil {
		return nil
	}
	add := func(level Level, path, format string, args ...any) {
		found = append(found, f.Locate(Problem{File: f.Name, Code: CodeSeal, Level: level, Path: path, Text: unnamed(fmt.Sprintf(format, args...))}))
	}
	switch {
	case seal.SHA256 == "":
		add(Error, "seal", "the seal has no sha256, so that nothing can be held against it; take it out and seal the review again")
	case seal.SHA256 != f.Sum():
		add(Error, "seal.sha256", "the review was changed after it was sealed%s; put it back as it was, or take the seal out and say why in changes", on(seal.At))
	}
	if digest := f.Review.Scale().Digest(); seal.Digest != "" && seal.Digest != digest {
		add(Warning, "seal.digest", "the rules of %s have changed since the review was sealed, so that it may score otherwise than it did then", f.Review.Scale().Ref())
	}
	return found
}

func on(at string) string {
	if at == "" {
		return ""
	}
	return " on " + at
}

// Unfinished tells everything that keeps a review from being sealed, but for
// identifiers: an item without a reviewer's score, a score that differs from
// the evidence without a reason, and, of an independent review, two reviewers
// whose ratings were frozen before they talked.
func (f *File) Unfinished(a *fidelity.Assessment) (found Problems) {
	review := f.Review
	add := func(code, path, format string, args ...any) {
		found = append(found, f.Locate(Problem{File: f.Name, Code: code, Level: Warning, Path: path, Text: fmt.Sprintf(format, args...)}))
	}
	if review.Blind != "" {
		add(CodeConflict, "blind", "this is the copy of one reviewer; seal the review that was agreed")
	}
	independent := review.Kind == fidelity.Independent
	if independent && len(review.Reviewers) < 2 {
		add(CodeRequired, "reviewers", "an independent review has two reviewers, and this one names %d; name both", len(review.Reviewers))
	}
	for i := range a.Items {
		it, finding := &a.Items[i], &review.Findings[i]
		path := "items." + a.Scale().Items()[i].ID
		if it.State != fidelity.Rated {
			add(CodeOpen, path, "no reviewer has scored this item; give it a score")
			continue
		}
		differs := slices.ContainsFunc(it.Flags, func(f fidelity.Flag) bool { return f.Code == fidelity.Differs && !f.Declared })
		if differs && strings.TrimSpace(finding.Because) == "" {
			add(CodeNoReason, path+".score", "the score differs from what the evidence allows; say why in because")
		}
		if independent && frozen(finding) < 2 {
			add(CodeRequired, path+".ratings", "the ratings of two reviewers from before they talked are wanted, and there %s; fidelity agree freezes them", areRatings(frozen(finding)))
		}
	}
	found.Sort()
	return found
}

func frozen(f *fidelity.Finding) (n int) {
	for _, r := range f.Ratings {
		if r.Rating.Decided() {
			n++
		}
	}
	return n
}

func areRatings(n int) string {
	if n == 0 {
		return "are none"
	}
	return "is one"
}

// Seal makes a review final: it stamps the stage, who closed it and when, the
// names of the reviewers, the digest of the scale, and a checksum over all that
// the file says from then on. Whether it may be sealed is for Unfinished and
// Blocked to say.
func (e *Editor) Seal(r *fidelity.Review, mark Mark) error {
	var names []Value
	for _, p := range r.Reviewers {
		names = append(names, Text(firstOf(p.Name, p.ID)))
	}
	// The checksum does not count itself, so that it can be known beforehand.
	before := *e
	if err := before.seal(r, names, strings.Repeat("0", 2*sha256.Size), mark); err != nil {
		return err
	}
	return e.seal(r, names, contentSum(before.root), mark)
}

func (e *Editor) seal(r *fidelity.Review, names []Value, sum string, mark Mark) error {
	if err := e.Set("stage", Plain(string(fidelity.Final)), mark); err != nil {
		return err
	}
	seal := []Entry{{"at", Plain(mark.At)}, {"by", Text(firstOf(mark.By, "tool"))}}
	if len(names) > 0 {
		seal = append(seal, Entry{"names", List(names...)})
	}
	seal = append(seal, Entry{"digest", Text(r.Scale().Digest())}, Entry{"sha256", Text(sum)})
	return e.Set("seal", Map(seal...), mark)
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// Amend makes a new version of a sealed review out of it: without the seal, at
// the stage before the last, and linked to the version that it replaces. File
// is that one's name as seen from the new one.
func (e *Editor) Amend(old *File, file, why string, mark Mark) error {
	mark.Why = why
	if err := e.Remove("seal", mark); err != nil {
		return err
	}
	if err := e.Set("stage", Plain(string(fidelity.Agreed)), mark); err != nil {
		return err
	}
	return e.Set("amends", Map(Entry{"file", Text(file)}, Entry{"sha256", Text(old.Sum())}, Entry{"why", Text(unnamed(why))}), mark)
}
