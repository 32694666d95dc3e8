package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/stats"
)

// Evidence that ended longer ago than these many months before the day of the
// pack is a reason for caution, and no base for a comparison.
const (
	freshMonths = 12
	oldMonths   = 24
)

// Pack is services side by side, on one scale. It gives no service a rank.
type Pack struct {
	AsOf   fidelity.Date   // the day that ages and late actions are seen from
	Scale  *fidelity.Scale // nil where no review can be used
	Margin Margin
	Sites  []Site   // by independent reviews, in order of name
	Own    []Site   // services' own looks, in a panel of their own, in order of name
	Passed []Passed // what has no part in the pack, in order of name, visit and file
	Files  int      // that were read
	Items  []ItemAcross
	Sure   Sureness // of Sites
}

// Caution is a reason to compare a site with care.
type Caution uint8

// The reasons for caution.
const (
	ItemsOpen    Caution = iota + 1 // some items have no score
	NotFinal                        // a draft, whose scores can still change
	OldEvidence                     // evidence ended more than a year before the day of the pack
	NoPeriod                        // nobody wrote down which period the evidence covers
	OtherSetting                    // another setting than most sites
	NoSetting                       // other sites name their setting
)

// Site is one service in a pack.
type Site struct {
	Record   *Record
	Total    Total
	Cautions []Caution // none: it can be compared as it is
	Again    []string  // other files about the same visit, less far on
	Change   *SiteChange
	Actions  []SiteAction
	Ask      []Question // up to MostQuestions, the weightiest first
}

// PackSettings are what a user can set for a pack.
type PackSettings struct {
	Settings
	Ref string // the scale to compare on, as in ips-25@1; empty: that of most services
}

// Pack sets the newest usable reviews side by side. It may be called more than
// once.
func (g *Gather) Pack(set PackSettings) *Pack {
	p := &Pack{AsOf: g.asOf, Files: g.files, Passed: slices.Clone(g.passed)}
	ref := set.Ref
	if ref == "" {
		ref = g.mostUsed()
	}
	if p.AsOf.IsZero() {
		p.AsOf = g.newest(ref)
	}
	for service, lines := range g.services() {
		g.choose(p, service, lines, ref)
	}
	byName := func(x, y Site) int { return serviceOrder(x.Record.Service, y.Record.Service) }
	slices.SortFunc(p.Sites, byName)
	slices.SortFunc(p.Own, byName)
	slices.SortFunc(p.Passed, func(x, y Passed) int {
		return cmp.Or(serviceOrder(x.Service, y.Service), byDate(x.Visit.To, y.Visit.To), strings.Compare(x.File, y.File), cmp.Compare(x.Why, y.Why))
	})
	for _, panel := range [][]Site{p.Sites, p.Own} {
		if len(panel) > 0 && p.Scale == nil {
			p.Scale = panel[0].Record.Scale
		}
	}
	if p.Scale == nil {
		return p
	}
	p.Margin = set.Margin(p.Scale)
	for _, panel := range [][]Site{p.Sites, p.Own} {
		settings(panel)
		for i := range panel {
			panel[i].fill(p)
		}
	}
	p.Items = across(p.Scale, p.Sites)
	p.Sure = surenessOf(p)
	return p
}

// Blocked lists the places in the reviews of the pack where an identifier of a
// person stands. A pack must not be handed on while there is one.
func (p *Pack) Blocked() (places []string) {
	for _, panel := range [][]Site{p.Sites, p.Own} {
		for i := range panel {
			places = append(places, panel[i].Record.Blocked...)
			if c := panel[i].Change; c != nil {
				places = append(places, c.Before.Blocked...)
			}
		}
	}
	return places
}

// serviceOrder is the order of names, which says nothing about the services.
func serviceOrder(x, y fidelity.Service) int {
	return cmp.Or(strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)), strings.Compare(x.Name, y.Name), strings.Compare(x.ID, y.ID))
}

// services are the lines of each service.
func (g *Gather) services() map[string]map[lineKey]*newestTwo {
	out := map[string]map[lineKey]*newestTwo{}
	for key, two := range g.of {
		if out[key.service] == nil {
			out[key.service] = map[lineKey]*newestTwo{}
		}
		out[key.service][key] = two
	}
	return out
}

// newest is the newest visit on a scale.
func (g *Gather) newest(ref string) (day fidelity.Date) {
	for key, two := range g.of {
		if visit := two.visits[0].Visit.To; key.ref == ref && day.Before(visit) {
			day = visit
		}
	}
	return day
}

// mostUsed is the scale of most services, counting independent reviews before
// services' own looks; of two as common, the later in order of name.
func (g *Gather) mostUsed() (most string) {
	type count struct{ independent, own int }
	of := map[string]count{}
	for key := range g.of {
		c := of[key.ref]
		if key.own {
			c.own++
		} else {
			c.independent++
		}
		of[key.ref] = c
	}
	for ref, c := range of {
		best := of[most]
		if most == "" || cmp.Or(cmp.Compare(c.independent, best.independent), cmp.Compare(c.own, best.own), strings.Compare(ref, most)) > 0 {
			most = ref
		}
	}
	return most
}

