package neo4j_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// workers returns the CPU time that the server's query threads have used so far;
// 0 where the server's process (NEO4J_BENCH_PID) is not known. On a shared
// machine it tells more than the wall time. Linux only.
func workers() time.Duration {
	tasks, _ := filepath.Glob("/proc/" + os.Getenv("NEO4J_BENCH_PID") + "/task/*/stat")
	ticks := 0
	for _, file := range tasks {
		text, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(text), "(neo4j.BoltWork") {
			continue
		}
		fields := strings.Fields(string(text)[strings.LastIndex(string(text), ")"):])
		user, _ := strconv.Atoi(fields[12])
		system, _ := strconv.Atoi(fields[13])
		ticks += user + system
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
