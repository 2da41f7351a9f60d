package why

// Meaning opens meaning to the tests.
func Meaning(rule string) string { return meaning(rule) }
