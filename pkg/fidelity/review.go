package fidelity

// Review is what reviewers saw at one service on one visit, on one scale.
// NewReview makes an empty one; fill it with AddRow, SetFact and Rate, or let
// package source read it from a file.
type Review struct {
	scale *Scale

	Service  Service
	Kind     ReviewKind
	Mode     string // on-site, virtual or mixed; may be empty
	Stage    Stage
	Visit    Period
	Evidence Period // the period that the evidence covers; may be zero
	Previous string // file of the review before, where it is named

	Reviewers   []Reviewer
	Samples     map[string]Sample // by table
	Findings    []Finding         // one for each item of the scale, in its order
	Actions     []Action
	Response    *Response
	Sharing     string
	Changes     []Change
	Corrections []Correction
	NotPersonal []Cleared
	Blind       string // the reviewer whose own copy this is
	Seal        *Seal
	Amends      *Amendment
	Stripped    *Stamp
	Kept        *Kept // of a stripped review; then the only source of ranges

	tables []rows // by the scale's tables
}

// Service is the service that was reviewed.
type Service struct {
	ID           string
	Name         string
	Organisation string
	Setting      string
	Started      Date // a month; may be zero
	Groups       map[string]string
}

// ReviewKind says who looked.
type ReviewKind string

// The kinds of review. A guided self-audit is one that was helped from
// outside; it is compared as a self-audit.
const (
	Independent ReviewKind = "independent"
	Guided      ReviewKind = "guided"
	SelfAudit   ReviewKind = "self-audit"
)

// Stage says how far a review has come.
type Stage string

// The stages of a review.
const (
	Gathering Stage = "gathering"
	Draft     Stage = "draft"
	Agreed    Stage = "agreed"
	Final     Stage = "final"
)

// Period is a span of days, both included.
type Period struct{ From, To Date }

// Reviewer is one of those who looked. Names of reviewers are no personal
// data of clients and stand in reports.
type Reviewer struct{ ID, Name, Role, Organisation string }

// Sample says how the rows of a table were picked.
type Sample struct {
	Of     *int   // how many there were to pick from; nil where not known
	Picked string // all, random, every-kth, by-service or other; may be empty
}

// Finding is what the reviewers found for one item.
type Finding struct {
	Facts     []Value // by the item's facts
	Sources   []string
	Saw       string
	Judgement string
	Rating    Rating
	Because   string // why the score differs from the evidence
	Recommend *Recommendation
	Ratings   []ReviewerRating // as frozen before the reviewers talked
}

// Rating is a reviewer's decision on an item: a score, or that there was not
// enough evidence for one. The zero value is no decision.
type Rating struct {
	decided, scored bool
	score           int
}

// Scored returns the rating of a score.
func Scored(score int) Rating { return Rating{decided: true, scored: true, score: score} }

// NotEnoughEvidence returns the decision that the evidence allows no score.
func NotEnoughEvidence() Rating { return Rating{decided: true} }

// Score returns the score, and false where the rating is none.
func (r Rating) Score() (int, bool) { return r.score, r.scored }

// Decided reports whether a reviewer decided at all.
func (r Rating) Decided() bool { return r.decided }

// ReviewerRating is the rating of one reviewer, from before the discussion.
type ReviewerRating struct {
	Reviewer string
	Rating   Rating
}

// Recommendation is what the reviewers suggest for an item.
type Recommendation struct{ Text, Kind, Who string }

// Action is one line of the team's action plan.
type Action struct {
	ID      string
	Item    string // may be empty: not every action belongs to an item
	What    string
	Who     string
	When    Date
	Aim     *int // the score that it aims for
	Status  string
	Outcome string
	Measure string
	Remedy  string
	Scope   string // team or personal; empty stands for team
}

// Response is the service's answer to a draft.
type Response struct {
	Text, By string
	Date     Date
}

// Change is an entry of the append-only list of changes.
type Change struct {
	At, By, What   string
	From, To, Why  string
	HasFrom, HasTo bool // an empty text and no text differ
}

// Correction is a past score that was wrong, corrected openly.
type Correction struct {
	Item     string
	From, To int
	Why      string
}

// Cleared is a hit of the privacy guard that a person has looked at.
type Cleared struct{ Path, Why string }

// Seal closes a final review against change.
type Seal struct {
	At, By         string
	Names          []string
	Digest, SHA256 string
}

// Amendment links a review to the sealed one that it replaces.
type Amendment struct{ File, SHA256, Why string }

// Stamp says when something was done, and by whom.
type Stamp struct{ At, By string }
