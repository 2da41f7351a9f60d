//go:build !linux

package kernel_test

import "testing"

// guarded copies numbers; only on Linux does it see reads behind them.
func guarded(t *testing.T, numbers []float32) []float32 {
	t.Helper()
	return append([]float32(nil), numbers...)
}
