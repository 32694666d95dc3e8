package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// barTint is the colour of bars behind numbers: the numbers keep 12:1 on it.
const barTint = "#C9CED6"

// bars draws a bar behind each score of a column. The number stays the fact.
func (s *sheet) bars(col, rows, highest int) {
	area := s.at(col, 2) + ":" + s.at(col, rows+1)
	s.fail(area, s.f.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{{
		Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: strconv.Itoa(highest), BarColor: barTint, BarSolid: true,
	}}))
}

// struck strikes a row through where its status says that nothing is left to do.
func (s *sheet) struck(col, columns, rows int) {
	style, err := s.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Strike: true, Color: quiet}})
	s.fail("closed rows", err)
	letter, err := excelize.ColumnNumberToName(col)
	s.fail("closed rows", err)
	var is []string
	for _, word := range report.ClosedWords() {
		is = append(is, fmt.Sprintf(`$%s2="%s"`, letter, word))
	}
	area := s.at(1, 2) + ":" + s.at(columns, rows+1)
	s.fail(area, s.f.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "OR(" + strings.Join(is, ",") + ")", Format: &style,
	}}))
}

// statuses lets the status of an action be chosen from a list.
func (s *sheet) statuses(col, rows int) {
	v := excelize.NewDataValidation(true)
	v.Sqref = s.at(col, 2) + ":" + s.at(col, rows+1)
	v.ShowErrorMessage = false // another word may be written too
	s.fail("statuses", v.SetDropList(report.StatusWords()))
	s.fail("statuses", s.f.AddDataValidation(s.name, v))
}
