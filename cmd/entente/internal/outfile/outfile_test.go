package outfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"entente/cmd/entente/internal/outfile"
)

func put(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func has(t *testing.T, name, want string) {
	t.Helper()
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(name), got, err, want)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "new", "a.txt")
	if err := outfile.Write(name, put("one")); err != nil {
		t.Fatal(err)
	}
	has(t, name, "one")
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := outfile.Write(name, put("two")); err != nil {
		t.Fatal(err)
	}
	has(t, name, "two")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
}

func TestWriteFailsClean(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	if err := outfile.Write(name, put("one")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := outfile.Write(name, func(w io.Writer) error { return errors.Join(put("half")(w), broken) })
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	has(t, name, "one")
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
		t.Errorf("left behind: %v, %v", list, err)
	}
}

func TestWriteSpecial(t *testing.T) {
	dir := t.TempDir()
	if err := outfile.Write(dir, put("x")); err == nil {
		t.Error("a folder was written to")
	}
	if err := outfile.Write(os.DevNull, put("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the null device was replaced")
	}
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	for _, text := range []string{"one", "two"} {
		if err := outfile.Write(target, put("old")); err != nil {
			t.Fatal(err)
		}
		if err := outfile.Write(link, put(text)); err != nil {
			t.Fatal(err)
		}
		has(t, target, text)
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Error("the link was replaced")
		}
	}
}
