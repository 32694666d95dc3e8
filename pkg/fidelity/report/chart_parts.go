package report

import (
	"math"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// scoreMarks are the scores of a scale along an axis.
func scoreMarks(scores fidelity.Scores) []Mark {
	var marks []Mark
	for score := scores.Min; score <= scores.Max; score++ {
		marks = append(marks, Mark{From: float64(score), Label: strconv.Itoa(score)})
	}
	return marks
}

// bandMarks are the bands of a scale along its total; none for a scale without
// bands.
func bandMarks(speaker *say.Speaker) []Mark {
	var marks []Mark
	for i, band := range speaker.Scale().Bands() {
		marks = append(marks, Mark{From: band.From.Float(), Label: say.Upper(speaker.BandShort(i))})
	}
	return marks
}

// drawTotal sets a total with its error into a row, or the totals that are
// possible where it is open; nothing runs past the ends of the scale.
func (row *ChartRow) drawTotal(scale *fidelity.Scale, total compare.Total, margin compare.Margin) {
	least, most := scale.TotalRange()
	low, high := total.Low.Float(), total.High.Float()
	if total.Settled() {
		value, reach := low, whisker*margin.SEM.Float()
		row.Value, low, high = &value, low-reach, high+reach
	}
	low, high = math.Max(low, least.Float()), math.Min(high, most.Float())
	row.Low, row.High = &low, &high
}
