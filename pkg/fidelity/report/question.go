package report

import "strings"

// Questions is a set of questions to take to an interview or a file room: who
// answered, then question by question with boxes to tick and lines to write on.
type Questions struct {
	ID   string     `json:"id"`   // anchor, unique in the document
	Head []string   `json:"head"` // what to fill in first, as in "Whom you asked"
	List []Question `json:"list"`
}

// Question is one thing to find out, with room for the answer.
type Question struct {
	Number  string   `json:"number"`           // as in "7"; those that follow have a letter, as in "7a"
	Only    string   `json:"only,omitempty"`   // when it is asked at all, as a sentence
	Text    string   `json:"text"`             // the question
	Help    string   `json:"help,omitempty"`   // what to count and what not
	Answers []string `json:"answers"`          // to choose from; none for a number or a text
	Several bool     `json:"several"`          // any number of the answers may be ticked
	Marks   []string `json:"marks,omitempty"`  // what stands at the boxes of the rows: the answers, or letters for them
	Rows    []string `json:"rows"`             // who or what has an answer each; none for one answer
	Unit    string   `json:"unit,omitempty"`   // what to write, as in "Number"; empty where there are boxes
	Lines   int      `json:"lines"`            // lines to write notes on
	Worth   string   `json:"worth,omitempty"`  // what hangs on it
	For     []string `json:"for"`              // the items that it serves
	Others  string   `json:"others,omitempty"` // where else the answer may be found
	Follow  []Follow `json:"follow,omitempty"` // asked after it, if at all
}

// Follow is a question that is asked after another, and has none after it.
type Follow = Question

func (Questions) kind() string { return "questions" }

// Box is a box to tick.
const Box = "☐"

// Lettered reports whether letters stand for the answers at the boxes of the
// rows, so that the answers have to be told above them.
func (q Question) Lettered() bool {
	return len(q.Marks) > 0 && len(q.Answers) > 0 && q.Marks[0] != q.Answers[0]
}

// About says in one line which items a question serves, what hangs on it and
// where else the answer may be found.
func (q Question) About() string {
	parts := append([]string{}, q.For...)
	for _, part := range []string{q.Worth, q.Others} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}
