package pdf

// placed is a piece with its place on a page, in millimetres from the top of
// the text block.
type placed struct {
	*piece
	y float64
}

// place shares the pieces out to pages. The number of pages is thus known
// before the first is drawn.
func place(pieces []*piece) [][]placed {
	pages := [][]placed{nil}
	y := 0.0
	settled := 0 // pieces before this one are known to fit on the page
	for i, p := range pieces {
		if i >= settled {
			fits, end := run(pieces, i, room-y, y == 0)
			if (!fits || p.newPage) && y > 0 {
				pages = append(pages, nil)
				y = 0
				// On a new page the run may reach further.
				_, end = run(pieces, i, room, true)
			}
			settled = end
		}
		page := &pages[len(pages)-1]
		if y == 0 && p.head != nil {
			*page = append(*page, placed{p.head, 0})
			y = p.head.height
		} else if y > 0 {
			y += p.above
		}
		*page = append(*page, placed{p, y})
		y += p.height
	}
	return pages
}

// mostWaste is how much of a page may stay empty to keep pieces together that
// only want to be.
const mostWaste = 0.25

// run finds the pieces from i on that want to be on one page, and says whether
// they fit into what is left of it, and where they end. Where even an empty
// page is too small for them, only the pieces bound together always count, and
// the rest are released, or a later page would be broken early for nothing.
func run(pieces []*piece, i int, free float64, atTop bool) (fits bool, end int) {
	for _, k := range []keep{gently, always} {
		need := pieces[i].height
		if !atTop {
			need += pieces[i].above
		} else if h := pieces[i].head; h != nil {
			need += h.height
		}
		end = i + 1
		for end < len(pieces) && pieces[end-1].keep >= k && !pieces[end].newPage {
			need += pieces[end].above + pieces[end].height
			end++
		}
		if need <= free {
			return true, end
		}
		full := room
		if h := pieces[i].head; h != nil {
			full -= h.height
		}
		// What only wants to be together may part rather than leave a large
		// part of the page empty.
		wasteful := k == gently && free > room*mostWaste
		if need-pieces[i].above <= full && !atTop && !wasteful {
			return false, end
		}
		if k == gently {
			for _, p := range pieces[i:end] {
				if p.keep == gently {
					p.keep = loose
				}
			}
		}
	}
	// Too tall for any page even so: the first piece goes alone.
	need := pieces[i].height
	if !atTop {
		need += pieces[i].above
	}
	return need <= free, i + 1
}
