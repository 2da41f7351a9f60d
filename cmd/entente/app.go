package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"entente/cmd/entente/internal/args"
)

const description = `Entente reads English news articles and builds a graph of who met whom, who
proposed what and who rejected it. Under every edge stands the sentence that
says so. Everything is computed on this machine, without a network.

Try it:
   entente build news/*.txt -o graph.svg -o graph.json
   entente explain graph.json "Vladimir Putin" "Donald Trump"
   entente load graph.json

A SOURCE is a file of plain text (title on the first line), a file of articles
as JSON lines (*.jsonl, with "id", "title", "text", "published", "outlet",
"url"), a folder, a pattern, or - for standard input. Beside NAME.txt a file
NAME.meta.json may give its "published", "outlet", "url" and "title".

Exit codes:
   0    done
   1    nothing could be done: no article could be read, no output written
   2    the command line is wrong
   3    done in part: some articles could not be read, messages say which
   130  interrupted; no output was left half-written`

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run executes the command line in arguments, the program's name first, and
// returns its exit code.
func run(ctx context.Context, arguments []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := newApp(&streams{in: stdin, out: stdout, err: stderr})
	err := app.RunContext(ctx, inOrder(app, arguments))
	code, message := outcome(ctx, err)
	if message != "" {
		fmt.Fprintf(stderr, "entente: %s\n", message)
	}
	return code
}

func newApp(s *streams) *cli.App {
	app := &cli.App{
		Name:                      "entente",
		Usage:                     "from news articles to a graph of who did what with whom",
		UsageText:                 "entente COMMAND [FLAGS] SOURCE...",
		Description:               description,
		Reader:                    s.in,
		Writer:                    s.out,
		ErrWriter:                 s.err,
		HideVersion:               true,
		HideHelpCommand:           true,
		EnableBashCompletion:      true,
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {}, // run alone decides about the exit code
		OnUsageError:              onUsageError,
		Action:                    noCommand,
		Commands: []*cli.Command{
			buildCommand(s), extractCommand(s), exportCommand(s), loadCommand(s), retractCommand(s), explainCommand(s), whyCommand(s), evalCommand(s), annotateCommand(s), versionCommand(s), completionCommand(s),
		},
	}
	for _, c := range app.Commands {
		c.OnUsageError = onUsageError
		c.HideHelpCommand = true
		c.CustomHelpTemplate = helpTemplate(c)
	}
	return app
}

// noCommand runs where the first argument is no command.
func noCommand(c *cli.Context) error {
	if !c.Args().Present() {
		return cli.ShowAppHelp(c)
	}
	name := c.Args().First()
	return usage("there is no command %q (entente --help lists them)", name)
}

func onUsageError(c *cli.Context, err error, isSubcommand bool) error {
	name := "entente"
	if isSubcommand {
		name += " " + c.Command.Name
	}
	return usage("%w (%s --help tells the flags)", err, name)
}

// exitError is an error with the exit code that it means. Without an error
// inside, everything was said before.
type exitError struct {
	code int
	err  error
}

// Error returns the message, "" where there is none.
func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

// Unwrap returns the error inside.
func (e *exitError) Unwrap() error { return e.err }

// The exit codes; description tells what they mean.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartial     = 3
	exitInterrupted = 130
)

func usage(format string, a ...any) error {
	return &exitError{code: exitUsage, err: fmt.Errorf(format, a...)}
}

// outcome turns what a command returned into an exit code and a message.
func outcome(ctx context.Context, err error) (code int, message string) {
	exit, coded := errors.AsType[*exitError](err)
	switch {
	case err == nil:
		return exitDone, ""
	case ctx.Err() != nil:
		return exitInterrupted, "interrupted"
	case coded:
		return exit.code, exit.Error()
	}
	return exitFailed, err.Error()
}

// inOrder puts the flags of a command before its other arguments, and writes
// "help COMMAND" as "COMMAND --help".
func inOrder(app *cli.App, arguments []string) []string {
	if len(arguments) > 1 && arguments[1] == "help" {
		arguments = append(append(slices.Clone(arguments[:1]), arguments[2:min(len(arguments), 3)]...), "--help")
	}
	if len(arguments) < 2 || arguments[len(arguments)-1] == "--generate-bash-completion" {
		return arguments
	}
	command := app.Command(arguments[1])
	if command == nil {
		return arguments
	}
	rest := args.Reorder(arguments[2:], func(name string) args.Kind { return flagKind(command.Flags, name) })
	return append(slices.Clone(arguments[:2]), rest...)
}

func flagKind(flags []cli.Flag, name string) args.Kind {
	for _, f := range flags {
		if !slices.Contains(f.Names(), name) {
			continue
		}
		if _, ok := f.(*cli.BoolFlag); ok {
			return args.Switch
		}
		return args.Value
	}
	return args.Unknown
}

// text joins the lines of a command's description.
func text(lines ...string) string { return strings.Join(lines, "\n") }
