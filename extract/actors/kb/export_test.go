package kb

// Parse and Unpack are opened for the tests of damaged files.
var (
	Parse  = parse
	Unpack = unpack
)

// Unpacked returns the text of the embedded file.
func Unpacked() (string, error) { return unpack(packed) }

// FormsOf counts the forms of an entry.
func (k *KB) FormsOf(e *Entry) map[Form]int {
	count := map[Form]int{}
	for _, hit := range k.forms.hits {
		if &k.entries[hit.entry] == e {
			count[hit.form]++
		}
	}
	return count
}
