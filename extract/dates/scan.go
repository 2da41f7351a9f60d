package dates

import (
	"strings"
	"time"

	"entente/extract/nlp"
	"entente/graph"
)

// scan is the state of one pass over a text.
type scan struct {
	doc   *nlp.Doc
	words []string // lower case, without the dot of an abbreviation
	pub   time.Time
	known bool // pub is
	exprs []Expr
	vals  []value
}

func newScan(doc *nlp.Doc, published graph.Date) *scan {
	s := &scan{doc: doc, words: make([]string, len(doc.Tokens))}
	for i := range doc.Tokens {
		w := strings.ToLower(doc.Word(i))
		if len(w) > 1 {
			w = strings.TrimSuffix(w, ".")
		}
		s.words[i] = w
	}
	if from, _, err := published.Window(); err == nil && published.Precision() == graph.Day {
		s.pub, s.known = from, true
	}
	return s
}

// at returns the word of token i, "" outside the text and across the end of a
// paragraph.
func (s *scan) at(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i]
}

// is tells whether the words from token i on are those of the pattern, which
// separates them by spaces and alternatives by "|".
func (s *scan) is(i int, pattern string) bool {
	for p := range strings.FieldsSeq(pattern) {
		if !oneOf(s.at(i), p) {
			return false
		}
		i++
	}
	return true
}

func oneOf(w, alternatives string) bool {
	for a := range strings.SplitSeq(alternatives, "|") {
		if a == w {
			return w != ""
		}
	}
	return false
}

func (s *scan) tag(i int) string {
	if i < 0 || i >= len(s.doc.Tokens) {
		return ""
	}
	return s.doc.Tokens[i].Tag
}

// upper tells whether token i begins with a capital.
func (s *scan) upper(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	c := s.doc.Text[s.doc.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// recognisers, the more specific first. Each gets a token and returns the end
// of the expression that begins there.
func (s *scan) match(i int) (int, value, bool) {
	if !opens(s.at(i)) {
		return 0, value{}, false
	}
	for _, f := range [...]func(*scan, int) (int, value, bool){
		(*scan).numeric, (*scan).count, (*scan).weekday, (*scan).calendar, (*scan).holiday,
		(*scan).dayWord, (*scan).anchored, (*scan).period, (*scan).seasonal, (*scan).year,
	} {
		if end, v, ok := f(s, i); ok && v.sane() {
			return end, v, true
		}
	}
	return 0, value{}, false
}

func (s *scan) add(first, end int, v value) {
	e := Expr{First: first, End: end, Date: v.date()}
	if !s.modifies(first, end) {
		e.Relation = s.relation(first)
	}
	e.dateline = s.isDateline(first, end)
	e.When = s.when(&e, v)
	s.exprs, s.vals = append(s.exprs, e), append(s.vals, v)
}

// modifies tells whether the expression belongs to a noun, so that a
// preposition before it governs that noun: "ahead of Friday's summit".
func (s *scan) modifies(first, end int) bool {
	t := &s.doc.Tokens[spanHead(s.doc, first, end)]
	h := int(t.Head)
	return (h < first || h >= end) && s.doc.Tokens[h].Pos == posNoun && oneOf(t.Dep, "poss|compound|nmod|amod|nummod")
}

// relation reads the prepositions before an expression.
func (s *scan) relation(first int) Rel {
	i := first - 1
	for oneOf(s.at(i), "the|late|early|about|around|at|least|,|this|last|next|mid") && i > first-4 {
		i--
	}
	switch w := s.at(i); {
	case oneOf(w, "since"):
		return Since
	case oneOf(w, "until|till|til|through"):
		return Until
	case oneOf(w, "before|by"), w == "of" && oneOf(s.at(i-1), "ahead|advance"), w == "to" && s.at(i-1) == "prior", w == "than" && s.at(i-1) == "later":
		return Before
	case oneOf(w, "after|following|from"):
		return After
	}
	return In
}

// when bounds the days of what an expression dates.
func (s *scan) when(e *Expr, v value) graph.Date {
	switch {
	case e.Relation == In:
		return e.Date
	case !s.known:
		return ""
	case (e.Relation == Before || e.Relation == Until) && s.pub.Before(v.to):
		return graph.Between(s.pub, v.to)
	case (e.Relation == After || e.Relation == Since) && v.from.Before(s.pub):
		return graph.Between(v.from, s.pub)
	}
	return ""
}

// merge joins "between A and B" and "from A to B" into intervals.
func (s *scan) merge() []Expr {
	var out []Expr
	for i := 0; i < len(s.exprs); i++ {
		e := s.exprs[i]
		if i+1 < len(s.exprs) {
			next, v := s.exprs[i+1], interval(s.vals[i].from, s.vals[i+1].to)
			opener, joint := s.at(e.First-1), s.at(e.End)
			if (next.First == e.End+1 || next.First == e.End+2 && s.at(e.End+1) == wordThe) && v.sane() && (opener == "between" && joint == "and" || opener == "from" && oneOf(joint, "to|until|through")) {
				e.End, e.Date, e.Relation = next.End, v.date(), In
				e.When = e.Date
				i++
			}
		}
		out = append(out, e)
	}
	return out
}

// isDateline tells whether the expression stands in the line that opens an
// agency story: "VIENNA, Sept. 3 (Newsline) -".
func (s *scan) isDateline(first, end int) bool {
	next := end
	if s.at(next) == "." {
		next++
	}
	if !oneOf(s.at(next), "(|—|–|-|--|:") {
		return false
	}
	i, capitals := first-1, false
	for ; i >= 0 && i > first-12; i-- {
		if strings.ContainsRune(s.doc.Word(i), '\n') {
			break
		}
		w := s.doc.Word(i)
		if len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w) {
			capitals = true
		} else if !oneOf(w, ",|.|;|(|)|/") && !s.upper(i) {
			return false
		}
	}
	return capitals && (i < 0 || i > first-12)
}

// anchor returns the expression that "the next day" or "that October" looks
// back to: the last one, unless a paragraph lies between.
func (s *scan) anchor(i int) (value, bool) {
	n := len(s.exprs)
	if n == 0 {
		return value{}, false
	}
	last := &s.exprs[n-1]
	between := s.doc.Text[s.doc.Tokens[last.End-1].End:s.doc.Tokens[i].Start]
	if last.dateline || strings.Contains(between, "\n\n") {
		return value{}, false
	}
	return s.vals[n-1], true
}
