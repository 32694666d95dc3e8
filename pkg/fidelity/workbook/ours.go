package workbook

// Ours reports whether a file is a workbook with sheets that this package has
// written, in whatever state they are now. A folder of reviews may hold other
// workbooks, reports among them.
func Ours(data []byte) (ours bool) {
	defer func() {
		// The library panics on some crafted files.
		if recover() != nil {
			ours = false
		}
	}()
	b, err := open(data)
	if err != nil {
		return false
	}
	defer func() { _ = b.file.Close() }()
	return !(&reading{readBook: b}).strange()
}
