package source

import "regexp"

// wordings are what the YAML library says, in words for people who write
// reviews and no programs. The first that fits is told.
var wordings = []struct {
	of      *regexp.Regexp
	text    string
	refused bool // YAML that is not taken, rather than no YAML
}{
	{regexp.MustCompile(`^exceeded max depth`), "this is nested more than 64 levels deep, the most that is read", true},
	{regexp.MustCompile(`^unknown anchor '(.*)' referenced`), "aliases such as *%s are not taken; write the text out, or in quotation marks where it begins with *", true},
	{regexp.MustCompile(`^did not find expected <document start>`), "the file goes on after its end, which is a line with ... or a closing bracket; keep one document in a file", true},
	{regexp.MustCompile(`^did not find expected alphabetic or numeric character`), "a text that begins with * or & must be in quotation marks", false},
	{regexp.MustCompile(`^could not find expected ':'`), "a key has no colon after it; write it as in name: value", false},
	{regexp.MustCompile(`^mapping values are not allowed`), "there is a colon where none can be; put a text that holds one in quotation marks, and see that this line begins with as many spaces as its neighbours and that the key above has its colon", false},
	{regexp.MustCompile(`^did not find expected key`), "this line does not fit those above; begin the keys of one part with the same number of spaces, and write nothing after a closing quotation mark", false},
	{regexp.MustCompile(`^did not find expected '-' indicator`), "this line does not fit the list above; begin each of its lines with - after the same number of spaces", false},
	{regexp.MustCompile(`^did not find expected ',' or '(.)'`), "a part in brackets does not end, or lacks a comma; write , between its entries and %s at its end, and put a text that holds , ? : or a bracket in quotation marks", false},
	{regexp.MustCompile(`^did not find expected node content`), "a value is missing between commas or brackets, or a bracket closes that was not opened", false},
	{regexp.MustCompile(`^block sequence entries are not allowed`), "a list cannot begin here; put its first - on a line of its own", false},
	{regexp.MustCompile(`^found a tab character|^found character that cannot start any token`), "a tab stands here, or a text that begins with @, %% or `; write spaces in the place of tabs, and put such a text in quotation marks", false},
	{regexp.MustCompile(`^found unexpected end of stream`), "a quotation mark is opened and not closed; close it", false},
	{regexp.MustCompile(`^found unknown escape character`), `a backslash (\) stands in a text with double quotation marks; use single ones`, false},
	{regexp.MustCompile(`^control characters are not allowed`), "a character stands here that cannot be seen or printed; delete it", false},
}
