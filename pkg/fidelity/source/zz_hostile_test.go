package source

import (
	"bytes"
	"fmt"
	"github.com/ips-fidelity/fidelity/items"
	"gopkg.in/yaml.v3"
	"strings"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	rep := func(s string) []byte { return []byte(strings.Repeat(s, MaxSize/len(s))) }
	head := "format: fidelity/review/1\nscale: ips-25@1\nservice: {id: a, name: b}\nkind: guided\nvisit: {from: 2026-05-12}\n"
	var rows, facts strings.Builder
	rows.WriteString(head + "evidence:\n  clients:\n")
	for range 100000 {
		rows.WriteString("    - {id: C001}\n")
	}
	facts.WriteString(head + "items:\n  disclosure:\n    facts:\n")
	for i := range 200000 {
		fmt.Fprintf(&facts, "      more-than-onc%d: yes\n", i)
	}
	cases := map[string][]byte{
		"brackets": rep("["), "braces": rep("{"), "keys": rep("a: b\n"), "flowkeys": append([]byte("{"), rep("a: b,")...), "items": rep("- a\n"), "dashes": rep("- "),
		"comments": rep("# a comment\n"), "shortcomments": rep("#\n"), "onecomment": rep("#"), "scalar": append([]byte("a: "), rep("x")[8:]...), "quoted": append([]byte("a: \""), rep("x")[8:]...),
		"lines": append([]byte("a: "), rep("x\n ")[8:]...), "newlines": rep("\n"), "spaces": rep(" "), "tabs": rep("\t"), "anchors": rep("- &a a\n"), "aliases": append([]byte("- &a a\n"), rep("- *a\n")[8:]...),
		"rows": []byte(rows.String()), "facts": []byte(facts.String()), "flowitems": append([]byte("a: ["), rep("a,")[16:]...), "qmarks": rep("? "), "docs": rep("---\n"), "literal": append([]byte("a: |\n"), rep(" x\n")[16:]...),
		"keycomments": rep("a: b # c\n"), "commentkeys": rep("# c\na: b\n"), "uniq": nil, "colons": rep(":"), "colonsp": rep(": "), "pct": rep("%"), "pctl": rep("%a b\n"), "bang": rep("!a "), "cm": rep("- #\n"), "seqcm": rep("-\n #\n"), "bslash": append([]byte("a: \""), rep("\\n")[16:]...),
		"indent": func() []byte {
			var b bytes.Buffer
			for i := 0; b.Len() < MaxSize-5000; i++ {
				b.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return b.Bytes()
		}(),
		"nfd": append([]byte("a: e"), rep("\u0301")[16:]...),
	}
	var u strings.Builder
	for i := 0; u.Len() < MaxSize-20; i++ {
		fmt.Fprintf(&u, "k%d: v\n", i)
	}
	cases["uniq"] = []byte(u.String())
	shelf := NewShelf(items.FS)
	_, _ = shelf.Scale("ips-25@1")
	for name, data := range cases {
		if len(data) > MaxSize {
			data = data[:MaxSize]
		}
		start := time.Now()
		var n yaml.Node
		err := yaml.Unmarshal(data, &n)
		dec := time.Since(start)
		es := fmt.Sprint(err)
		if len(es) > 80 {
			es = es[:80]
		}
		start = time.Now()
		_, p := ReadReview("x", data, shelf)
		f := ""
		if len(p) > 0 {
			f = p[0].String()
		}
		if len(f) > 150 {
			f = f[:150]
		}
		t.Logf("%-14s decode %8v read %8v problems %d  %s | %s", name, dec.Round(time.Millisecond), time.Since(start).Round(time.Millisecond), len(p), es, f)
	}
}
