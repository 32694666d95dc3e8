package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrLocked is the error where another process is saving the same file.
var ErrLocked = errors.New("is being saved by another process")

// lockFile keeps other processes of this tool from saving a file at the same
// time. The lock is a file beside it, .NAME.lock, that only one of them can
// make; it works on every system and on shared drives. A process that is
// killed leaves its lock behind. Nobody takes that away but a person: a process
// that did could take the lock of another one that did so just before.
func lockFile(target string) (unlock func() error, err error) {
	lock := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".lock")
	file, err := os.OpenFile(lock, os.O_CREATE|os.O_EXCL|os.O_WRONLY, newFileMode)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil, lockedBy(target, lock)
	case err != nil:
		return nil, fmt.Errorf("cannot write into the folder %s: %w", filepath.Dir(target), plainError(err))
	}
	// Who holds the lock is for people to read; it holds without it as well.
	host, _ := os.Hostname()
	_, _ = fmt.Fprintf(file, "process %d on %s\n", os.Getpid(), host)
	_ = file.Close()
	return func() error {
		if err := os.Remove(lock); err != nil {
			return fmt.Errorf("%s is saved, but its lock could not be taken away: %w; delete %s", target, plainError(err), lock)
		}
		return nil
	}, nil
}

// lockedBy says who holds a lock, and what to do if nobody does any more.
func lockedBy(target, lock string) error {
	who := ""
	if data, err := os.ReadFile(lock); err == nil && len(data) < 300 {
		if text := oneLine(strings.TrimSpace(string(data))); text != "" {
			who = " (" + text + ")"
		}
	}
	return fmt.Errorf("%s %w%s; try again in a moment. If that process is not running any more, it was stopped while it saved: "+
		"delete %s, and any .%s.*.new beside it, and try again", target, ErrLocked, who, lock, filepath.Base(target))
}
