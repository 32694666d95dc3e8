package pdf

// piece is what is placed on a page as a whole: a line of text, a table row,
// a chart. Layout makes pieces in reading order, place gives each its page.
type piece struct {
	above   float64 // white space above; none at the top of a page
	height  float64
	keep    keep
	newPage bool
	section int // 1 for the piece that the first section begins with, and so on
	// head goes above this piece where it is the first of its page: the head
	// of a table, repeated for the eye only.
	head *piece
	// draw puts the piece on the current page with its upper edge at y.
	draw func(p *painter, y float64)
}

// keep says how much a piece wants to be on one page with the next.
type keep int

const (
	loose  keep = iota
	gently      // part of a group that is better not broken
	always      // never apart: a heading and what follows it
)

// bind keeps each of the pieces with the next one, the last excepted.
func bind(pieces []*piece, k keep) {
	for i, p := range pieces {
		if i < len(pieces)-1 && p.keep < k {
			p.keep = k
		}
	}
}

// lead keeps all of the pieces with whatever follows them.
func lead(pieces []*piece) []*piece {
	for _, p := range pieces {
		p.keep = always
	}
	return pieces
}

// space sets the white space above the first of the pieces.
func space(above float64, pieces []*piece) []*piece {
	if len(pieces) > 0 {
		pieces[0].above = above
	}
	return pieces
}

// depth is the height of the pieces set one below the other.
func depth(pieces []*piece) float64 {
	sum := 0.0
	for i, p := range pieces {
		if i > 0 {
			sum += p.above
		}
		sum += p.height
	}
	return sum
}

// stack draws the pieces one below the other from y.
func stack(p *painter, pieces []*piece, y float64) {
	for i, c := range pieces {
		if i > 0 {
			y += c.above
		}
		c.draw(p, y)
		y += c.height
	}
}

// abreast makes one piece of two that stand side by side.
func abreast(a, b *piece) *piece {
	return &piece{
		above: max(a.above, b.above), height: max(a.height, b.height), keep: max(a.keep, b.keep),
		draw: func(p *painter, y float64) {
			a.draw(p, y)
			b.draw(p, y)
		},
	}
}

// zip sets two columns of pieces side by side, piece by piece.
func zip(a, b []*piece) []*piece {
	var out []*piece
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			out = append(out, b[i])
		case i >= len(b):
			out = append(out, a[i])
		default:
			out = append(out, abreast(a[i], b[i]))
		}
	}
	return out
}
