package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// look reads the report.yaml beside a review, or else the one in the folder
// above, which serves all services. Having none is usual.
func (a *app) look(review string) (*source.Look, string, error) {
	folder := filepath.Dir(review)
	for _, dir := range []string{folder, filepath.Join(folder, "..")} {
		name := filepath.Join(dir, source.LookName)
		data, err := os.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, "", fmt.Errorf("cannot read %s: %w", name, err)
		}
		look, problems := source.ReadLook(name, data)
		if look == nil {
			a.tell(problems, 1, "nothing was written")
			return nil, "", exitError{statusInvalid}
		}
		return look, dir, nil
	}
	return &source.Look{}, folder, nil
}

// The largest logo: a picture at the head of a page needs far less.
const (
	mostLogoBytes  = 2 << 20
	mostLogoPixels = 4000
)

// logo reads the picture that a look names.
func logo(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("the logo %s cannot be read: %w; correct its name in %s, or take it out there", name, err, source.LookName)
	}
	if info.Size() > mostLogoBytes {
		return nil, fmt.Errorf("the logo %s is larger than 2 MB; save it smaller", name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the logo %s cannot be read: %w", name, err)
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the logo %s is no PNG picture; save it as PNG", name)
	case size.Width > mostLogoPixels || size.Height > mostLogoPixels:
		return nil, fmt.Errorf("the logo %s is %d by %d pixels; save it with at most %d each way", name, size.Width, size.Height, mostLogoPixels)
	}
	return data, nil
}

// reportLook is a look as reports have it, with its logo, whose file is seen
// from the folder of the report.yaml.
func reportLook(look *source.Look, folder string) (report.Look, error) {
	out := report.Look{Organisation: look.Organisation, Contact: look.Contact, Sharing: look.Sharing, Accent: look.Accent}
	if look.Logo == "" {
		return out, nil
	}
	var err error
	out.Logo, err = logo(filepath.Join(folder, filepath.FromSlash(look.Logo)))
	return out, err
}

// measured is the error of a total: the one that was set, or else the one that
// the organisation has measured; nothing stands for the assumption.
func measured(set compare.Settings, look *source.Look) compare.Settings {
	if set.SEM.Sign() <= 0 {
		set.SEM, set.Source = look.SEM, look.SEMSource
	}
	return set
}

// addLook gives a report the look of its organisation, and the error of a
// total that the organisation has measured, unless one was set already.
func (a *app) addLook(in *report.Input, review string) error {
	look, dir, err := a.look(review)
	if err != nil {
		return err
	}
	in.Cycle, in.Compare = look.Cycle, measured(in.Compare, look)
	in.Look, err = reportLook(look, dir)
	return err
}
