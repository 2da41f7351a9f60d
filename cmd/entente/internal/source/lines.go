package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

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
	mark := []byte("\ufeff")
	for n := 1; n <= 4096; n++ {
		head, err := r.Peek(n)
		if err != nil {
			return false
		}
		switch c := head[n-1]; {
		case c == '{':
			return true
		case c != ' ' && c != '\t' && c != '\r' && c != '\n' && !bytes.HasPrefix(mark, head):
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
		if s.options.AnyText && d.Article.Text != "" {
			err = nil
		}
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

// readLine returns the next line without its line feed, in memory of its own, io.EOF
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
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}

// Line is one line of a file that is read line by line.
type Line struct {
	// Where is the file's path and the line's number.
	Where string
	Text  string
	// Err tells why the line, or the file from here on, cannot be read.
	Err error
}

// Lines yields every line of the files, whatever they hold, blank ones too.
func (s *Set) Lines(ctx context.Context) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for _, f := range s.files {
			if ctx.Err() != nil || !s.rawLines(f, yield) {
				return
			}
		}
	}
}

func (s *Set) rawLines(f file, yield func(Line) bool) bool {
	in, name := s.options.Stdin, Stdin
	if f.err != nil {
		return yield(Line{Where: f.path, Err: f.err})
	}
	if f.path != "-" {
		r, err := os.Open(f.path)
		if err != nil {
			return yield(Line{Where: f.path, Err: reason(err)})
		}
		defer r.Close()
		in, name = r, f.path
	}
	r := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(r, s.options.MaxBytes)
		end := errors.Is(err, io.EOF)
		if end && len(line) == 0 {
			return true
		}
		if end {
			err = nil
		}
		if !yield(Line{Where: fmt.Sprintf("%s:%d", name, n), Text: string(line), Err: reason(err)}) {
			return false
		}
		if end || err != nil && !errors.Is(err, article.ErrTooLarge) {
			return true
		}
	}
}
