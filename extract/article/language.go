package article

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// A text in which at least so many of a hundred words are function words of
// English is English; in running English text about 40 are.
const minFunctionWords = 18

// maxSample is how many bytes of a text are looked at.
const maxSample = 20_000

// functionWords are the most frequent English words that are no names and
// stand seldom in other languages.
var functionWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`the of and to in that for is was on with said he as at by from have has had be it its are were not this
		which an but his they their who will would after about more than been when one she her there or also into could what if
		before between because while during since through should against other our we you i no all out up so over can only some two new`) {
		set[w] = true
	}
	return set
})

// checkEnglish returns an error that wraps ErrNotEnglish where the text is in
// another language. Too short a text to tell is taken for English unless it
// is written in another script.
func checkEnglish(text string) error {
	text = text[:min(len(text), maxSample)]
	words, function, latin, other := 0, 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		w = strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
		if w == "" {
			continue
		}
		words++
		if functionWords()[w] {
			function++
		}
		for _, r := range w {
			if unicode.Is(unicode.Latin, r) {
				latin++
			} else {
				other++
			}
		}
	}
	if words > 0 && function*100 >= words*minFunctionWords && latin >= other {
		return nil
	}
	info := whatlanggo.Detect(text)
	if other > latin || info.Lang != whatlanggo.Eng && words >= 12 && info.IsReliable() {
		return fmt.Errorf("%w: it looks like %s", ErrNotEnglish, languageName(info))
	}
	return nil
}

func languageName(info whatlanggo.Info) string {
	if name := info.Lang.String(); name != "" {
		return name
	}
	return "another language"
}
