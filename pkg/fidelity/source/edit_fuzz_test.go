package source_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// FuzzEdit makes one edit of any YAML: it gives the tree that was meant, with
// an entry more in changes, or it is refused and nothing is different. What is
// meant is worked out here once more, in another way.
func FuzzEdit(f *testing.F) {
	for i, data := range yamlSamples(f) {
		for j, text := range []string{"4", "yes: no", "one\n  two\n", strings.Repeat("long words ", 20) + "# end"} {
			f.Add(data, uint16(i*7+j), byte(i+j), text)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, pick uint16, kind byte, text string) {
		if len(data) > 64<<10 {
			return
		}
		tryEdit(t, data, pick, kind, text)
	})
}

// tryEdit makes one edit. It reports whether the file could be edited at all,
// and whether this edit was made.
func tryEdit(t *testing.T, data []byte, pick uint16, kind byte, text string) (editable, made bool) {
	t.Helper()
	e, err := source.NewEditor("fuzz.yaml", data)
	if err != nil {
		return false, false
	}
	before := saidBy(t, data)
	paths := pathsOf(before, "")
	if len(paths) == 0 {
		return false, false
	}
	path := paths[int(pick)%len(paths)]
	value := []source.Value{
		source.Text(text), source.Plain(text), source.Null(), source.List(source.Plain("a"), source.Text(text)),
		source.Map(source.Entry{Key: "b", Value: source.Text(text)}, source.Entry{Key: "c", Value: source.List()}),
	}[int(kind)%5]
	switch kind / 5 % 4 {
	case 0:
		err = e.Set(path, value, mark)
	case 1:
		path += ".new"
		err = e.Set(path, value, mark)
	case 2:
		err = e.Append(path, value, mark)
	case 3:
		err = e.Remove(path, mark)
	}
	if err != nil {
		sentence(t, err)
		if !bytes.Equal(e.Bytes(), data) {
			t.Errorf("%s: refused, and changed all the same: %v\n%s\n---\n%s", path, err, data, e.Bytes())
		}
		return true, false
	}
	if bytes.Equal(e.Bytes(), data) {
		return true, true
	}
	after := saidBy(t, e.Bytes())
	if !recorded(before, after) {
		t.Fatalf("%s: changes have not one entry more\n%s\n---\n%s", path, data, e.Bytes())
	}
	want := meantTree(before, path, int(kind/5%4), text, int(kind)%5)
	if diff := cmp.Diff(without(want, "changes"), without(after, "changes")); diff != "" {
		t.Errorf("%s, kind %d: (-meant +got)\n%s\n%s\n---\n%s", path, kind, diff, data, e.Bytes())
	}
	return true, true
}

// sentence holds what is true of every error.
func sentence(t *testing.T, err error) {
	t.Helper()
	if text := err.Error(); strings.Contains(text, "\n") || !strings.HasPrefix(text, "fuzz.yaml") || len(text) < 30 {
		t.Errorf("%q is no sentence in one line", text)
	}
}

// saidPart is a key with its value, or an entry of a list with its place.
type saidPart struct {
	Key   string
	Value any // []saidPart, or a scalar as a string with its type before it
	list  bool
}

// saidBy reads what a file says: values with their types, in order.
func saidBy(t *testing.T, data []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &doc); err != nil || len(doc.Content) == 0 {
		t.Fatalf("%v\n%s", err, data)
	}
	return saidAt(doc.Content[0])
}

func saidAt(n *yaml.Node) any {
	out := []saidPart{}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			out = append(out, saidPart{Key: norm.NFC.String(n.Content[i].Value), Value: saidAt(n.Content[i+1])})
		}
		return out
	case yaml.SequenceNode:
		for _, entry := range n.Content {
			out = append(out, saidPart{Value: saidAt(entry), list: true})
		}
		return append(out, saidPart{Key: "", Value: "end of list", list: true})
	}
	if n.Tag == "!!null" {
		return "null"
	}
	return n.Tag + " " + norm.NFC.String(n.Value)
}

