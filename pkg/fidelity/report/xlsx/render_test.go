package xlsx

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

// empty is a document before anything has been written into it.
func empty() *report.Document { return &report.Document{Title: "Nothing yet"} }

func TestNamesAreStable(t *testing.T) {
	want := []string{
		"Summary", "Scores: ItemScores", "Items: ItemTexts", "Evidence: Evidence", "Actions: Actions",
		"Next steps: NextSteps", "Data: TidyScores", "About",
	}
	for name, doc := range map[string]*report.Document{"full": full(), "empty": empty()} {
		f := open(t, render(t, doc))
		var got []string
		for _, sheet := range f.GetSheetList() {
			tables, err := f.GetTables(sheet)
			if err != nil {
				t.Fatal(err)
			}
			line := sheet
			for _, table := range tables {
				line += ": " + table.Name
			}
			if sheet != "What to ask peoplerecords" { // named for its section
				got = append(got, line)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: other programs find sheets and tables by name (-want +got):\n%s", name, diff)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	doc := full()
	want := render(t, doc)
	for range 5 {
		if !bytes.Equal(want, render(t, doc)) {
			t.Fatal("two renders differ")
		}
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got, err := Render(doc)
			if err != nil || !bytes.Equal(want, got) {
				t.Errorf("a render beside others differs (error: %v)", err)
			}
		})
	}
	group.Wait()
}

func TestRenderLeavesTheDocumentAlone(t *testing.T) {
	doc := full()
	render(t, doc)
	if diff := cmp.Diff(full(), doc); diff != "" {
		t.Errorf("the document changed (-want +got):\n%s", diff)
	}
}

var (
	unwanted = regexp.MustCompile(`<calculatedColumnFormula|<hyperlink|<externalReference`)
	formula  = regexp.MustCompile(`<f>([^<]*)</f>`)
	ours     = regexp.MustCompile(`^(SUMIFS|AVERAGEIFS|SUM|AVERAGE)\([A-Z$0-9:,'!a-z]*\)$`)
)

// Formulas are ours alone, on the summary alone, and name cells alone.
func TestNoLinkOrMacroAndOnlyOurFormulas(t *testing.T) {
	for name, body := range parts(t, render(t, full())) {
		if found := unwanted.FindString(body); found != "" {
			t.Errorf("%s holds %q", name, found)
		}
		if strings.HasPrefix(name, "xl/charts/") {
			continue // there it names the cells that a chart shows
		}
		for _, found := range formula.FindAllStringSubmatch(body, -1) {
			if name != "xl/worksheets/sheet1.xml" || !ours.MatchString(strings.ReplaceAll(found[1], "&#39;", "'")) {
				t.Errorf("%s holds %s", name, found[0])
			}
		}
		if strings.Contains(strings.ToLower(name), "vba") || strings.Contains(name, "externalLinks") {
			t.Errorf("there is a part %s", name)
		}
	}
	for name, body := range parts(t, render(t, empty())) {
		if strings.Contains(body, "<f>") || strings.Contains(body, "fullCalcOnLoad") {
			t.Errorf("%s asks for formulas to be worked out, and there are none", name)
		}
	}
}

func TestPackage(t *testing.T) {
	raw := render(t, full())
	got := parts(t, raw)
	types := got["[Content_Types].xml"]
	for name := range got {
		if strings.HasSuffix(name, ".xml") && name != "[Content_Types].xml" && strings.Count(types, `"/`+name+`"`) != 1 {
			t.Errorf("%s is not named once among the content types", name)
		}
		if strings.ContainsRune(got[name], xlsxfile.EscapeMark) {
			t.Errorf("%s still holds a mark", name)
		}
	}
	if !bytes.HasPrefix(raw[30:], []byte("[Content_Types].xml")) {
		t.Error("the list of content types is not the first part")
	}
	for _, name := range []string{"xl/workbook.xml", "docProps/app.xml"} {
		if strings.Contains(got[name], `appName="xl"`) || strings.Contains(got[name], "Microsoft") {
			t.Errorf("%s says that Excel wrote the file", name)
		}
	}
}

func TestErrors(t *testing.T) {
	if out, err := Render(nil); !errors.Is(err, ErrNoDocument) || out != nil {
		t.Errorf("no document: %d bytes, error %v", len(out), err)
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		doc := reporttest.Specimen()
		doc.Data.Measures[0].Value = &v
		out, err := Render(doc)
		if err == nil || out != nil {
			t.Fatalf("%v was drawn", v)
		}
		if want := "xlsx: sheet Evidence, E2: "; !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %q does not begin with the place, %q", err, want)
		}
	}
}

func TestTheFirstErrorIsKept(t *testing.T) {
	b := newBook(empty())
	defer b.close()
	s := b.sheet(sheetSummary)
	s.put(1, 1, struct{}{}, lookText)
	s.put(0, 0, "out of the sheet", lookText)
	raw, err := b.bytes()
	if raw != nil || err == nil || !strings.Contains(err.Error(), "A1: no way to write a struct {}") {
		t.Errorf("bytes: %d, error: %v", len(raw), err)
	}
	if _, err := xlsxfile.Finish([]byte("not a package"), nil); err == nil {
		t.Error("finish took what is no package")
	}
}

// TestLook writes workbooks for people to open and look at: into the folder of
// the flag -look, else into one that goes away.
func TestLook(t *testing.T) {
	if *lookDir == "" {
		*lookDir = t.TempDir()
	}
	for name, doc := range map[string]*report.Document{"full": full(), "specimen": reporttest.Specimen(), "empty": empty()} {
		if err := os.WriteFile(filepath.Join(*lookDir, name+".xlsx"), render(t, doc), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	doc := full()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Render(doc); err != nil {
			b.Fatal(err)
		}
	}
}
