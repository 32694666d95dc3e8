// Package compare holds reviews against each other: one service at two visits,
// one service over time, and many services side by side. It yields numbers, places and findings; package
// report puts them in words.
//
// Reviews are compared only where that is honest: the same service, scale and
// major version, and the same kind of look. Where a score is still open, the
// range that is possible is compared, and a verdict is given only where every
// value in the range gives the same one.
//
// For many services, Summarise keeps a short Record of each review, a Gather
// takes records in any order and keeps the newest usable ones, and its Pack sets
// them side by side. Memory grows with the services, not with the reviews.
package compare
