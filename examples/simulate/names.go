package main

import (
	"fmt"
	"strings"
)

// The syllables of names. No combination is meant to be a real one.
var (
	heads = []string{"Bra", "Cro", "Dru", "Elva", "Fro", "Gri", "Hus", "Ilke", "Jor", "Kel", "Lom", "Mov", "Nax", "Ovi", "Pru", "Quo", "Riv", "Sul", "Tov", "Ulm", "Vex", "Wim", "Yol", "Zan"}
	cores = []string{"bri", "da", "fen", "go", "lu", "mi", "nor", "pe", "ra", "sti", "tu", "vo", "we", "xi", "za", "qui"}
	tails = []string{"bask", "crell", "dimble", "fexley", "gwick", "hollop", "jarn", "kessel", "lunt", "mirth", "nock", "ombe", "prell", "quist", "rusp", "skell", "thrum", "vant", "wexle", "yarrop", "zell", "drift"}
	kinds = []string{"Employment Service", "Works", "Job Support", "IPS Team", "Routes to Work", "Employment Team"}
	given = []string{"A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "J.", "K.", "L.", "M.", "N.", "P.", "R.", "S.", "T.", "V.", "W."}
)

// places is how many names there are before they take a number.
var places = len(heads) * len(cores) * len(tails)

// stride shares no factor with places, so that every name comes once.
const stride = 5077

// place is the name of the place of this number; no two are the same.
func place(seed uint64, i int) string {
	at := int((seed%1000 + uint64(i%places)*stride) % uint64(places))
	name := heads[at%len(heads)] + cores[at/len(heads)%len(cores)] + tails[at/len(heads)/len(cores)]
	if round := i / places; round > 0 {
		name += fmt.Sprintf(" %d", round+1)
	}
	return name
}

// id makes an id of a name.
func id(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "-") }

// regionCount is how many regions the services lie in.
const regionCount = 8

// region is the name of a region: none has the name of a place, which has a
// tail.
func region(i int) string { return heads[(i*5+3)%len(heads)] + cores[(i*3+1)%len(cores)] + "mark" }

// person is the name of a reviewer.
func person(d *dice) string { return one(d, given) + " " + one(d, heads) + one(d, tails) }
