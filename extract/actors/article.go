package actors

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/actors/kb"
	"entente/extract/actors/lexicon"
	"entente/extract/nlp"
	"entente/graph"
)

// article is what the sieves share about one document. Slices of token length
// are indexed by token.
type article struct {
	kb   *kb.KB
	lex  *lexicon.Lexicon
	doc  *nlp.Doc
	date string // ISO day or month or year of publication, or ""

	word, low []string // the words as they stand and in lower case
	sent      []int32  // number of the sentence
	sents     []nlp.Span
	para      []int32 // number of the paragraph
	line      []layout
	ent       []int32 // index in doc.Ents, or -1
	kids      [][]int32
	hit       []gazetteer

	// proper are the words that the article uses as proper names where their
	// capital is no matter of place, and never in small letters.
	proper map[string]bool
	// surnames are the last words of what the recogniser takes for people.
	surnames map[string]bool

	names []*name // proper names, in order
	own   []*name // the name that a token belongs to

	people   []*person
	personOf map[int]*person // by entity
	byEntry  map[*kb.Entry]*person
	bySound  map[byte][]*person
	roles    []*role
	roleOf   []*role // the role that a token heads
	claims   []claim

	quotes []quotation
	quoted []int32        // one more than the quotation that a token stands in
	byKey  map[string]int // entity by id

	res Resolution
	// headAt is one more than the index in res.Mentions of the mention that a
	// token heads, 0 for none.
	headAt []int32
	// officeRole is the role of each office in res.
	officeRole []string
	rule       string // name of the sieve that runs
	// messieurs tells that "M." is a title throughout the article.
	messieurs bool
	// catching guards the resolution of the pronouns before another one.
	catching bool
}

// gazetteer is the longest form of the knowledge base that starts at a token.
type gazetteer struct {
	n    int
	hits []kb.Hit
}

// newArticle prepares a document for the sieves.
func newArticle(r *Resolver, doc *nlp.Doc, published graph.Date) *article {
	n := len(doc.Tokens)
	a := &article{
		kb: r.kb, lex: r.lex, doc: doc, date: day(published),
		word: make([]string, n), low: make([]string, n), sent: make([]int32, n), para: make([]int32, n), line: make([]layout, n),
		ent: make([]int32, n), kids: make([][]int32, n), hit: make([]gazetteer, n), own: make([]*name, n),
		byKey: map[string]int{}, personOf: map[int]*person{}, byEntry: map[*kb.Entry]*person{}, bySound: map[byte][]*person{}, headAt: make([]int32, n),
	}
	for i := range doc.Tokens {
		a.word[i] = doc.Word(i)
		a.low[i] = lower(a.word[i])
		a.ent[i] = -1
		if h := int(doc.Tokens[i].Head); h != i && h >= 0 && h < n {
			a.kids[h] = append(a.kids[h], int32(i))
		}
	}
	for e, ent := range doc.Ents {
		for i := max(ent.First, 0); i < min(ent.End, n); i++ {
			a.ent[i] = int32(e)
		}
	}
	a.divide()
	a.propers()
	a.messieurs = a.manyMessieurs()
	a.layouts()
	a.gazette()
	return a
}

// propers collects the words that are proper names beyond doubt.
func (a *article) propers() {
	a.proper = map[string]bool{}
	small := map[string]bool{}
	for i := range a.word {
		if !a.capital(i) {
			small[a.word[i]] = true
		} else if a.tok(i).Pos == posPropn && i > 0 && !a.tok(i).SentStart && a.para[i] == a.para[i-1] {
			a.proper[a.word[i]] = true
		}
	}
	a.surnames = map[string]bool{}
	for _, e := range a.doc.Ents {
		if e.Label == entPerson && e.End-e.First > 1 && e.End <= len(a.word) {
			a.surnames[a.word[e.End-1]] = true
		}
	}
	for w := range a.proper {
		if small[lower(w)] {
			delete(a.proper, w)
		}
	}
}

// day is the day, month or year of a date of any precision; of an interval
// its first day.
func day(d graph.Date) string {
	first, _, _ := strings.Cut(string(d), "/")
	return first
}

// divide numbers sentences and paragraphs.
func (a *article) divide() {
	a.sents = a.doc.Sents()
	for s, span := range a.sents {
		for i := span.First; i < span.End; i++ {
			a.sent[i] = int32(s)
		}
	}
	para := int32(0)
	for i := range a.word {
		if a.breaks(i) {
			para++
		}
		a.para[i] = para
	}
}

// breaks tells that a line of the text ends before token i, or with it where
// the token is white space.
func (a *article) breaks(i int) bool {
	t := a.tok(i)
	from := int32(0)
	if i > 0 {
		from = a.tok(i - 1).End
	}
	return from <= t.Start && strings.Contains(a.doc.Text[from:t.Start], "\n") || strings.Contains(a.word[i], "\n")
}

// gazette looks up what the knowledge base knows at every token that can
// start a name.
func (a *article) gazette() {
	for i := range a.word {
		if !a.startsName(i) {
			continue
		}
		end := i
		for end < len(a.word) && a.para[end] == a.para[i] && end < i+maxForm {
			end++
		}
		n, hits := a.kb.Longest(a.word[:end], i)
		if n > 1 && a.word[i+n-1] == administration {
			n, hits = a.kb.Longest(a.word[:i+n-1], i) // "the Obama administration" is a government
		}
		if n > 1 && a.low[i] == wordThe {
			if m, _ := a.kb.Longest(a.word[:end], i+1); i+1+m > i+n {
				n, hits = 0, nil // "the West German premier" is not the West's
			}
		}
		if n == 1 && a.word[i] == "US" && a.shoutedBefore(i) {
			continue // "WITH US"
		}
		a.hit[i] = gazetteer{n, hits}
	}
}

// shoutedBefore tells that the word before token i is a common one in capitals.
func (a *article) shoutedBefore(i int) bool {
	const short = 3
	w := ""
	if i > 0 && a.para[i-1] == a.para[i] {
		w = a.word[i-1]
	}
	return len(w) >= short && w == strings.ToUpper(w) && w != a.low[i-1] && a.hit[i-1].n == 0 && a.tok(i-1).Pos != posPropn
}

// maxForm is the number of tokens within which a form of the knowledge base is sought.
const maxForm = 14

// startsName tells whether a form of the knowledge base may start at a token.
func (a *article) startsName(i int) bool {
	return (a.capital(i) || a.lex.In("particle", a.low[i])) && !strings.Contains(a.word[i], "$")
}

// capital tells whether a token starts with a capital letter.
func (a *article) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.word[i])
	return unicode.IsUpper(r)
}

// tok returns a token.
func (a *article) tok(i int) *nlp.Token { return &a.doc.Tokens[i] }

// in reports whether i is a token and stands in the same paragraph as j.
func (a *article) in(i, j int) bool {
	return i >= 0 && i < len(a.word) && a.para[i] == a.para[j] && !a.blank(i)
}

// blank tells whether a token is white space.
func (a *article) blank(i int) bool { return strings.TrimSpace(a.word[i]) == "" }

// is tells whether token i exists, stands in the paragraph of j, and is one of
// the lower-case words.
func (a *article) is(i, j int, words ...string) bool {
	if !a.in(i, j) {
		return false
	}
	return slices.Contains(words, a.low[i])
}

// lower is strings.ToLower that spares words in lower case the copy.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}
