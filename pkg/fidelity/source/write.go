package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// newFileMode is the permissions of a file that was not there before: others
// can read it.
const newFileMode fs.FileMode = 0o644

// WriteFile writes a file whole or not at all: into a new file in the same
// folder, which then takes the place of the old one. The old file keeps its
// permissions, and a link is followed to the file that it leads to; a new file
// can be read by others. A file that is no ordinary one or that cannot be
// written to is refused.
func WriteFile(name string, data []byte) error {
	target, mode, err := targetOf(name)
	if err != nil {
		return err
	}
	return replaceFile(target, data, mode, nil)
}

// targetOf finds the file that is to be written: the one that a link leads to.
// It refuses what cannot be replaced, before anything is written.
func targetOf(name string) (target string, mode fs.FileMode, err error) {
	target = name
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if target, err = filepath.EvalSymlinks(name); err != nil {
			return "", 0, fmt.Errorf("%s is a link that leads to no file (%w); delete the link, or write to the file itself", name, plainError(err))
		}
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, newFileMode, nil
	case err != nil:
		return "", 0, fmt.Errorf("cannot write %s: %w", name, plainError(err))
	case !info.Mode().IsRegular():
		return "", 0, fmt.Errorf("%s is no ordinary file and cannot be replaced; write to another name", name)
	case info.Mode().Perm()&0o200 == 0:
		return "", 0, fmt.Errorf("%s is write-protected; take the protection off if it may be changed, or write to another name", name)
	}
	// A new file takes the place of the old one, so that the system would not
	// ask whether this one may be written to.
	file, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return "", 0, fmt.Errorf("cannot write %s: %w; see that you may change it, and that no other program has it open", name, plainError(err))
	}
	_ = file.Close() // nothing was written
	return target, info.Mode().Perm(), nil
}

// replaceFile puts a file in the place of target. The last check is made when
// all is written but nothing replaced; it may be nil.
func replaceFile(target string, data []byte, mode fs.FileMode, last func() error) (err error) {
	dir, base := filepath.Split(target)
	if dir == "" {
		dir = "."
	}
	temp, err := os.CreateTemp(dir, "."+base+".*.new")
	if err != nil {
		return fmt.Errorf("cannot write into the folder %s: %w", filepath.Clean(dir), plainError(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temp.Name()))
		}
	}()
	if err = temp.Chmod(mode); err == nil {
		_, err = temp.Write(data)
	}
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return fmt.Errorf("cannot write %s: %w; the file is as it was", target, plainError(err))
	}
	if last != nil {
		if err = last(); err != nil {
			return err
		}
	}
	if err = os.Rename(temp.Name(), target); err != nil {
		return fmt.Errorf("cannot replace %s: %w; the file is as it was. If another program has it open, close it there and try again", target, plainError(err))
	}
	syncDir(dir)
	return nil
}

// plainError leaves out the operation and the name, which the sentence says.
func plainError(err error) error {
	var path *fs.PathError
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
