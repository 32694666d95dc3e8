package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The codes of problems that only a whole scale can have.
const (
	CodeUnreachable = "unreachable" // a score or band that no evidence gives
	CodeOrder       = "order"       // a higher score that takes less than a lower one
	CodeNoRule      = "no-rule"     // a score or total that no rule is about
	CodeUnused      = "unused"      // something declared that nothing refers to
	CodeAmbiguous   = "ambiguous"   // one name for two things
	CodeNoWords     = "no-words"    // a text that is missing or does not fit
	CodeRemedies    = "remedies"    // remedies that do not go with their item
	CodeExamples    = "examples"    // examples that are too few, or are not fulfilled
)

// LintScale tests the definition of a scale in its folder: its rules, words,
// examples and wordings. Beside what ReadScale, ReadWords, ReadExamples and
// ReadOverlay find, it tells what can be read and was hardly meant. All problems
// are told at once, but what a scale lacks is only looked for once its rules
// are without an error: a name that is misspelt would be missed everywhere.
// File names in problems begin with prefix.
func LintScale(fsys fs.FS, prefix string) Problems {
	scale, problems := ReadScale(fsys, prefix)
	if scale == nil {
		problems = append(problems, shapesOfWords(fsys, prefix)...)
		problems.Sort()
		return problems
	}
	words, ofWords := ReadWords(fsys, prefix, scale)
	l := &lint{
		fsys: fsys, prefix: prefix, scale: scale, def: scale.Definition(), words: words,
		roots: map[string]*yaml.Node{}, problems: append(problems, ofWords...),
	}
	l.rules()
	if words != nil {
		l.wording()
	}
	l.examples()
	l.problems.Sort()
	return l.problems
}

// shapesOfWords reads the words of a scale that has no rules to hold them
// against.
func shapesOfWords(fsys fs.FS, prefix string) Problems {
	s := &scaleReader{fsys: fsys, prefix: prefix, roots: map[string]*yaml.Node{}}
	r, _ := s.open("words.yaml", &fidelity.Words{})
	s.take(r)
	files, _ := fs.Glob(fsys, "words/*.yaml") // the pattern is sound
	for _, file := range files {
		r, _ := s.open(file, &fidelity.ItemWords{})
		s.take(r)
	}
	return s.problems
}

// lint looks at one scale. Each of its rules is a method that tells one kind of
// problem.
type lint struct {
	fsys     fs.FS
	prefix   string
	scale    *fidelity.Scale
	def      *fidelity.Definition
	words    *fidelity.Words // nil where they have an error
	roots    map[string]*yaml.Node
	problems Problems
}

// rules are the rules about the frame and the items' rules.
func (l *lint) rules() {
	l.folder()
	l.strays("rules")
	l.strays("words")
	l.bands()
	l.sections()
	l.sources()
	l.principles()
	for i := range l.def.Items {
		item := &l.def.Items[i]
		l.anchors(item)
		l.scoresWithoutAnchor(item)
		l.fallingCount(item)
		l.unusedMeasures(item)
		l.unusedFacts(item)
		l.ambiguous(item)
		l.develops(item)
	}
}

// wording is the rules that look at the words.
func (l *lint) wording() {
	l.unusedColumns()
	l.remedyNames()
	l.audienceNames()
	l.trainingNames()
	l.frameTexts()
	for t := range l.def.Tables {
		l.tableTexts(&l.def.Tables[t])
	}
	for i := range l.def.Items {
		item := &l.def.Items[i]
		words, at := l.words.Items[item.ID], wordsOf(item)
		l.itemTexts(item, &words, at)
		l.scoreTexts(&words, at)
		l.measureTexts(item, &words, at)
		l.factTexts(item, &words, at)
		l.flagTexts(item, &words, at)
		l.remedyTexts(&words, at)
		l.fewRemedies(&words, at)
		l.longShort(words.Short, at)
		l.remedyKinds(item, &words, at)
		l.remedyParts(item, &words, at)
	}
	l.overlays()
}

// spot is a place in one of the scale's files.
type spot struct {
	file  string
	steps []step
}

func frame(parts ...any) spot             { return spot{file: "scale.yaml"}.to(parts...) }
func wordsAt(parts ...any) spot           { return spot{file: "words.yaml"}.to(parts...) }
func ruleOf(item *fidelity.Item) spot     { return spot{file: "rules/" + item.ID + ".yaml"} }
func wordsOf(item *fidelity.Item) spot    { return spot{file: "words/" + item.ID + ".yaml"} }
func examplesOf(item *fidelity.Item) spot { return spot{file: exampleName(item.ID)} }

// to goes further down: a text is a key, a number the place in a list.
func (s spot) to(parts ...any) spot {
	steps := slices.Clone(s.steps)
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			steps = append(steps, keyStep(p))
		case int:
			steps = append(steps, step{index: p})
		}
	}
	return spot{s.file, steps}
}

// entry is one entry of a list.
func (s spot) entry(name string, i int) spot { return s.to(name, i) }

func (l *lint) fail(at spot, code, format string, args ...any) {
	l.tell(at, Error, code, format, args...)
}

func (l *lint) warn(at spot, code, format string, args ...any) {
	l.tell(at, Warning, code, format, args...)
}

func (l *lint) note(at spot, code, format string, args ...any) {
	l.tell(at, Note, code, format, args...)
}

func (l *lint) tell(at spot, level Level, code, format string, args ...any) {
	r := &reader{file: path.Join(l.prefix, at.file), path: at.steps}
	r.add(nodeAt(l.nodes(at.file), at.steps), level, code, format, args...)
	l.problems = append(l.problems, r.problems...)
}

// nodes reads a file once more, for the places of what is in it.
func (l *lint) nodes(file string) *yaml.Node {
	root, read := l.roots[file]
	if !read {
		_, root = nodesOf(l.fsys, l.prefix, file)
		l.roots[file] = root
	}
	return root
}

// folder wants the folder to be named by the scale: a shelf finds it by that.
func (l *lint) folder() {
	if name := path.Base(l.prefix); slug.MatchString(name) && name != l.def.ID {
		l.warn(frame("id"), CodeConflict, "the folder is %s and the scale %s; reviews only find a scale whose folder has its name", name, l.def.ID)
	}
}

// strays tells files of items that the scale does not list: nothing reads them.
func (l *lint) strays(folder string) {
	files, _ := fs.Glob(l.fsys, folder+"/*.yaml") // the pattern is sound
	for _, file := range files {
		id := strings.TrimSuffix(path.Base(file), ".yaml")
		if _, ok := l.scale.ItemAt(id); !ok {
			l.fail(spot{file: file}, CodeUnknown, "there is no item %q %s%s", id, itemKeys(l.scale).of, itemKeys(l.scale).instead(id))
		}
	}
}
