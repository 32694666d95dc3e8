package fleet

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
)

// Key is the digest of all that an entry depends on.
type Key [sha256.Size]byte

// A shard is one file of the store: entries one after the other, then an index
// of them, then where the index begins and its digest. A file that was cut
// short has no index and counts as empty; an entry whose bytes changed does not
// match its checksum.
const (
	shardMark   = "fidelity/store/1\n"
	indexEntry  = sha256.Size + 8 + 4 + 4
	shardFooter = 8 + 4 + sha256.Size
)

// place is where the bytes of an entry stand.
type place struct {
	at   int64
	size uint32
	sum  uint32
	src  io.ReaderAt
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// bytes reads the entry; nil where it is damaged.
func (p place) bytes() []byte {
	data := make([]byte, p.size)
	if n, _ := p.src.ReadAt(data, p.at); n < len(data) || crc32.Checksum(data, castagnoli) != p.sum {
		return nil
	}
	return data
}

// indexed is an entry of an index.
type indexed struct {
	key Key
	place
}

// openShard reads the index of a shard. The newest entries come first. Nothing
// is an error: what cannot be read is empty.
func openShard(name string) (file *os.File, index []indexed) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil
	}
	if index = readIndex(file); index == nil {
		_ = file.Close()
		return nil, nil
	}
	return file, index
}

func readIndex(file *os.File) []indexed {
	info, err := file.Stat()
	if err != nil || info.Size() < int64(len(shardMark)+shardFooter) {
		return nil
	}
	footer := make([]byte, shardFooter)
	if _, err := file.ReadAt(footer, info.Size()-shardFooter); err != nil {
		return nil
	}
	at, n := int64(binary.LittleEndian.Uint64(footer)), int64(binary.LittleEndian.Uint32(footer[8:]))
	if at < int64(len(shardMark)) || at+n*indexEntry != info.Size()-shardFooter {
		return nil
	}
	raw := make([]byte, n*indexEntry)
	if _, err := file.ReadAt(raw, at); err != nil {
		return nil
	}
	if sum := sha256.Sum256(append(footer[:12:12], raw...)); !bytes.Equal(sum[:], footer[12:]) {
		return nil
	}
	index := make([]indexed, n)
	for i := range index {
		b := raw[i*indexEntry:]
		e := &index[i]
		copy(e.key[:], b)
		b = b[sha256.Size:]
		e.place = place{int64(binary.LittleEndian.Uint64(b)), binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint32(b[12:]), file}
		if e.at < int64(len(shardMark)) || e.at+int64(e.size) > at {
			return nil
		}
	}
	return index
}

// writeShard writes entries, until there are more bytes than a shard may have.
func writeShard(w io.Writer, entries []indexed, most int64) error {
	out := &counted{w: w}
	out.write([]byte(shardMark))
	var index []byte
	n := uint32(0)
	for i := range entries {
		e := &entries[i]
		data := e.bytes()
		if data == nil || out.n+int64(len(data)) > most {
			continue
		}
		index = append(index, e.key[:]...)
		index = binary.LittleEndian.AppendUint64(index, uint64(out.n))
		index = binary.LittleEndian.AppendUint32(index, e.size)
		index = binary.LittleEndian.AppendUint32(index, e.sum)
		n++
		out.write(data)
	}
	footer := binary.LittleEndian.AppendUint64(nil, uint64(out.n))
	footer = binary.LittleEndian.AppendUint32(footer, n)
	sum := sha256.Sum256(append(footer[:12:12], index...))
	out.write(index)
	out.write(append(footer, sum[:]...))
	return out.err
}

// counted counts what was written, and keeps the first error.
type counted struct {
	w   io.Writer
	n   int64
	err error
}

func (c *counted) write(data []byte) {
	if c.err == nil {
		_, c.err = c.w.Write(data)
		c.n += int64(len(data))
	}
}
