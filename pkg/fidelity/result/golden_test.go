package result_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestWholeResults(t *testing.T) {
	for name, review := range map[string]string{
		"full.json": reviewtest.Full, "incomplete.json": reviewtest.Incomplete, "stripped.json": reviewtest.Stripped,
	} {
		t.Run(name, func(t *testing.T) {
			a := reviewtest.Assess(t, review)
			r := of(t, a, review)
			if r.Scale.Digest != a.Scale().Digest() {
				t.Errorf("the digest is %s, want %s", r.Scale.Digest, a.Scale().Digest())
			}
			r.Scale.Digest = "sha256:" // changes with every rule
			golden(t, name, written(t, r, true))
		})
	}
}

func TestLinesAreWrittenOnOneLine(t *testing.T) {
	data := written(t, given(t, `items: {disclosure: {because: "First line.\nSecond <line> & more."}}`), false)
	for i, c := range data {
		if c == '\n' && i != len(data)-1 {
			t.Fatalf("a line feed at %d of %d", i, len(data))
		}
	}
	if data[len(data)-1] != '\n' {
		t.Error("no line feed at the end")
	}
}
