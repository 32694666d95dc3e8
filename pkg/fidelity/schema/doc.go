// Package schema describes the files of this tool as JSON Schemas (draft
// 2020-12): reviews, results and scales. Editors complete, explain and check a
// file by its schema while it is written.
//
// Nothing is described twice. Keys, types and fixed answers come from the
// structs that files are read into; tables, columns, items and facts from the
// scale; and explanations from the words of the scale. Only the keys that no
// scale has words for are explained here.
//
// A schema is wider than the reader where JSON Schema cannot say a rule, or
// cannot see it: two values that contradict each other, ids that occur twice,
// dates that do not exist, a number in quotation marks that is too large, and
// whatever a YAML parser does to a number such as 019 before a schema is asked.
// The reader has the last word.
//
// The schemas are built from a few types of this package. The generators that
// there are describe what Go writes as JSON. The reader takes more: a text may
// be written as a number, a number in quotation marks, nearly anything may be
// null, and yes is no boolean. That hangs on each field and its validate tag,
// and generators ask about types.
package schema
