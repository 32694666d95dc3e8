// Package json draws a report.Document as the document itself: every text,
// table and number that the other formats draw, and the rows behind them, for
// programs that make something of their own of it.
//
// It is meant to be read by people too: indented, with letters and signs as
// they are, and with [] wherever a list is expected, so that a reader need not
// ask for null first. A score that is not there stays null; it is no list.
package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Render draws doc as JSON in UTF-8, indented by two spaces, with a newline at
// the end. The document is not changed, and the same document gives the same
// bytes. It fails where the document is nil or holds a number that JSON lacks;
// neither is anything a user can mend.
func Render(doc *report.Document) ([]byte, error) {
	if doc == nil {
		return nil, errors.New("json: there is no document to draw")
	}
	body, err := json.Marshal(withLists(reflect.ValueOf(*doc)).Interface())
	if err != nil {
		return nil, fmt.Errorf("json: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, asWritten(body), "", "  "); err != nil {
		return nil, fmt.Errorf("json: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
