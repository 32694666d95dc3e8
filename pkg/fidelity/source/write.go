package source

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: into a new file in the same
// folder, which then takes the place of the old one. The old file keeps its
// permissions; a new one can be read by others.
func WriteFile(name string, data []byte) (err error) {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return fmt.Errorf("%s is no ordinary file and cannot be replaced", name)
		}
		mode = info.Mode().Perm()
	}
	dir := filepath.Dir(name)
	temp, err := os.CreateTemp(dir, ".fidelity-*")
	if err != nil {
		return fmt.Errorf("cannot write into %s: %w", dir, plainError(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temp.Name()))
		}
	}()
	if _, err = temp.Write(data); err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, plainError(err))
	}
	if err = os.Chmod(temp.Name(), mode); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, plainError(err))
	}
	if err = os.Rename(temp.Name(), name); err != nil {
		return fmt.Errorf("cannot write %s: %w; is it open in another program?", name, plainError(err))
	}
	syncDir(dir)
	return nil
}

// plainError leaves out the operation and the name, which the sentence says.
func plainError(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

// syncDir makes the new name last through a power cut. Not every system can
// do so for a folder, and the file is written all the same.
func syncDir(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
