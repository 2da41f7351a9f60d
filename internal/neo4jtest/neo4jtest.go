// Package neo4jtest gives tests a real Neo4j server: the one that NEO4J_URI
// names, else one of their own that scripts/neo4j.sh starts (Maven Central and
// Java, or Docker), on a free port, in a temporary folder, stopped afterwards.
//
// A package's tests share one server. TestMain stops it:
//
//	func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }
//
// Where no server is to be had the tests skip, and say why; in continuous
// integration (CI=true) they fail instead.
package neo4jtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// Server is a running server.
type Server struct {
	URI, Username, Password, Database string
	// Folder is the folder of a server of our own, "" for one that NEO4J_URI names.
	Folder string

	command *exec.Cmd
	stdin   io.WriteCloser
	env     []string
	// disk is the size of the file system for its data, "" for that of Folder.
	disk string
}

// shared is the server that the tests of a package share.
type shared struct {
	once   sync.Once
	server *Server
	err    error
}

//nolint:gochecknoglobals // tests are functions of their own: only a variable of the package can reach all of them
var common shared

// Run runs the tests of a package and then stops the server that they shared.
// It returns the exit code.
func Run(m *testing.M) int {
	defer func() {
		if common.server != nil {
			common.server.Stop()
		}
	}()
	return m.Run()
}

// Shared returns the server that the tests of this package share, and starts
// it the first time. Other tests' data, and with NEO4J_URI a user's own, may
// stand in its database.
func Shared(tb testing.TB) *Server {
	tb.Helper()
	common.once.Do(func() {
		if os.Getenv("NEO4J_URI") != "" {
			common.server = fromEnv()
			return
		}
		common.server, common.err = start("", nil)
	})
	if common.err != nil {
		refuse(tb, common.err)
	}
	return common.server
}

// Own starts a server for one test, with more settings for scripts/neo4j.sh
// ("NEO4J_CONF_EXTRA=…"). It is stopped when the test ends.
func Own(tb testing.TB, settings ...string) *Server {
	tb.Helper()
	s, err := start("", settings)
	if err != nil {
		refuse(tb, err)
	}
	tb.Cleanup(s.Stop)
	return s
}

// Small is Own with a file system of its own for the data, of a size like "64m": it
// can be filled. The data are lost when the server ends. Where no file system can
// be mounted (it takes Linux and user namespaces), the test is skipped.
func Small(tb testing.TB, size string, settings ...string) *Server {
	tb.Helper()
	if out, err := exec.CommandContext(tb.Context(), "unshare", "-rm", "mount", "-t", "tmpfs", "none", tb.TempDir()).CombinedOutput(); err != nil {
		tb.Skipf("no file system can be mounted: %v: %s", err, out)
	}
	s, err := start(size, settings)
	if err != nil {
		refuse(tb, err)
	}
	tb.Cleanup(s.Stop)
	return s
}

func refuse(tb testing.TB, err error) {
	tb.Helper()
	if os.Getenv("CI") == "true" || !errors.Is(err, errNone) {
		tb.Fatalf("no Neo4j server: %v", err)
	}
	tb.Skipf("no Neo4j server (set NEO4J_URI, or install Java 17 and Maven, or Docker): %v", err)
}

var errNone = errors.New("nothing to start one with")

func fromEnv() *Server {
	s := &Server{URI: os.Getenv("NEO4J_URI"), Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Database: os.Getenv("NEO4J_DATABASE")}
	if user, password, ok := strings.Cut(os.Getenv("NEO4J_AUTH"), "/"); ok && s.Password == "" {
		s.Username, s.Password = user, password
	}
	if s.Username == "" {
		s.Username = "neo4j"
	}
	return s
}

func script() (string, error) {
	_, here, _, ok := runtime.Caller(0)
	if !ok {
		return "", errors.New("the source of this package is not at hand")
	}
	path := filepath.Join(filepath.Dir(here), "..", "..", "scripts", "neo4j.sh")
	_, err := os.Stat(path)
	return path, err
}

// available tells whether scripts/neo4j.sh can start a server here.
func available() error {
	if _, err := exec.LookPath("bash"); err != nil {
		return fmt.Errorf("%w: no bash", errNone)
	}
	path, err := script()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute) //nolint:forbidigo // belongs to no test
	defer cancel()
	if out, err := exec.CommandContext(ctx, "bash", path, "engine").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", errNone, strings.TrimSpace(string(out)))
	}
	return nil
}

