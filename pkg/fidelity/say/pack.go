package say

import (
	"math"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

// Unusable says why a file has no part in a pack. Ref is the scale of the pack.
func Unusable(p compare.Passed, ref string) string {
	switch p.Why {
	case compare.BrokenFile:
		return "The file has problems, which fidelity check tells."
	case compare.OneReviewers:
		return "One reviewer's own copy, from before the reviewers agreed."
	case compare.AfterDay:
		return "The visit is after the day of this pack."
	case compare.StillGathering:
		return "Evidence is still being gathered."
	case compare.NothingScored:
		return "No item has a score yet."
	case compare.SameVisitAgain:
		return "Another file about the same visit is further on, and is used."
	case compare.OnOtherScale:
		return "It is on another scale, " + p.Ref + ". Its scores do not stand beside those on " + ref + "."
	case compare.OnOtherMajor:
		return "It is on " + p.Ref + ", which scores differently from " + ref + "."
	case compare.TooOld:
		return "The evidence ended more than two years before the day of this pack."
	}
	return ""
}

// Caution says why a site is to be compared with care.
func Caution(c compare.Caution, r *compare.Record) string {
	switch c {
	case compare.ItemsOpen:
		n := len(r.Items) - r.Scored()
		return Count(n, "item has", "items have") + " no score."
	case compare.NotFinal:
		return "A draft: scores can still change."
	case compare.OldEvidence:
		return "The evidence is more than a year old."
	case compare.NoPeriod:
		return "Nobody wrote down which period the evidence covers."
	case compare.OtherSetting:
		return "Another setting than most: " + r.Service.Setting + "."
	case compare.NoSetting:
		return "The setting is not written down."
	}
	return ""
}

// CautionOfMany says why several sites are to be compared with care.
func CautionOfMany(c compare.Caution) string {
	switch c {
	case compare.ItemsOpen:
		return "Some items have no score."
	case compare.OtherSetting:
		return "Another setting than most."
	}
	return Caution(c, nil)
}

// InTen says a chance in tenths: "about 6 in 10", "nearly all".
func InTen(chance float64) string {
	switch n := int(math.Round(10 * chance)); n {
	case 10:
		return "nearly all"
	case 0:
		return "hardly any"
	default:
		return "about " + strconv.Itoa(n) + " in 10"
	}
}

// Repeat says how often another pair of reviewers would say the same band.
func (s *Speaker) Repeat(chance float64, band int) string {
	text := InTen(chance)
	if text != "nearly all" && text != "hardly any" {
		return "If another pair reviewed this service now, " + text + " such reviews would also say " + s.BandShort(band) + "."
	}
	return "If another pair reviewed this service now, " + text + " such reviews would say " + s.BandShort(band) + "."
}

// Question asks a provider about an item that is low, open or thin.
func (s *Speaker) Question(r *compare.Record, q compare.Question) string {
	it := &r.Items[q.Item]
	text := "Item " + numeral(s.scale.Items()[q.Item].Number) + ", " + s.Title(q.Item) + ": "
	facts := func(places []int) (names []string) {
		for _, f := range places[:min(len(places), 3)] {
			names = append(names, s.FactShort(q.Item, f))
		}
		if len(places) > 3 {
			names = append(names, Count(len(places)-3, "other thing", "other things"))
		}
		return names
	}
	switch q.Why {
	case compare.AskLow:
		text += "scored " + ScoreRange(it.Span.Low, it.Span.High) + " out of " + numeral(s.scale.Scores().Max) + ". "
		if len(it.Lacks) > 0 {
			return text + "Not in place: " + And(facts(it.Lacks)) + ". What would it take, and who has to act?"
		}
		return text + "What keeps it there, and who has to act to reach " + numeral(it.Next) + "?"
	case compare.AskOpen:
		text += "no score yet; " + ScoreRange(it.Span.Low, it.Span.High) + " is possible. "
		switch {
		case len(it.Unknown) > 0 && it.State == fidelity.Open:
			return text + "When will it be known: " + And(facts(it.Unknown)) + "?"
		case it.Figures:
			return text + "When can the figures be had?"
		}
		return text + "What would settle it?"
	default:
		text += "scored " + ScoreRange(it.Span.Low, it.Span.High) + " on thin evidence"
		if short := s.shortOf(it.Strength); len(short) > 0 {
			text += " (" + And(short) + ")"
		}
		return text + ". What else could show it?"
	}
}

// WhoActs names those who could act on an item, by the remedies that the words
// of the scale offer for it.
func (s *Speaker) WhoActs(item int) string {
	var parties []string
	for _, remedy := range s.Item(item).Remedies {
		if party := s.words.Acts[remedy.Who]; party != "" {
			parties = once(parties, party)
		}
	}
	return And(parties)
}

func once(list []string, text string) []string {
	for _, have := range list {
		if have == text {
			return list
		}
	}
	return append(list, text)
}

// Shown writes a count of people as it may leave the service.
func Shown(c compare.Shown) string {
	switch {
	case !c.Known:
		return "not given"
	case c.Hidden:
		return "hidden"
	}
	return strconv.Itoa(c.N)
}

// EmploymentRate says how many people out of work at the start have a job
// since: "27 of 64 people (42%)". Under ten people there is no percent.
func EmploymentRate(c *compare.ShownContext) string {
	rate, ok := c.Rate()
	if !ok {
		if c.OutOfWork.Hidden || c.FirstStarts.Hidden {
			return "hidden: too few people"
		}
		return "not given"
	}
	text := strconv.Itoa(c.FirstStarts.N) + " of " + strconv.Itoa(c.OutOfWork.N) + " people"
	if c.OutOfWork.N < fewForPercent {
		return text
	}
	return text + " (" + rate.RoundTo(0).Decimal(0) + "%)"
}

// fewForPercent is the base under which no percent is written.
const fewForPercent = 10
