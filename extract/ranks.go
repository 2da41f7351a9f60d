package extract

import "strings"

// ranks are abbreviations behind which the language engine ends a sentence, and
// others of their length behind which it does not.
var ranks = strings.NewReplacer(
	" Col. ", " Gen. ", " Maj. ", " Gen. ", " Sgt. ", " Gen. ", " Amb. ", " Gen. ", " Hon. ", " Gen. ", " Cdr. ", " Gen. ", " Lt. ", " Dr. ", " Fr. ", " Dr. ",
	" Brig. ", " Prof. ", " Capt. ", " Prof. ", " Cmdr. ", " Prof. ", " Msgr. ", " Prof. ", " Pres. ", " Prof. ", " Cpl. ", " Gen. ", " Supt. ", " Prof. ",
)

// plainRanks returns line with the abbreviations of ranks replaced by others of the
// same length that the language engine knows as such: what a token reads stays
// the text's own.
func plainRanks(line string) string {
	if !strings.Contains(line, ". ") {
		return line
	}
	return ranks.Replace(" " + line)[1:]
}
