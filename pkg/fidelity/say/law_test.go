package say_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// sentences are all that can be said of an item: those that end with a full
// stop, and the parts of sentences that stand in tables and lists.
func sentences(s *say.Speaker, a *fidelity.Assessment, item int) (whole, parts map[string]string) {
	it := &a.Items[item]
	whole = map[string]string{"why": s.Why(a, item), "verdict": s.Verdict(a, item), "missing": say.Sentence(s.MissingInShort(a, item))}
	parts = map[string]string{"short evidence": s.ShortEvidence(a, item), "score": s.ScoreWords(a, item), "strength": s.Strength(a, item), "evidence": s.Evidence(a, item)}
	for f := range it.Flags {
		whole["flag "+it.Flags[f].Code] = s.Flag(a, item, &it.Flags[f])
	}
	if it.Next != nil {
		whole["next"] = s.Next(a, item)
		parts["needs"] = s.Needs(a, item, it.Next)
		for n := range it.Next.Needs {
			parts["need"] = s.Need(a, item, &it.Next.Needs[n])
		}
	}
	for _, m := range it.Missing {
		parts["missing "+s.Path(m)] = s.Missing(a, m)
	}
	if len(it.Missing) > 0 {
		parts["missing, named"] = s.MissingNamed(a, item)
	}
	for r := range it.Rows {
		parts["row"] = s.RowEvidence(a, item, &it.Rows[r])
		if it.Rows[r].LeftOut == fidelity.Yes {
			parts["left out"] = s.LeftOut(a, item, it.Rows[r].Row)
		}
	}
	return whole, parts
}

var (
	// wrong is what no sentence of ours holds: a placeholder, an id, marks that stand alone or twice, a word twice.
	wrong = regexp.MustCompile(`%!|%[a-z]|<nil>|\{|\}|_|  |\.\.| [.,;:)]|\( |\(\)|[.;:,]{2}|^[ ,;:.]|NaN|-1\b`)
	codes = regexp.MustCompile(`\b(ES|C|J|E)[0-9]{2,}\b`)
	// small is a small letter after a full stop that ends a sentence.
	small = regexp.MustCompile(`[a-z)]\. [a-z]`)
)

func checkSentence(t *rapid.T, name, text string) {
	if text == "" || !utf8.ValidString(text) || wrong.MatchString(text) || small.MatchString(text) || twice(text) {
		t.Fatalf("%s: %q", name, text)
	}
}

// twice reports a word that is said twice in a row, such as "the the".
func twice(text string) bool {
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		if words[i] == words[i-1] && strings.IndexFunc(words[i], unicode.IsLetter) == 0 {
			return true
		}
	}
	return false
}

func TestSentencesOfRandomReviews(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		coded := reviewtest.SpeakerOf(t, a.Scale().Ref())
		for _, s := range []*say.Speaker{coded, coded.WithoutCodes()} {
			headline := strings.TrimPrefix(s.Headline(a), a.Review().Service.Name)
			checkSentence(t, "headline", strings.TrimSpace(headline))
			for i := range a.Items {
				whole, parts := sentences(s, a, i)
				for name, text := range whole {
					checkSentence(t, name, text)
					if r, _ := utf8.DecodeRuneInString(text); unicode.IsLower(r) || !strings.HasSuffix(text, ".") {
						t.Fatalf("%s is no whole sentence: %q", name, text)
					}
				}
				for name, text := range parts {
					checkSentence(t, name, text)
				}
				for _, texts := range []map[string]string{whole, parts} {
					for name, text := range texts {
						if s != coded && codes.MatchString(text) {
							t.Fatalf("%s names a code: %q", name, text)
						}
					}
				}
			}
		}
	})
}

// The same assessment is always told in the same words.
func TestSentencesAreStable(t *testing.T) {
	s := reviewtest.Speaker(t)
	for name, a := range reviewtest.References(t, "..") {
		again := fidelity.Assess(a.Review())
		for i := range a.Items {
			if first, second := s.Why(a, i)+s.Next(a, i), s.Why(again, i)+s.Next(again, i); first != second {
				t.Errorf("%s: %q, then %q", name, first, second)
			}
		}
	}
}

// Titles, labels and questions are there for every part of the scale, so that
// no sentence falls back on an id.
func TestEveryPartHasWords(t *testing.T) {
	for _, ref := range []string{reviewtest.IPS25, reviewtest.IPS15} {
		everyPartHasWords(t, reviewtest.SpeakerOf(t, ref))
	}
}

func everyPartHasWords(t *testing.T, s *say.Speaker) {
	t.Helper()
	for i, item := range s.Scale().Items() {
		for f := range item.Facts {
			for what, text := range map[string]string{"short": s.FactShort(i, f), "is": s.FactIs(i, f), "asks": s.FactAsks(i, f)} {
				if strings.Contains(text, item.Facts[f].ID) && strings.Contains(item.Facts[f].ID, "-") || text == "" {
					t.Errorf("%s.%s has no %s: %q", item.ID, item.Facts[f].ID, what, text)
				}
			}
		}
		for m := range item.Measures {
			if s.Unit(i, &item.Measures[m]) == "" || strings.Contains(s.MeasureName(i, &item.Measures[m]), "_") {
				t.Errorf("%s.%s has no words", item.ID, item.Measures[m].ID)
			}
		}
	}
}
