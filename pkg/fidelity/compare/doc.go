// Package compare holds reviews against each other: one service at two visits,
// and one service over time. It yields numbers, places and findings; package
// report puts them in words.
//
// Reviews are compared only where that is honest: the same service, scale and
// major version, and the same kind of look. Where a score is still open, the
// range that is possible is compared, and a verdict is given only where every
// value in the range gives the same one.
package compare
