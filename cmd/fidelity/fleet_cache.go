package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
)

// recordStore opens what is kept of reviews between runs; nil where nothing is
// or where it cannot be opened: that makes the command slower and changes
// nothing else.
//
// A record holds what the pack of a comparison shows: who was reviewed and
// when, scores and what the evidence allows, and the actions and corrections of
// the review in their words. It holds no row of evidence, no finding, no file
// name, no reviewer and no personal plan. Of a review in which the guard of
// personal data found an identifier nothing is kept.
func (a *app) recordStore(o fleetOptions) *fleet.Store[compare.Record] {
	if o.noCache {
		return nil
	}
	dir := o.cache
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(user, toolName, "reviews")
	}
	engine, err := a.engine()
	if err != nil {
		return nil
	}
	store, err := fleet.OpenStore(dir, engine, fleet.Codec[compare.Record]{
		Bind:  func(r *compare.Record, file string, scale *fidelity.Scale) { r.File, r.Scale = file, scale },
		Leave: func(r *compare.Record) bool { return len(r.Blocked) > 0 },
	})
	if err != nil {
		return nil
	}
	return store
}

// engine is a digest of all that turns a file into a record: this program, with
// the scales in it, and the scales of the user. A version number would not
// tell two builds apart.
func (a *app) engine() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find the program: %w", err)
	}
	h := sha256.New()
	if err := hashFile(h, name); err != nil {
		return "", err
	}
	if a.own != "" {
		err = filepath.WalkDir(a.own, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			return hashFile(h, name)
		})
	}
	return hex.EncodeToString(h.Sum(nil)), err
}

// hashFile adds a file, with its name and its length.
func hashFile(h hash.Hash, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	defer func() { _ = file.Close() }() // nothing was written
	n, err := io.Copy(h, file)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	_, err = fmt.Fprintf(h, "\x00%s\x00%d\x00", name, n)
	return err
}
