package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far a command is, on a terminal only, and keeps messages
// apart from it. It uses no colour.
type progress struct {
	w     io.Writer
	bar   *progressbar.ProgressBar // nil where nothing is shown
	quiet bool
	what  string // the phase shown
}

// newProgress returns a progress without a bar.
func newProgress(w io.Writer, quiet bool) *progress { return &progress{w: w, quiet: quiet} }

// start shows a bar that counts up to total, or without an end where that is
// not known.
func (p *progress) start(what string, total int, known bool) {
	if p.quiet || !isTerminal(p.w) {
		return
	}
	if !known {
		total = -1
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetWidth(30))
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// step counts one more.
func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// phase shows how far a phase of the work is: done of total, which is 0 where
// that is not known.
func (p *progress) phase(what string, done, total int) {
	if p.what != what {
		if p.bar != nil {
			_ = p.bar.Clear()
		}
		p.what = what
		p.start(what, total, total > 0)
	}
	if p.bar != nil {
		_ = p.bar.Set(done)
	}
}

// message writes one line about something that is wrong.
func (p *progress) message(format string, a ...any) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintf(p.w, "entente: %s\n", oneLine(fmt.Sprintf(format, a...)))
}

// done ends the bar and writes the summary.
func (p *progress) done(format string, a ...any) {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
	if !p.quiet {
		fmt.Fprintf(p.w, "entente: %s\n", oneLine(fmt.Sprintf(format, a...)))
	}
}

// oneLine keeps names and texts of strangers from moving the cursor.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
}

// count returns "1 article", "2 articles".
func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
