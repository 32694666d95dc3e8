// Package reporttest holds a document with every kind of block in it, for the
// tests of the formats. Nothing in it is meant to be right as a review.
package reporttest

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Specimen returns a document with every block, an item that is scored, one
// that is open, long texts, and a table that is longer than a page.
func Specimen() *report.Document {
	five, three := 5, 3
	value, base := 19.3333, 3.0
	doc := &report.Document{
		Lang: "en-GB", Title: "Fidelity report: Larkhill Employment Service", Service: "Larkhill Employment Service",
		Kind: "Independent review", Stage: "Draft", Running: "Larkhill Employment Service. Independent review, draft",
		Date: "2026-05-13", Footer: "IPS-25 Supported Employment Fidelity Scale 1.0.0",
		Cover: []report.Term{{Name: "Visit", Text: "12 to 13 May 2026"}, {Name: "Kind", Text: "Independent review"}, {Name: "Reviewers", Text: "A. Okafor and B. Lind"}},
		Data: report.Data{
			Result: []report.Term{{Name: "Total", Text: "102 out of 125"}, {Name: "Band", Text: "Good fidelity"}},
			Scores: []report.ScoreRow{
				{Number: 1, Item: "caseload-size", Title: "Caseload size", Section: "Staffing", State: "rated", Score: &five, Suggested: &five, Low: 5, High: 5, Max: 5, Why: "58 clients for 3.0 full-time specialists: 19.3 each.", Evidence: "3 of 3 specialists", Sources: "management information, interviews"},
				{Number: 2, Item: "team-contact", Title: "Frequent team contact", Section: "Organisation", State: "open", Low: 2, High: 3, Max: 5, Why: "2 of 5 in place, 1 not known.", Next: "Agree one record.", Recommend: "=HYPERLINK(\"x\") is only text.", Flags: "partly: joint record"},
			},
			Measures: []report.MeasureRow{{Number: 1, Item: "caseload-size", Title: "Caseload size", Measure: "clients_per_fte", Value: &value, Unit: "clients per full-time specialist", Base: &base, Used: 3, Of: 3, Text: "58 clients for 3 full-time posts"}},
			Actions:  []report.ActionRow{{ID: "a1", What: "Move the plans into the clinical record", Who: "team leader", When: "2026-09-30", Number: 2, Item: "team-contact", Title: "Frequent team contact", Aim: &three, Status: "open"}},
			Needs:    []report.NeedRow{{Number: 2, Item: "team-contact", Title: "Frequent team contact", From: 2, To: 3, Need: "Employment papers are in the mental health record", Choose: 1, Of: 2}},
			About:    []report.Term{{Name: "Scale", Text: "ips-25 1.0.0"}, {Name: "Tool", Text: "fidelity 0.1.0"}},
		},
	}
	long := report.Table{ID: "long", Caption: "A table that is longer than a page", Columns: []report.Column{{Head: "No.", Weight: 1, Right: true}, {Head: "Item", Weight: 5, Header: true}, {Head: "Score", Weight: 3}, {Head: "Why", Weight: 9}}}
	for i := 1; i <= 45; i++ {
		cell := report.Cell{Text: "3 out of 5", Boxes: &report.Boxes{Min: 1, Max: 5, Low: 3, High: 3}}
		if i%7 == 0 {
			cell = report.Cell{Text: "2 to 4", Boxes: &report.Boxes{Min: 1, Max: 5, Low: 2, High: 4}}
		}
		long.Rows = append(long.Rows, []report.Cell{{Text: fmt.Sprint(i)}, {Text: fmt.Sprintf("Item number %d", i), Link: "item-team-contact"}, cell, {Text: "8 of 10 records (80%) had what the item asks for, and two could not be found on the day."}})
	}
	doc.Sections = []report.Section{
		{ID: "result", Heading: "Larkhill has good fidelity", Blocks: report.Blocks{
			report.Paragraph{Role: report.Lead, Text: "Larkhill scored 102 out of 125. This is good fidelity, 9 points more than in May 2025."},
			report.TotalLine{Min: 25, Max: 125, Low: 102, High: 102, Label: "102", Bands: []report.Mark{{From: 25, Label: "Not supported employment"}, {From: 74, Label: "Fair"}, {From: 100, Label: "Good"}, {From: 115, Label: "Exemplary"}}, Alt: "The total of 102 on a line from 25 to 125. Good fidelity begins at 100."},
			report.TotalLine{Min: 25, Max: 125, Low: 88, High: 103, Label: "88 to 103", Bands: []report.Mark{{From: 25, Label: "Not supported employment"}, {From: 74, Label: "Fair"}, {From: 100, Label: "Good"}, {From: 115, Label: "Exemplary"}}, Alt: "The total is between 88 and 103."},
			report.Columns{
				Left:  report.Group{ID: "strengths", Heading: "Strengths", Blocks: report.Blocks{report.List{Items: []string{"Caseloads are small: 19.3 clients each.", "All six phases are carried by every specialist."}}}},
				Right: report.Group{ID: "priorities", Heading: "Priorities", Blocks: report.Blocks{report.List{Items: []string{"Records are kept apart.", "Employers are seen too rarely: 3.9 contacts a week."}}}},
			},
			report.Paragraph{Role: report.Note, Text: "Two reviewers can fairly differ by a point on an item. A total guides improvement and is no performance rating."},
		}},
		{ID: "scores", Heading: "Scores", NewPage: true, Blocks: report.Blocks{report.Paragraph{Text: "All items, in the order of the scale."}, long}},
		{ID: "items", Heading: "Item by item", NewPage: true, Blocks: report.Blocks{
			report.Heading{ID: "organisation", Text: "Organisation"},
			report.Group{ID: "item-team-contact", Heading: "5 Frequent team contact", Boxes: &report.Boxes{Min: 1, Max: 5, Low: 2, High: 3}, Score: "between 2 and 3 out of 5", Blocks: report.Blocks{
				report.Terms{Rows: []report.Term{{Name: "What we looked at", Text: "2 of 5 in place, 1 not known"}, {Name: "Next score", Text: "One of: joint record; near the team"}}},
				report.Quote{Label: "What we saw", Text: "Both specialists took part in the weekly meeting that we watched.\nSecond line <b>not bold</b> & “quoted” 🙂."},
				report.List{Numbered: true, Items: []string{"Move the plans.", "Agree one record."}},
			}},
		}},
		{ID: "plan", Heading: "Action plan", Blocks: report.Blocks{
			report.Table{ID: "actions", Caption: "Actions", Columns: []report.Column{{Head: "What", Weight: 5, Header: true}, {Head: "Who", Weight: 2}, {Head: "When", Weight: 2}}, Rows: [][]report.Cell{{{Text: "Move the plans into the clinical record"}, {Text: "team leader"}, {Text: "30 September 2026"}}}},
			report.Table{ID: "none", Caption: "Nothing here", Columns: []report.Column{{Head: "What", Weight: 1}}, Empty: "No actions have been agreed yet."},
		}},
	}
	doc.Sections = append(doc.Sections, report.Section{ID: "charts", Heading: "Charts", Blocks: charts()})
	doc.Sections = append(doc.Sections, report.Section{ID: "questions", Heading: "What to ask: people/records", Blocks: report.Blocks{questions()}})
	return doc
}

