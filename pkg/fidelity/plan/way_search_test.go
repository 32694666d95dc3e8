package plan

import (
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// reference is the case cheapest_path of the reference values.
type reference struct {
	Cases []struct {
		Name    string           `json:"name"`
		Options []map[string]int `json:"options"`
		Need    int              `json:"need"`
		Result  *struct {
			Cost  int   `json:"cost"`
			Gains []int `json:"gains"`
		} `json:"result"`
	} `json:"cases"`
	Frontier []struct{ Total, Cost int } `json:"cost_frontier_25_items"`
	Scores   []int                       `json:"frontier_scores"`
	Weights  []int                       `json:"frontier_weights"`
}

func readReference(t testing.TB) reference {
	t.Helper()
	data, err := os.ReadFile("../stats/testdata/statistics.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases []struct {
			ID       string          `json:"id"`
			Expected json.RawMessage `json:"expected"`
		} `json:"cases"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var ref reference
	for _, c := range file.Cases {
		if c.ID == "cheapest_path" {
			if err := json.Unmarshal(c.Expected, &ref); err != nil {
				t.Fatal(err)
			}
			return ref
		}
	}
	t.Fatal("there is no case cheapest_path")
	return ref
}

// inOrder makes options of gains and their costs.
func inOrder(gains map[string]int) []option {
	var out []option
	for text, cost := range gains {
		gain, _ := strconv.Atoi(text)
		out = append(out, option{gain, cost})
	}
	slices.SortFunc(out, func(x, y option) int { return x.gain - y.gain })
	return out
}

// twentyFive are the items of the reference: a point costs its weight, and that
// to the top twice as much.
func (r reference) twentyFive() [][]option {
	options := make([][]option, len(r.Scores))
	for i, from := range r.Scores {
		for to := from + 1; to <= 5; to++ {
			options[i] = append(options[i], option{to - from, cost(r.Weights[i], from, to, 5)})
		}
	}
	return options
}

func TestCheapestIsTheReference(t *testing.T) {
	ref := readReference(t)
	if len(ref.Cases) < 6 {
		t.Fatalf("%d cases", len(ref.Cases))
	}
	for _, c := range ref.Cases {
		t.Run(c.Name, func(t *testing.T) {
			options := make([][]option, len(c.Options))
			for i := range options {
				options[i] = inOrder(c.Options[i])
			}
			gains, cost, ok := cheapest(options, c.Need)
			switch {
			case ok != (c.Result != nil):
				t.Errorf("there is a way: %v", ok)
			case ok && (cost != c.Result.Cost || !slices.Equal(gains, c.Result.Gains)):
				t.Errorf("%d: %v, want %d: %v", cost, gains, c.Result.Cost, c.Result.Gains)
			}
		})
	}
}

func TestFrontierIsTheReference(t *testing.T) {
	ref := readReference(t)
	got := frontier(ref.twentyFive())
	if len(got) != len(ref.Frontier) {
		t.Fatalf("%d totals, want %d", len(got), len(ref.Frontier))
	}
	for gain, want := range ref.Frontier {
		if got[gain] != want.Cost || ref.Frontier[0].Total+gain != want.Total {
			t.Errorf("total %d: %d, want %d", want.Total, got[gain], want.Cost)
		}
	}
}

// found is a way as brute force finds it.
type found struct {
	gains                   []int
	cost, touched, overtake int
}

func (f found) compare(other found) int {
	return cmp.Or(
		cmp.Compare(f.cost, other.cost), cmp.Compare(f.touched, other.touched),
		cmp.Compare(f.overtake, other.overtake), slices.Compare(f.gains, other.gains),
	)
}

// everyWay tries all combinations of options.
func everyWay(options [][]option, need int, avoid [][]int) (best *found) {
	gains := make([]int, len(options))
	var try func(i, cost, touched, sum int)
	try = func(i, cost, touched, sum int) {
		if i < len(options) {
			gains[i] = 0
			try(i+1, cost, touched, sum)
			for _, o := range options[i] {
				gains[i] = o.gain
				try(i+1, cost+o.cost, touched+1, sum+o.gain)
			}
			return
		}
		for _, way := range avoid {
			if !slices.ContainsFunc(indexes(way), func(at int) bool { return way[at] > 0 && gains[at] == 0 }) {
				return
			}
		}
		f := found{slices.Clone(gains), cost, touched, sum - need}
		if sum >= need && (best == nil || f.compare(*best) < 0) {
			best = &f
		}
	}
	try(0, 0, 0, 0)
	return best
}

func indexes(list []int) []int {
	out := make([]int, len(list))
	for i := range out {
		out[i] = i
	}
	return out
}

func TestCheapestIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := make([][]option, rapid.IntRange(1, 5).Draw(t, "items"))
		for i := range options {
			for _, gain := range rapid.SliceOfNDistinct(rapid.IntRange(1, 4), 0, 4, rapid.ID[int]).Draw(t, "gains") {
				options[i] = append(options[i], option{gain, rapid.IntRange(0, 6).Draw(t, "cost")})
			}
			slices.SortFunc(options[i], func(x, y option) int { return x.gain - y.gain })
		}
		need := rapid.IntRange(1, 12).Draw(t, "need")
		var ways [][]int
		for range MaxWays {
			want := everyWay(options, need, ways)
			gains, cost, ok := cheapest(options, need, ways...)
			if want == nil {
				if ok {
					t.Fatalf("found %v where there is no way", gains)
				}
				return
			}
			if !ok || cost != want.cost || !slices.Equal(gains, want.gains) {
				t.Fatalf("%v for %d, want %v for %d", gains, cost, want.gains, want.cost)
			}
			ways = append(ways, gains)
		}
	})
}

func TestFrontierIsTheCheapestWay(t *testing.T) {
	options := readReference(t).twentyFive()
	for need, cost := range frontier(options) {
		if _, want, ok := cheapest(options, need); !ok || cost != want {
			t.Errorf("%d points: %d, want %d", need, cost, want)
		}
	}
}

func BenchmarkThreeWaysOf25Items(b *testing.B) {
	options := readReference(b).twentyFive()
	for b.Loop() {
		var ways [][]int
		for range MaxWays {
			gains, _, _ := cheapest(options, 13, ways...)
			ways = append(ways, gains)
		}
	}
}

func BenchmarkFrontierOf25Items(b *testing.B) {
	options := readReference(b).twentyFive()
	for b.Loop() {
		frontier(options)
	}
}
