package say

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

// Change says what became of the total between two reviews, and whether that
// is more than the noise of scoring. Where the two are not compared it says
// why.
func (s *Speaker) Change(c *compare.Changed) string {
	if c.Refusal != compare.Comparable {
		return Refusal(c.Refusal, c.Before.Review(), c.After.Review())
	}
	return s.Totals(c) + " " + VerdictSentence(c.Verdict, c.Margin)
}

// Totals says the two totals and how far they are apart.
func (s *Speaker) Totals(c *compare.Changed) string {
	text := "The total was " + spanned(c.Then.Low, c.Then.High) + " in " + When(c.Before.Review(), c.After.Review())
	if written := c.Before.Total; written.Low.Cmp(c.Then.Low) != 0 || written.High.Cmp(c.Then.High) != 0 {
		text += " (" + Total(written) + " before " + Count(putRight(c.Corrected), "score was", "scores were") + " corrected)"
	}
	if c.Now.Settled() {
		text += " and is " + c.Now.Low.Decimal(2) + " now"
	} else {
		text += " and is between " + c.Now.Low.Decimal(2) + " and " + c.Now.High.Decimal(2) + " now"
	}
	return text + ": " + Difference(c.ByLow, c.ByHigh) + "."
}

// putRight counts the corrections that change a score.
func putRight(all []compare.Correction) (n int) {
	for _, c := range all {
		if !c.Done {
			n++
		}
	}
	return n
}

// Difference says how far two totals are apart: "3 points more", "the same
// total", "from 12 points fewer to 18 more".
func Difference(low, high fidelity.Number) string {
	zero := fidelity.Int(0)
	size := func(n fidelity.Number) string {
		if n.Sign() < 0 {
			n = zero.Sub(n)
		}
		return n.Decimal(2)
	}
	word := func(n fidelity.Number) string {
		if n.Sign() < 0 {
			return "fewer"
		}
		return "more"
	}
	switch {
	case low.Cmp(high) == 0 && low.Sign() == 0:
		return "the same total"
	case low.Cmp(high) == 0:
		return size(low) + points(low) + word(low)
	case low.Sign() >= 0:
		return size(low) + " to " + size(high) + " points more"
	case high.Sign() <= 0:
		return size(high) + " to " + size(low) + " points fewer"
	}
	return "anything from " + size(low) + points(low) + "fewer to " + size(high) + " more"
}

func points(n fidelity.Number) string {
	if one := fidelity.Int(1); n.Cmp(one) == 0 || fidelity.Int(0).Sub(n).Cmp(one) == 0 {
		return " point "
	}
	return " points "
}

// Signed writes how far two totals are apart for a table: "+3", "0", "-12 to
// +18".
func Signed(low, high fidelity.Number) string {
	sign := func(n fidelity.Number) string {
		if n.Sign() > 0 {
			return "+" + n.Decimal(2)
		}
		return n.Decimal(2)
	}
	if low.Cmp(high) == 0 {
		return sign(low)
	}
	return sign(low) + " to " + sign(high)
}

// VerdictSentence says what a difference comes to, with the limit that it was
// held against.
func VerdictSentence(v compare.Verdict, m compare.Margin) string {
	near, noise := m.Near.Decimal(2), m.Noise.Decimal(2)
	switch v {
	case compare.AboutTheSame:
		return "That is about the same: less than " + near + " points apart can be chance in scoring."
	case compare.MayHaveRisen, compare.MayHaveFallen:
		return "It may have changed: from " + near + " to " + noise + " points apart can still be chance in scoring."
	case compare.HasRisen, compare.HasFallen:
		return "It has changed by more than scoring noise, which is up to " + noise + " points."
	}
	return "Whether it has changed can be said when more items have a score."
}

