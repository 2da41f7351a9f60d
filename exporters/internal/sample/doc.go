// Package sample makes graphs for the tests of the exporters: a realistic one
// (Summit), one of hostile text (Hostile) and ones of any size (Ring). Every
// sentence in it is made up.
package sample
