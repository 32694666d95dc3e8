// Package fleet reads many reviews: thousands of files, side by side, one
// review at a time in memory for each worker.
//
// Find lists the files that paths name. Read reads each, lets the caller keep
// of the review what it needs, and hands that over in the order of the files,
// however the workers were scheduled. A broken file is told and left out; a
// context ends everything early and leaves no goroutine behind.
//
// # The store
//
// What is kept of a review can be stored between runs, so that a file that has
// not changed is not read as a review again. The key of an entry is a digest of
// the bytes of the file, its name, the engine and the form of what is kept;
// times of files are not looked at, because they lie. An entry also carries the
// digest of the scale that it was assessed on, and counts only on that scale.
// What is damaged, cut short, or by another version is passed over and written
// anew, so that a store can be deleted at any time and never changes a result.
// What stands in it is what the caller keeps: see Codec.
package fleet
