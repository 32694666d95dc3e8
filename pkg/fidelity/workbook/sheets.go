package workbook

// Sheets lists the names of the sheets of a workbook, those that nobody sees
// too, and nothing for a file that cannot be read. A name can tell who a client
// is as a text can.
func Sheets(data []byte) (names []string) {
	defer func() {
		// The library panics on some crafted files.
		if p := recover(); p != nil {
			names = nil
		}
	}()
	b, err := open(data)
	if err != nil {
		return nil
	}
	defer func() { _ = b.file.Close() }()
	return b.file.GetSheetList()
}
