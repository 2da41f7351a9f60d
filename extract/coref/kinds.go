package coref

// linkKinds joins "the company" with the name of a company.
func linkKinds(*text) {}
