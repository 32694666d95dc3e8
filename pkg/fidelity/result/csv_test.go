package result_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

const head = "file,service,visit,kind,number,item,title,state,score,suggested,low,high,flags"

func table(t *testing.T, results ...*result.Result) (text string, rows [][]string) {
	t.Helper()
	var buf bytes.Buffer
	if err := result.WriteCSV(&buf, results); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(buf.Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return buf.String(), rows
}

func TestCSV(t *testing.T) {
	full := of(t, reviewtest.Assess(t, reviewtest.Full), "full.yaml")
	open := of(t, reviewtest.Assess(t, reviewtest.Incomplete), "incomplete.yaml")
	text, rows := table(t, full, open)
	if !strings.HasPrefix(text, head+"\r\n") {
		t.Errorf("%.100q", text)
	}
	if len(rows) != 1+25+25 {
		t.Fatalf("%d rows", len(rows))
	}
	for at, want := range map[int][]string{
		0:      strings.Split(head, ","),
		1:      {"full.yaml", "larkhill", "2026-05-12", "independent", "1", "caseload-size", "Caseload size", "rated", "5", "5", "5", "5", "over-caseload"},
		8:      {"full.yaml", "larkhill", "2026-05-12", "independent", "8", "supervisor-role", "Role of the employment supervisor", "rated", "4", "3", "3", "3", "differs partly"},
		25 + 1: {"incomplete.yaml", "quillmere", "2026-03-02", "self-audit", "1", "caseload-size", "Caseload size", "open", "", "", "1", "5", "over-caseload"},
		25 + 5: {"incomplete.yaml", "quillmere", "2026-03-02", "self-audit", "5", "team-contact", "Integration with mental health treatment through frequent team contact", "rated", "3", "", "2", "3", "partly"},
	} {
		if diff := cmp.Diff(want, rows[at]); diff != "" {
			t.Errorf("row %d (-want +got)\n%s", at, diff)
		}
	}
}

func TestCSVOfNothing(t *testing.T) {
	if text, _ := table(t); text != head+"\r\n" {
		t.Errorf("%q", text)
	}
}

// What a file is called never runs as a formula in a spreadsheet.
func TestCSVGuardsFormulas(t *testing.T) {
	for _, name := range []string{"=1+1.yaml", "+x.yaml", "-x.yaml", "@x.yaml", "\tx.yaml", "\rx.yaml", "\n=x.yaml"} {
		_, rows := table(t, of(t, reviewtest.Assess(t, reviewtest.Stripped), name))
		if got := rows[1][0]; got[0] != '\'' {
			t.Errorf("%q stands as %q", name, got)
		}
	}
	_, rows := table(t, of(t, reviewtest.Assess(t, reviewtest.Stripped), `reviews/a "b", c.yaml`))
	if got := rows[1][0]; got != `reviews/a "b", c.yaml` {
		t.Errorf("%q", got)
	}
}

type brokenPipe struct{}

var errPipe = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }

func TestWriteErrorsAreTold(t *testing.T) {
	r := of(t, reviewtest.Assess(t, reviewtest.Full), "full.yaml")
	many := make([]*result.Result, 20)
	for i := range many {
		many[i] = r
	}
	for _, err := range []error{r.Write(brokenPipe{}, true), result.WriteCSV(brokenPipe{}, many), result.WriteCSV(brokenPipe{}, nil)} {
		if !errors.Is(err, errPipe) {
			t.Error(err)
		}
	}
	r.Total.Score = "many"
	if err := r.Write(&bytes.Buffer{}, true); err == nil || !strings.Contains(err.Error(), "full.yaml") {
		t.Error(err)
	}
}
