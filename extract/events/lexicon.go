package events

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed lexicon/*.yaml
var lexicons embed.FS

// words is a set of lemmas.
type words map[string]bool

// UnmarshalYAML reads a list of words with semicolons between.
func (w *words) UnmarshalYAML(raw []byte) error {
	var s string
	if err := yaml.Unmarshal(raw, &s); err != nil {
		return err
	}
	*w = words{}
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			(*w)[part] = true
		}
	}
	return nil
}

// statusLexicon is lexicon/status.yaml.
type statusLexicon struct {
	Planned        words `yaml:"planned"`
	Proposed       words `yaml:"proposed"`
	Awaited        words `yaml:"awaited"`
	Undone         words `yaml:"undone"`
	Guesses        words `yaml:"guesses"`
	Wished         words `yaml:"wished"`
	Refused        words `yaml:"refused"`
	Denied         words `yaml:"denied"`
	Cancelled      words `yaml:"cancelled"`
	Factive        words `yaml:"factive"`
	Speech         words `yaml:"speech"`
	PlannedNouns   words `yaml:"plannedNouns"`
	ProposedNouns  words `yaml:"proposedNouns"`
	RefusedNouns   words `yaml:"refusedNouns"`
	CancelledNouns words `yaml:"cancelledNouns"`
	PlannedWords   words `yaml:"plannedWords"`
	ProposedWords  words `yaml:"proposedWords"`
	CancelledWords words `yaml:"cancelledWords"`
	RefusedWords   words `yaml:"refusedWords"`
	DeniedWords    words `yaml:"deniedWords"`
}

// governs tells whether a verb decides about a meeting that its subject takes
// part in: "cancelled a meeting with X".
func (s *statusLexicon) governs(lemma string) bool {
	return s.Planned[lemma] || s.Proposed[lemma] || s.Cancelled[lemma] || s.Refused[lemma] || s.Denied[lemma] || s.Factive[lemma]
}

// meetingLexicon is lexicon/meetings.yaml.
type meetingLexicon struct {
	// Nouns name meetings, Calls talks at a distance, Visits journeys with talks.
	Nouns  words `yaml:"nouns"`
	Calls  words `yaml:"calls"`
	Vague  words `yaml:"vague"`
	Crowds words `yaml:"crowds"`
	Seats  words `yaml:"seats"`
	// Receives are the verbs for what hosts do.
	Receives words `yaml:"receives"`
	// Aloof are the verbs of those who speak of a meeting of others.
	Aloof words `yaml:"aloof"`
	// Happens are the verbs for what talks do.
	Happens words `yaml:"happens"`
}

func loadLexicon[T any](fsys fs.FS, name string) (*T, error) {
	raw, err := fs.ReadFile(fsys, "lexicon/"+name)
	if err != nil {
		return nil, err
	}
	v := new(T)
	if err := yaml.UnmarshalWithOptions(raw, v, yaml.Strict()); err != nil {
		return nil, errors.Join(fmt.Errorf("lexicon/%s", name), err)
	}
	return v, nil
}

// thingsLexicon is lexicon/things.yaml.
type thingsLexicon struct {
	Nouns     words `yaml:"nouns"`
	Resuming  words `yaml:"resuming"`
	Offers    words `yaml:"offers"`
	Officials words `yaml:"officials"`
	Praise    words `yaml:"praise"`
	Blame     words `yaml:"blame"`
	Unfit     words `yaml:"unfit"`
	Sites     words `yaml:"sites"`
	Means     words `yaml:"means"`
	Bodies    words `yaml:"bodies"`
}
