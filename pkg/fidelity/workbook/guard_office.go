package workbook

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
)

// otherOffice tells zipped files of other programs by the parts that they have.
func otherOffice(z *zip.Reader) error {
	has := func(name string) *zip.File {
		for _, f := range z.File {
			if strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
				return f
			}
		}
		return nil
	}
	if f := has("mimetype"); f != nil {
		kind, _ := unzip(f)
		if bytes.Contains(kind, []byte("opendocument.spreadsheet")) {
			return refuse("the file is a spreadsheet of LibreOffice (.ods); open it there and save it again as an Excel workbook (.xlsx)")
		}
		return refuse("the file is a document of another program and no workbook; name the workbook")
	}
	types := has("[Content_Types].xml")
	switch {
	case has("Index/Document.iwa") != nil || has("index.zip") != nil:
		return refuse("the file is a spreadsheet of Numbers; open it there and export it as an Excel workbook (.xlsx)")
	case types == nil:
		return refuse("the file is a zip folder and no workbook; unzip it and name the workbook in it")
	}
	text, err := unzip(types)
	if err != nil {
		return err
	}
	// Some programs name the type of macros where no part is of it.
	if !slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasSuffix(strings.ToLower(f.Name), ".bin") }) {
		text = bytes.ReplaceAll(text, []byte(`Extension="bin" ContentType="application/vnd.ms-office.vbaProject"`), nil)
	}
	return contents(text)
}

// contents looks at what the file says of its parts.
func contents(types []byte) error {
	holds := func(text string) bool { return bytes.Contains(types, []byte(text)) }
	switch {
	case holds("ms-excel.sheet.binary"):
		return refuse("the workbook is in the binary format of Excel (.xlsb); open it there and save it again as an Excel workbook (.xlsx)")
	case holds("vbaProject") || holds("macroEnabled"):
		return refuse("the workbook has macros, which are not taken; open it in Excel and save it again as an Excel workbook (.xlsx)")
	case holds("spreadsheetml.sheet.main+xml"):
		return nil
	case holds("spreadsheetml.template.main+xml"):
		return refuse("the file is a template and no workbook; %s", saveAgain)
	case holds("wordprocessingml"):
		return refuse("the file is a Word document and no workbook; name the workbook")
	case holds("presentationml"):
		return refuse("the file is a PowerPoint presentation and no workbook; name the workbook")
	}
	return refuse("the file does not say that it holds a workbook; %s", saveAgain)
}