// charts returns a chart of every form.
func charts() report.Blocks {
	at := func(v float64) *float64 { return &v }
	scores := []report.Mark{{From: 1, Label: "1"}, {From: 2, Label: "2"}, {From: 3, Label: "3"}, {From: 4, Label: "4"}, {From: 5, Label: "5"}}
	bands := []report.Mark{{From: 25, Label: "Not supported employment"}, {From: 74, Label: "Fair"}, {From: 100, Label: "Good"}, {From: 115, Label: "Exemplary"}}
	return report.Blocks{
		chart(report.Chart{ID: "bars", Title: "Services is the lowest section", Form: report.Bars, Min: 0, Max: 100, Ticks: []report.Mark{{From: 0, Label: "0%"}, {From: 50, Label: "50%"}, {From: 100, Label: "100%"}}, Rows: []report.ChartRow{
			{Label: "Staffing", Value: at(93), Text: "14 of 15"}, {Label: "Organisation", Value: at(77.5), Text: "31 of 40"}, {Label: "Services", Low: at(60), High: at(72), Text: "42 to 50 of 70"},
		}}),
		chart(report.Chart{ID: "dots", Title: "Two items rose and one fell", Form: report.Dots, Min: 1, Max: 5, Ticks: scores, Rows: []report.ChartRow{
			{Label: "Caseload size", Before: at(3), Value: at(5), Text: "3, then 5"},
			{Label: "Disclosure", Before: at(4), Value: at(4), Text: "4, then 4"},
			{Label: "Frequent team contact, and a title that is too long for one line of a chart", Before: at(4), Value: at(2), Text: "4, then 2"},
			{Label: "New item", Value: at(1), Text: "now 1"},
		}}),
		chart(report.Chart{ID: "whiskers", Title: "Two services", Form: report.Whiskers, Min: 25, Max: 125, Ticks: bands, Rows: []report.ChartRow{
			{Label: "Larkhill", Value: at(102), Low: at(97), High: at(107), Text: "102"}, {Label: "Quillstead", Low: at(88), High: at(103), Text: "88 to 103"},
		}}),
		chart(report.Chart{ID: "path", Title: "Larkhill rose", Form: report.Path, Min: 25, Max: 125, Ticks: bands, Rows: []report.ChartRow{
			{Label: "May 2024", Value: at(84), Low: at(79), High: at(89), Text: "84"},
			{Label: "May 2025", Value: at(93), Low: at(88), High: at(98), Text: "93"},
			{Label: "May 2026", Value: at(102), Low: at(97), High: at(107), Text: "102", Break: "A self-audit came before, which is not compared with a review."},
		}}),
	}
}