// Verdict is the verdict in a few words, for tables.
func Verdict(v compare.Verdict) string {
	switch v {
	case compare.AboutTheSame:
		return "about the same"
	case compare.MayHaveRisen, compare.MayHaveFallen:
		return "may have changed"
	case compare.HasRisen, compare.HasFallen:
		return "changed by more than scoring noise"
	}
	return "not known yet"
}

// Refusal says why two reviews of one service are not compared.
func Refusal(why compare.Refusal, before, after *fidelity.Review) string {
	switch why {
	case compare.OtherService:
		return "The two reviews are of two services, " + before.Service.Name + " and " + after.Service.Name + ". They are not set side by side as before and after."
	case compare.OtherScale:
		return "The review of " + When(before, after) + " was on another scale, " + before.Scale().Ref() + ". Its scores are not compared with those on " + after.Scale().Ref() + "."
	case compare.OtherMajor:
		return "The review of " + When(before, after) + " was on " + before.Scale().Ref() + ", which scores differently from " + after.Scale().Ref() + ". The two are not compared."
	case compare.OtherKind:
		return "The review of " + When(before, after) + " was " + article(Kind(before.Kind)) + ". Its scores are not compared with those of " + article(Kind(after.Kind)) + "."
	}
	return ""
}

// Kind says who looked, within a sentence: "independent review".
func Kind(k fidelity.ReviewKind) string {
	switch k {
	case fidelity.Independent:
		return "independent review"
	case fidelity.Guided:
		return "guided self-audit"
	}
	return "self-audit"
}

func article(noun string) string {
	if noun[0] == 'i' {
		return "an " + noun
	}
	return "a " + noun
}

// When says when an earlier review was: its month, or its day where the two
// are of the same month.
func When(before, after *fidelity.Review) string {
	day, other := before.Visit.To, after.Visit.To
	if before != after && day.Year == other.Year && day.Month == other.Month {
		return Date(day)
	}
	return Month(day)
}

// Month writes the month of a day: May 2025.
func Month(d fidelity.Date) string {
	d.Day = 0
	return Date(d)
}

// Margin says where the limits of a comparison come from.
func Margin(m compare.Margin) string {
	text := "These words rest on an error of " + m.SEM.Decimal(2) + points(m.SEM) + "for one total"
	if !m.Assumed && m.Source != "" {
		return text + " (" + m.Source + ")."
	}
	if !m.Assumed {
		return text + ", as it was set for this comparison."
	}
	return text + ". That is an assumption: a published reliability of .88 (79 services, 2012), and a spread of a tenth of the scale, which nobody has published."
}

// Move says what became of the score of an item: "up 1", "down 2", "the same".
func Move(c compare.ItemChange) string {
	by, known := c.By()
	switch {
	case c.Move == compare.Same:
		return "the same"
	case c.Move == compare.Up && known:
		return "up " + numeral(by)
	case c.Move == compare.Down && known:
		return "down " + numeral(-by)
	case c.Move == compare.Up:
		return "up, by how much is open"
	case c.Move == compare.Down:
		return "down, by how much is open"
	case c.Now.Low >= c.Then.High:
		return "the same or higher"
	case c.Now.High <= c.Then.Low:
		return "the same or lower"
	}
	return "not known yet"
}

// Span writes the scores that an item can have: "3", "2 to 4".
func Span(s compare.Span) string { return ScoreRange(s.Low, s.High) }

func spanned(low, high fidelity.Number) string {
	if low.Cmp(high) == 0 {
		return low.Decimal(2)
	}
	return "between " + low.Decimal(2) + " and " + high.Decimal(2)
}

// Corrected says which score was put right.
func (s *Speaker) Corrected(c compare.Correction) string {
	text := s.Title(c.Item) + ": written as " + numeral(c.From) + ", and should have been " + numeral(c.To) + "."
	if c.Done {
		text = s.Title(c.Item) + ": first written as " + numeral(c.From) + ", and put right to " + numeral(c.To) + " in the earlier report since."
	}
	if c.Why != "" {
		text += " " + Upper(Sentence(c.Why))
	}
	return text
}
