package coref_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"entente/extract/actors"
	"entente/extract/actors/kb"
	"entente/extract/coref"
	"entente/extract/nlp"
)

// engines are loaded once.
var engines = sync.OnceValues(func() (*nlp.Pipeline, *actors.Resolver) {
	p, err := nlp.Load()
	if err != nil {
		panic(err)
	}
	k, err := kb.Load()
	if err != nil {
		panic(err)
	}
	return p, actors.New(k)
})

func find(text string) (*nlp.Doc, *coref.Result) {
	language, who := engines()
	doc := language.Annotate(text)
	return doc, coref.Find(doc, who.Resolve(doc, "2020-05-05"))
}

// chains writes the chains of a text, mentions in order.
func chains(text string) []string {
	doc, r := find(text)
	out := make([]string, 0, len(r.Chains))
	for _, c := range r.Chains {
		words := make([]string, 0, len(c))
		for _, i := range c {
			words = append(words, doc.Slice(r.Mentions[i].First, r.Mentions[i].End))
		}
		out = append(out, strings.Join(words, " = "))
	}
	return out
}

// TestSieves has sentences for each sieve: those that it must join and those
// that it must not. The chains are all chains of the text.
func TestSieves(t *testing.T) {
	for _, c := range []struct {
		sieve, text string
		want        []string
	}{
		{"entity", "The United States voted. Later the U.S. paid.", []string{"The United States = the U.S."}},
		{"entity", "Polish soldiers left. Poland paid.", nil},
		{"name", "The Orlen Bridge opened. Everybody likes the Orlen Bridge.", []string{"The Orlen Bridge = the Orlen Bridge"}},
		{"name", "They left on Tuesday. The shop opened on Friday.", nil},
		{"short", "Brandt Motors fell. On Monday, Brandt closed a plant.", []string{"Brandt Motors = Brandt"}},
		{"name", "Halden lost money. Workers left the Halden group.", []string{"Halden = the Halden group"}},
		{"acronym", "The Northern Ferry Authority met. The NFA said no.", []string{"The Northern Ferry Authority = The NFA"}},
		{"speaker", "\"I like my house,\" said Mary Halloway.", []string{"I = my = Mary Halloway"}},
		{"speaker", "Mary Halloway said: \"We lost our dog.\"", []string{"We = our"}},
		{"role", "Angela Merkel spoke in Berlin. The chancellor promised help.", []string{"Angela Merkel = The chancellor"}},
		{"head", "The council bought a new bridge. The bridge fell.", []string{"a new bridge = The bridge"}},
		{"head", "Nobody read the letter. The letter, found on Friday, was short.", []string{"the letter = The letter, found on Friday"}},
		{"head", "The council bought a steel bridge. The wooden bridge fell.", nil},
		{"head", "The council bought a bridge. The bridges fell.", nil},
		{"head", "Every bridge fell. The bridge was old.", nil},
		{"head", "It rained last week. The week was cold.", nil},
		{"synonym", "The council discussed a treaty. The agreement failed.", []string{"a treaty = The agreement"}},
		{"kind", "Brandt Motors lost money. The company fired workers.", []string{"Brandt Motors = The company"}},
		{"kind", "France paid. The company fired workers.", nil},
		{"kind", "Workers left Norway. The country paid.", []string{"Norway = The country"}},
		{"head", "Brandt is a shipyard. Many know the shipyard.", []string{"Brandt = the shipyard"}},
		{"owned", "Mary Halloway sold her house. Nobody had liked her house.", []string{"Mary Halloway = her = her", "her house = her house"}},
		{"pronoun", "Mary Halloway met Peter Aalto. She thanked him.", []string{"Mary Halloway = She", "Peter Aalto = him"}},
		{"pronoun", "Mary Halloway thanked her.", nil},
		{"pronoun", "Mary Halloway thanked herself.", []string{"Mary Halloway = herself"}},
		{"pronoun", "Critics rejected a plan because it was expensive.", []string{"a plan = it"}},
		{"pronoun", "The farmers sold a field. They were poor.", []string{"The farmers = They"}},
		{"pronoun", "It is clear that the field was sold.", nil},
		{"pronoun", "It was agreed that the field should be sold.", nil},
		{"pronoun", "Mary Halloway said: \"He left.\"", nil},
		{"pronoun", "Peter Aalto sang. It rained. People left. Cars stopped. The wind blew. He laughed.", nil},
	} {
		t.Run(c.sieve+"/"+c.text, func(t *testing.T) {
			got := chains(c.text)
			if !slices.Equal(got, c.want) {
				t.Errorf("chains %q\nwant   %q", got, c.want)
			}
			doc, r := find(c.text)
			if len(c.want) > 0 && !slices.ContainsFunc(r.Mentions, func(m coref.Mention) bool { return m.Sieve == c.sieve }) {
				for _, m := range r.Mentions {
					t.Log(doc.Slice(m.First, m.End), m.Sieve)
				}
				t.Errorf("%s joined nothing", c.sieve)
			}
		})
	}
}

