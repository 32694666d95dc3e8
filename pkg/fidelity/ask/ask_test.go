package ask_test

import (
	"slices"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// about finds the question about a fact, a column or a table.
func about(t *testing.T, a *fidelity.Assessment, open *ask.Open, path string) *ask.Question {
	t.Helper()
	s := reviewtest.SpeakerOf(t, a.Scale().Ref())
	for i := range open.Questions {
		q := &open.Questions[i]
		m := fidelity.Missing{Kind: fidelity.MissingTable, Table: q.Table}
		switch q.Kind {
		case ask.Fact:
			m = fidelity.Missing{Kind: fidelity.MissingFact, Item: q.Item, Fact: q.Fact}
		case ask.Cells:
			m = fidelity.Missing{Kind: fidelity.MissingCell, Table: q.Table, Row: q.Rows[0], Column: q.Column}
		}
		if s.Path(m) == path {
			return q
		}
	}
	return nil
}

func TestWhatIsAsked(t *testing.T) {
	for name, c := range map[string]struct {
		lines, path string
		kind        ask.Kind
		points      int
		serves      int
		rows        int
		follow      int
	}{
		"one fact of a count": {
			"items: {team-contact: {facts: {weekly-meeting: yes, shared-decisions: yes, joint-record: partly, near-the-team: no}}}",
			"items.team-contact.facts.new-referrals", ask.Fact, 1, 1, 0, 0,
		},
		"a fact that lifts the lowest score by two": {
			"items: {}", "items.time-unlimited-supports.facts.four-month-contact", ask.Fact, 2, 1, 0, 0,
		},
		"a fact that others hang on is asked with them": {
			"items: {vocational-unit: {facts: {specialists: 1}}}",
			"items.vocational-unit.facts.rural", ask.Fact, 3, 1, 0, 2,
		},
		"a column is one question for all rows": {
			"evidence: {specialists: [{id: ES01}, {id: ES02}]}",
			"evidence.specialists[0].contact_quality", ask.Cells, 4, 1, 2, 0,
		},
		"a cell that serves several items": {
			"evidence: {specialists: [{id: ES01, fte: 1, teams: 1, team_caseload: 10, job_seekers: 10, employer_contacts: 6, contact_log: reviewed-weekly}]}",
			"evidence.specialists[0].caseload", ask.Cells, 8, 2, 1, 0,
		},
		"job seekers who are not known": {
			"evidence: {specialists: [{id: ES01, fte: 1, caseload: 10, job_seekers: unknown, contact_quality: meets-regardless}]}",
			"evidence.specialists[0].job_seekers", ask.Cells, 4, 2, 1, 0,
		},
		"a table that nobody looked at": {
			"items: {}", "evidence.jobs", ask.Table, 12, 3, 0, 0,
		},
		"a table without rows, which has settled an item that rows would open again": {
			"evidence: {jobs: []}", "evidence.jobs", ask.Table, 4, 2, 0, 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := reviewtest.Given(t, c.lines)
			open := ask.Find(a)
			q := about(t, a, open, c.path)
			if q == nil {
				t.Fatalf("nobody asks for %s", c.path)
			}
			if n, _ := q.Points.Int(); q.Kind != c.kind || n != c.points || len(q.Serves) != c.serves || len(q.Rows) != c.rows || len(q.Follow) != c.follow {
				t.Errorf("%s: %s, %s points, serves %v, rows %v, follow %v", c.path, q.Kind, q.Points, q.Serves, q.Rows, q.Follow)
			}
			keeps(t, a)
		})
	}
}

func TestStandings(t *testing.T) {
	a := reviewtest.Given(t, `items:
  disclosure: {score: 4}
  executive-support: {score: not-enough-evidence}
  agency-focus: {score: 3, facts: {intake-asks: yes, reviews-ask: yes, displays: no, work-stories: no, rate-measured: no}}
  supervisor-role: {facts: {supervisor-ratio: yes, weekly-supervision: yes, clinical-liaison: no, field-mentoring: no, outcomes-review: no}}`)
	open := ask.Find(a)
	for id, want := range map[string]ask.Standing{
		"disclosure": ask.Revisit, "executive-support": ask.Withheld, "agency-focus": ask.Decided,
		"supervisor-role": ask.Settled, "zero-exclusion": ask.Asked,
	} {
		if at, _ := a.Scale().ItemAt(id); open.Items[at] != want {
			t.Errorf("%s: %d, want %d", id, open.Items[at], want)
		}
	}
	// What can change no score comes after what can.
	last := len(open.Counting())
	if last == 0 || last == len(open.Questions) {
		t.Fatalf("%d of %d questions count", last, len(open.Questions))
	}
	if slices.ContainsFunc(open.Questions[last:], func(q ask.Question) bool { return len(q.Serves) > 0 || len(q.Confirms) == 0 }) {
		t.Error("questions that count come last")
	}
}

func TestNothingToAsk(t *testing.T) {
	for _, name := range []string{reviewtest.Full, reviewtest.Stripped} {
		open := ask.Find(reviewtest.Assess(t, name))
		if len(open.Counting()) != 0 {
			t.Errorf("%s: %d questions", name, len(open.Counting()))
		}
		if open.Stripped != (name == reviewtest.Stripped) {
			t.Errorf("%s: stripped %v", name, open.Stripped)
		}
	}
}

// Trying answers out leaves the review as it was, and gives the same each time.
func TestFindChangesNothing(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Incomplete)
	before := fidelity.Assess(a.Review()).Total
	first, second := ask.Find(a), ask.Find(a)
	if fidelity.Assess(a.Review()).Total != before {
		t.Error("the review changed")
	}
	for i := range first.Questions {
		x, y := &first.Questions[i], &second.Questions[i]
		if x.Kind != y.Kind || x.Item != y.Item || x.Fact != y.Fact || x.Points.Cmp(y.Points) != 0 || x.Best.Low.Cmp(y.Best.Low) != 0 {
			t.Fatalf("question %d differs", i)
		}
	}
}