// start starts a server in a new temporary folder. It runs as long as this
// process: when its standard input ends, even because the process was killed,
// the script stops it.
func start(disk string, settings []string) (*Server, error) {
	if err := available(); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "entente-neo4j-")
	if err != nil {
		return nil, err
	}
	s := &Server{Folder: folder, disk: disk, Username: "neo4j", env: append([]string{
		"NEO4J_BOLT_PORT=0", "NEO4J_HTTP_PORT=none", "NEO4J_HEAP=512m", "NEO4J_PAGECACHE=64m",
		"NEO4J_EPHEMERAL=1", // even where this process is killed
		"NEO4J_JVM=-XX:+UseSerialGC -XX:TieredStopAtLevel=1", // starts faster and is smaller; half as fast under load
	}, settings...)}
	if err := s.launch(); err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

func (s *Server) launch() error {
	path, err := script()
	if err != nil {
		return err
	}
	command := exec.Command("bash", path, "run", s.Folder) //nolint:noctx // outlives every test; Stop ends it
	if s.disk != "" {
		const mount = `mkdir -p "$1/data" && mount -t tmpfs -o size="$2" none "$1/data" && exec bash "$0" run "$1"`
		command = exec.Command("unshare", "-rm", "sh", "-c", mount, path, s.Folder, s.disk) //nolint:noctx,gosec // as above; a test's own words
	}
	command.Env = append(os.Environ(), s.env...)
	var messages strings.Builder
	command.Stderr = &messages
	stdin, err := command.StdinPipe()
	if err != nil {
		return err
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := command.Start(); err != nil {
		return err
	}
	s.command, s.stdin = command, stdin
	if line, _ := bufio.NewReader(stdout).ReadString('\n'); line != "ready\n" {
		_ = stdin.Close()
		_ = command.Wait()
		s.command = nil
		return fmt.Errorf("scripts/neo4j.sh: %s", strings.TrimSpace(messages.String()))
	}
	return s.readEnv()
}

// readEnv takes the address and the password from the script's file.
func (s *Server) readEnv() error {
	text, err := os.ReadFile(filepath.Join(s.Folder, "env"))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		value = strings.Trim(value, "'")
		switch name {
		case "NEO4J_URI":
			s.URI = value
		case "NEO4J_PASSWORD":
			s.Password = value
		}
	}
	return nil
}

// Stop stops a server of our own and removes its folder. A server that
// NEO4J_URI names is left alone.
func (s *Server) Stop() {
	if s.Folder == "" {
		return
	}
	s.halt("")
	_ = os.RemoveAll(s.Folder)
}

// halt ends the script, which removes the folder unless it is told to keep it.
func (s *Server) halt(word string) {
	if s.command == nil {
		return
	}
	_, _ = io.WriteString(s.stdin, word)
	_ = s.stdin.Close()
	_ = s.command.Wait()
	s.command = nil
}

// Halt stops a server of our own and keeps its data, for Admin and Restart.
func (s *Server) Halt() { s.halt("keep\n") }

// Admin runs neo4j-admin on the data of a server of our own that was halted.
func (s *Server) Admin(t *testing.T, args ...string) {
	t.Helper()
	s.run(t, append([]string{"admin"}, args...)...)
}

// Kill ends a server of our own at once, as a power cut would.
func (s *Server) Kill(t *testing.T) {
	t.Helper()
	s.run(t, "kill")
	s.halt("keep\n")
}

// Restart starts a server of our own again after Kill, at the same address,
// with more settings for scripts/neo4j.sh.
func (s *Server) Restart(t *testing.T, settings ...string) {
	t.Helper()
	port := s.URI[strings.LastIndex(s.URI, ":")+1:]
	s.env = append(append(s.env, "NEO4J_BOLT_PORT="+port), settings...)
	if err := s.launch(); err != nil {
		t.Fatalf("restart: %v", err)
	}
}

func (s *Server) run(t *testing.T, args ...string) {
	t.Helper()
	if s.Folder == "" {
		t.Fatal("the server is not ours")
	}
	path, err := script()
	if err != nil {
		t.Fatal(err)
	}
	args = append([]string{path, args[0], s.Folder}, args[1:]...)
	command := exec.CommandContext(t.Context(), "bash", args...)
	command.Env = append(os.Environ(), s.env...)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("scripts/neo4j.sh %s: %v\n%s", args[1], err, out)
	}
}
