package viz

import (
	"context"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/sys"
)

// Error numbers of the C library, as in WASI.
const (
	errBadFile  = 8
	errNoEntry  = 44
	errNoSystem = 52
	errNotTTY   = 59
	errSeek     = 70
)

// An answer is a host function: it gets the call, the parameters, and returns
// the result where there is one.
type answer func(c *call, m api.Module, p []uint64) int32

// answers are the host functions by their short names in viz.js 3.31.0.
func answers() map[string]answer {
	return map[string]answer{
		"a": assertFail,
		"b": throw,
		"c": exit,
		"d": write,
		"e": no(0),            // fd_close
		"f": no(0),            // fcntl
		"g": no(0),            // the time now, as float64 bits: 1970
		"h": abort,            //
		"i": no(errBadFile),   // fd_read
		"j": no(-errNotTTY),   // ioctl
		"k": grow,             //
		"l": no(-errNoEntry),  // openat
		"m": no(-errNoSystem), // mmap
		"n": no(-errNoSystem), // munmap
		"o": no(0),            // localtime
		"p": report,           //
		"q": no(0),            // tzset
		"r": no(errSeek),      // fd_seek
		"s": no(0),            // environ_get
		"t": environSizes,     //
		"u": random,           //
		"v": no(-errNoEntry),  // newfstatat
		"w": no(-errBadFile),  // fstat64
		"x": clock,            //
		"y": no(-errNoEntry),  // faccessat
	}
}

func no(result int32) answer {
	return func(*call, api.Module, []uint64) int32 { return result }
}

// instantiateHost makes the host module with the signatures that m asks for.
func instantiateHost(ctx context.Context, r wazero.Runtime, m wazero.CompiledModule) error {
	known := answers()
	host := r.NewHostModuleBuilder("a")
	for _, f := range m.ImportedFunctions() {
		_, name, _ := f.Import()
		do, ok := known[name]
		if !ok {
			return fmt.Errorf("unknown import %q", name)
		}
		returns := len(f.ResultTypes()) > 0
		host.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(func(ctx context.Context, m api.Module, stack []uint64) {
			c, _ := ctx.Value(callKey{}).(*call)
			if result := do(c, m, stack); returns {
				stack[0] = api.EncodeI32(result)
			}
		}), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := host.Instantiate(ctx)
	return err
}

// stop ends the instance: wazero turns the panic into the error of the call.
func stop(c *call, reason string) int32 {
	c.messages = append(c.messages, "Error", ": ", reason)
	panic(sys.NewExitError(1))
}

func assertFail(c *call, m api.Module, p []uint64) int32 {
	return stop(c, "assertion failed: "+readString(m, uint32(p[0])))
}

func throw(c *call, _ api.Module, _ []uint64) int32 { return stop(c, "exception in the layout") }

func abort(c *call, _ api.Module, _ []uint64) int32 { return stop(c, "aborted") }

func exit(c *call, _ api.Module, p []uint64) int32 {
	return stop(c, fmt.Sprintf("exit %d", int32(p[0])))
}

// report is Graphviz's own error function.
func report(c *call, m api.Module, p []uint64) int32 {
	c.messages = append(c.messages, readString(m, uint32(p[0])))
	return 0
}

// write takes what the C library prints to standard error or output:
// (descriptor, address of (address, length) pairs, number of pairs, address
// for the number of bytes written).
func write(c *call, m api.Module, p []uint64) int32 {
	memory, total := m.Memory(), uint32(0)
	var b strings.Builder
	for i := range uint32(p[2]) {
		at, _ := memory.ReadUint32Le(uint32(p[1]) + 8*i)
		n, _ := memory.ReadUint32Le(uint32(p[1]) + 8*i + 4)
		if text, ok := memory.Read(at, n); ok {
			b.Write(text)
			total += n
		}
	}
	memory.WriteUint32Le(uint32(p[3]), total)
	level, text, ok := strings.Cut(b.String(), ": ")
	if !ok {
		level, text = "Warning", b.String()
	}
	c.messages = append(c.messages, level, ": ", text)
	return 0
}

func grow(_ *call, m api.Module, p []uint64) int32 {
	const page = 1 << 16
	size := uint64(m.Memory().Size())
	want := max(uint64(uint32(p[0])), size+size/5)
	if _, ok := m.Memory().Grow(uint32((want - size + page - 1) / page)); ok {
		return 1
	}
	if _, ok := m.Memory().Grow(uint32((uint64(uint32(p[0])) - size + page - 1) / page)); ok {
		return 1
	}
	return 0
}

func environSizes(_ *call, m api.Module, p []uint64) int32 {
	m.Memory().WriteUint32Le(uint32(p[0]), 0)
	m.Memory().WriteUint32Le(uint32(p[1]), 0)
	return 0
}

// random gives zeros: a layout must not depend on chance.
func random(_ *call, m api.Module, p []uint64) int32 {
	m.Memory().Write(uint32(p[0]), make([]byte, uint32(p[1])))
	return 0
}

// clock gives 1970: a layout must not depend on the time.
func clock(_ *call, m api.Module, p []uint64) int32 {
	m.Memory().WriteUint64Le(uint32(p[2]), 0)
	return 0
}

// readString returns the C string at an address.
func readString(m api.Module, address uint32) string {
	memory := m.Memory()
	view, ok := memory.Read(address, memory.Size()-address)
	if !ok {
		return ""
	}
	for i, b := range view {
		if b == 0 {
			return string(view[:i])
		}
	}
	return ""
}
