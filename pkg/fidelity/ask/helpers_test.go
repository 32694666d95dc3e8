package ask_test

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// rowsOnly assesses a review whose rows have codes and nothing else.
func rowsOnly(t reviewtest.TB, specialists, clients, jobs int) *fidelity.Assessment {
	t.Helper()
	var b strings.Builder
	b.WriteString("evidence:\n")
	for _, table := range []struct {
		id, code string
		rows     int
	}{{"specialists", "ES", specialists}, {"clients", "C", clients}, {"jobs", "J", jobs}} {
		fmt.Fprintf(&b, "  %s:\n", table.id)
		for n := range table.rows {
			fmt.Fprintf(&b, "    - {id: %s%03d}\n", table.code, n+1)
		}
	}
	return reviewtest.Given(t, b.String())
}
