package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ReadAll reads up to limit bytes from r and fails with ErrTooLarge where
// there are more. A limit of 0 or less is none.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	if limit <= 0 {
		return io.ReadAll(r)
	}
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(raw)) > limit {
		return nil, TooLarge(limit)
	}
	return raw, err
}

// TooLarge returns the error for an article of more than limit bytes.
func TooLarge(limit int64) error {
	return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
}

// Decode returns raw as UTF-8 text. UTF-8 is returned as it is, a byte order
// mark included; single broken bytes in it become "?", so that offsets hold.
// UTF-16 is known by its byte order mark, and anything else is taken for
// Windows-1252, which includes Latin-1. It fails with ErrEmpty or ErrBinary.
func Decode(raw []byte) (string, error) {
	if len(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte(utf8BOM)))) == 0 {
		return "", ErrEmpty
	}
	if name := signature(raw); name != "" {
		return "", fmt.Errorf("%w: %s", ErrBinary, name)
	}
	text, err := toUTF8(raw)
	if err != nil {
		return "", err
	}
	if controls(text) {
		return "", ErrBinary
	}
	if strings.TrimSpace(strings.TrimPrefix(text, utf8BOM)) == "" {
		return "", ErrEmpty
	}
	return text, nil
}

const utf8BOM = "\ufeff"

func toUTF8(raw []byte) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return fromUTF16(raw[2:], 0, 1)
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return fromUTF16(raw[2:], 1, 0)
	case utf8.Valid(raw):
		return string(raw), nil
	case mostlyUTF8(raw):
		return mend(raw), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return "", errors.Join(ErrBinary, err)
	}
	return string(text), nil
}

// fromUTF16 decodes code units whose low and high byte are at the given places.
func fromUTF16(raw []byte, low, high int) (string, error) {
	if len(raw)%2 != 0 {
		return "", fmt.Errorf("%w: UTF-16 cut off in the middle of a character", ErrBinary)
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i+low]) | uint16(raw[2*i+high])<<8
	}
	return string(utf16.Decode(units)), nil
}

// mostlyUTF8 tells whether raw has more well-formed characters of several
// bytes than broken bytes.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		raw = raw[size:]
	}
	return good > bad
}

// mend replaces every broken byte by a question mark: one byte for one byte.
func mend(raw []byte) string {
	out := make([]byte, 0, len(raw))
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			out = append(out, '?')
		} else {
			out = append(out, raw[:size]...)
		}
		raw = raw[size:]
	}
	return string(out)
}

// signature names well-known formats that are no text, by their first bytes
// (the file signatures in the formats' own specifications).
func signature(raw []byte) string {
	for _, f := range []struct{ magic, name string }{
		{"%PDF-", "a PDF document"},
		{"PK\x03\x04", "a ZIP archive or office document"},
		{"\x1f\x8b", "compressed with gzip"},
		{"\x28\xb5\x2f\xfd", "compressed with zstd"},
		{"BZh", "compressed with bzip2"},
		{"\xfd7zXZ\x00", "compressed with xz"},
		{"\x89PNG\r\n\x1a\n", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"GIF8", "a GIF picture"},
		{"\x7fELF", "a program"},
		{"MZ\x90", "a program"},
		{"\xd0\xcf\x11\xe0", "an old office document"},
		{"{\\rtf", "an RTF document"},
		{"SQLite format 3\x00", "a database"},
	} {
		if bytes.HasPrefix(raw, []byte(f.magic)) {
			return f.name
		}
	}
	return ""
}

// controls tells whether the text holds a NUL, or more control characters
// than a stray one in a thousand characters.
func controls(text string) bool {
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r == 0 {
			return true
		}
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == unicode.ReplacementChar {
			odd++
		}
	}
	return odd > 2+all/1000
}

// looksLikeMarkup tells whether the text begins as HTML or XML does.
func looksLikeMarkup(text string) bool {
	head := strings.TrimSpace(strings.TrimPrefix(text, utf8BOM))
	head = strings.ToLower(head[:min(len(head), 512)])
	for _, mark := range []string{"<!doctype", "<html", "<?xml", "<head", "<body"} {
		if strings.HasPrefix(head, mark) {
			return true
		}
	}
	return false
}

// oneLine replaces control characters and line separators by spaces, byte for byte.
func oneLine(s string) string {
	bad := func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' }
	if strings.IndexFunc(s, bad) < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if bad(r) {
			out = append(out, "    "[:size]...)
		} else {
			out = append(out, s[i:i+size]...)
		}
		i += size
	}
	return string(out)
}
