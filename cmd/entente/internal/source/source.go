// Package source finds the articles that command-line arguments name: files,
// folders, patterns and standard input, plain text and JSON lines.
//
// Expand looks at the arguments, Items yields the articles one after the
// other, and Item.Load reads and parses one; loading is left to the caller so
// that several can be loaded at a time. Whatever cannot be read becomes an
// item whose Load fails: it never ends the others.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"entente/extract/article"
)

// Options say how articles are read.
type Options struct {
	// MaxBytes is the most that one article can have; 0 is no limit.
	MaxBytes int64
	// Meta is assumed of articles that say nothing else themselves or in a
	// file beside them.
	Meta article.Meta
	// AnyText takes every text, also one that is not English or no article,
	// and does not look for the parts of plain texts.
	AnyText bool
	// Stdin is what "-" stands for.
	Stdin io.Reader
}

// Item is one article that was found.
type Item struct {
	// ID names the article; "" where the article names itself.
	ID string
	// Where is the file's path, with the line in a file of JSON lines.
	Where string
	// Line is the number of the line in a file of JSON lines, else 0.
	Line int
	load func() (*article.Document, error)
}

// Record tells whether the article is a line of JSON lines.
func (it *Item) Record() bool { return it.Line > 0 }

// Load reads and parses the article. Document.Article.ID is set also when it
// fails, as far as it is known; the document is never nil.
func (it *Item) Load() (*article.Document, error) {
	d, err := it.load()
	if d == nil {
		d = &article.Document{}
	}
	if d.Article.ID == "" {
		d.Article.ID = it.ID
	}
	return d, err
}

// Set is what Expand found.
type Set struct {
	options Options
	files   []file
}

// file is a file, or an argument that is none.
type file struct {
	path  string // as the user wrote it or the folder led to it; "-" is standard input
	short string // what names its article if nothing else has that name
	err   error
}

// Stdin is the id of a plain-text article from standard input.
const Stdin = "stdin"

// Expand finds the files that the arguments name: a file is itself, a folder
// all *.txt, *.jsonl and *.ndjson in it and below (hidden ones left out), a
// pattern what it matches, "-" standard input. A file named twice is read once,
// and a file of facts beside an article (NAME.meta.json) is none itself.
func Expand(args []string, o Options) *Set {
	s := &Set{options: o}
	seen := map[string]bool{}
	for _, arg := range args {
		for _, f := range expand(arg) {
			key := f.path
			if abs, err := filepath.Abs(f.path); err == nil && f.path != "-" {
				key = abs
			}
			if !seen[key] {
				seen[key] = true
				s.files = append(s.files, f)
			}
		}
	}
	if len(s.files) == 0 && len(args) > 0 {
		s.files = []file{{path: args[0], short: args[0], err: errors.New("tells of an article and is none itself")}}
	}
	s.settleNames()
	return s
}

// Known returns the number of articles, and whether it can be known without
// reading everything.
func (s *Set) Known() (int, bool) {
	for _, f := range s.files {
		if f.path == "-" || isLines(f.path) {
			return 0, false
		}
	}
	return len(s.files), true
}

func expand(arg string) []file {
	if arg == "-" {
		return []file{{path: "-", short: Stdin}}
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return walk(arg)
	case strings.HasSuffix(arg, metaSuffix):
		return nil // a shell's pattern brings them along
	case err == nil:
		return []file{{path: arg, short: filepath.Base(arg)}}
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		return match(arg)
	}
	return []file{{path: arg, short: filepath.Base(arg), err: reason(err)}}
}

func match(pattern string) []file {
	paths, err := filepath.Glob(pattern)
	if err == nil && len(paths) == 0 {
		err = errors.New("matches no file")
	}
	if err != nil {
		return []file{{path: pattern, short: pattern, err: err}}
	}
	var out []file
	for _, path := range paths {
		if hidden(path) && !hidden(pattern) {
			continue
		}
		out = append(out, expand(path)...)
	}
	return out
}

