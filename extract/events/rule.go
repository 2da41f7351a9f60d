package events

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"entente/graph"
)

//go:embed rules/*.yaml
var builtin embed.FS

// ruleFile is one YAML file of rules; docs/ADD-A-RULE.md explains the fields.
type ruleFile struct {
	// Relation is what the rules of the file find.
	Relation graph.Relation `yaml:"relation"`
	Rules    []ruleSpec     `yaml:"rules"`
}

// ruleSpec is one rule: triggers that share a frame.
type ruleSpec struct {
	Name     string         `yaml:"name"`
	Relation graph.Relation `yaml:"relation"` // where it differs from the file's
	// Verbs, Nouns and Adjectives are trigger lemmas. Words after the first
	// ("rule out", "take issue with") must hang below the trigger.
	Verbs      []string `yaml:"verbs"`
	Nouns      []string `yaml:"nouns"`
	Adjectives []string `yaml:"adjectives"`
	// Source, Target and Also are argument paths, tried in order; Also
	// gives a second target beside the first.
	Source []string `yaml:"source"`
	Target []string `yaml:"target"`
	Also   []string `yaml:"also"`
	// Participants makes a symmetric rule: every pair of them.
	Participants []string `yaml:"participants"`
	// Needs are argument paths of which one must be there.
	Needs []string `yaml:"needs"`
	// Negated is the relation that the negated trigger means ("did not
	// accept" is REJECTED); without it a negated trigger says nothing.
	Negated graph.Relation `yaml:"negated"`
	// DenialOnly rules speak only when they are negated ("would not hear of").
	DenialOnly bool `yaml:"denialOnly"`
	// Status is the status that the trigger itself implies.
	Status graph.Status `yaml:"status"`
	// Mode is "call" for talks at a distance; Type names a kind of meeting.
	Mode string `yaml:"mode"`
	Type string `yaml:"type"`
	// Kinds limits the kinds of the target.
	Kinds []graph.Kind `yaml:"kinds"`
	// SourceKinds limits the kinds of the source. Sole rules say nothing of
	// several sources at once.
	SourceKinds []graph.Kind `yaml:"sourceKinds"`
	Sole        bool         `yaml:"sole"`
	// Without are dependency labels that the trigger must not have below it.
	Without []string `yaml:"without"`
	// SourceWords are lemmas of which the source's head must be one.
	SourceWords []string `yaml:"sourceWords"`
	// Own rules hold only for what the source says of itself, or the article:
	// not where another tells it of the source.
	Own bool `yaml:"own"`
	// Abroad rules say nothing of a place in the source's own country.
	Abroad bool `yaml:"abroad"`
	// Under are lemmas of which the governing verb must be one.
	Under []string `yaml:"under"`
	// NotUnder are lemmas of governing verbs that make an idiom of it.
	NotUnder []string `yaml:"notUnder"`
	// Complement names the list of judgements ("praise", "blame") that the
	// predicate must have a word of.
	Complement string `yaml:"complement"`
	// Named rules hold between participants with names only.
	Named bool `yaml:"named"`
	// Joins rules tell who came along to a meeting that is known already.
	Joins bool `yaml:"joins"`
	// Objects are lemmas of which the direct object must be one.
	Objects []string `yaml:"objects"`
	// Subjects are lemmas of which the grammatical subject must be one.
	Subjects []string `yaml:"subjects"`
	// Modifiers are lemmas of which one must stand before the trigger noun.
	Modifiers []string `yaml:"modifiers"`
	// After are prepositions of which one must stand above the trigger noun.
	After []string `yaml:"after"`
	// Foreign rules hold between people of two countries only.
	Foreign bool `yaml:"foreign"`
	// Wish rules are of what one would like: the trigger stands under "would",
	// which then says nothing.
	Wish bool `yaml:"wish"`
	// Will rules need "will", "would", "can" or "could" before the trigger.
	Will bool `yaml:"will"`
	// Conative rules hold too where it is only tried or failed: "failed to
	// persuade" was asked all the same.
	Conative bool `yaml:"conative"`
	// Except are lemmas of a target's head that make the trigger mean
	// something else; Only, where given, the ones that it must be. NAME
	// stands for every target that is an entity.
	Except     []string  `yaml:"except"`
	Only       []string  `yaml:"only"`
	Confidence float64   `yaml:"confidence"`
	Examples   []example `yaml:"examples"`
	Counter    []string  `yaml:"counter"`
}

// example is a sentence and the edge that the rule must find in it:
// "SOURCE RELATION TARGET" or "SOURCE RELATION TARGET [status]".
type example struct {
	Text string `yaml:"text"`
	Edge string `yaml:"edge"`
}

// rule is a compiled ruleSpec.
type rule struct {
	ruleSpec
	source, target, also, participants, needs []path
}

// trigger is one way in which a rule can be met: a lemma, the words that must
// follow it, and the part of speech.
type trigger struct {
	rule *rule
	pos  byte // 'v', 'n' or 'a'
	rest []string
}

// rules are all rules by the lemma of their trigger.
type rules struct {
	list     []*rule
	triggers map[string][]trigger
}

