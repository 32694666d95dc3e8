package source_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// mark is when, by whom and why the edits of the tests are made.
var mark = source.Mark{At: "2026-06-01T09:30:00Z", By: "r1"}

// TestEdits makes the edits of testdata/edits/SITUATION.txtar: commands, the
// file before, and the file after or the error. Each is made five times over:
// the ends of lines, a byte order mark and a missing last line break make no
// difference and stay as they are.
func TestEdits(t *testing.T) {
	for _, name := range glob(t, "testdata/edits/*.txtar", 90) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive := txtar.Parse(load(t, name))
			if len(archive.Files) != 2 {
				t.Fatalf("%d sections, want before and after, or before and error", len(archive.Files))
			}
			before, want := archive.Files[0].Data, &archive.Files[1]
			if *update {
				after, err := makeEdits(t, before, string(archive.Comment))
				want.Name, want.Data = "after", after
				if err != nil {
					want.Name, want.Data = "error", []byte(err.Error()+"\n")
				}
				golden(t, name, string(txtar.Format(archive)))
				return
			}
			for variant, written := range variants {
				after, err := makeEdits(t, written(before), string(archive.Comment))
				switch {
				case want.Name == "error" && err == nil:
					t.Errorf("%s: not refused\n%s", variant, after)
				case want.Name == "error" && err.Error()+"\n" != string(want.Data):
					t.Errorf("%s: %v\nwant\n%s", variant, err, want.Data)
				case want.Name == "error" && !bytes.Equal(after, written(before)):
					t.Errorf("%s: refused, and changed all the same\n%s", variant, after)
				case want.Name == "error":
				case err != nil:
					t.Errorf("%s: %v", variant, err)
				default:
					if diff := cmp.Diff(string(written(want.Data)), string(after)); diff != "" {
						t.Errorf("%s: (-want +got)\n%s", variant, diff)
					}
				}
			}
		})
	}
}

// variants are the ways in which editors write the same lines.
var variants = map[string]func([]byte) []byte{
	"as it is":           func(data []byte) []byte { return data },
	"CRLF":               withCRLF,
	"byte order mark":    func(data []byte) []byte { return append([]byte("\uFEFF"), data...) },
	"no last line break": func(data []byte) []byte { return bytes.TrimSuffix(data, []byte("\n")) },
	"CRLF, with a mark, no last line break": func(data []byte) []byte {
		return append([]byte("\uFEFF"), withCRLF(bytes.TrimSuffix(data, []byte("\n")))...)
	},
}

func withCRLF(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")) }

// makeEdits carries out the commands of a situation. The error is the first.
func makeEdits(t *testing.T, data []byte, commands string) ([]byte, error) {
	t.Helper()
	e, err := source.NewEditor("review.yaml", data)
	if err != nil {
		return data, err
	}
	why := mark
	for line := range strings.Lines(commands) {
		command, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		path, value, _ := strings.Cut(rest, " ")
		switch command {
		case "", "#":
		case "why":
			why.Why = rest
		case "by":
			why.By = rest
		case "scale":
			scale, err := ips.Scale(rest)
			if err != nil {
				t.Fatal(err)
			}
			e.OrderBy(scale)
		case "set":
			err = errors.Join(err, e.Set(path, valueOf(t, value), why))
		case "append":
			err = errors.Join(err, e.Append(path, valueOf(t, value), why))
		case "remove":
			err = errors.Join(err, e.Remove(path, why))
		default:
			t.Fatalf("%q is no command", command)
		}
	}
	return e.Bytes(), err
}

// valueOf reads a value as the commands of the situations have it: in YAML,
// where what stands in quotation marks is free text.
func valueOf(t *testing.T, text string) source.Value {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(text, err)
	}
	if len(doc.Content) == 0 {
		return source.Value{}
	}
	return valueAt(doc.Content[0])
}

func valueAt(n *yaml.Node) source.Value {
	switch {
	case n.Kind == yaml.MappingNode:
		var entries []source.Entry
		for i := 0; i < len(n.Content); i += 2 {
			entries = append(entries, source.Entry{Key: n.Content[i].Value, Value: valueAt(n.Content[i+1])})
		}
		return source.Map(entries...)
	case n.Kind == yaml.SequenceNode:
		var entries []source.Value
		for _, entry := range n.Content {
			entries = append(entries, valueAt(entry))
		}
		return source.List(entries...)
	case n.Style != 0:
		return source.Text(n.Value)
	}
	return source.Plain(n.Value)
}
