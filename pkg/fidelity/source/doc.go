// Package source reads scales and reviews from YAML, and tells every problem in
// them with its place and its mend.
//
// A file is parsed once, into nodes that know their line and column. Guard walks
// them and refuses what makes YAML dangerous: anchors, tags, deep nesting and
// the like. The fixed parts of a file are then bound to structs and checked by
// their tags; the parts that depend on a scale (tables, facts, scores) are read
// with the scale's own types. All that is wrong is collected on the way and told
// in order of line, in sentences for people who write reviews and no programs:
//
//	2026-05.yaml:31:17: evidence.specialists[1].caselod: there is no column "caselod" in specialists; did you mean caseload?
//
// ReadReview reads a review; a Shelf finds the scale that it names, with
// ReadScale and ReadWords. The format is that of formats.md, section 1 for
// reviews and section 2 for scales.
package source
