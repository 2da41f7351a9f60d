package kb_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/extract/actors/kb"
	"entente/extract/actors/kb/internal/pack"
)

// The embedded file must be what the tables say. UPDATE_GOLDEN=1 packs it
// anew, as go generate does.
func TestEmbeddedFileIsFresh(t *testing.T) {
	want, err := pack.Build(os.DirFS("data"))
	if err != nil {
		t.Fatal(err) // names every faulty row
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		data, err := pack.Compress(want)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("kb.zst", data, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := kb.Unpacked()
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Error("kb.zst is not what the tables under data give: run go generate")
	}
}

// Packing the same tables twice gives the same bytes.
func TestPackingIsDeterministic(t *testing.T) {
	var first []byte
	text, err := pack.Build(os.DirFS("data"))
	if err != nil {
		t.Fatal(err)
	}
	text = text[:len(text)/4] // enough to tell, and quick
	for range 2 {
		data, err := pack.Compress(text)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !cmp.Equal(first, data) {
			t.Error("packing twice gave different bytes")
		}
	}
}

func TestCoverage(t *testing.T) {
	k := load(t)
	for kind, least := range map[kb.Kind]int{kb.Country: 240, kb.Organization: 900, kb.Place: 4000, kb.Person: 20000} {
		if n := k.Entries(kind); n < least {
			t.Errorf("%d entries of kind %s, want at least %d", n, kind, least)
		}
	}
}

// Every state must be found by its name, an adjective and its capital.
func TestStatesAreComplete(t *testing.T) {
	k := load(t)
	for _, iso := range pack.States(os.DirFS("data")) {
		e := k.Country(iso)
		if e == nil {
			t.Errorf("no country %s", iso)
			continue
		}
		forms := k.FormsOf(e)
		for _, form := range []kb.Form{kb.Name, kb.Adjective, kb.Metonym} {
			if forms[form] == 0 {
				t.Errorf("%s (%s) has no %s", e.Name, iso, form)
			}
		}
	}
}

func TestGroupingsHaveMembers(t *testing.T) {
	k := load(t)
	for id, least := range map[string]int{
		"wd:Q458": 27, "org:nato": 32, "org:group-of-seven": 7, "org:group-of-twenty": 19, "org:brics": 9, "org:asean": 10,
		"org:african-union": 45, "org:arab-league": 20, "wd:Q1065": 190, "org:shanghai-cooperation-organization": 9,
	} {
		e := k.ByID(id)
		if e == nil || len(e.Members) < least {
			t.Errorf("%s has too few members: %v", id, e)
		}
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	text, err := kb.Unpacked()
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]string{
		"empty": "", "other": "something else", "header only": kb.Magic + "\n", "cut": text[:len(text)/2],
		"no forms": kb.Magic + "\n#entries 0 1\n\n#given 0 1\n\n",
	} {
		if _, err := kb.Parse(bad); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := kb.Unpack([]byte("not compressed")); err == nil {
		t.Error("not compressed: no error")
	}
}
