package fleet

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// A store is spread over so many files by the first byte of the keys, so that
// a few new entries do not rewrite all, and none of them grows without end.
const (
	shards    = 16
	mostBytes = 16 << 20 // of a shard; the oldest entries are dropped first
)

// Codec says how values go into a store and come back.
type Codec[T any] struct {
	// Bind sets what is not stored: the name of the file and the scale. It is
	// called with nothing before a value is stored.
	Bind func(value *T, file string, scale *fidelity.Scale)
	// Leave reports whether a value is not to be stored; it may be nil.
	Leave func(value *T) bool
}

// Store keeps values between runs; see the package. It may be used by many
// goroutines, and the folder by many processes at once: of two that finish
// together, one may have to read again what the other read.
type Store[T any] struct {
	dir    string
	prefix []byte // of what keys are made of
	codec  codec
	how    Codec[T]

	shards [shards]shard
	mu     sync.Mutex
	spool  *os.File // new entries, one after the other
	end    int64
	broken bool // nothing more can be written
}

type shard struct {
	once  sync.Once
	file  *os.File
	index []indexed
	at    map[Key]int
	fresh []indexed // under Store.mu
}

// OpenStore opens the store in a folder, which is made where there is none.
// Engine names the program to the last bit, and the scales that it was given:
// entries by another are not used. The error is about T or the folder; reading
// works without a store.
func OpenStore[T any](dir, engine string, how Codec[T]) (*Store[T], error) {
	c, err := codecOf(reflect.TypeFor[T]())
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("the folder of the cache cannot be made: %w", err)
	}
	s := &Store[T]{dir: dir, codec: c, how: how}
	for _, part := range []string{engine, c.shape} {
		s.prefix = appendText(s.prefix, part)
	}
	return s, nil
}

// key is the key of what is kept of a file. Its name counts, not its folder:
// the guard of personal data looks at it. A workbook that was named may be read
// where one in a folder is passed over.
func (s *Store[T]) key(f Found, data []byte) Key {
	h := sha256.New()
	head := appendText(append([]byte(nil), s.prefix...), filepath.Base(f.Name))
	if f.Named {
		head = append(head, 1)
	}
	head = binary.AppendUvarint(head, uint64(len(data)))
	// A hash takes everything that is written to it.
	_, _ = h.Write(head)
	_, _ = h.Write(data)
	return Key(h.Sum(nil))
}

// get finds what was kept under a key.
func (s *Store[T]) get(key Key, name string, scales scaleFinder) (value T, ok bool) {
	sh := s.shard(key)
	i, ok := sh.at[key]
	if !ok {
		return value, false
	}
	c := &cursor{data: sh.index[i].bytes()}
	scale, err := scales.Scale(c.text())
	if digest := c.text(); c.bad || err != nil || scale.Digest() != digest {
		return value, false
	}
	s.codec.get(c, reflect.ValueOf(&value).Elem())
	if c.bad || len(c.data) > 0 {
		return *new(T), false
	}
	s.how.Bind(&value, name, scale)
	return value, true
}

type scaleFinder interface {
	Scale(ref string) (*fidelity.Scale, error)
}

// put keeps a value under a key. Nothing is an error: what cannot be stored is
// read again the next time.
func (s *Store[T]) put(key Key, scale *fidelity.Scale, value T) {
	if s.how.Leave != nil && s.how.Leave(&value) {
		return
	}
	s.how.Bind(&value, "", nil)
	data := appendText(appendText(nil, scale.Ref()), scale.Digest())
	data = s.codec.put(data, reflect.ValueOf(&value).Elem())
	sh := s.shard(key)

	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken {
		return
	}
	if s.spool == nil {
		var err error
		if s.spool, err = os.CreateTemp(s.dir, "new.*"+tempEnding); err != nil {
			s.broken = true
			return
		}
	}
	n, err := s.spool.Write(data)
	if err != nil {
		s.broken = true
		return
	}
	sh.fresh = append(sh.fresh, indexed{key, place{s.end, uint32(n), crc32.Checksum(data, castagnoli), s.spool}})
	s.end += int64(n)
}

// tempEnding is that of files which are being written.
const tempEnding = ".tmp"

// shard returns the shard of a key, with its index.
func (s *Store[T]) shard(key Key) *shard {
	sh := &s.shards[key[0]%shards]
	sh.once.Do(func() {
		sh.file, sh.index = openShard(s.name(int(key[0] % shards)))
		sh.at = make(map[Key]int, len(sh.index))
		for i := range sh.index {
			sh.at[sh.index[i].key] = i
		}
	})
	return sh
}

func (s *Store[T]) name(i int) string {
	return filepath.Join(s.dir, fmt.Sprintf("reviews-%02d.kept", i))
}

// Close writes what is new, each file whole or not at all. An error means that
// the next run reads more files than it would have to, and nothing else.
func (s *Store[T]) Close() (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = true
	if s.spool != nil {
		s.sweep()
	}
	for i := range s.shards {
		sh := &s.shards[i]
		if len(sh.fresh) > 0 {
			err = errors.Join(err, s.save(i, sh))
		}
		if sh.file != nil {
			err = errors.Join(err, sh.file.Close())
		}
	}
	if s.spool != nil {
		err = errors.Join(err, s.spool.Close(), os.Remove(s.spool.Name()))
		s.spool = nil
	}
	return err
}

// save writes a shard anew: the new entries, then the ones that it had.
func (s *Store[T]) save(i int, sh *shard) error {
	temp, err := os.CreateTemp(s.dir, "shard.*"+tempEnding)
	if err != nil {
		return fmt.Errorf("write the cache: %w", err)
	}
	out := bufio.NewWriterSize(temp, 1<<18)
	all, have := sh.fresh, make(map[Key]bool, len(sh.fresh)+len(sh.index))
	for _, e := range sh.fresh {
		have[e.key] = true
	}
	for _, e := range sh.index {
		if !have[e.key] {
			have[e.key] = true
			all = append(all, e)
		}
	}
	err = errors.Join(writeShard(out, all, mostBytes), out.Flush(), temp.Close())
	if sh.file != nil { // Windows replaces no open file
		err = errors.Join(err, sh.file.Close())
		sh.file = nil
	}
	if err == nil {
		err = os.Rename(temp.Name(), s.name(i))
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write the cache: %w", err), os.Remove(temp.Name()))
	}
	return nil
}

const staleAfter = 24 * time.Hour

// sweep removes what runs that were killed have left: files that are being
// written still are younger than a day.
func (s *Store[T]) sweep() {
	now, err := s.spool.Stat()
	if err != nil {
		return
	}
	left, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, entry := range left {
		info, err := entry.Info()
		if err == nil && filepath.Ext(entry.Name()) == tempEnding && now.ModTime().Sub(info.ModTime()) > staleAfter {
			_ = os.Remove(filepath.Join(s.dir, entry.Name())) // the next run tries again
		}
	}
}
