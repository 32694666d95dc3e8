package source_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// expected is what an independent program, with exact fractions, found for a
// reference review.
type expected struct {
	Items         map[string]expectedItem `json:"items"`
	Total         *int                    `json:"total"`
	Low           int                     `json:"low"`
	High          int                     `json:"high"`
	Scored        int                     `json:"scored"`
	Band          *string                 `json:"band"`
	BandsPossible []string                `json:"bands_possible"`
}

type expectedItem struct {
	Low       int  `json:"low"`
	High      int  `json:"high"`
	Suggested *int `json:"suggested"`
	Score     *int `json:"score"`
}

func TestReferenceReviewsScoreAsExpected(t *testing.T) {
	data, err := os.ReadFile("testdata/reference/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]expected
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if len(want) < 17 {
		t.Fatalf("%d reference reviews, want at least 17", len(want))
	}
	shelf := source.NewShelf(items.FS)
	for name, want := range want {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata/reference", name))
			if err != nil {
				t.Fatal(err)
			}
			file, problems := source.ReadReview(name, data, shelf)
			if file == nil {
				t.Fatal(problems)
			}
			if diff := cmp.Diff(want, asExpected(fidelity.Assess(file.Review))); diff != "" {
				t.Errorf("(-reference +ours)\n%s", diff)
			}
		})
	}
}

func asExpected(a *fidelity.Assessment) expected {
	scale := a.Scale()
	got := expected{Items: map[string]expectedItem{}, Scored: a.Total.Scored}
	for i := range a.Items {
		it := &a.Items[i]
		e := expectedItem{Low: it.Low, High: it.High}
		if score, ok := it.Settled(); ok {
			e.Suggested = &score
		}
		if it.State != fidelity.Open {
			e.Score = &it.Score
		}
		got.Items[scale.Items()[i].ID] = e
	}
	got.Low, _ = a.Total.Low.Int()
	got.High, _ = a.Total.High.Int()
	if a.Total.Complete() {
		total, _ := a.Total.Score.Int()
		got.Total = &total
		got.Band = &scale.Bands()[a.Band].ID
	}
	for _, b := range scale.Bands()[a.LowBand : a.HighBand+1] {
		got.BandsPossible = append(got.BandsPossible, b.ID)
	}
	return got
}
