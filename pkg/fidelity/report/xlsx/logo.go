package xlsx

import (
	"bytes"
	"image/png"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// The room for a logo, in pixels.
const (
	logoHigh = 68.0
	logoWide = 265.0
)

// logo puts the picture above the title. One that cannot be read is left out:
// the workbook is more than its letterhead.
func (p *page) logo(logo *report.Picture) {
	if logo == nil {
		return
	}
	size, err := png.DecodeConfig(bytes.NewReader(logo.PNG))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return
	}
	scale := min(logoHigh/float64(size.Height), logoWide/float64(size.Width))
	p.row++
	p.high(logoHigh*pixelPoints + padding)
	p.fail("logo", p.f.AddPictureFromBytes(p.name, p.at(1, p.row), &excelize.Picture{
		Extension: ".png", File: logo.PNG,
		Format: &excelize.GraphicOptions{Name: "Logo", AltText: xlsxfile.CleanLine(logo.Alt), ScaleX: scale, ScaleY: scale, Positioning: "oneCell"},
	}))
}
