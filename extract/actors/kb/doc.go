// Package kb is the embedded knowledge base of political actors: countries,
// international organizations, places and the people who hold or held office,
// each with the forms under which news English names it.
//
// It is one compressed file, made from the readable tables under data by the
// command in build/pack. SOURCES.md names where the facts come from and their
// licences. Nothing is read at run time but that embedded file.
//
// Reading goes bottom-up: fold (internal) turns a surface into words, Load
// unpacks entries and forms, Lookup and Longest find forms, and the functions
// on offices (Holder, OfficesAt, Prominence) say who held what when.
//
// A KB never changes after Load and may be used by many goroutines at once.
package kb

//go:generate go run ./build/pack
