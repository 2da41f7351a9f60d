package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"entente/extract/article"
)

// stdin yields standard input: JSON lines where its first visible character
// opens an object, else one article of plain text.
func (s *Set) stdin(yield func(Item) bool) bool {
	r := bufio.NewReaderSize(s.options.Stdin, 1<<16)
	if startsObject(r) {
		return s.lines(Stdin, r, yield)
	}
	d, err := s.plain(r)
	return yield(Item{ID: Stdin, Where: Stdin, load: func() (*article.Document, error) { return d, err }})
}

// startsObject looks ahead without taking anything away.
func startsObject(r *bufio.Reader) bool {
	for n := 1; n <= 4096; n++ {
		head, err := r.Peek(n)
		if err != nil {
			return false
		}
		switch c := head[n-1]; {
		case c == '{':
			return true
		case c != ' ' && c != '\t' && c != '\r' && c != '\n' && !bytes.HasPrefix([]byte("\ufeff"), head):
			return false
		}
	}
	return false
}

// lines yields one item for each line that is not blank. A line longer than
// the limit is skipped without being held.
func (s *Set) lines(name string, in io.Reader, yield func(Item) bool) bool {
	r := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(r, s.lineLimit())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		end := errors.Is(err, io.EOF)
		if end {
			err = nil
		}
		if len(bytes.TrimSpace(line)) > 0 || err != nil {
			if !yield(s.record(fmt.Sprintf("%s:%d", name, n), n, line, err)) {
				return false
			}
		}
		if end || err != nil && !errors.Is(err, article.ErrTooLarge) {
			return true
		}
	}
}

func (s *Set) record(where string, n int, line []byte, err error) Item {
	load := func() (*article.Document, error) {
		if err != nil {
			return nil, reason(err)
		}
		d, err := article.ParseRecord(line, s.options.Meta)
		if limit := s.options.MaxBytes; limit > 0 && int64(len(d.Article.Text)) > limit {
			err = article.TooLarge(limit)
		}
		return d, err
	}
	return Item{Where: where, Line: n, load: load}
}

// lineLimit is the most that a line can have: JSON can spell every byte of an
// article with six.
func (s *Set) lineLimit() int64 { return 6*s.options.MaxBytes + min(s.options.MaxBytes, 1<<16) }

// readLine returns the next line without its end in memory of its own, io.EOF
// with the last one, and ErrTooLarge after skipping a line longer than limit
// (0 is no limit).
func readLine(r *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if limit > 0 && int64(len(line)+len(part)) > limit {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || errors.Is(err, io.EOF)) {
			return nil, article.TooLarge(limit)
		}
		return bytes.TrimRight(line, "\r\n"), err
	}
}
