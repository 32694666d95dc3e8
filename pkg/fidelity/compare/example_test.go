package compare_test

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

type fatal struct{}

func (fatal) Helper()           {}
func (fatal) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

func ExampleChange() {
	last := visit{from: "2025-05-13", all: 3}.assess(fatal{})
	now := visit{from: "2026-05-12", all: 3, scores: map[string]int{"disclosure": 5, "caseload-size": 2}}.assess(fatal{})

	change := compare.Change(last, now, compare.Settings{})
	up, down := change.Moved()
	fmt.Println(len(up), "up,", len(down), "down,", change.ByLow, "point in all")
	fmt.Println(reviewtest.Speaker(fatal{}).Change(&change))
	// Output:
	// 1 up, 1 down, 1 point in all
	// The total was 75 in May 2025 and is 76 now: 1 point more. That is about the same: less than 5 points apart can be chance in scoring.
}
