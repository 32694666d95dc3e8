package source_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// lay reads a text as the en-US wording of the small scale of lint.
func lay(t *testing.T, text string) (over, base *fidelity.Words, problems source.Problems) {
	t.Helper()
	fsys := lintScale(t)
	if text != "" {
		fsys["wording.en-US.yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	scale, problems := source.ReadScale(fsys, "lintscale")
	if scale == nil {
		t.Fatal(problems)
	}
	base, problems = source.ReadWords(fsys, "lintscale", scale)
	if base == nil {
		t.Fatal(problems)
	}
	before, _ := source.ReadWords(fsys, "lintscale", scale)
	over, problems = source.ReadOverlay(fsys, "lintscale", "en-US", scale, base)
	if diff := cmp.Diff(before, base); diff != "" {
		t.Errorf("the words themselves change\n%s", diff)
	}
	return over, base, problems
}

func TestOverlayHasItsOwnTexts(t *testing.T) {
	over, base, problems := lay(t, "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got := over.Tables["workers"].Columns["style"].Means; got != "How the work is organized." {
		t.Error(got)
	}
	if got := over.Items["load"].Remedies[1].FirstWeek; got != "Set a day." {
		t.Error(got)
	}
	if got := base.Items["load"].Remedies[1].FirstWeek; got != "Fix a day." {
		t.Error(got)
	}
}

// What an overlay lacks stays as it is, each text once: those of a part that it
// lacks altogether are told as one.
func TestOverlayFallsBack(t *testing.T) {
	over, base, problems := lay(t, `
title: A scale in other words
short: small
items:
  load:
    title: Work load
    scores: {4: Easy.}
    pitfalls: []
    remedies:
      - {kind: design, do: Hand work on.}
`)
	if over == nil {
		t.Fatal(problems)
	}
	load, was := over.Items["load"], base.Items["load"]
	if over.Title != "A scale in other words" || over.Attribution != base.Attribution || load.Title != "Work load" || load.Asks != was.Asks {
		t.Errorf("%q %q %q %q", over.Title, over.Attribution, load.Title, load.Asks)
	}
	if load.Scores[4] != "Easy." || load.Scores[3] != was.Scores[3] || len(load.Scores) != 4 {
		t.Error(load.Scores)
	}
	if !slices.Equal(load.Pitfalls, was.Pitfalls) || load.Remedies[0].Do != "Hand work on." || load.Remedies[0].Who != was.Remedies[0].Who || !cmp.Equal(load.Remedies[1], was.Remedies[1]) {
		t.Error(load.Pitfalls, load.Remedies)
	}
	if diff := cmp.Diff(base.Items["waits"], over.Items["waits"]); diff != "" {
		t.Error(diff)
	}
	var paths []string
	for _, p := range problems {
		if sound(t, p); p.Level != source.Warning || p.Code != source.CodeGap {
			t.Error(p)
		}
		paths = append(paths, p.Path)
	}
	want := "attribution bands bands_short sections principles views sources remedies audiences training tables " +
		"items.contact items.meetings items.waits " +
		"items.load.short items.load.asks items.load.measures items.load.flags items.load.evidence " +
		"items.load.scores.1 items.load.scores.2 items.load.scores.3 items.load.pitfalls " +
		"items.load.remedies[1] items.load.remedies[0].who items.load.remedies[0].takes items.load.remedies[0].first_week"
	slices.Sort(paths)
	if diff := cmp.Diff(slices.Sorted(strings.FieldsSeq(want)), paths); diff != "" {
		t.Error(diff)
	}
}

func TestOverlayProblems(t *testing.T) {
	for text, want := range map[string]string{
		"titel: x\n":                                                      `1:1: titel: there is no key "titel" at the top of the file; did you mean title?`,
		"bands: {hihg: High}\n":                                           `1:9: bands.hihg: there is no band "hihg" to put into words here; did you mean high?`,
		"items: {lode: {title: x}}":                                       `1:9: items.lode: there is no item "lode" in lintscale; the items are load, waits, contact and meetings`,
		"items: {load: {facts: {weekly: {short: x}}}}":                    `1:24: items.load.facts.weekly: there is no fact "weekly" to put into words here`,
		"tables: {workers: {minutes: 0}}":                                 `1:29: tables.workers.minutes: 0 minutes is no estimate; write 1 to 480, or leave it out`,
		"items: {load: {minutes: 900}}":                                   `1:25: items.load.minutes: 900 minutes is no estimate; write 1 to 480, or leave it out`,
		"tables: {workers: {columns: {clients: {minutes: -3}}}}":          `1:49: tables.workers.columns.clients.minutes: -3 minutes is no estimate; write 1 to 480, or leave it out`,
		"tables: {workers: {from: visits}}":                               `1:26: tables.workers.from: there is no source "visits" in this scale; the sources are documents and interviews`,
		"items: {load: {scores: {5: x}}}":                                 `1:25: items.load.scores.5: there is no score "5" to put into words here; the scores are 1, 2, 3 and 4`,
		"items: {contact: {facts: {contact: {answers: {daily: daily}}}}}": `1:47: items.contact.facts.contact.answers.daily: there is no answer "daily" to put into words here; the answers are never, monthly and weekly`,
		"items: {load: {title: [x]}}":                                     `1:23: items.load.title: a list stands where one text belongs`,
		"items: [load]\n":                                                 `1:8: items: a list stands where keys with values belong`,
		"items: {}\nitems: {}\n":                                          `2:1: items: items is written twice; the first is in line 1, keep one of them`,
		"- title\n":                                                       `1:1: a list stands where keys with values belong`,
		"# nothing\n":                                                     `: the file is empty`,
	} {
		over, _, problems := lay(t, text)
		if over != nil || len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "lintscale/wording.en-US.yaml:"+want) &&
			problems[0].String() != "lintscale/wording.en-US.yaml"+want {
			t.Errorf("%q: %v\nwant %s", text, problems, want)
		}
	}
}

func TestShelfFindsWordings(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	scale, err := shelf.Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	if got := shelf.Overlays(scale); !slices.Equal(got, []string{"en-US"}) {
		t.Error(got)
	}
	own, err := shelf.WordsIn(scale, "")
	if err != nil || own.Sections["organisation"] != "Organisation" {
		t.Error(own, err)
	}
	for _, locale := range []string{"en-US", "en-us", "en-US"} {
		words, err := shelf.WordsIn(scale, locale)
		if err != nil || words.Sections["organisation"] != "Organization" {
			t.Error(words, err)
		}
	}
	for locale, want := range map[string]string{
		"cy":           `there is no wording "cy" of ips-25; the only wording is en-US`,
		"en-UK":        `there is no wording "en-UK" of ips-25; did you mean en-US?`,
		"../../secret": `there is no wording "../../secret" of ips-25; the only wording is en-US`,
	} {
		if _, err := shelf.WordsIn(scale, locale); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestShelfTellsAWordingThatCannotBeUsed(t *testing.T) {
	files := fstest.MapFS{}
	for name, file := range lintScale(t) {
		files["lintscale/"+name] = file
	}
	files["lintscale/wording.fr.yaml"] = &fstest.MapFile{Data: []byte("titre: x\n")}
	files["lintscale/wording.x_y.yaml"] = &fstest.MapFile{Data: []byte("title: x\n")}
	shelf := source.NewShelf(files)
	scale, err := shelf.Scale("lintscale@1")
	if err != nil {
		t.Fatal(err)
	}
	if got := shelf.Overlays(scale); !slices.Equal(got, []string{"en-US", "fr"}) {
		t.Error(got)
	}
	for range 2 { // read once, and told each time
		if words, err := shelf.WordsIn(scale, "fr"); words != nil || err == nil || !strings.HasPrefix(err.Error(), "lintscale/wording.fr.yaml:1:1: titre: ") {
			t.Error(words, err)
		}
	}
	if _, err := shelf.WordsIn(scale, "de"); err == nil || err.Error() != `there is no wording "de" of lintscale; the wordings are en-US and fr` {
		t.Error(err)
	}
	delete(files, "lintscale/wording.fr.yaml")
	delete(files, "lintscale/wording.en-US.yaml")
	if _, err := shelf.WordsIn(scale, "de"); err == nil || err.Error() != `there is no wording "de" of lintscale, which has its own words alone` {
		t.Error(err)
	}
}

// FuzzReadOverlay holds that no file makes the reader fail, and that words that
// are taken keep every text that the scale has.
func FuzzReadOverlay(f *testing.F) {
	data, err := fs.ReadFile(lintScale(f), "wording.en-US.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("items: {load: {remedies: [{}, null, {do: x}]}}"))
	fsys := lintScale(f)
	scale, _ := source.ReadScale(fsys, "lintscale")
	base, _ := source.ReadWords(fsys, "lintscale", scale)
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys["wording.en-US.yaml"] = &fstest.MapFile{Data: data}
		over, problems := source.ReadOverlay(fsys, "lintscale", "en-US", scale, base)
		switch {
		case (over == nil) != problems.Errors():
			t.Errorf("words: %v, problems: %v", over != nil, problems)
		case over != nil && (over.Title == "" || len(over.Items) != len(base.Items) || over.Items["load"].Title == "" || len(over.Items["load"].Remedies) < 2):
			t.Errorf("a text is lost: %+v", over)
		}
	})
}
