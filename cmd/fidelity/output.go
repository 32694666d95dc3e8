package main

import (
	"context"
	stdjson "encoding/json"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/csv"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/html"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/json"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/markdown"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/pdf"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/xlsx"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// formats draw a document, by the ending of the file.
var formats = map[string]func(*report.Document) ([]byte, error){
	".html": html.Render,
	".pdf":  pdf.Render,
	".xlsx": xlsx.Render,
	".md":   markdown.Render,
	".csv":  csv.Render,
	".json": json.Render,
}

const endings = ".html, .pdf, .xlsx, .md, .csv or .json"

func outputFlag(cmd *cobra.Command, outputs *[]string) {
	cmd.Flags().StringArrayVarP(outputs, "output", "o", nil, "where to write; the ending chooses the format: "+endings+"; may be given several times")
}

func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// checkOutputs looks at all outputs before any work is done.
func checkOutputs(outputs []string, input string) error {
	seen := map[string]bool{}
	for _, name := range outputs {
		if formats[ending(name)] == nil {
			return fmt.Errorf("-o %s: the ending chooses the format; write %s", name, endings)
		}
		if sameFile(name, input) {
			return fmt.Errorf("-o %s is the review itself; choose another name", name)
		}
		clean := filepath.Clean(name)
		if seen[clean] {
			return fmt.Errorf("-o %s is given twice", name)
		}
		seen[clean] = true
	}
	return nil
}

func sameFile(a, b string) bool {
	left, err1 := os.Stat(a)
	right, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(left, right)
}

// writeDocument draws every format, all at the same time, before it writes the
// first file, so that a format that fails leaves no half of the outputs behind.
func (a *app) writeDocument(doc *report.Document, outputs []string) error {
	drawn, failed := make([][]byte, len(outputs)), make([]error, len(outputs))
	var all sync.WaitGroup
	for i, name := range outputs {
		all.Go(func() { drawn[i], failed[i] = formats[ending(name)](doc) })
	}
	all.Wait()
	for i, err := range failed {
		if err != nil {
			return fmt.Errorf("%s could not be made: %w", outputs[i], err)
		}
	}
	// Ctrl-C ends a command at once, but not between two of its files.
	_, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for i, name := range outputs {
		if err := source.WriteFile(name, drawn[i]); err != nil {
			return err
		}
		a.say("Wrote %s", name)
	}
	return nil
}

// show writes a document to its outputs, or to the terminal where there are
// none.
func (a *app) show(doc *report.Document, outputs []string) error {
	if len(outputs) > 0 {
		return a.writeDocument(doc, outputs)
	}
	return text.Document(a.out, doc, a.style())
}

// writeJSON writes a value for other programs to standard output.
func (a *app) writeJSON(v any) error {
	e := stdjson.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write the JSON: %w", err)
	}
	return nil
}
