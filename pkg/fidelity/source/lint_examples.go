package source

import (
	"fmt"
	"io/fs"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// fewestExamples is how many situations show what an item means.
const fewestExamples = 4

// examples reads the examples and holds the scale against them.
func (l *lint) examples() {
	if _, err := fs.Stat(l.fsys, examplesFolder); err != nil {
		l.warn(spot{file: examplesFolder}, CodeExamples, "the scale has no examples; write at least %d for each item, as in %s", fewestExamples, examplesOf(&l.def.Items[0]).file)
		return
	}
	all, problems := ReadExamples(l.fsys, l.prefix, l.scale)
	l.problems = append(l.problems, problems...)
	if problems.Errors() {
		return // there are none then, which says nothing of what is in the files
	}
	of := make([][]Example, len(l.def.Items))
	for _, e := range all {
		of[e.Item] = append(of[e.Item], e)
	}
	for i := range l.def.Items {
		l.fewExamples(&l.def.Items[i], of[i])
		l.examplesOfKind(&l.def.Items[i], of[i], Boundary, "lies at a limit between two scores, or just beside it")
		l.examplesOfKind(&l.def.Items[i], of[i], Incomplete, "lacks evidence that the item asks for")
		for n := range of[i] {
			l.unfulfilled(&of[i][n], examplesOf(&l.def.Items[i]).entry("examples", n))
		}
	}
}

func (l *lint) fewExamples(item *fidelity.Item, examples []Example) {
	if n := len(examples); n < fewestExamples {
		l.warn(examplesOf(item), CodeExamples, "examples of %s: %d; write at least %d", item.ID, n, fewestExamples)
	}
}

func (l *lint) examplesOfKind(item *fidelity.Item, examples []Example, kind ExampleKind, does string) {
	if len(examples) > 0 && !slices.ContainsFunc(examples, func(e Example) bool { return e.Kind == kind }) {
		l.warn(examplesOf(item), CodeExamples, "no example of %s is of kind %s; write one that %s", item.ID, kind, does)
	}
}

// unfulfilled tells an example that comes out otherwise.
func (l *lint) unfulfilled(e *Example, at spot) {
	got := &fidelity.Assess(e.Review).Items[e.Item]
	if got.Low != e.Low || got.High != e.High {
		l.fail(at.to("gives"), CodeExamples, "this example gives %s by the rules, not %s", scoreRange(got.Low, got.High), scoreRange(e.Low, e.High))
	}
	if e.Missing == nil {
		return
	}
	speaker := say.New(l.scale, &fidelity.Words{}) // a path needs no words
	var missing []string
	for _, m := range got.Missing {
		missing = append(missing, speaker.Path(m))
	}
	want := slices.Sorted(slices.Values(e.Missing))
	if slices.Sort(missing); !slices.Equal(missing, want) {
		l.fail(at.to("missing"), CodeExamples, "what is missing by the rules is [%s]", joined(missing, ", "))
	}
}

func scoreRange(low, high int) string {
	if low == high {
		return fmt.Sprint(low)
	}
	return fmt.Sprintf("%d to %d", low, high)
}