// chart adds what every chart has: its rows in words and as a table.
func chart(c report.Chart) report.Chart {
	c.Table = report.Table{ID: c.ID + "-table", Caption: c.Title, Columns: []report.Column{{Head: "Row", Weight: 3, Header: true}, {Head: "Number", Weight: 1}}}
	for _, row := range c.Rows {
		c.Alt += row.Label + ": " + row.Text + ". "
		c.Table.Rows = append(c.Table.Rows, []report.Cell{{Text: row.Label}, {Text: row.Text}})
	}
	return c
}

// questions has a question of every kind.
func questions() report.Questions {
	yesNo := []string{"Yes", "No", "Not known"}
	long := []string{"Contact is rare, or only as part of handing in an application", "Goes to see employers even where no job is advertised"}
	return report.Questions{ID: "questions-list", Head: []string{"Whom you asked", "Date"}, List: []report.Question{
		{
			Number: "1", Text: "Is the service rural?", Help: "As the published scale has it.", Answers: yesNo, Lines: 2, Worth: "Settles up to 2 points",
			For: []string{"7 Vocational unit"}, Others: "Or from interviews",
			Follow: []report.Follow{{Number: "1a", Only: "Only if: the service is rural", Text: "How many of them meet?", Unit: "Number", Lines: 1}},
		},
		{Number: "2", Text: "Was the job held on the census date?", Answers: []string{"Yes", "No"}, Marks: []string{"Yes", "No"}, Rows: []string{"J011", "J012"}, Lines: 1, For: []string{"21 Competitive jobs", "19 Diversity of job types"}},
		{Number: "3", Text: "Which describes the usual contact best?", Answers: long, Marks: []string{"A", "B"}, Rows: []string{"ES02"}, Several: true},
		{Number: "4", Text: "=1+1 is <b>no</b> sum", Unit: "Percent", Rows: []string{"ES01", "ES02"}},
		{Number: "5", Text: "Which is it?", Answers: long},
	}}
}
