package kernel_test

import (
	"syscall"
	"testing"
	"unsafe"
)

// guarded copies numbers to memory that ends where a page begins that must not
// be touched: whatever reads or writes behind them crashes.
func guarded(t *testing.T, numbers []float32) []float32 {
	t.Helper()
	page := syscall.Getpagesize()
	size := (4*len(numbers) + page - 1) / page * page
	mem, err := syscall.Mmap(-1, 0, size+page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mprotect(mem[size:], syscall.PROT_NONE); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Munmap(mem); err != nil {
			t.Error(err)
		}
	})
	if len(numbers) == 0 {
		return nil
	}
	out := unsafe.Slice((*float32)(unsafe.Pointer(&mem[size-4*len(numbers)])), len(numbers))
	copy(out, numbers)
	return out
}
