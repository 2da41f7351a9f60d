package dot

import (
	"strings"

	"entente/exporters/internal/picture"
	"entente/graph"
)

const (
	Ink    = ink
	Softer = softer
)

func LookOf(k graph.Kind) string { return lookOf(k).fill }

func ShapeOf(k graph.Kind) string {
	l := lookOf(k)
	return l.shape + " " + strings.ReplaceAll(l.style, "filled", "")
}

func Colour(f picture.Family) string { return colour(f) }
