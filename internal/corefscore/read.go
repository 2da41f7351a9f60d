package corefscore

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Span is a half-open range of words.
type Span struct{ First, End int }

// Document is a text in words with the chains of mentions that somebody, or a
// program, found in it.
type Document struct {
	Name  string
	Words []string
	// Chains are sorted by their first mention, mentions by where they start,
	// the longer first.
	Chains [][]Span
}

// maxLine is the length of the longest line that Read takes.
const maxLine = 1 << 20

// Read reads documents in columns: a line is a word, its number, the word
// itself and the brackets of the chains; "(3" opens a mention of chain 3, "3)"
// closes it, "(3)" does both, "_" or "-" is nothing. Lines of twelve columns
// and more are those of the CoNLL-2012 shared task, where the word stands
// fourth. Lines that begin with # part documents, empty lines mean nothing.
// Name is the name of documents that do not tell theirs.
func Read(r io.Reader, name string) ([]Document, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	var out []Document
	c := newChains()
	finish := func() error {
		if len(c.doc.Words) == 0 {
			return nil
		}
		doc, err := c.finish()
		if err != nil {
			return err
		}
		if doc.Name == "" {
			doc.Name = strings.TrimSuffix(path.Base(name), path.Ext(name))
		}
		out = append(out, doc)
		return nil
	}
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		var err error
		switch {
		case strings.HasPrefix(line, "#begin ") || strings.HasPrefix(line, "# begin "):
			err = finish()
			c = newChains()
			c.doc.Name = documentName(line)
		case strings.HasPrefix(line, "#"+"end") || strings.HasPrefix(line, "# end"), strings.TrimSpace(line) == "":
		default:
			err = c.line(line)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := finish(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no words in it: want lines of number, word and chains", name)
	}
	return out, nil
}

// documentName is what stands behind "document" in the line that begins one.
func documentName(line string) string {
	_, name, _ := strings.Cut(line, "document")
	return strings.TrimSpace(name)
}

// chains collects a document line by line.
type chains struct {
	doc   Document
	open  map[string][]int
	index map[string]int
}

func newChains() *chains { return &chains{open: map[string][]int{}, index: map[string]int{}} }

// The columns of the shared task of 2012.
const (
	manyColumns = 12
	wordOf2012  = 3
)

// columns parts a line at tabs, or at any white space where it has none.
func columns(line string) []string {
	if strings.Contains(line, "\t") {
		return strings.Split(strings.TrimRight(line, "\r\n"), "\t")
	}
	return strings.Fields(line)
}

func (c *chains) line(line string) error {
	f := columns(line)
	if len(f) < 3 {
		return errors.New("want number, word and chains")
	}
	word := f[1]
	if len(f) >= manyColumns {
		word = f[wordOf2012]
	}
	c.doc.Words = append(c.doc.Words, word)
	return c.brackets(f[len(f)-1])
}

// brackets reads the last column.
func (c *chains) brackets(s string) error {
	if s == "_" || s == "-" {
		return nil
	}
	whole := s
	at := len(c.doc.Words) - 1
	for s != "" {
		opens := s[0] == '('
		s = strings.TrimPrefix(s, "(")
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == 0 {
			return fmt.Errorf("chains %q: a number is missing", whole)
		}
		id := s[:n]
		s = s[n:]
		closes := strings.HasPrefix(s, ")")
		s = strings.TrimPrefix(s, ")")
		s = strings.TrimPrefix(s, "|")
		if opens {
			c.open[id] = append(c.open[id], at)
		}
		if !closes {
			if !opens {
				return fmt.Errorf("chains %q: %s neither opens nor closes", whole, id)
			}
			continue
		}
		starts := c.open[id]
		if len(starts) == 0 {
			return fmt.Errorf("chains %q: %s closes what was not opened", whole, id)
		}
		c.add(id, Span{starts[len(starts)-1], at + 1})
		c.open[id] = starts[:len(starts)-1]
	}
	return nil
}

func (c *chains) add(id string, s Span) {
	i, ok := c.index[id]
	if !ok {
		i = len(c.doc.Chains)
		c.index[id] = i
		c.doc.Chains = append(c.doc.Chains, nil)
	}
	c.doc.Chains[i] = append(c.doc.Chains[i], s)
}

func (c *chains) finish() (Document, error) {
	var left []string
	for id, starts := range c.open {
		if len(starts) > 0 {
			left = append(left, id)
		}
	}
	if len(left) > 0 {
		slices.Sort(left)
		return Document{}, fmt.Errorf("chain %s is never closed", left[0])
	}
	c.doc.Chains = Clean(c.doc.Chains)
	return c.doc, nil
}
