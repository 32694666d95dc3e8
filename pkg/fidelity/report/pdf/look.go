package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/jung-kurt/gofpdf"
)

// accentOf reads a colour such as "#0b4a5e"; any other text stands for our own.
func accentOf(hex string) rgb {
	n, err := strconv.ParseUint(hex[min(len(hex), 1):], 16, 32)
	if err != nil || len(hex) != 7 || hex[0] != '#' {
		return accent
	}
	return rgb{int(n >> 16), int(n >> 8 & 0xff), int(n & 0xff)}
}

// The room for a logo, in millimetres.
const (
	logoHigh = 18.0
	logoWide = 70.0
)

// logo lays out the picture above the title. One that cannot be read is left
// out: the report is more than its letterhead.
func (l *layout) logo(doc *report.Document, at spot) []*piece {
	if doc.Logo == nil {
		return nil
	}
	flat, w, h, err := flatten(doc.Logo.PNG)
	if err != nil {
		return nil
	}
	scale := min(logoHigh/h, logoWide/w)
	figure := at.parent.add("Figure")
	figure.alt = l.glyphs.line(doc.Logo.Alt)
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	l.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(flat))
	return []*piece{{height: h*scale + 4, draw: func(p *painter, y float64) {
		p.mark(figure, func() { p.pdf.ImageOptions("logo", at.x, y, w*scale, h*scale, false, options, 0, "") })
		figure.attr = p.boxAttr(at.x, y, w*scale, h*scale)
	}}}
}

// flatten sets a picture on white and writes it plainly: gofpdf reads neither
// interlaced files nor those of 16 bits.
func flatten(data []byte) (flat []byte, w, h float64, err error) {
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, 0, 0, err
	}
	bounds := picture.Bounds()
	plain := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(plain, plain.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(plain, plain.Bounds(), picture, bounds.Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, plain); err != nil {
		return nil, 0, 0, err
	}
	return out.Bytes(), float64(bounds.Dx()), float64(bounds.Dy()), nil
}
