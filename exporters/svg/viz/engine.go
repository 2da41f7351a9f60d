// Package viz runs Graphviz inside the program: the C code, compiled to
// WebAssembly by the viz.js project, in a sandbox without files, network or
// clock. LICENSES.md has the licences.
//
//  1. New decompresses and compiles the module, once.
//  2. Every Render instantiates it anew, so that calls neither share memory
//     nor leave traces, and may run side by side.
//  3. imports.go answers what the C library asks of its host: mostly "no".
package viz

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// Version is the version of Graphviz inside.
const Version = "16.1.0"

//go:embed viz.wasm.gz
var compressed []byte

// Short names of the module's exports in viz.js 3.31.0; fetch.mjs prints them.
const (
	exportInit         = "A"
	exportMemory       = "z"
	exportVersion      = "D"
	exportMalloc       = "F"
	exportReadGraph    = "I"
	exportNewContext   = "V"
	exportLayout       = "X"
	exportResetErrors  = "Z"
	exportRender       = "_"
	memoryLimitInPages = 16384 // of 64 KiB: 1 GiB
)

// Engine is a compiled Graphviz, safe for concurrent use. Make it with New.
type Engine struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
	cache   wazero.CompilationCache
}

// New compiles Graphviz, which takes about a second; with cacheDir, a folder
// that it creates, machine code is kept there for the next time. An empty
// cacheDir keeps nothing.
func New(ctx context.Context, cacheDir string) (*Engine, error) {
	z, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, fmt.Errorf("graphviz: %w", err)
	}
	wasm, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("graphviz: %w", err)
	}
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(memoryLimitInPages)
	e := &Engine{}
	if cacheDir != "" {
		if e.cache, err = wazero.NewCompilationCacheWithDir(cacheDir); err != nil {
			return nil, fmt.Errorf("graphviz: cache: %w", err)
		}
		config = config.WithCompilationCache(e.cache)
	}
	e.runtime = wazero.NewRuntimeWithConfig(ctx, config)
	if e.module, err = e.runtime.CompileModule(ctx, wasm); err == nil {
		err = instantiateHost(ctx, e.runtime, e.module)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("graphviz: %w", err), e.Close(ctx))
	}
	return e, nil
}

// Close frees the machine code. No Render may run or follow.
func (e *Engine) Close(ctx context.Context) error {
	err := e.runtime.Close(ctx)
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(ctx))
	}
	return err
}

// Render lays out a graph in the DOT language and returns it in one of
// Graphviz's formats ("svg", "json", "plain"). The graph's attribute "layout"
// chooses the engine; without it, "dot". What Graphviz reports as an error
// fails the call, even where it went on; warnings do not. It ends with ctx's
// error when ctx ends.
func (e *Engine) Render(ctx context.Context, dot, format string) ([]byte, error) {
	c := &call{}
	out, err := c.render(context.WithValue(ctx, callKey{}, c), e, dot, format)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case len(c.errors()) > 0:
		return nil, fmt.Errorf("graphviz: %w", errors.Join(c.errors()...))
	case err != nil:
		return nil, fmt.Errorf("graphviz: %w", err)
	}
	return out, nil
}

// call is one Render: an instance and what it reported.
type call struct {
	instance api.Module
	messages []string
	err      error
}

type callKey struct{}

func (c *call) render(ctx context.Context, e *Engine, dot, format string) ([]byte, error) {
	var err error
	c.instance, err = e.runtime.InstantiateModule(ctx, e.module, wazero.NewModuleConfig().WithName("").WithStartFunctions(exportInit))
	if err != nil {
		return nil, err
	}
	defer c.instance.Close(ctx)
	source := c.string(ctx, dot)
	graph := c.run(ctx, exportReadGraph, source)
	if c.err == nil && graph == 0 {
		return nil, errors.New("the source is not a graph")
	}
	vizContext := c.run(ctx, exportNewContext)
	c.run(ctx, exportResetErrors)
	if status := c.run(ctx, exportLayout, vizContext, graph, c.string(ctx, "dot")); c.err == nil && status != 0 {
		return nil, fmt.Errorf("layout failed with status %d", status)
	}
	result := c.run(ctx, exportRender, vizContext, graph, c.string(ctx, format))
	if c.err == nil && result == 0 {
		return nil, fmt.Errorf("cannot write format %q", format)
	}
	if c.err != nil {
		return nil, c.err
	}
	return []byte(readString(c.instance, uint32(result))), nil
}

// run calls an export that returns one number or nothing. After a failure it
// does nothing.
func (c *call) run(ctx context.Context, name string, params ...uint64) uint64 {
	if c.err != nil {
		return 0
	}
	results, err := c.instance.ExportedFunction(name).Call(ctx, params...)
	if c.err = err; err != nil || len(results) == 0 {
		return 0
	}
	return results[0]
}

// string copies s into the instance and returns its address.
func (c *call) string(ctx context.Context, s string) uint64 {
	address := c.run(ctx, exportMalloc, uint64(len(s)+1))
	if c.err == nil && (address == 0 || !c.instance.Memory().Write(uint32(address), append([]byte(s), 0))) {
		c.err = errors.New("out of memory")
	}
	return address
}

// errors returns the errors among the messages. Graphviz sends each as
// "Error", ": " and the text; a level holds until the next one.
func (c *call) errors() []error {
	var list []error
	isError := false
	for i, m := range c.messages {
		level := i+1 < len(c.messages) && c.messages[i+1] == ": "
		switch {
		case level:
			isError = m == "Error"
		case m != ": " && isError:
			list = append(list, errors.New(string(bytes.TrimSpace([]byte(m)))))
		}
	}
	return list
}
