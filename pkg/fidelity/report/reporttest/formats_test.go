package reporttest_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	stdcsv "encoding/csv"
	"encoding/hex"
	stdjson "encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	stdhtml "html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/csv"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/html"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/json"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/markdown"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/pdf"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/xlsx"
)

func TestMain(m *testing.M) {
	// pdfcpu would otherwise write into the home of whoever runs the tests.
	api.DisableConfigDir()
	os.Exit(m.Run())
}

// format is a format with what holds of every file in it.
type format struct {
	name   string
	render func(*report.Document) ([]byte, error)
	check  func(out []byte) error
	// text is what people read in it, without what the format adds.
	text func(t *testing.T, out []byte) string
}

func formats() []format {
	return []format{
		{"html", html.Render, checkHTML, func(_ *testing.T, out []byte) string { return stdhtml.UnescapeString(string(out)) }},
		{"pdf", pdf.Render, checkPDF, pdfText},
		{"xlsx", xlsx.Render, checkXLSX, func(_ *testing.T, out []byte) string { return strings.Join(bookTexts(out), "\n") }},
		{"markdown", markdown.Render, checkMarkdown, asItIs},
		{"csv", csv.Render, checkCSV, asItIs},
		{"json", json.Render, checkJSON, asItIs},
	}
}

func asItIs(_ *testing.T, out []byte) string { return string(out) }

// TestChecksFindWhatTheyLookFor tries the checks on files that are not right.
func TestChecksFindWhatTheyLookFor(t *testing.T) {
	for _, c := range []struct {
		check func([]byte) error
		out   string
	}{
		{checkHTML, "<p>a</p><script>"},
		{checkHTML, `<p onload="x">`},
		{checkHTML, `<a href="http://example.org">`},
		{checkHTML, "<!--x-->"},
		{checkMarkdown, "a <b>"},
		{checkMarkdown, "[a](http://example.org)"},
		{checkCSV, strings.Repeat("a,b\r\n", 25) + "a,=1+1\r\n"},
		{checkCSV, "a,b\r\n"},
		{checkJSON, "{"},
		{checkPDF, "%PDF-1.7"},
		{checkXLSX, "PK"},
	} {
		if c.check([]byte(c.out)) == nil {
			t.Errorf("nothing was found in %q", c.out)
		}
	}
}

var (
	tag      = regexp.MustCompile(`<[!/]?([a-zA-Z][a-zA-Z0-9]*|--)([^>]*)`)
	handler  = regexp.MustCompile(`(?i)\son[a-z]+\s*=`)
	target   = regexp.MustCompile(`(?i)\s(href|src|action)="([^"]*)"`)
	elements = strings.Fields(`html head meta title link style body a header p strong span h1 h2 h3 h4 h5 h6 dl div dt dd
		nav ol ul li main section figure figcaption blockquote br footer table caption colgroup col thead tbody tr th td
		svg desc rect defs pattern path line text circle details summary doctype img`)
	quoted = regexp.MustCompile(`"[^"]*"`)
)

// checkHTML: text never brings an element, a handler or an address with it.
func checkHTML(out []byte) error {
	for _, found := range tag.FindAllStringSubmatch(string(out), -1) {
		name := strings.ToLower(found[1])
		if !slices.Contains(elements, name) || name == "img" && !strings.Contains(found[2], `src="data:image/png;base64,`) {
			return fmt.Errorf("there is a %.80s", found[0])
		}
		if handler.MatchString(quoted.ReplaceAllString(found[2], `""`)) {
			return fmt.Errorf("there is a handler in %.80s", found[0])
		}
		for _, to := range target.FindAllStringSubmatch(found[2], -1) {
			if !strings.HasPrefix(to[2], "#") && !strings.HasPrefix(to[2], "data:") {
				return fmt.Errorf("a link leaves the page: %.80s", found[0])
			}
		}
	}
	return nil
}

func checkPDF(out []byte) error { return api.Validate(bytes.NewReader(out), nil) }

