package xlsx

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// The boxes of a strip. All three are in every common font; in order they
// fill less and less of their place, so that they can be told apart in grey.
const (
	boxReached  = "■"
	boxPossible = "▪"
	boxEmpty    = "□"
)

// maxBoxes is more than any scale has, so that a slip in one makes no cell
// that is wider than a screen.
const maxBoxes = 20

// strip is a score as a row of boxes, one for each score from 1 to the
// highest. Where the score is not settled, it shows what is still possible.
func strip(r report.ScoreRow) string {
	low, high := r.Low, r.High
	if r.Score != nil {
		low, high = *r.Score, *r.Score
	}
	if r.Max < 1 || r.Max > maxBoxes || low < 0 || high < low || high > r.Max {
		return ""
	}
	return strings.Repeat(boxReached, low) +
		strings.Repeat(boxPossible, high-low) +
		strings.Repeat(boxEmpty, r.Max-high)
}
