package source_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// An edit that cannot be recorded or written is refused, and changes nothing.
func TestEditsThatCannotBeWritten(t *testing.T) {
	good := source.Plain("4")
	for situation, c := range map[string]struct {
		value source.Value
		mark  source.Mark
		says  string
	}{
		"no time":                {good, source.Mark{By: "r1"}, "the time of the change"},
		"no such day":            {good, source.Mark{At: "2026-02-30", By: "r1"}, "the time of the change"},
		"a time of another kind": {good, source.Mark{At: "2026-05-13T16:20", By: "r1"}, "write it as in 2026-05-13T16:20:00Z"},
		"a reason in Latin-1":    {good, source.Mark{At: mark.At, Why: "S\xe9ance"}, "not text in UTF-8"},
		"a person in Latin-1":    {good, source.Mark{At: mark.At, By: "Zo\xeb"}, "not text in UTF-8"},
		"a text in Latin-1":      {source.Text("S\xe9ance"), mark, "not text in UTF-8"},
		"no value":               {source.Value{}, mark, "there is no value to write here"},
		"a list with a gap":      {source.List(source.Plain("a"), source.Value{}), mark, "a part of the new value is missing"},
		"a key without a value":  {source.Map(source.Entry{Key: "a"}), mark, "a part of the new value is missing"},
		"a gap further in":       {source.List(source.List(source.Value{})), mark, "a part of the new value is missing"},
		"too large":              {source.Text(strings.Repeat("long ", source.MaxSize/5)), mark, "larger than 8 MiB"},
		"too deep":               {deep(70), mark, "cannot be edited without risk"},
	} {
		t.Run(situation, func(t *testing.T) {
			e, err := source.NewEditor("review.yaml", []byte(short))
			if err != nil {
				t.Fatal(err)
			}
			refusal(t, e.Set("items.disclosure.because", c.value, c.mark), c.says)
			if string(e.Bytes()) != short {
				t.Errorf("refused, and changed all the same\n%s", e.Bytes())
			}
		})
	}
}

func deep(levels int) source.Value {
	v := source.Plain("a")
	for range levels {
		v = source.List(v)
	}
	return v
}

func TestGet(t *testing.T) {
	e, err := source.NewEditor("review.yaml", []byte(head+"items:\n  disclosure: {score: 3, because: , saw: \"\"}\nactions: [{id: a1, status: open}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if e.Name() != "review.yaml" {
		t.Errorf("the name is %q", e.Name())
	}
	for path, want := range map[string]string{
		"items.disclosure.score": "3", "actions[0].status": "open", "actions[id=A1].status": "open", "scale": "ips-25@1",
		`"items".disclosure."score"`: "3", "items.disclosure.saw": "",
	} {
		if got, ok := e.Get(path); got != want || !ok {
			t.Errorf("%s is %q, %v", path, got, ok)
		}
	}
	for _, path := range []string{"items.disclosure.because", "items.disclosure", "items.x", "actions[1]", "actions", "a..b", "items.disclosure.score.x"} {
		if got, ok := e.Get(path); got != "" || ok {
			t.Errorf("%s is %q, %v", path, got, ok)
		}
	}
}

// What the editor gives out and takes in is its own.
func TestEditorKeepsItsOwnBytes(t *testing.T) {
	data := []byte(short)
	e, err := source.NewEditor("review.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	clear(data)
	clear(e.Bytes())
	value := source.Map(source.Entry{Key: "text", Value: source.Text("Agree.")})
	for _, path := range []string{"items.disclosure.recommend", "items.team-contact.recommend", "response"} {
		if err := e.Set(path, value, mark); err != nil {
			t.Fatal(err)
		}
	}
	if got := e.Bytes(); !bytes.HasPrefix(got, []byte(head)) || bytes.Count(got, []byte("text: Agree.")) != 3 {
		t.Errorf("%s", got)
	}
}

// A literal text at the end of a file without a last line break would be given
// one by whatever follows it.
func TestEditsBehindATextWithoutItsLineBreak(t *testing.T) {
	const text = short + "sharing: |\n  For all."
	e, err := source.NewEditor("review.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	refusal(t, e.Set("items.disclosure.score", source.Plain("4"), mark), "add one and try again")
	if string(e.Bytes()) != text {
		t.Errorf("refused, and changed all the same\n%s", e.Bytes())
	}
	e, err = source.NewEditor("review.yaml", []byte(text+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	refusal(t, e.Set("items.disclosure.score", source.Plain("4"), mark), "")
}

// BenchmarkSet edits one score of a full review: two splices, each read again.
func BenchmarkSet(b *testing.B) {
	e, err := source.NewEditor("full.yaml", load(b, "testdata/good/full.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		draft := *e
		if err := draft.Set("items.community-services.score", source.Plain("4"), mark); err != nil {
			b.Fatal(err)
		}
	}
}
