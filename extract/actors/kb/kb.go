package kb

import (
	_ "embed" // the packed tables
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

//go:embed kb.zst
var packed []byte

// Magic is the first line of the unpacked tables: their format and version.
const Magic = "entente-kb 1"

// errDamaged is what every fault of the embedded tables wraps.
var errDamaged = errors.New("damaged knowledge base")

// KB is the unpacked knowledge base.
type KB struct {
	entries []Entry
	byID    map[string]int32
	forms   forms
	given   table

	capitalsOnce sync.Once
	capitals     map[string]*Entry

	holdersOnce sync.Once
	holders     map[holderKey][]holding
}

// Load unpacks the embedded knowledge base. It fails only where the embedded
// file is damaged.
func Load() (*KB, error) {
	text, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	return parse(text)
}

// unpack inflates the packed tables.
func unpack(data []byte) (string, error) {
	reader, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return "", fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer reader.Close()
	text, err := reader.DecodeAll(data, nil)
	if err != nil {
		return "", fmt.Errorf("%w: %w", errDamaged, err)
	}
	return string(text), nil
}

// parse reads the three sections, entries and forms side by side.
func parse(text string) (*KB, error) {
	rest, ok := strings.CutPrefix(text, Magic+"\n")
	if !ok {
		return nil, fmt.Errorf("%w: it does not start with %q", errDamaged, Magic)
	}
	var body [3]string
	var count [3]int
	for i, name := range []string{"entries", "forms", "given"} {
		var err error
		if body[i], count[i], rest, err = section(rest, name); err != nil {
			return nil, err
		}
	}
	k := &KB{given: newTable(body[2], count[2])}
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		k.forms, err = readForms(body[1], count[1], count[0])
	}()
	if err := k.readEntries(body[0], count[0]); err != nil {
		<-done
		return nil, err
	}
	<-done
	if err == nil && len(k.entries) != count[0] {
		err = fmt.Errorf("%w: %d entries, %d announced", errDamaged, len(k.entries), count[0])
	}
	return k, err
}

// section cuts "#name lines bytes\n" and its body off the front of text.
func section(text, name string) (body string, count int, rest string, err error) {
	head, after, _ := strings.Cut(text, "\n")
	var size int
	if _, err := fmt.Sscanf(head, "#"+name+" %d %d", &count, &size); err != nil {
		return "", 0, "", fmt.Errorf("%w: section %q: %w", errDamaged, name, err)
	}
	if size < 0 || size > len(after) || count < 0 || count > size {
		return "", 0, "", fmt.Errorf("%w: section %q is cut short", errDamaged, name)
	}
	return strings.TrimSuffix(after[:size], "\n"), count, after[size:], nil
}

// ByID returns the entry with this id, or nil.
func (k *KB) ByID(id string) *Entry {
	if i, ok := k.byID[id]; ok {
		return &k.entries[i]
	}
	return nil
}

// Country returns the country with this ISO code, or nil.
func (k *KB) Country(iso string) *Entry { return k.ByID("iso:" + iso) }

// Capital returns the capital of a country (ISO code), the best known where it has
// several, or nil.
func (k *KB) Capital(iso string) *Entry {
	k.capitalsOnce.Do(func() {
		k.capitals = map[string]*Entry{}
		for i := range k.entries {
			e := &k.entries[i]
			if e.Kind != Place || e.Type != "capital" {
				continue
			}
			if old := k.capitals[e.Country]; old == nil || e.rank > old.rank {
				k.capitals[e.Country] = e
			}
		}
	})
	return k.capitals[iso]
}

// Entries returns the number of entries of a kind.
func (k *KB) Entries(kind Kind) int {
	n := 0
	for i := range k.entries {
		if k.entries[i].Kind == kind {
			n++
		}
	}
	return n
}

// atoi reads a number that the packer wrote.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
