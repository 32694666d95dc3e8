// Package privacy finds what could tell who a client is: numbers, addresses,
// names and the like in the free texts of a review.
//
// Find names the kind of each hit, its place and a masked form. A Hit does not
// hold the text that was matched, so that no message, log or list of changes
// can repeat it. Mask rewrites a text that has to be shown all the same.
//
// There are three levels. A Block keeps a text out of anything that is final or
// leaves the service. A Check asks a person to look, who may settle it. A Note
// is worth a thought. The finder works on spelling alone, without a dictionary
// of the language, and replaces nobody's reading. It misses, among others: names
// that are not common or are also words without a second sign, streets that
// nobody is said to live in, dates and numbers of records without a label.
//
// It goes over a text a fixed number of times, with scanners written by hand:
// no text makes it slow.
package privacy
