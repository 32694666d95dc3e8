package fidelity

import "testing"

// fact is a comparison of the fact at a place: it holds where it is yes.
func fact(place int) test { return test{op: IsAnswer, target: onFact, at: place, answer: 2} }

var (
	answersYes     = AnswerValue(2)
	answersPartly  = AnswerValue(1)
	answersNo      = AnswerValue(0)
	answersUnknown = UnknownValue()
)

// The truth tables of three-valued logic, for two parts in both orders.
func TestAllAndAny(t *testing.T) {
	value := map[Truth]Value{Yes: answersYes, Maybe: answersUnknown, No: answersNo}
	for _, c := range []struct{ a, b, all, any Truth }{
		{Yes, Yes, Yes, Yes},
		{Yes, Maybe, Maybe, Yes},
		{Yes, No, No, Yes},
		{Maybe, Maybe, Maybe, Maybe},
		{Maybe, No, No, Maybe},
		{No, No, No, No},
	} {
		for _, facts := range [][]Value{{value[c.a], value[c.b]}, {value[c.b], value[c.a]}} {
			s := scope{facts: facts, only: -1}
			all, some := join(false, fact(0), fact(1)), join(true, fact(0), fact(1))
			if got := s.holds(&all); got != c.all {
				t.Errorf("all of %d and %d is %d, want %d", c.a, c.b, got, c.all)
			}
			if got := s.holds(&some); got != c.any {
				t.Errorf("any of %d and %d is %d, want %d", c.a, c.b, got, c.any)
			}
		}
	}
}

func TestConditionOfNothingHolds(t *testing.T) {
	s := scope{only: -1}
	if nothing := join(false); s.holds(&nothing) != Yes {
		t.Error("a condition that asks nothing does not hold")
	}
}

func TestAnswersCompare(t *testing.T) {
	ordered := func(op Op, answer int) test { return test{op: op, target: onFact, answer: answer} }
	for _, c := range []struct {
		name  string
		value Value
		test  test
		want  Truth
	}{
		{"yes is yes", answersYes, fact(0), Yes},
		{"partly is not yes", answersPartly, fact(0), No},
		{"no is not yes", answersNo, fact(0), No},
		{"unknown may be yes", answersUnknown, fact(0), Maybe},
		{"left out may be yes", Value{}, fact(0), Maybe},
		{"the third answer is at least the second", AnswerValue(2), ordered(AtLeastAnswer, 1), Yes},
		{"the second is at least itself", AnswerValue(1), ordered(AtLeastAnswer, 1), Yes},
		{"the first is not", AnswerValue(0), ordered(AtLeastAnswer, 1), No},
		{"an unknown one may be", answersUnknown, ordered(AtLeastAnswer, 1), Maybe},
		{"an unknown one may be the lowest, too", answersUnknown, ordered(AtLeastAnswer, 0), Maybe},
		{"2 of at least 2", NumberValue(Int(2)), test{op: AtLeast, target: onFact, number: Int(2)}, Yes},
		{"1 of at least 2", NumberValue(Int(1)), test{op: AtLeast, target: onFact, number: Int(2)}, No},
		{"how many is not known", answersUnknown, test{op: AtLeast, target: onFact, number: Int(2)}, Maybe},
	} {
		s := scope{facts: []Value{c.value}, only: -1}
		if got := s.holds(&c.test); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// given asks only whether the cell is filled in, so it is never unknown.
func TestGivenCell(t *testing.T) {
	tab := &table{defaults: []Value{answersUnknown, AnswerValue(1)}}
	for _, c := range []struct {
		name   string
		column int
		cell   Value
		given  Truth
		known  Truth // whether the answer is at least the second
	}{
		{"filled in", 0, AnswerValue(1), Yes, Yes},
		{"written as unknown", 0, answersUnknown, Yes, Maybe},
		{"empty", 0, Value{}, No, Maybe},
		{"empty, with a default", 1, Value{}, No, Yes},
		{"written as unknown, with a default", 1, answersUnknown, Yes, Maybe},
	} {
		row := &Row{table: tab, cells: make([]Value, 2)}
		row.cells[c.column] = c.cell
		s := scope{row: row, only: -1}
		given := test{op: GivenCell, target: onColumn, at: c.column}
		atLeast := test{op: AtLeastAnswer, target: onColumn, at: c.column, answer: 1}
		if got := s.holds(&given); got != c.given {
			t.Errorf("%s: given is %d, want %d", c.name, got, c.given)
		}
		if got := s.holds(&atLeast); got != c.known {
			t.Errorf("%s: the answer is %d, want %d", c.name, got, c.known)
		}
	}
}

// A reading of the scale looks at one alternative alone.
func TestOneAlternativeAlone(t *testing.T) {
	s := scope{facts: []Value{answersYes, answersNo}, only: -1}
	either := join(true, fact(0), fact(1))
	for only, want := range map[int]Truth{-1: Yes, 0: Yes, 1: No} {
		s.only = only
		if got := s.holds(&either); got != want {
			t.Errorf("alternative %d: %d, want %d", only, got, want)
		}
	}
}

// Only what keeps the condition open is of interest: not the parts that are
// settled, and nothing once the whole is settled.
func TestWhatKeepsAConditionOpen(t *testing.T) {
	parts := join(false, fact(0), join(true, fact(1), fact(2)))
	for _, c := range []struct {
		name  string
		facts []Value
		want  []int
	}{
		{"all unknown", []Value{answersUnknown, answersUnknown, answersUnknown}, []int{0, 1, 2}},
		{"one alternative is no", []Value{answersYes, answersNo, answersUnknown}, []int{2}},
		{"one alternative is yes", []Value{answersUnknown, answersYes, answersUnknown}, []int{0}},
		{"cannot hold", []Value{answersNo, answersUnknown, answersUnknown}, nil},
		{"holds", []Value{answersYes, answersUnknown, answersYes}, nil},
	} {
		s := scope{facts: c.facts, only: -1}
		var got []int
		s.open(&parts, func(t *test) { got = append(got, t.at) })
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}
