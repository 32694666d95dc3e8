package source_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// TestEditsOfSamples makes random edits, one after another, of all reviews at
// hand that read without an error, in all ways of writing them. None of them
// is refused; the file reads without an error and gives the edited value; and
// every line is byte for byte what it was, but for those of the value that was
// edited and of changes.
func TestEditsOfSamples(t *testing.T) {
	var samples [][]byte
	for _, data := range yamlSamples(t) {
		// Texts over lines with odd breaks and sealed reviews are refused, which
		// other tests show.
		if file, _ := source.ReadReview("sample.yaml", data, ips); file != nil && !bytes.Contains(data, []byte("\u2029")) && file.Review.Seal == nil {
			samples = append(samples, data)
		}
	}
	if len(samples) < 80 {
		t.Fatalf("only %d samples", len(samples))
	}
	edits := 0
	rapid.Check(t, func(t *rapid.T) {
		data := samples[rapid.IntRange(0, len(samples)-1).Draw(t, "sample")]
		if written := rapid.SampledFrom([]string{"as it is", "CRLF", "no last line break", "byte order mark"}).Draw(t, "written"); readsIn(data) {
			data = variants[written](data)
		}
		e, err := source.NewEditor("sample.yaml", data)
		if err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "in the order of the scale") {
			scale, _ := ips.Scale("ips-25@1")
			e.OrderBy(scale)
		}
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			editOnce(t, e)
			edits++
		}
	})
	t.Logf("%d edits of %d samples", edits, len(samples))
}

// readsIn reports whether a sample can be written in other ways: it has no
// line breaks or marks of its own kind.
func readsIn(data []byte) bool {
	return !bytes.Contains(data, []byte("\r")) && !bytes.HasPrefix(data, []byte("\uFEFF"))
}

// randomEdit is an edit that leaves a valid review.
type randomEdit struct {
	path  string
	kind  string // set, append or remove
	value source.Value
	text  string // what the path gives afterwards
}

func editOnce(t *rapid.T, e *source.Editor) {
	before := bytes.Clone(e.Bytes())
	file, problems := source.ReadReview("sample.yaml", before, ips)
	if file == nil {
		t.Fatal(problems)
	}
	edit := drawEdit(t, file.Review)
	mark := source.Mark{At: "2026-06-01T09:30:00Z", By: "r1", Why: prose.Draw(t, "why")}
	var err error
	switch edit.kind {
	case "set":
		err = e.Set(edit.path, edit.value, mark)
	case "append":
		err = e.Append(edit.path, edit.value, mark)
	case "remove":
		err = e.Remove(edit.path, mark)
	}
	if err != nil {
		t.Fatalf("refused: %v\n%s", err, before)
	}
	after := e.Bytes()
	file, problems = source.ReadReview("sample.yaml", after, ips)
	if file == nil {
		t.Fatalf("%s %s: %v\n%s", edit.kind, edit.path, problems, after)
	}
	if got, there := e.Get(edit.path); edit.kind == "set" && (got != edit.text || !there && edit.text != "") {
		t.Fatalf("%s is %q, want %q\n%s", edit.path, got, edit.text, after)
	}
	if _, there := e.Get(edit.path); edit.kind == "remove" && there {
		t.Fatalf("%s is still there\n%s", edit.path, after)
	}
	if !bytes.Equal(before, after) {
		last := file.Review.Changes[len(file.Review.Changes)-1]
		if !strings.HasPrefix(last.What, edit.path) || last.At != mark.At || last.Why != norm.NFC.String(privacy.Mask(mark.Why, privacy.Check)) {
			t.Fatalf("recorded as %+v, for %s, why %q", last, edit.path, mark.Why)
		}
	}
	untouched(t, before, after, edit)
}

// prose is free text of all kinds.
var prose = rapid.OneOf(
	rapid.StringMatching(`[a-zA-Z:,#'"\-?\[\]{}!&*|>%@ 0-9]{0,30}`),
	rapid.StringMatching(`([A-Za-z]{1,9}[ ,.:] ?){10,60}`),
	rapid.StringMatching(`([A-Za-z #:]{1,40}\n ?){1,5}`),
	rapid.SampledFrom([]string{"yes", "4", "2026-05-12", "~", "null", "", " ", "0x1F", "1e3", "12:30:00", "<<", "a\tb", "é\u0301", "👍", "\u2028", "\x00"}),
	rapid.String(),
)

func drawEdit(t *rapid.T, r *fidelity.Review) randomEdit {
	items := r.Scale().Items()
	item := &items[rapid.IntRange(0, len(items)-1).Draw(t, "item")]
	at := "items." + item.ID
	text := prose.Draw(t, "text")
	texts := func(path string) randomEdit {
		return randomEdit{path, "set", source.Text(text), norm.NFC.String(text)}
	}
	plain := func(path, value string) randomEdit {
		return randomEdit{path, "set", source.Plain(value), value}
	}
	switch kind := rapid.IntRange(0, 9).Draw(t, "kind"); {
	case kind == 0:
		return plain(at+".score", rapid.SampledFrom([]string{"1", "2", "3", "4", "5", "not-enough-evidence"}).Draw(t, "score"))
	case kind == 1 && len(item.Facts) > 0:
		fact := &item.Facts[rapid.IntRange(0, len(item.Facts)-1).Draw(t, "fact")]
		if choices := fact.Choices(); len(choices) > 0 {
			return plain(at+".facts."+fact.ID, rapid.SampledFrom(choices).Draw(t, "answer"))
		}
	case kind == 2:
		return randomEdit{at + ".sources", "append", source.Plain(rapid.SampledFrom([]string{"documents", "interviews"}).Draw(t, "source")), ""}
	case kind == 3:
		id := fmt.Sprintf("n%d", len(r.Actions)+1)
		return randomEdit{"actions", "append", source.Map(
			source.Entry{Key: "id", Value: source.Plain(id)}, source.Entry{Key: "item", Value: source.Plain(item.ID)},
			source.Entry{Key: "action", Value: source.Text(text)}, source.Entry{Key: "when", Value: source.Plain("2026-09-30")},
		), ""}
	case kind == 4 && len(r.Actions) > 0:
		n := rapid.IntRange(0, len(r.Actions)-1).Draw(t, "action")
		return plain(fmt.Sprintf("actions[%d].status", n), rapid.SampledFrom([]string{"open", "doing", "done"}).Draw(t, "status"))
	case kind == 5:
		return randomEdit{path: at + "." + rapid.SampledFrom([]string{"because", "saw", "score", "recommend", "facts", "sources"}).Draw(t, "key"), kind: "remove"}
	case kind == 6:
		return plain("stage", rapid.SampledFrom([]string{"draft", "agreed"}).Draw(t, "stage"))
	case kind == 7:
		return texts(rapid.SampledFrom([]string{"sharing", "response.text", "service.organisation"}).Draw(t, "key"))
	case kind == 8 && len(r.Rows("jobs")) > 0:
		n := rapid.IntRange(0, len(r.Rows("jobs"))-1).Draw(t, "row")
		return plain(fmt.Sprintf("evidence.jobs[%d].current", n), rapid.SampledFrom([]string{"yes", "no", "unknown"}).Draw(t, "cell"))
	}
	return texts(at + "." + rapid.SampledFrom([]string{"saw", "judgement", "because"}).Draw(t, "key"))
}
