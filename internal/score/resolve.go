package score

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"entente/graph"
)

// names are what countries are called beside the names in the labels.
var names = map[string]string{
	"GB": "United Kingdom|Britain|Great Britain|UK", "US": "United States|United States of America|USA", "SU": "Soviet Union|USSR", "RU": "Russia",
	"CN": "China", "TW": "Taiwan", "KR": "South Korea", "KP": "North Korea", "VC": "Saint Vincent and the Grenadines", "PS": "Palestine",
	"XK": "Kosovo", "DE": "Germany", "FR": "France", "VN": "Vietnam", "CD": "Democratic Republic of the Congo|DR Congo", "CI": "Ivory Coast",
	"MM": "Myanmar", "TR": "Turkey|Türkiye", "CZ": "Czech Republic|Czechia", "MK": "North Macedonia|Macedonia", "VA": "Holy See|Vatican",
}

var (
	titles     = regexp.MustCompile(`(?i)^(the|president|prime minister|chancellor|secretary|minister|king|queen|mr|mrs|ms|dr|sir|us|u s)\s+`)
	possessive = regexp.MustCompile(`[’']s\b`)
)

// fold makes names comparable: no case, accents, punctuation, titles.
func fold(s string) string {
	t := transform.Chain(norm.NFKD, runes.Remove(runes.Predicate(combining)))
	if out, _, err := transform.String(t, s); err == nil {
		s = out
	}
	s = possessive.ReplaceAllString(strings.ToLower(s), "")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r != '*' && r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	}), " ")
	for {
		shorter := titles.ReplaceAllString(s, "")
		if shorter == s || shorter == "" {
			return s
		}
		s = shorter
	}
}

func combining(r rune) bool { return unicode.Is(unicode.Mn, r) }

// resolver finds the labelled entities and meetings that the ends of
// statements stand for.
type resolver struct {
	c        *Case
	byName   map[string][]string // folded name → ids
	ordered  []string            // the keys of byName, sorted
	kinds    map[string]graph.Kind
	meetings map[string]*Meeting
	attended map[string]map[string]bool // a statement's meeting → labelled participants
}

func newResolver(c *Case) *resolver {
	r := &resolver{c: c, byName: map[string][]string{}, kinds: map[string]graph.Kind{}, meetings: map[string]*Meeting{}, attended: map[string]map[string]bool{}}
	add := func(name, id string) {
		if f := fold(name); !slices.Contains(r.byName[f], id) {
			r.byName[f] = append(r.byName[f], id)
		}
	}
	for i := range c.Entities {
		e := &c.Entities[i]
		r.kinds[e.ID] = e.Kind
		for _, n := range e.Names {
			add(n, e.ID)
		}
		if other := names[e.Ref]; e.Kind == graph.Country && other != "" {
			for n := range strings.SplitSeq(other, "|") {
				add(n, e.ID)
			}
		}
		if e.Ref != "" {
			add(e.Ref, e.ID)
		}
	}
	for n := range r.byName {
		r.ordered = append(r.ordered, n)
	}
	slices.Sort(r.ordered)
	for i := range c.Meetings {
		r.meetings[c.Meetings[i].ID] = &c.Meetings[i]
	}
	return r
}

// attend notes who took part in the meetings of the statements.
func (r *resolver) attend(list []graph.Statement) {
	note := func(meeting string, ids []string) {
		if r.attended[meeting] == nil {
			r.attended[meeting] = map[string]bool{}
		}
		for _, id := range ids {
			r.attended[meeting][id] = true
		}
	}
	for i := range list {
		s := &list[i]
		if s.Target.Kind == graph.Meeting {
			note(s.Target.ID, r.resolve(&s.Source))
		}
		if s.Meeting != "" {
			note(s.Meeting, r.resolve(&s.Source))
			if s.Target.Kind != graph.Meeting {
				note(s.Meeting, r.resolve(&s.Target))
			}
		}
	}
}

// resolve returns the labelled ids that an end can stand for.
func (r *resolver) resolve(end *graph.Ref) []string {
	if end == nil {
		return nil
	}
	if end.Kind == graph.Meeting {
		return r.resolveMeeting(end.ID)
	}
	ids := slices.Clone(r.byName[fold(end.Name)])
	ref := end.ID[strings.LastIndexByte(end.ID, ':')+1:]
	if ref != "" {
		for _, id := range r.byName[fold(ref)] {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		ids = r.contained(end)
	}
	var same []string
	for _, id := range ids {
		if r.kinds[id] == end.Kind {
			same = append(same, id)
		}
	}
	if len(same) > 0 {
		return same
	}
	return ids
}

// contained finds labelled names inside a longer one of the same kind:
// "President Vladimir Putin of Russia".
func (r *resolver) contained(end *graph.Ref) []string {
	var ids []string
	name := " " + fold(end.Name) + " "
	for _, n := range r.ordered {
		if len([]rune(n)) <= 3 || !strings.Contains(name, " "+n+" ") {
			continue
		}
		for _, id := range r.byName[n] {
			if r.kinds[id] == end.Kind && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func (r *resolver) resolveMeeting(id string) []string {
	var out []string
	for i := range r.c.Meetings {
		m := &r.c.Meetings[i]
		shared := r.shared(id, m)
		if shared >= 2 || shared > 0 && len(m.Participants) == 1 {
			out = append(out, m.ID)
		}
	}
	return out
}

// shared counts the participants of m that attended the statements' meeting.
func (r *resolver) shared(id string, m *Meeting) int {
	n := 0
	for _, p := range unique(m.Participants) {
		if r.attended[id][p] {
			n++
		}
	}
	return n
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// fits tells whether an end is one of the wanted ids or patterns; a pattern has
// a "*", which stands for any run of characters.
func fits(wanted []string, end *graph.Ref, ids []string) bool {
	for _, w := range wanted {
		if strings.Contains(w, "*") {
			ok, err := path.Match(strings.ReplaceAll(fold(w), "/", " "), fold(end.Name))
			if err == nil && ok || w == "*" {
				return true
			}
		} else if slices.Contains(ids, w) {
			return true
		}
	}
	return false
}