// loadRules reads every YAML file of fsys, in name order. It reports every
// fault at once.
func loadRules(fsys fs.FS) (*rules, error) {
	names, err := fs.Glob(fsys, "rules/*.yaml")
	if err != nil {
		return nil, err
	}
	r := &rules{triggers: map[string][]trigger{}}
	var faults []error
	for _, name := range names {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var f ruleFile
		if err := yaml.UnmarshalWithOptions(raw, &f, yaml.Strict()); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", name, err))
			continue
		}
		for i := range f.Rules {
			if err := r.add(f.Relation, f.Rules[i]); err != nil {
				faults = append(faults, fmt.Errorf("%s: rule %q: %w", name, f.Rules[i].Name, err))
			}
		}
	}
	return r, errors.Join(faults...)
}

func (r *rules) add(relation graph.Relation, spec ruleSpec) error {
	if spec.Relation == "" {
		spec.Relation = relation
	}
	if err := spec.check(); err != nil {
		return err
	}
	if spec.Confidence == 0 {
		spec.Confidence = 0.8
	}
	if len(spec.Source) == 0 {
		spec.Source = []string{"actor subject"}
	}
	c := &rule{ruleSpec: spec}
	var faults []error
	for _, p := range []struct {
		from []string
		to   *[]path
	}{{spec.Source, &c.source}, {spec.Target, &c.target}, {spec.Also, &c.also}, {spec.Participants, &c.participants}, {spec.Needs, &c.needs}} {
		for _, s := range p.from {
			parsed, err := parsePath(s)
			faults = append(faults, err)
			*p.to = append(*p.to, parsed)
		}
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	r.list = append(r.list, c)
	for pos, lemmas := range map[byte][]string{'v': spec.Verbs, 'n': spec.Nouns, 'a': spec.Adjectives} {
		for _, l := range lemmas {
			words := strings.Fields(strings.ToLower(l))
			r.triggers[words[0]] = append(r.triggers[words[0]], trigger{rule: c, pos: pos, rest: words[1:]})
		}
	}
	for _, list := range r.triggers { // the longest multi-word trigger first
		slices.SortStableFunc(list, func(a, b trigger) int { return len(b.rest) - len(a.rest) })
	}
	return nil
}

func (s *ruleSpec) check() error {
	switch {
	case s.Name == "":
		return errors.New("no name")
	case !s.Relation.Valid():
		return fmt.Errorf("unknown relation %q", s.Relation)
	case s.Negated != "" && !s.Negated.Valid():
		return fmt.Errorf("unknown relation %q in negated", s.Negated)
	case s.Status != "" && !s.Status.Valid():
		return fmt.Errorf("unknown status %q", s.Status)
	case len(s.Verbs)+len(s.Nouns)+len(s.Adjectives) == 0:
		return errors.New("no trigger")
	case len(s.Target) == 0 && len(s.Participants) == 0:
		return errors.New("neither target nor participants")
	case !slices.Contains([]string{"", "praise", "blame", "guest", "unfit"}, s.Complement):
		return fmt.Errorf("unknown list %q in complement", s.Complement)
	case len(s.Examples) == 0:
		return errors.New("no example")
	}
	for _, l := range slices.Concat(s.Verbs, s.Nouns, s.Adjectives) {
		if strings.TrimSpace(l) == "" {
			return errors.New("an empty trigger")
		}
	}
	for _, k := range slices.Concat(s.Kinds, s.SourceKinds) {
		if !k.Valid() {
			return fmt.Errorf("unknown kind %q", k)
		}
	}
	return nil
}

// occasion tells whether the rule's trigger is only the occasion of what the
// verb above it says ("urged him in a call").
func (r *rule) occasion() bool {
	return slices.ContainsFunc(r.participants, func(p path) bool { return p.step == "around" })
}

// claim tells whether the rule is about what its source says of another:
// "said that Lee would pay for it".
func (r *rule) claim() bool {
	return len(r.source) > 0 && r.source[0].step == "speaker"
}

// takesOf tells whether "of" after a trigger noun gives the target ("the
// release of the crew"), not who does it.
func (r *rule) takesOf() bool {
	return slices.ContainsFunc(r.target, func(p path) bool { return p.step == "prep" && slices.Contains(p.words, "of") })
}

// admits tells whether the rule's targets can be of kind k.
func (s *ruleSpec) admits(k graph.Kind) bool {
	return len(s.Kinds) == 0 || slices.Contains(s.Kinds, k)
}

// Verb tells whether a word in lower case is a form of a verb that some rule
// has as a trigger, as far as its ending shows: "heads", "met" is none.
func (m *Matcher) Verb(word string) bool {
	for _, base := range []string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "es")} {
		for _, t := range m.rules.triggers[base] {
			if t.pos == 'v' {
				return true
			}
		}
	}
	return false
}

// Rule is what a rule file says of one rule, for documentation and tests.
type Rule struct {
	Name     string
	Relation graph.Relation
	Examples []Example
	// Counter are sentences in which the rule must find nothing.
	Counter []string
}

// Example is a sentence and the edge that its rule must find in it, as
// "SOURCE RELATION TARGET" with an optional " [status]".
type Example struct{ Text, Edge string }

// Rules returns every rule, in the order of the files.
func (m *Matcher) Rules() []Rule {
	out := make([]Rule, 0, len(m.rules.list))
	for _, r := range m.rules.list {
		rule := Rule{Name: r.Name, Relation: r.Relation, Counter: r.Counter}
		for _, e := range r.Examples {
			rule.Examples = append(rule.Examples, Example(e))
		}
		out = append(out, rule)
	}
	return out
}
