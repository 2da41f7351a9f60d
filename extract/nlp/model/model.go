// Package model holds the weights and tables of en_core_web_sm 3.8 as one
// embedded file. convert.py beside it writes the file from an installed spaCy
// pipeline; internal/modelfile reads it.
package model

import _ "embed" // for the directive below

//go:embed en_core_web_sm.bin
var data string

// Data returns the bytes of the model file. They are mapped with the program,
// not copied.
func Data() string { return data }