// choose puts the newest usable review of a service into the pack: the
// independent one, and in the other panel a look of its own that is newer.
func (g *Gather) choose(p *Pack, service string, lines map[lineKey]*newestTwo, ref string) {
	used := map[bool]*Record{}
	for _, own := range []bool{false, true} {
		two := lines[lineKey{service, ref, own}]
		if two == nil {
			continue
		}
		newest := two.visits[0]
		switch {
		case p.older(newest, oldMonths):
			p.Passed = append(p.Passed, passed(newest, TooOld))
			continue
		case own && used[false] != nil && !used[false].Visit.To.Before(newest.Visit.To):
			continue // the independent review is the newer one
		}
		used[own] = newest
		site := Site{Record: newest, Again: slices.Sorted(slices.Values(two.again[0]))}
		for _, file := range site.Again {
			again := passed(newest, SameVisitAgain)
			again.File = file
			p.Passed = append(p.Passed, again)
		}
		if before := two.visits[1]; before != nil {
			site.Change = &SiteChange{Before: before}
		}
		if own {
			p.Own = append(p.Own, site)
		} else {
			p.Sites = append(p.Sites, site)
		}
	}
	id, _, _ := strings.Cut(ref, "@")
	for key, two := range lines {
		if key.ref == ref {
			continue
		}
		why := OnOtherScale
		if other, _, _ := strings.Cut(key.ref, "@"); other == id {
			why = OnOtherMajor
		}
		newest := two.visits[0]
		// An older review on another scale has no say: the service has moved on.
		if now := used[key.own]; now == nil || now.Visit.To.Before(newest.Visit.To) {
			p.Passed = append(p.Passed, passed(newest, why))
		}
	}
}

// older reports whether the evidence ended more than so many months before the
// day of the pack. Where no period is written down, the visit stands for it.
func (p *Pack) older(r *Record, months int) bool {
	end := r.Evidence.To
	if end.IsZero() {
		end = r.Visit.To
	}
	end.Year += (end.Month - 1 + months) / 12
	end.Month = (end.Month-1+months)%12 + 1
	return end.Before(p.AsOf)
}

// settings adds cautions about settings: what differs from most.
func settings(panel []Site) {
	count := map[string]int{}
	most := ""
	for i := range panel {
		if s := setting(panel[i].Record); s != "" {
			count[s]++
		}
	}
	for s, n := range count {
		if n > count[most] || n == count[most] && s < most {
			most = s
		}
	}
	for i := range panel {
		switch s := setting(panel[i].Record); {
		case s == "" && most != "":
			panel[i].Cautions = append(panel[i].Cautions, NoSetting)
		case s != most:
			panel[i].Cautions = append(panel[i].Cautions, OtherSetting)
		}
	}
}

func setting(r *Record) string {
	return strings.Join(strings.Fields(strings.ToLower(r.Service.Setting)), " ")
}

// fill works out what is said of one site.
func (s *Site) fill(p *Pack) {
	r := s.Record
	s.Total = r.Total()
	for _, c := range []struct {
		caution Caution
		holds   bool
	}{
		{ItemsOpen, r.Scored() < len(r.Items)},
		{NotFinal, r.Stage == fidelity.Draft || r.Stage == ""},
		{OldEvidence, p.older(r, freshMonths)},
		{NoPeriod, r.Evidence.To.IsZero()},
	} {
		if c.holds {
			s.Cautions = append(s.Cautions, c.caution)
		}
	}
	slices.Sort(s.Cautions)
	if s.Change != nil {
		s.Change.fill(r, p.Margin)
	}
	s.Actions = actionsOf(s, p.AsOf)
	s.Ask = questionsFor(r)
}

// Band returns the sites whose total lies in the band at this
// place of the scale, -1 for those whose total allows several, in order of name.
func (p *Pack) Band(at int) (sites []*Site) {
	for i := range p.Sites {
		if p.Sites[i].Total.Band == at {
			sites = append(sites, &p.Sites[i])
		}
	}
	return sites
}

// settled are the totals of the sites where every item has a score, as sums of
// scores, with their places in Sites.
func (p *Pack) settled() (sums, places []int) {
	for i := range p.Sites {
		if !p.Sites[i].Total.Settled() {
			continue
		}
		sum := 0
		for j := range p.Sites[i].Record.Items {
			sum += p.Sites[i].Record.Items[j].Span.Low
		}
		sums, places = append(sums, sum), append(places, i)
	}
	return sums, places
}

// sumSEM is the error in points of the sum of scores, whatever the scale's
// total is.
func (p *Pack) sumSEM() float64 {
	sem := p.Margin.SEM.Float()
	if p.Scale.Method() == fidelity.Mean {
		sem *= float64(len(p.Scale.Items()))
	}
	return sem
}

// Ranks gives each site, by its place in Sites, the ranks that it may have,
// all pairs together at 95%. Sites with an open total have none.
func (p *Pack) Ranks() map[int]stats.RankInterval {
	sums, places := p.settled()
	if len(sums) < 2 {
		return nil
	}
	out := map[int]stats.RankInterval{}
	for i, ranks := range stats.RankIntervals(sums, p.sumSEM(), true) {
		out[places[i]] = ranks
	}
	return out
}
