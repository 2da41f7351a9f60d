package cypher

// Quote opens quote to the tests.
func Quote(s string) string { return quote(s) }
