//go:build unix

// Command nlpspeed measures the language engine on one core: for each FILE,
// whose lines are texts, it loads a new pipeline, annotates all texts once, and
// writes the number of words (split at white space), the processor time of that
// pass in seconds and the one of loading, as a line of JSON. Without files it
// annotates one sentence, to measure start-up from outside.
//
//	nlpspeed [-kernel avx2] [-model file.bin] [-batch 64] [-procs 1] FILE…
//	nlpspeed -kernels
//
// With -procs 2 or more, goroutines share the texts; elapsed time then tells
// what that is worth, if the processors are free.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"log"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"

	"entente/extract/nlp"
)

// result is a line of the output. Times are seconds of processor time, the
// memory is the greatest that the process has had so far, in kB (as getrusage
// gives it on Linux).
type result struct {
	File    string  `json:"file"`
	Kernel  string  `json:"kernel"`
	Words   int     `json:"words"`
	Tokens  int     `json:"tokens"`
	Load    float64 `json:"load"`
	Seconds float64 `json:"seconds"`
	Elapsed float64 `json:"elapsed"` // wall time of the pass
	Memory  int64   `json:"memory"`
}

func main() {
	kernels := nlp.Kernels()
	kernel := flag.String("kernel", kernels[len(kernels)-1], "one of "+strings.Join(kernels, ", "))
	model := flag.String("model", "", "model file in place of the one built in")
	batch := flag.Int("batch", 64, "texts handed over together")
	list := flag.Bool("kernels", false, "only tell which kernels this processor has")
	passes := flag.Int("passes", 1, "how often to annotate the texts; only the last pass counts")
	procs := flag.Int("procs", 1, "goroutines and processors")
	flag.Parse()
	if !slices.Contains(kernels, *kernel) {
		log.Fatalf("this processor has no kernel %q", *kernel)
	}
	out := json.NewEncoder(os.Stdout)
	if *list {
		if err := out.Encode(kernels); err != nil {
			log.Fatal(err)
		}
		return
	}
	runtime.GOMAXPROCS(*procs)
	m := measure{kernel: *kernel, model: *model, batch: *batch, procs: *procs, passes: *passes}
	if flag.NArg() == 0 {
		m.load().Annotate("The envoy met Ana Reyes in Geneva on Monday.")
	}
	for _, name := range flag.Args() {
		if err := out.Encode(m.file(name)); err != nil {
			log.Fatal(err)
		}
	}
}

type measure struct {
	kernel, model string
	batch, procs  int
	passes        int
}

func (m *measure) load() *nlp.Pipeline {
	load := nlp.Load
	if m.model != "" {
		load = func(o ...nlp.Option) (*nlp.Pipeline, error) { return nlp.LoadFile(m.model, o...) }
	}
	p, err := load(nlp.WithKernel(m.kernel))
	if err != nil {
		log.Fatal(err)
	}
	return p
}

func (m *measure) file(name string) result {
	b, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	texts := strings.Split(strings.TrimSpace(string(b)), "\n")
	runtime.GC()
	start := usage()
	p := m.load()
	loaded := usage()
	from, tokens := loaded, 0
	for range m.passes {
		from = usage()
		tokens = m.pass(p, texts)
	}
	end := usage()
	return result{
		File: name, Kernel: m.kernel, Words: len(strings.Fields(string(b))), Tokens: tokens,
		Load: loaded.seconds - start.seconds, Seconds: end.seconds - from.seconds, Elapsed: end.clock - from.clock,
		Memory: end.memory,
	}
}

// pass annotates all texts and returns the number of their tokens.
func (m *measure) pass(p *nlp.Pipeline, texts []string) int {
	batches := slices.Collect(slices.Chunk(texts, m.batch))
	counts := make([]int, m.procs)
	var wg sync.WaitGroup
	for k := range m.procs {
		wg.Go(func() {
			for i := k; i < len(batches); i += m.procs {
				for _, d := range p.AnnotateAll(batches[i]) {
					counts[k] += len(d.Tokens)
				}
			}
		})
	}
	wg.Wait()
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// used is what the process has used so far, and the time of day in seconds.
type used struct {
	seconds, clock float64
	memory         int64
}

func usage() used {
	var u syscall.Rusage
	var now syscall.Timeval
	if err := errors.Join(syscall.Getrusage(syscall.RUSAGE_SELF, &u), syscall.Gettimeofday(&now)); err != nil {
		log.Fatal(err)
	}
	t := func(v syscall.Timeval) float64 { return float64(v.Sec) + float64(v.Usec)/1e6 }
	return used{t(u.Utime) + t(u.Stime), t(now), int64(u.Maxrss)} //nolint:unconvert // 32 bits wide on some systems
}
