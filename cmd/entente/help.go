package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// helpWidth is the number of columns that help texts keep to.
const helpWidth = 110

// helpTemplate returns the help text of a command as a template: the library's
// own lays out repeated flags badly and breaks no lines.
func helpTemplate(c *cli.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "entente %s: %s\n\nUse:\n   %s\n\n%s\n", c.Name, c.Usage, c.UsageText, c.Description)
	b.WriteString("\nFlags:\n")
	flags := append(slices.Clone(c.Flags), cli.HelpFlag)
	rows := make([][2]string, 0, len(flags))
	for _, f := range flags {
		rows = append(rows, flagRow(f))
	}
	width := 0
	for _, r := range rows {
		width = max(width, len(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(&b, "   %-*s  %s\n", width, r[0], hang(r[1], width+5))
	}
	return strings.ReplaceAll(b.String(), "{{", "{{`{{`}}")
}

// flagRow returns a flag's names with what its value is called, and its usage.
func flagRow(f cli.Flag) [2]string {
	var names []string
	for _, n := range f.Names() {
		if len(n) == 1 {
			names = append([]string{"-" + n}, names...)
		} else {
			names = append(names, "--"+n)
		}
	}
	row := [2]string{strings.Join(names, ", "), ""}
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return row
	}
	usage := d.GetUsage()
	if parts := strings.SplitN(usage, "`", 3); len(parts) == 3 {
		row[0] += " " + parts[1]
		usage = strings.Join(parts, "")
	}
	if value := d.GetValue(); d.TakesValue() && value != "" && value != "[]" {
		usage += " (" + value + " unless told otherwise)"
	}
	row[1] = usage
	return row
}

// hang breaks a text into lines, the second and further ones indented.
func hang(s string, indent int) string {
	var b strings.Builder
	column := indent
	for i, word := range strings.Fields(s) {
		switch {
		case i == 0:
		case column+1+len(word) > helpWidth:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}
