package neo4jtest_test

import (
	"bytes"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/internal/neo4jtest"
)

// TestServer starts a server, looks for its password where it must not be, and
// checks that nothing remains of the server after it was stopped.
func TestServer(t *testing.T) {
	var folder, address string
	t.Run("runs", func(t *testing.T) {
		s := neo4jtest.Own(t)
		folder, address = s.Folder, strings.TrimPrefix(s.URI, "bolt://")
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		_ = conn.Close()
		if len(s.Password) < 8 {
			t.Errorf("password of %d characters", len(s.Password))
		}
		commands, err := filepath.Glob("/proc/[0-9]*/cmdline")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range commands {
			if text, err := os.ReadFile(file); err == nil && strings.Contains(string(text), s.Password) {
				t.Errorf("the password is in the process list: %s", file)
			}
		}
		secretNowhere(t, folder, s.Password)
		for _, name := range []string{"password", "env"} {
			info, err := os.Stat(filepath.Join(folder, name))
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v, %v", name, info, err)
			}
		}
	})
	if folder == "" {
		t.Skip("no server")
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("%s is still there: %v", folder, err)
	}
	if conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address); err == nil {
		_ = conn.Close()
		t.Error("the server is still there")
	}
}

// secretNowhere looks for the password in all other files of the server: its
// configuration, its logs, its data.
func secretNowhere(t *testing.T, folder, password string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || path == filepath.Join(folder, "password") || path == filepath.Join(folder, "env") {
			return nil //nolint:nilerr // the server removes files meanwhile
		}
		files++
		if text, err := os.ReadFile(path); err == nil && bytes.Contains(text, []byte(password)) {
			t.Errorf("the password is in %s", path)
		}
		return nil
	})
	if err != nil || files < 5 {
		t.Errorf("%d files: %v", files, err)
	}
}

// TestOneVersion compares the versions that the script and the compose file start.
func TestOneVersion(t *testing.T) {
	versions := map[string]bool{}
	for file, pattern := range map[string]string{
		"../../scripts/neo4j.sh":   `VERSION=\$\{NEO4J_VERSION:-([0-9.]+)\}`,
		"../../docker-compose.yml": `image: neo4j:([0-9.]+)-community`,
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(pattern).FindSubmatch(text)
		if found == nil {
			t.Fatalf("%s: no version", file)
		}
		versions[string(found[1])] = true
	}
	if len(versions) != 1 {
		t.Errorf("versions differ: %v", versions)
	}
}
