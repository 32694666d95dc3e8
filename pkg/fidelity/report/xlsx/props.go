package xlsx

import (
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/xuri/excelize/v2"
)

const (
	// program is the maker in the properties of the file. No person is named
	// there: a workbook is passed on, and its properties are easily overlooked.
	program = "fidelity"
	// language is that of a document that does not say.
	language = "en-GB"
)

// properties sets what the file says about itself. Its times are the day of
// the document, since a clock would make every file a different one.
func (b *book) properties() {
	day, ok := isoDate(b.doc.Date).day()
	if !ok {
		day = xlsxfile.ZipTime
	}
	lang := xlsxfile.CleanLine(b.doc.Lang)
	if lang == "" {
		lang = language
	}
	stamp := day.Format(time.RFC3339)
	b.fail("properties", b.f.SetDocProps(&excelize.DocProperties{
		Title:          xlsxfile.CleanLine(b.doc.Title),
		Subject:        xlsxfile.CleanLine(joined(", ", b.doc.Kind, b.doc.Stage)),
		Creator:        program,
		LastModifiedBy: program,
		Language:       lang,
		Created:        stamp,
		Modified:       stamp,
	}))
	b.fail("properties", b.f.SetAppProps(&excelize.AppProperties{Application: program}))
	if b.formulas {
		// Programs are to work them out and not to believe the values that
		// came with them.
		yes := true
		b.fail("formulas", b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
	}
	b.f.SetActiveSheet(0)
}
