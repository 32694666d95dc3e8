// Package fidelity scores how faithfully a service follows a model of care,
// such as Individual Placement and Support (IPS), on a fidelity scale.
//
// A review flows one way:
//
//	scale + review -> assessment
//
// A [Scale] is compiled from a [Definition], which is data: items, the facts
// and measures that each rests on, and the anchors that tell one score from
// the next. The package knows no item of any scale. A [Review] is what the
// reviewers saw: rows of countable evidence (specialists, clients, jobs),
// answers to facts, and the scores that they gave. [Assess] brings the two
// together in an [Assessment]: for each item the scores that the evidence
// allows, the one that counts, what is missing, what a reader should know, and
// what the next score needs; then totals and a band.
//
// Three ideas run through everything.
//
// Unknown is a state of its own. A missing cell is an [Interval] of which
// nothing is known, a condition has three answers ([Truth]), and an item whose
// evidence is incomplete has a range of scores, never a low score.
//
// Numbers are exact. A [Number] is a fraction of whole numbers, rounded once,
// half up, when it meets a printed band.
//
// Evidence suggests, people decide. A reviewer's score wins, and what the
// evidence allows stays visible beside it.
//
// The package does no input or output and reads no clock. Files are read by
// package source, findings are put into words by package say, and results are
// written by package result.
package fidelity