func pagesOf(t *testing.T, out []byte) int {
	t.Helper()
	n, err := api.PageCount(bytes.NewReader(out), nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func pdfText(t *testing.T, out []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	name := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(name, out, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(tool, "-raw", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(text)), " ") + " "
}

var inHex = regexp.MustCompile(`<FEFF([0-9A-F]+)>`)

// streams are what a PDF has packed, its texts in hexadecimal, such as those
// for people who cannot see a chart, and the rest of it.
func streams(out []byte) [][]byte {
	all := [][]byte{out}
	for _, found := range inHex.FindAllSubmatch(out, -1) {
		if text, err := hex.DecodeString(string(found[1])); err == nil {
			all = append(all, text)
		}
	}
	for rest := out; ; {
		at := bytes.Index(rest, []byte("stream\n"))
		if at < 0 {
			return all
		}
		rest = rest[at+len("stream\n"):]
		if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			if body, err := io.ReadAll(r); err == nil {
				all = append(all, body)
			}
		}
	}
}

var formula = regexp.MustCompile(`<f>[^<]*</f>`)

// checkXLSX: every part is well formed, and there is no formula but those of
// the summary, no link and no macro.
func checkXLSX(out []byte) error {
	parts, err := unzip(out)
	if err != nil {
		return err
	}
	for name, body := range parts {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(body)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		summary := name == "xl/worksheets/sheet1.xml" || strings.HasPrefix(name, "xl/charts/")
		if found := formula.Find(body); found != nil && !summary {
			return fmt.Errorf("%s holds %s", name, found)
		}
		if bytes.Contains(body, []byte("<hyperlink")) || strings.Contains(name, "external") || strings.Contains(name, "vba") {
			return fmt.Errorf("%s leads out of the book", name)
		}
	}
	return nil
}

func unzip(out []byte) (map[string][]byte, error) {
	zr, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		return nil, err
	}
	parts := map[string][]byte{}
	for _, file := range zr.File {
		r, err := file.Open()
		if err != nil {
			return nil, err
		}
		if parts[file.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// bookTexts are all texts of a workbook, those that nobody sees included:
// everything but the names of cells.
func bookTexts(out []byte) []string {
	parts, err := unzip(out)
	if err != nil {
		return []string{err.Error()}
	}
	var texts []string
	for _, body := range parts {
		inside := ""
		d := xml.NewDecoder(bytes.NewReader(body))
		for token, err := d.Token(); err == nil; token, err = d.Token() {
			switch token := token.(type) {
			case xml.StartElement:
				inside = token.Name.Local
				for _, a := range token.Attr {
					if !slices.Contains([]string{"r", "ref", "sqref", "topLeftCell", "activeCell", "spans"}, a.Name.Local) {
						texts = append(texts, a.Value)
					}
				}
			case xml.CharData:
				if inside != "f" && inside != "formula" && inside != "sqref" {
					texts = append(texts, string(token))
				}
			}
		}
	}
	return texts
}

var rawHTML = regexp.MustCompile(`(^|[^\\])<[a-zA-Z/!?]`)

// checkMarkdown: no text begins an element, a link or a picture. The links of
// the page itself lead to its own headings.
func checkMarkdown(out []byte) error {
	if found := rawHTML.Find(out); found != nil {
		return fmt.Errorf("there is %q", found)
	}
	for _, bad := range []string{"](http", "](javascript", "![x"} {
		if at := bytes.Index(out, []byte(bad)); at >= 0 && (at == 0 || out[at-1] != '\\') {
			return fmt.Errorf("there is %q in %q", bad, out[max(0, at-20):at+20])
		}
	}
	return nil
}

// checkCSV: it reads back as a table, and no cell begins like a formula.
func checkCSV(out []byte) error {
	r := stdcsv.NewReader(bytes.NewReader(bytes.TrimPrefix(out, []byte("\uFEFF"))))
	rows, err := r.ReadAll()
	if err != nil {
		return err
	}
	if len(rows) != 26 {
		return fmt.Errorf("there are %d rows", len(rows))
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
				return fmt.Errorf("a cell begins like a formula: %.40q", cell)
			}
		}
	}
	return nil
}

// checkJSON: it reads back, and gives the same again.
func checkJSON(out []byte) error {
	var read map[string]any
	if err := stdjson.Unmarshal(out, &read); err != nil {
		return err
	}
	again, err := stdjson.Marshal(read)
	if err != nil {
		return err
	}
	var second map[string]any
	if err := stdjson.Unmarshal(again, &second); err != nil {
		return err
	}
	if fmt.Sprint(read) != fmt.Sprint(second) {
		return errors.New("it does not read back as it was")
	}
	return nil
}
