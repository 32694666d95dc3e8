package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func (a *app) scales() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "scales [ID [ITEM]]",
		Short:   "What can be scored: the scales, one scale, one item",
		Example: "  fidelity scales\n  fidelity scales ips-25\n  fidelity scales ips-25 24",
		Args:    cobra.MaximumNArgs(2),
		RunE:    func(_ *cobra.Command, args []string) error { return a.runScales(args) },
	}
	cmd.AddCommand(a.scalesCheck())
	return cmd
}

func (a *app) runScales(args []string) error {
	if len(args) == 0 {
		return a.listScales()
	}
	scale, words, err := a.scaleAndWords(args[0])
	if err != nil {
		return err
	}
	speaker := say.New(scale, words)
	if len(args) == 1 {
		return text.Document(a.out, report.BuildScale(speaker), a.style())
	}
	item, err := findItem(scale, args[1])
	if err != nil {
		return err
	}
	return text.Document(a.out, report.BuildItem(speaker, item), a.style())
}

func (a *app) listScales() error {
	if err := a.wordedSomewhere(); err != nil {
		return err
	}
	for _, ref := range a.shelf.Refs() {
		scale, err := a.shelf.Scale(ref)
		if err != nil {
			return err
		}
		words, err := a.wordsIfThere(scale)
		if err != nil {
			return err
		}
		in := ""
		if locales := a.shelf.Overlays(scale); len(locales) > 0 {
			in = "; wording " + strings.Join(locales, ", ")
		}
		if _, err := fmt.Fprintf(a.out, "%-10s %s %s, %s%s\n", ref, words.Title, scale.Version(), say.Count(len(scale.Items()), "item", "items"), in); err != nil {
			return fmt.Errorf("write the scales: %w", err)
		}
	}
	return nil
}

// scaleAndWords finds a scale by its id, with or without its version.
func (a *app) scaleAndWords(ref string) (*fidelity.Scale, *fidelity.Words, error) {
	refs := a.shelf.Refs()
	for _, known := range refs {
		if !strings.Contains(ref, "@") && strings.HasPrefix(known, ref+"@") {
			ref = known
		}
	}
	scale, err := a.shelf.Scale(ref)
	if err != nil {
		return nil, nil, fmt.Errorf("%w; there are %s", err, say.And(refs))
	}
	words, err := a.words(scale)
	if err != nil {
		return nil, nil, err
	}
	return scale, words, nil
}

// findItem finds an item by its id or its number.
func findItem(scale *fidelity.Scale, name string) (int, error) {
	if i, ok := scale.ItemAt(name); ok {
		return i, nil
	}
	ids := make([]string, len(scale.Items()))
	for i := range scale.Items() {
		if fmt.Sprint(scale.Items()[i].Number) == name {
			return i, nil
		}
		ids[i] = scale.Items()[i].ID
	}
	if near := fidelity.Nearest(name, ids); near != "" {
		return 0, fmt.Errorf("there is no item %q in %s; did you mean %s?", name, scale.ID(), near)
	}
	return 0, fmt.Errorf("there is no item %q in %s; write a number from 1 to %d or an id such as %s", name, scale.ID(), len(ids), ids[0])
}

// addScales puts the scales of a folder beside the shipped ones.
func (a *app) addScales(dir string) error {
	if dir == "" {
		return nil
	}
	if err := isFolder(dir); err != nil {
		return fmt.Errorf("--scales: %w", err)
	}
	a.own, a.shelf = dir, source.NewShelf(source.Folders(os.DirFS(dir), items.FS))
	return nil
}