// walk lists a folder in the order of the names.
func walk(dir string) []file {
	var out []file
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		hidden := path != dir && hidden(path)
		switch {
		case err != nil:
			out = append(out, file{path: path, short: filepath.Base(path), err: reason(err)})
		case hidden && e.IsDir():
			return fs.SkipDir
		case !hidden && !e.IsDir() && (isText(path) || isLines(path)):
			rel, err := filepath.Rel(dir, path)
			out = append(out, file{path: path, short: filepath.ToSlash(rel), err: err})
		}
		return nil
	})
	if err == nil && len(out) == 0 {
		err = errors.New("no articles in this folder (*.txt, *.jsonl, *.ndjson)")
	}
	if err != nil {
		out = append(out, file{path: dir, short: filepath.Base(dir), err: err})
	}
	return out
}

// hidden tells whether a name begins with a dot, as shells hide it.
func hidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

func isText(path string) bool { return strings.EqualFold(filepath.Ext(path), ".txt") }

func isLines(path string) bool {
	ext := filepath.Ext(path)
	return strings.EqualFold(ext, ".jsonl") || strings.EqualFold(ext, ".ndjson")
}

// settleNames gives files that share a name their whole path as the name.
func (s *Set) settleNames() {
	for {
		count := map[string]int{}
		for _, f := range s.files {
			count[f.short]++
		}
		changed := false
		for i := range s.files {
			f := &s.files[i]
			if long := filepath.ToSlash(filepath.Clean(f.path)); count[f.short] > 1 && f.short != long {
				f.short, changed = long, true
			}
		}
		if !changed {
			return
		}
	}
}

// Items yields the articles in the order of the arguments. It reads ahead only
// what it yields: files of JSON lines and standard input are streamed.
func (s *Set) Items(ctx context.Context) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, f := range s.files {
			if ctx.Err() != nil {
				return
			}
			if !s.open(f, yield) {
				return
			}
		}
	}
}

func (s *Set) open(f file, yield func(Item) bool) bool {
	switch {
	case f.err != nil:
		return yield(failed(f, f.err))
	case f.path == "-":
		return s.stdin(yield)
	case isLines(f.path):
		r, err := os.Open(f.path)
		if err != nil {
			return yield(failed(f, reason(err)))
		}
		defer r.Close()
		return s.lines(f.path, r, yield)
	}
	return yield(Item{ID: f.short, Where: f.path, load: func() (*article.Document, error) { return s.loadFile(f) }})
}

func failed(f file, err error) Item {
	return Item{ID: f.short, Where: f.path, load: func() (*article.Document, error) { return nil, err }}
}

// loadFile reads a file of plain text, with what stands in the file beside it.
func (s *Set) loadFile(f file) (*article.Document, error) {
	if strings.EqualFold(filepath.Ext(f.path), ".json") {
		return nil, errors.New("JSON is no article: graphs are for export, load and explain, articles as JSON lines end in .jsonl")
	}
	r, err := os.Open(f.path)
	if err != nil {
		return nil, reason(err)
	}
	defer r.Close()
	if info, err := r.Stat(); err == nil && s.options.MaxBytes > 0 && info.Size() > s.options.MaxBytes {
		return nil, article.TooLarge(s.options.MaxBytes)
	}
	d, err := s.plain(r)
	if err != nil {
		return d, err
	}
	meta, err := beside(f.path)
	if err == nil {
		err = d.Apply(meta)
	}
	return d, err
}

// plain reads one article of plain text and gives it the run's own facts.
func (s *Set) plain(r io.Reader) (*article.Document, error) {
	raw, err := article.ReadAll(r, s.options.MaxBytes)
	if err != nil {
		return nil, reason(err)
	}
	if s.options.AnyText {
		d := &article.Document{}
		d.Article.Text, err = article.Decode(raw)
		return d, err
	}
	d, err := article.Parse(raw)
	if err != nil {
		return d, err
	}
	return d, d.Apply(s.options.Meta)
}

const metaSuffix = ".meta.json"

// beside reads NAME.meta.json beside NAME.txt, if there is one.
func beside(path string) (article.Meta, error) {
	name := strings.TrimSuffix(path, filepath.Ext(path)) + metaSuffix
	raw, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return article.Meta{}, nil
	}
	if err != nil {
		return article.Meta{}, err
	}
	m, err := article.ParseMeta(raw)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return m, err
}

// reason takes the path and the system call out of an error of the operating
// system: messages name the article already.
func reason(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		if errors.Is(err, fs.ErrNotExist) {
			return errors.New("no such file or folder")
		}
		return path.Err
	}
	return err
}
