package source_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
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
		// Texts over lines with odd breaks are refused, which another test shows.
		if file, _ := source.ReadReview("sample.yaml", data, ips); file != nil && !bytes.Contains(data, []byte("\u2029")) {
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
		if !strings.HasPrefix(last.What, edit.path) || last.At != mark.At || last.Why != norm.NFC.String(mark.Why) {
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

// untouched compares the lines: those that are not there any more are lines of
// the value that was edited, or of changes where these are in one line.
func untouched(t *rapid.T, before, after []byte, edit randomEdit) {
	if bytes.HasSuffix(before, []byte("\n")) != bytes.HasSuffix(after, []byte("\n")) {
		t.Fatalf("%s %s: the end of the file is another\n%q", edit.kind, edit.path, after)
	}
	if strings.Contains(string(before), "\r\n") && strings.Count(string(after), "\n") != strings.Count(string(after), "\r\n") {
		t.Fatalf("%s %s: another line end\n%q", edit.kind, edit.path, after)
	}
	lines := func(data []byte) []string {
		text := strings.ReplaceAll(string(data), "\r\n", "\n")
		if text[0] == '{' {
			text = strings.ReplaceAll(text, ",\n", "\n") // in JSON the last line of a part has no comma
		}
		return strings.Split(text, "\n")
	}
	old, now := lines(before), lines(after)
	path := edit.path
	if above := path[:max(strings.LastIndexByte(path, '.'), 0)]; edit.kind == "remove" && above != "" {
		if n := nodeAt(before, above); n != nil && len(n.Content) == 2 {
			path = above // {} comes in the place of the only key
		}
	}
	touched := linesOf(t, before, path)
	if edit.kind == "append" || edit.kind == "set" {
		touched = slices.DeleteFunc(touched, func(line int) bool { return onlyComment(old[line]) && !inText(before, edit.path) })
	}
	touched = append(touched, linesOf(t, before, "changes")...)
	for _, line := range goneLines(old, now) {
		if !slices.Contains(touched, line) {
			t.Fatalf("%s %s: line %d is gone or another: %q\n%s\n---\n%s", edit.kind, edit.path, line+1, old[line], before, after)
		}
	}
}

func onlyComment(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#'
}

// inText reports whether lines that look like comments may be those of a text
// or of a value that goes as a whole.
func inText(data []byte, path string) bool {
	n := nodeAt(data, path)
	return n != nil && n.Line > 0 && (n.Kind != yaml.ScalarNode || n.Style != 0)
}

// linesOf lists the lines, from 0, that an edit at a path may touch: those from
// its key to the next node, if the path is there; of what is above it, those of
// a part in brackets or without a value.
func linesOf(t *rapid.T, data []byte, path string) []int {
	var doc yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &doc); err != nil {
		t.Fatal(err)
	}
	n, keyLine := doc.Content[0], 0
	whole := true
	for _, name := range strings.FieldsFunc(path, func(c rune) bool { return c == '.' || c == '[' || c == ']' }) {
		next, line := childOf(n, name)
		if next == nil {
			whole = false
			break
		}
		n, keyLine = next, line
	}
	inBrackets := n.Style&yaml.FlowStyle != 0
	appended := whole && n.Kind == yaml.SequenceNode && !inBrackets // lines are added only
	if appended && path == "changes" || !whole && n.Kind != yaml.ScalarNode && !inBrackets {
		return nil
	}
	last := bytes.Count(data, []byte("\n"))
	following(doc.Content[0], n, &last)
	var lines []int
	for line := keyLine - 1; line <= last; line++ {
		lines = append(lines, max(line, 0))
	}
	return lines
}

// following finds the line before that in which the next node after n begins.
func following(root, n *yaml.Node, last *int) {
	passed, inside := false, map[*yaml.Node]bool{}
	var mark func(*yaml.Node)
	mark = func(m *yaml.Node) {
		inside[m] = true
		for _, c := range m.Content {
			mark(c)
		}
	}
	mark(n)
	var walk func(*yaml.Node)
	walk = func(m *yaml.Node) {
		switch {
		case m == n:
			passed = true
		case passed && !inside[m] && m.Line > n.Line:
			*last = min(*last, m.Line-2)
		}
		for _, c := range m.Content {
			walk(c)
		}
	}
	walk(root)
}

func childOf(n *yaml.Node, name string) (child *yaml.Node, line int) {
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.MappingNode && i%2 == 0 && c.Value == name:
			return n.Content[i+1], c.Line
		case n.Kind == yaml.SequenceNode && fmt.Sprint(i) == name:
			return c, c.Line
		}
	}
	return nil, 0
}

func nodeAt(data []byte, path string) *yaml.Node {
	var doc yaml.Node
	if yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &doc) != nil {
		return nil
	}
	n := doc.Content[0]
	for _, name := range strings.FieldsFunc(path, func(c rune) bool { return c == '.' || c == '[' || c == ']' }) {
		if n, _ = childOf(n, name); n == nil {
			return nil
		}
	}
	return n
}

// goneLines lists the lines of old, from 0, that are not in the longest
// sequence of lines that both have.
func goneLines(old, now []string) []int {
	start := 0
	for start < len(old) && start < len(now) && old[start] == now[start] {
		start++
	}
	end, end2 := len(old), len(now)
	for end > start && end2 > start && old[end-1] == now[end2-1] {
		end--
		end2--
	}
	common := make([][]int, end-start+1)
	for i := range common {
		common[i] = make([]int, end2-start+1)
	}
	for i := end - start - 1; i >= 0; i-- {
		for j := end2 - start - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if old[start+i] == now[start+j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var gone []int
	for i, j := 0, 0; i < end-start; {
		switch {
		case j < end2-start && old[start+i] == now[start+j]:
			i, j = i+1, j+1
		case j < end2-start && common[i][j+1] >= common[i+1][j]:
			j++
		default:
			gone = append(gone, start+i)
			i++
		}
	}
	return gone
}
