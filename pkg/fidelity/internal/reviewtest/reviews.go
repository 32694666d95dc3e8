// Package reviewtest holds reviews for the tests of several packages: three
// believable ones on the IPS-25 scale, small ones made of a few lines of YAML,
// and random ones on any scale that comes with the tool.
package reviewtest

import (
	"embed"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// TB is what *testing.T, *testing.B and *rapid.T can all do.
type TB interface {
	Helper()
	Fatal(args ...any)
}

var shelf = source.NewShelf(items.FS)

// The scales that come with the tool.
const (
	IPS25 = "ips-25@1"
	IPS15 = "ips-15@1"
)

var speakers sync.Map // by the scale's reference

// Speaker returns the speaker of the IPS-25 scale.
func Speaker(t TB) *say.Speaker {
	t.Helper()
	return SpeakerOf(t, IPS25)
}

// SpeakerOf returns the speaker of a scale, made once for all tests.
func SpeakerOf(t TB, scaleRef string) *say.Speaker {
	t.Helper()
	if s, ok := speakers.Load(scaleRef); ok {
		return s.(*say.Speaker)
	}
	scale, err := shelf.Scale(scaleRef)
	if err != nil {
		t.Fatal(err)
	}
	words, err := shelf.Words(scale)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := speakers.LoadOrStore(scaleRef, say.New(scale, words))
	return s.(*say.Speaker)
}

//go:embed testdata/*.yaml
var files embed.FS

// The reviews of testdata: every item rated, figures for 5 specialists, 15
// clients and 20 jobs; work in progress, with much still open; and one whose
// evidence has been taken out.
const (
	Full       = "full.yaml"
	Incomplete = "incomplete.yaml"
	Stripped   = "stripped.yaml"
)

// Assess reads one of the reviews of testdata and assesses it.
func Assess(t TB, name string) *fidelity.Assessment {
	t.Helper()
	data, err := files.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return fidelity.Assess(Read(t, name, string(data)))
}

const head = `format: fidelity/review/1
scale: ips-25@1
service: {id: larkhill, name: Larkhill Employment Service}
kind: independent
visit: {from: 2026-05-12, to: 2026-05-13}
`

// Given assesses a review of Larkhill that holds just these lines of YAML.
func Given(t TB, lines string) *fidelity.Assessment {
	t.Helper()
	return fidelity.Assess(Read(t, "given", head+lines))
}

// Read reads a review that has to be right.
func Read(t TB, name, text string) *fidelity.Review {
	t.Helper()
	file, problems := source.ReadReview(name, []byte(text), shelf)
	if file == nil {
		t.Fatal(problems)
	}
	return file.Review
}

// References assesses the reference reviews of package source, by their names.
// Up is the way from the package under test to pkg/fidelity.
func References(t TB, up string) map[string]*fidelity.Assessment {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(up, "source/testdata/reference/*.yaml"))
	if err != nil || len(names) < 17 {
		t.Fatal(names, err)
	}
	all := map[string]*fidelity.Assessment{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".yaml")] = fidelity.Assess(Read(t, name, string(data)))
	}
	return all
}
