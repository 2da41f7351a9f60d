package actors_test

import (
	"strings"
	"testing"

	"entente/extract/actors"
	"entente/extract/nlp"
	"entente/graph"
)

// FuzzText resolves whatever the language engine makes of a text.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "\n", "President Xi", "“I", "Mr.", "the the the", "Kim-Trump-Xi's al-al- von der", "\xff\xfe Putin\x00", "U.S.-led, who"} {
		f.Add(s, "2019-01-01")
	}
	f.Add("The two leaders of both sides, who", "nonsense")
	f.Fuzz(func(t *testing.T, text, date string) {
		p, r := engines()
		doc := p.Annotate(text)
		sane(t, doc, r.Resolve(doc, graph.Date(date)))
	})
}

// vocabulary is what FuzzTrees writes: words that wake the sieves.
var vocabulary = strings.Fields(`President Putin the of Ukraine , . and who said “ ” his its they leader two both sides Moscow Kim foreign minister
 's to al - bin Mr. former ambassador in Trump 's she X-ray K. \n \n\n North South The Russian officials it for group ( ) King II government Jordan American`)

// FuzzTrees resolves trees that no parser makes: heads, tags and labels by chance.
func FuzzTrees(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Add([]byte("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x10\x20\x30\x40\x50\x60\x70\x80\x90\xa0\xb0\xc0\xd0\xe0\xf0\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, r := engines()
		doc := chanceDoc(data)
		sane(t, doc, r.Resolve(doc, "2016-05-05"))
	})
}

// chanceDoc builds a document, four bytes a token.
func chanceDoc(data []byte) *nlp.Doc {
	pos := []string{"NOUN", "PROPN", "VERB", "ADJ", "PRON", "AUX", "DET", "ADP", "PUNCT", "NUM", "SPACE", "CCONJ"}
	tags := []string{"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WDT", "VBD", "VBZ", "POS", "IN"}
	deps := []string{
		"nsubj", "nsubjpass", "dobj", "pobj", "prep", "appos", "conj", "relcl", "compound", "amod", "poss", "det", "attr", "oprd", "ROOT", "advcl", "agent", "ccomp", "nmod",
	}
	ents := []string{"PERSON", "GPE", "ORG", "NORP", "DATE", "LOC", "WORK_OF_ART"}
	var text strings.Builder
	doc := &nlp.Doc{}
	n := len(data) / 4
	for i := range n {
		b := data[4*i : 4*i+4]
		w := strings.ReplaceAll(vocabulary[int(b[0])%len(vocabulary)], `\n`, "\n")
		start := int32(text.Len())
		text.WriteString(w)
		space := b[1]&1 == 0
		doc.Tokens = append(doc.Tokens, nlp.Token{
			Start: start, End: int32(text.Len()), Head: int32(int(b[2]) % n), Space: space, SentStart: i == 0 || b[1]&14 == 2,
			Pos: pos[int(b[3])%len(pos)], Tag: tags[int(b[3]>>2)%len(tags)], Dep: deps[int(b[1]^b[3])%len(deps)], Lemma: strings.ToLower(w),
		})
		if space {
			text.WriteByte(' ')
		}
		if k := len(doc.Ents); b[1]&48 == 16 && (k == 0 || doc.Ents[k-1].End <= i) {
			doc.Ents = append(doc.Ents, nlp.Ent{First: i, End: min(i+1+int(b[2]&3), n), Label: ents[int(b[0])%len(ents)]})
		}
	}
	doc.Text = text.String()
	return doc
}

// sane checks what every resolution promises.
func sane(t *testing.T, doc *nlp.Doc, r *actors.Resolution) {
	t.Helper()
	index := func(what string, i, low int) {
		if i < low || i >= len(r.Entities) {
			t.Fatalf("%s: entity %d of %d", what, i, len(r.Entities))
		}
	}
	heads := map[int]bool{}
	for i, m := range r.Mentions {
		if m.First < 0 || m.First >= m.End || m.End > len(doc.Tokens) || m.Head < m.First || m.Head >= m.End {
			t.Fatalf("mention %+v in %d tokens", m, len(doc.Tokens))
		}
		if heads[m.Head] || r.At(m.Head) != &r.Mentions[i] {
			t.Fatalf("head %d has two mentions, or At does not find its own", m.Head)
		}
		heads[m.Head] = true
		if i > 0 && m.First < r.Mentions[i-1].First {
			t.Fatal("mentions out of order")
		}
		if m.Rule == "" || m.Actor < 0 && m.Place < 0 && len(m.Members) < 2 {
			t.Fatalf("mention %+v means nobody", m)
		}
		index("actor", m.Actor, -1)
		index("place", m.Place, -1)
		for _, e := range m.Members {
			index("member", e, 0)
		}
	}
	for _, o := range r.Offices {
		index("person", o.Person, 0)
		index("body", o.Body, 0)
		if o.Person == o.Body || o.Title == "" || o.First < 0 || o.First >= o.End || o.End > len(doc.Tokens) {
			t.Fatalf("office %+v", o)
		}
	}
	for _, e := range r.Entities {
		if e.Ref.ID == "" || e.Ref.Name == "" || !e.Ref.Kind.Valid() {
			t.Fatalf("entity %+v", e.Ref)
		}
	}
}
