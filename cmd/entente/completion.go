package main

import (
	"embed"
	"io"

	"github.com/urfave/cli/v2"
)

//go:embed completion
var completions embed.FS

func completionCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "write a script that completes commands and flags in your shell",
		UsageText: "entente completion bash|zsh|fish|powershell",
		Description: text(
			"Examples:",
			"   source <(entente completion bash)                          in ~/.bashrc",
			"   source <(entente completion zsh)                           in ~/.zshrc, after compinit",
			"   entente completion fish > ~/.config/fish/completions/entente.fish",
			"   entente completion powershell | Out-String | Invoke-Expression    in $PROFILE",
		),
		Action: func(c *cli.Context) error {
			script, err := completion(c)
			if err != nil {
				return err
			}
			_, err = io.WriteString(s.out, script)
			return err
		},
	}
}

func completion(c *cli.Context) (string, error) {
	shell := c.Args().First()
	switch {
	case c.NArg() != 1:
	case shell == "fish":
		return c.App.ToFishCompletion()
	case shell == "bash" || shell == "zsh" || shell == "powershell":
		if shell == "powershell" {
			shell = "ps1"
		}
		script, err := completions.ReadFile("completion/entente." + shell)
		return string(script), err
	}
	return "", usage("completion knows bash, zsh, fish and powershell")
}