// TestMentions has phrases with the bounds that they must have.
func TestMentions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor of Oslo, a lawyer, slept.", "The mayor of Oslo, a lawyer | Oslo | a lawyer"},
		{"The man who sold the boat slept.", "The man who sold the boat | the boat"},
		{"Ann Lee's brother sold his boat.", "Ann Lee's brother | Ann Lee's | his boat | his"},
		{"Cats and dogs slept.", "Cats and dogs | Cats | dogs"},
		{"The Microsoft plant closed.", "The Microsoft plant | Microsoft"},
		{"It rained in May.", "May"},
	} {
		doc, r := find(c.text)
		got := make([]string, 0, len(r.Mentions))
		for _, m := range r.Mentions {
			got = append(got, doc.Slice(m.First, m.End))
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestAntecedent(t *testing.T) {
	doc, r := find("The council discussed a costly plan for the harbour. The plan failed. Nobody liked it.")
	at := func(word string) int {
		for i := range doc.Tokens {
			if doc.Word(i) == word {
				return i
			}
		}
		t.Fatalf("no %q", word)
		return 0
	}
	text := func(m *coref.Mention) string {
		if m == nil {
			return ""
		}
		return doc.Slice(m.First, m.End)
	}
	for _, c := range []struct{ name, got, want string }{
		{"at", text(r.At(at("it"))), "it"},
		{"antecedent of it", text(r.Antecedent(at("it"))), "The plan"},
		{"fullest of it", text(r.Fullest(at("it"))), "a costly plan for the harbour"},
		{"antecedent of the first", text(r.Antecedent(at("plan"))), ""},
		{"antecedent of no mention", text(r.Antecedent(at("Nobody"))), ""},
		{"fullest of one alone", text(r.Fullest(at("council"))), ""},
		{"no token", text(r.At(-1)) + text(r.At(len(doc.Tokens))), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

// TestWithoutActors holds that chains need no actors.
func TestWithoutActors(t *testing.T) {
	language, _ := engines()
	doc := language.Annotate("Mary Halloway sold a boat. She had painted the boat. Few know Halloway.")
	r := coref.Find(doc, nil)
	var sieves []string
	for _, m := range r.Mentions {
		if m.Sieve != "" {
			sieves = append(sieves, doc.Slice(m.First, m.End)+" by "+m.Sieve)
		}
	}
	if got := strings.Join(sieves, ", "); got != "She by pronoun, the boat by head, Halloway by person" {
		t.Error(got)
	}
}

// FuzzFind holds that any text gives chains in order, of two mentions or more,
// and the same ones again.
func FuzzFind(f *testing.F) {
	f.Add("Ann Lee said: \"I sold it.\" She, the mayor of Oslo, left (the town). IBM and NFA's it it \n its")
	f.Add("\"\"“”' the the of of of A, B and C. themselves herself")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc, r := find(text)
		seen := map[int]bool{}
		last := -1
		for n, c := range r.Chains {
			if len(c) < 2 || c[0] <= last || !slices.IsSorted(c) {
				t.Errorf("chain %v", c)
			}
			last = c[0]
			for _, i := range c {
				m := r.Mentions[i]
				if seen[i] || m.Chain != n || m.First < 0 || m.First > m.Head || m.Head >= m.End || m.End > len(doc.Tokens) {
					t.Errorf("mention %+v of chain %d", m, n)
				}
				seen[i] = true
			}
		}
		if _, again := find(text); fmt.Sprint(again.Chains) != fmt.Sprint(r.Chains) {
			t.Error("not the same again")
		}
	})
}

// BenchmarkFind measures one long text against many times its length: the time
// must grow with the length, not with its square.
func BenchmarkFind(b *testing.B) {
	language, who := engines()
	const piece = "Mary Halloway, the mayor, met the farmers. She told them that the plan for the harbour had failed. \"I liked it,\" she said. The council of Norwick rejected the plan and its costs. They left. "
	for _, n := range []int{10, 100, 1000} {
		doc := language.Annotate(strings.Repeat(piece, n))
		r := who.Resolve(doc, "")
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				coref.Find(doc, r)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(doc.Tokens)), "ns/token")
		})
	}
}