// pathsOf lists the paths of a tree, but not of keys that paths cannot name
// without quotation marks.
func pathsOf(tree any, above string) []string {
	var paths []string
	parts, _ := tree.([]saidPart)
	for i, p := range parts {
		path := above + "[" + strconv.Itoa(i) + "]"
		if !p.list {
			path = strings.TrimPrefix(above+"."+p.Key, ".")
		} else if i == len(parts)-1 {
			continue
		}
		if !p.list && (p.Key == "" || strings.ContainsAny(p.Key, `."[]`)) || p.list && above == "" {
			continue
		}
		paths = append(append(paths, path), pathsOf(p.Value, path)...)
	}
	return paths
}

// meantTree makes an edit of a tree. The kinds are those of tryEdit.
func meantTree(tree any, path string, what int, text string, kind int) any {
	text = norm.NFC.String(text)
	var value any
	switch kind {
	case 0:
		value = "!!str " + text
	case 1:
		value = "plain " + text
		if slices.Contains([]string{"", "~", "null", "Null", "NULL"}, text) {
			value = "null"
		}
	case 2:
		value = "null"
	case 3:
		value = []saidPart{{Value: "!!str a", list: true}, {Value: "!!str " + text, list: true}, {Value: "end of list", list: true}}
	case 4:
		value = []saidPart{{Key: "b", Value: "!!str " + text}, {Key: "c", Value: []saidPart{{Value: "end of list", list: true}}}}
	}
	var edit func(tree any, rest string) any
	edit = func(tree any, rest string) any {
		if rest == "" {
			if what == 2 {
				list, _ := tree.([]saidPart)
				if len(list) == 0 {
					list = []saidPart{{Value: "end of list", list: true}}
				}
				return slices.Insert(slices.Clone(list), len(list)-1, saidPart{Value: value, list: true})
			}
			return value
		}
		parts, _ := tree.([]saidPart)
		parts = slices.Clone(parts)
		for i, p := range parts {
			name := "[" + strconv.Itoa(i) + "]"
			if !p.list {
				name = "." + p.Key
			}
			tail, ok := strings.CutPrefix(rest, name)
			if !ok || tail != "" && tail[0] != '.' && tail[0] != '[' {
				continue
			}
			if tail == "" && what == 3 {
				return slices.Delete(parts, i, i+1)
			}
			parts[i].Value = edit(p.Value, tail)
			return parts
		}
		return append(parts, saidPart{Key: rest[1:], Value: value})
	}
	return edit(tree, "."+path)
}

// recorded reports whether changes have one entry more.
func recorded(before, after any) bool {
	return len(changesOf(after)) == max(1, len(changesOf(before)))+1
}

func changesOf(tree any) []saidPart {
	for _, p := range tree.([]saidPart) {
		if p.Key == "changes" {
			list, _ := p.Value.([]saidPart)
			return list
		}
	}
	return nil
}

// without is a tree without one of its keys, as texts that can be compared: a
// plain value may be of any type but null, and a new key may be anywhere.
func without(tree any, key string) []string {
	var lines []string
	var walk func(tree any, path string)
	walk = func(tree any, path string) {
		parts, ok := tree.([]saidPart)
		if !ok {
			text, _ := tree.(string)
			if kind, rest, typed := strings.Cut(text, " "); typed && kind != "!!str" && kind != "end" {
				text = "!!str " + rest
			}
			lines = append(lines, path+" = "+text)
			return
		}
		lines = append(lines, path)
		for i, p := range parts {
			name := "." + p.Key
			if p.list {
				name = "[" + strconv.Itoa(i) + "]"
			}
			if path != "" || p.Key != key {
				walk(p.Value, path+name)
			}
		}
	}
	walk(tree, "")
	slices.Sort(lines)
	return lines
}

// yamlSamples are all the files at hand, good and bad.
func yamlSamples(t testing.TB) [][]byte {
	t.Helper()
	var samples [][]byte
	for _, pattern := range []string{"testdata/*/*.yaml", "testdata/edits/*.txtar", "../../../reviews/*/20*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data := load(t, name)
			if strings.HasSuffix(name, ".txtar") {
				data = txtar.Parse(data).Files[0].Data
			}
			// A sealed review is not edited, which another test shows.
			samples = append(samples, bytes.ReplaceAll(data, []byte(`digest: "sha256:1", sha256: "2"`), []byte(`digest: "sha256:1"`)))
		}
	}
	return samples
}
