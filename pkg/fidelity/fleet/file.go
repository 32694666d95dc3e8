package fleet

import (
	"bytes"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

// read reads one file, or finds in the store what was kept of it.
func (o *Options[T]) read(f Found) Result[T] {
	r := Result[T]{Found: f}
	data, err := source.ReadFile(f.Name)
	if err != nil {
		r.Outcome, r.Err = Unreadable, err
		return r
	}
	book := workbook.IsWorkbook(f.Name, data)
	if !f.Named && !book && !bytes.Contains(data, []byte(reviewMark)) {
		r.Outcome = NoReview
		return r
	}
	var key Key
	if o.Store != nil {
		key = o.Store.key(f, data)
		if value, ok := o.Store.get(key, f.Name, o.Scales); ok {
			r.Outcome, r.Value = Kept, value
			return r
		}
	}
	file, problems := open(f, data, book, o.Scales)
	switch {
	case file != nil:
		r.Outcome, r.Value = Kept, o.Keep(file)
		if o.Store != nil {
			o.Store.put(key, file.Review.Scale(), r.Value)
		}
	case len(problems) == 0:
		r.Outcome = NoReview
	default:
		r.Outcome = Broken
		r.Problems = slices.DeleteFunc(problems, func(p source.Problem) bool { return p.Level != source.Error })
	}
	return r
}

// reviewMark stands in every review, of whatever version of the format.
const reviewMark = "fidelity/review/"

// open reads a review or a workbook. In a folder, workbooks that hold no
// review, or a part of one for somebody to fill in, are no problem: both
// results are nil then.
func open(f Found, data []byte, book bool, scales workbook.Scales) (*source.File, source.Problems) {
	if !book {
		return source.ReadReview(f.Name, data, scales)
	}
	read, problems := workbook.Read(f.Name, data, scales)
	switch {
	case read == nil && !f.Named && !workbook.Ours(data), read != nil && !f.Named && read.For != "":
		return nil, nil
	case read == nil:
		return nil, problems
	}
	return read.File, problems
}
