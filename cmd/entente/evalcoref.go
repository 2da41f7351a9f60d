package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/ordered"
	"entente/extract"
	"entente/internal/corefscore"
	"entente/internal/score"
)

// evaluateCoref scores chains of coreferent mentions, found in the running text
// of labelled documents.
func evaluateCoref(c *cli.Context, s *streams, format score.Format) error {
	for _, f := range []string{flagArticles, flagErrors, flagStatements} {
		if c.IsSet(f) {
			return usage("--%s and --%s do not go together", flagCoref, f)
		}
	}
	load := ahead(extract.New)
	docs, err := loadChains(c.Args().Slice())
	if err != nil {
		return err
	}
	x, err := load()
	if err != nil {
		return fmt.Errorf("the language model or the knowledge base cannot be loaded: %w", err)
	}
	p := newProgress(s.err, c.Bool(flagQuiet))
	p.start("scoring", len(docs), true)
	var list []corefscore.Score
	ctx := c.Context
	for r := range ordered.Map(ctx, c.Int(flagJobs), slices.Values(docs), func(_ context.Context, d corefscore.Document) corefscore.Score {
		return scoreChains(x, &d)
	}) {
		p.step()
		list = append(list, r)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	note, err := writeReport(c, s, func(w io.Writer) error { return writeCoref(w, format, list) })
	if err != nil {
		return err
	}
	p.done("%s, CoNLL mean %.4f%s", count(len(list), "text"), corefscore.Sum("", list).Mean(), note)
	return nil
}

// scoreChains compares the chains that are found in the running text of a
// document with its own.
func scoreChains(x *extract.Extractor, d *corefscore.Document) corefscore.Score {
	text := d.Text()
	r := x.ResolveText(text.String, "")
	s := corefscore.Compare(d.Chains, text.Chains(r.Coref.Bytes(r.Doc)))
	s.Name, s.Words = d.Name, len(d.Words)
	return s
}

// loadChains reads the documents of files, and of the *.conll files of folders.
func loadChains(names []string) ([]corefscore.Document, error) {
	var out []corefscore.Document
	for _, name := range names {
		files := []string{name}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			files, _ = filepath.Glob(filepath.Join(name, "*.conll"))
			if len(files) == 0 {
				return nil, fmt.Errorf("%s: no *.conll file in it", name)
			}
		}
		for _, file := range files {
			docs, err := readChains(file)
			if err != nil {
				return nil, err
			}
			out = append(out, docs...)
		}
	}
	return out, nil
}

func readChains(file string) ([]corefscore.Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return corefscore.Read(f, file)
}

// writeCoref writes a line for each document and for all, then the figures of
// all in full.
func writeCoref(w io.Writer, format score.Format, list []corefscore.Score) error {
	three := func(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }
	all := corefscore.Sum("all", list)
	rows := make([][]string, 0, len(list)+1)
	for _, s := range append(slices.Clip(list), all) {
		rows = append(rows, []string{
			s.Name, strconv.Itoa(s.Words), strconv.Itoa(s.KeyChains), strconv.Itoa(s.OutChains),
			three(s.Mentions.F()), three(s.MUC.F()), three(s.B3.F()), three(s.CEAFe.F()), three(s.Mean()),
		})
	}
	head := []string{"text", "words", "chains", "found", "mentions", "MUC", "B³", "CEAFe", "CoNLL mean"}
	if err := score.WriteTable(w, format, head, rows); err != nil {
		return err
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	rows = rows[:0]
	for _, m := range []struct {
		name string
		corefscore.Ratio
	}{{"mentions", all.Mentions}, {"MUC", all.MUC}, {"B³", all.B3}, {"CEAFe", all.CEAFe}} {
		rows = append(rows, []string{m.name, three(m.P()), three(m.R()), three(m.F())})
	}
	rows = append(rows, []string{"CoNLL mean", "", "", three(all.Mean())})
	return score.WriteTable(w, format, []string{"all", "precision", "recall", "F1"}, rows)
}
