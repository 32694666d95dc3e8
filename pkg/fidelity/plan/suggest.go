package plan

import (
	"slices"
	"strings"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// AgreedAfter is how many days after a visit a team has usually agreed its
// action plan: six weeks. What takes two months is due that long after it.
const AgreedAfter = 42

// mostSuggested is how many actions are suggested for one item at most. A plan
// with more is seldom carried out.
const mostSuggested = 3

// Suggestion is an action that would help an item on to a score.
type Suggestion struct {
	Item   int // place in the scale
	Aim    int // the score that it leads towards
	Remedy fidelity.RemedyWords
	// Needs are what it helps with, of the step to Aim; nil where that is the
	// step as a whole.
	Needs []fidelity.Need
	When  fidelity.Date // due; counted from the visit, as nothing here reads a clock
}

// Suggest picks from the remedies of an item those that help with what its way
// to a score takes. A remedy without somebody to act is passed over, and so is
// one of a kind that the scale does not name as a remedy of the item: no
// training where training does not help.
func Suggest(a *fidelity.Assessment, words *fidelity.Words, step Step) []Suggestion {
	def := &a.Scale().Items()[step.Item]
	var usable []fidelity.RemedyWords
	for _, r := range words.Items[def.ID].Remedies {
		if strings.TrimSpace(r.Do) != "" && strings.TrimSpace(r.Who) != "" && slices.Contains(def.Remedies, r.Kind) {
			usable = append(usable, r)
		}
	}
	next := a.NextTo(step.Item, step.To)
	asked, enough := gap(a, step.Item, next)
	var out []Suggestion
	for _, r := range fitting(usable, asked, enough) {
		s := Suggestion{Item: step.Item, Aim: step.To, Remedy: r, When: due(a.Review().Visit, r.Takes)}
		if next != nil && len(r.For) > 0 {
			s.Needs = helped(a, step.Item, next, r.For)
		}
		out = append(out, s)
	}
	return out
}

// fitting picks the remedies that help with most of what is asked, until enough
// of it is helped with. Where none is for anything in particular the first does.
func fitting(remedies []fidelity.RemedyWords, asked []string, enough int) []fidelity.RemedyWords {
	var out []fidelity.RemedyWords
	rest := slices.Clone(asked)
	for met := 0; met < enough && len(out) < mostSuggested; {
		best, most := -1, 0
		for i := range remedies {
			n := 0
			for _, name := range rest {
				if slices.Contains(remedies[i].For, name) {
					n++
				}
			}
			if n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			break
		}
		met += most
		rest = slices.DeleteFunc(rest, func(name string) bool { return slices.Contains(remedies[best].For, name) })
		out = append(out, remedies[best])
	}
	if len(out) == 0 && len(remedies) > 0 {
		return remedies[:1]
	}
	return out
}

// gap names the facts, measures and columns that a step asks for, and says how
// many of them do.
func gap(a *fidelity.Assessment, item int, next *fidelity.Next) (names []string, enough int) {
	if next == nil {
		return nil, 0
	}
	rows := false
	for i := range next.Needs {
		rows = rows || next.Needs[i].Row >= 0
		for j := range next.Needs[i].Unmet {
			if name := nameOf(a.Scale(), item, &next.Needs[i].Unmet[j]); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if rows {
		return names, len(names) // each row has needs of its own
	}
	return names, min(next.Choose, len(names))
}

// helped lists the needs of an item that a remedy is for. Those of single rows
// go together: they are left to the step as a whole.
func helped(a *fidelity.Assessment, item int, next *fidelity.Next, names []string) []fidelity.Need {
	var out []fidelity.Need
	for i := range next.Needs {
		n := &next.Needs[i]
		if n.Row >= 0 {
			return nil
		}
		if slices.ContainsFunc(n.Unmet, func(u fidelity.Unmet) bool { return slices.Contains(names, nameOf(a.Scale(), item, &u)) }) {
			out = append(out, *n)
		}
	}
	return out
}

func nameOf(scale *fidelity.Scale, item int, u *fidelity.Unmet) string {
	def := &scale.Items()[item]
	switch {
	case u.Measure >= 0:
		return def.Measures[u.Measure].ID
	case u.Fact >= 0:
		return def.Facts[u.Fact].ID
	}
	t, _ := scale.TableAt(def.Each)
	return scale.Definition().Tables[t].Columns[u.Column].ID
}

// due is when something that takes so long would be done. A day at the weekend
// becomes the Monday after it.
func due(visit fidelity.Period, takes string) fidelity.Date {
	from := visit.To
	if from.IsZero() {
		from = visit.From
	}
	months, weeks := takesUpTo(takes)
	day := time.Date(from.Year, time.Month(from.Month), from.Day+AgreedAfter+7*weeks, 0, 0, 0, 0, time.UTC)
	if months > 0 {
		// The same day of that month, or its last where it is shorter.
		first := time.Date(day.Year(), day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		day = first.AddDate(0, 0, min(day.Day(), last)-1)
	}
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, 1)
	}
	return fidelity.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}
}

var numberWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
}

// usualMonths stands for a time that cannot be read.
const usualMonths = 3

// takesUpTo reads how long something takes, as remedies have it: "about two
// months", "six to nine months", "2 weeks". The longer of two times counts.
func takesUpTo(text string) (months, weeks int) {
	n := 0
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c == ' ' || c == '-' || c == ',' || c == '.' }) {
		if number, ok := numberWords[word]; ok {
			n = number
			continue
		}
		if number, err := fidelity.ParseNumber(word); err == nil {
			if whole, ok := number.Int(); ok && whole > 0 && whole <= 120 {
				n = whole
			}
			continue
		}
		if n == 0 {
			continue
		}
		switch strings.TrimSuffix(word, "s") {
		case "day":
			return 0, (n + 6) / 7
		case "week":
			return 0, n
		case "month":
			return n, 0
		case "year":
			return 12 * n, 0
		}
	}
	return usualMonths, 0
}
