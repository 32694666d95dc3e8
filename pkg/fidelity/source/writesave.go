package source

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// ErrChanged is the error where a file is no longer what it was when it was
// read.
var ErrChanged = errors.New("was changed by somebody else since it was read")

// Open reads a review file to edit it. The error is Problems where the text is
// no YAML of the kind that reviews are written in.
func Open(name string) (*Editor, error) {
	data, err := readFile(name)
	if err != nil {
		return nil, err
	}
	return NewEditor(name, data)
}

// readFile reads a file, but of one that is too large no more than shows it.
func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, plainError(err))
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxSize+int64(len(byteOrderMark))+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, plainError(err))
	}
	return data, nil
}

// Save writes the edits to the file, whole or not at all; the version before
// stays beside it as NAME.bak. Without edits nothing is written.
//
// It is refused where the file on disk is not what was read (ErrChanged), while
// another process saves it (ErrLocked), and where the file or its folder cannot
// be written to. The file is then as it was, and so are the edits: they can be
// read from Bytes, or made again on the file opened anew.
func (e *Editor) Save() (err error) {
	if e.saved {
		return nil
	}
	target, mode, err := targetOf(e.name)
	if err != nil {
		return err
	}
	unlock, err := lockFile(target)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	before, err := e.unchanged(target)
	if err != nil {
		return err
	}
	if err := writeBackup(target+".bak", before, mode); err != nil {
		return err
	}
	data := e.Bytes()
	// Programs that do not know the lock may have saved in the meantime. What is
	// left is the moment between this look and the next call.
	last := func() error { _, err := e.unchanged(target); return err }
	if err := replaceFile(target, data, mode, last); err != nil {
		return err
	}
	e.read, e.saved = sha256.Sum256(data), true
	return nil
}

// unchanged reads the file again, and refuses it where it is not what was read
// at first.
func (e *Editor) unchanged(target string) ([]byte, error) {
	data, err := readFile(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s %w: it is gone; put it back or open another file, and make the change again", e.name, ErrChanged)
	case err != nil:
		return nil, err
	case sha256.Sum256(data) != e.read:
		return nil, fmt.Errorf("%s %w, and saving would undo that; nothing was written. Open the file again and make the change once more", e.name, ErrChanged)
	}
	return data, nil
}

// writeBackup keeps the version before, with the permissions of the file: it
// holds the same things.
func writeBackup(name string, data []byte, mode fs.FileMode) error {
	info, err := os.Lstat(name)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%s is no ordinary file, and the version before is to be kept there; rename it and try again", name)
	case err == nil:
		if kept, err := readFile(name); err == nil && bytes.Equal(kept, data) && info.Mode().Perm() == mode {
			return nil
		}
	}
	return replaceFile(name, data, mode, nil)
}
