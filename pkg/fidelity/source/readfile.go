package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// ReadFile reads a file that a user has named; the error is a sentence for
// that user. Of a file larger than MaxSize it returns as many bytes as make its
// reader say so, and reads none of it.
func ReadFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", name)
	case err != nil:
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder; name a review file", name)
	case info.Size() > MaxSize:
		return make([]byte, MaxSize+1), nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	}
	return data, nil
}
