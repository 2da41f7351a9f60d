// Package outfile writes files so that a reader sees either the old file or
// the complete new one, whatever happens in between.
package outfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write calls write with a new file beside the one named and renames it to
// that name once everything is written and on the disk. When write or
// anything else fails, the named file stays as it was and nothing is left
// behind. Folders on the way are created. A symbolic link stays one, a file's
// permissions stay as they are, and what is no regular file (a device, a
// pipe) is written to directly.
func Write(name string, write func(io.Writer) error) error {
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		target = name
	}
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder", name)
	case err == nil && !info.Mode().IsRegular():
		return direct(target, write)
	case err == nil:
		return beside(target, info.Mode().Perm(), write)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return err
	}
	return beside(target, 0, write)
}

func direct(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// beside writes a temporary file in the same folder; mode is the one of the
// file that is replaced, 0 where there is none.
func beside(name string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	f, err := create(name)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if mode != 0 && err == nil {
		err = f.Chmod(mode)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// create makes a new file whose permissions are what the user's mask gives
// any new file (os.CreateTemp would make it private).
func create(name string) (*os.File, error) {
	dir, base := filepath.Split(name)
	for i := 0; ; i++ {
		temp := fmt.Sprintf("%s.%s.%d-%d", dir, base, os.Getpid(), i)
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil || !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}
