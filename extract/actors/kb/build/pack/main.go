// Command pack turns the tables under data into the file that package kb
// embeds. Run it in the folder of package kb: go run ./build/pack, or
// go generate.
package main

import (
	"log"
	"os"

	"entente/extract/actors/kb/internal/pack"
)

func main() {
	log.SetFlags(0)
	if err := run("data", "kb.zst"); err != nil {
		log.Fatal(err)
	}
}

// run packs the tables of a folder into a file.
func run(folder, file string) error {
	text, err := pack.Build(os.DirFS(folder))
	if err != nil {
		return err
	}
	data, err := pack.Compress(text)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
