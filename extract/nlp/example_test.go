package nlp_test

import (
	"fmt"
	"log"

	"entente/extract/nlp"
)

func ExamplePipeline_Annotate() {
	p, err := nlp.Load()
	if err != nil {
		log.Fatal(err)
	}
	d := p.Annotate("Foreign Minister Ana Reyes rejected the plan. She'd met Putin in Geneva.")
	for _, s := range d.Sents() {
		for i := s.First; i < s.End; i++ {
			if t := d.Tokens[i]; t.Pos == "VERB" || t.Dep == "nsubj" || t.Dep == "dobj" {
				fmt.Println(d.Word(i), t.Lemma, t.Tag, t.Dep, d.Word(int(t.Head)))
			}
		}
	}
	for _, e := range d.Ents {
		fmt.Println(e.Label, d.Slice(e.First, e.End))
	}
	// Output:
	// Reyes Reyes NNP nsubj rejected
	// rejected reject VBD ROOT rejected
	// plan plan NN dobj rejected
	// She she PRP nsubj met
	// met meet VBN ROOT met
	// Putin Putin NNP dobj met
	// PERSON Ana Reyes
	// PERSON Putin
	// GPE Geneva
}

func ExamplePipeline_AnnotateWords() {
	p, err := nlp.Load()
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.AnnotateWords([]string{"Moscow", "agreed", "."}, []bool{true, false, false})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(d.Text)
	for i, t := range d.Tokens {
		fmt.Println(d.Word(i), t.Pos, t.Dep)
	}
	// Output:
	// Moscow agreed.
	// Moscow PROPN nsubj
	// agreed VERB ROOT
	// . PUNCT punct
}

func ExamplePipeline_AnnotateAll() {
	p, err := nlp.Load()
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range p.AnnotateAll([]string{"Ana Reyes left.", "Norland signed. Nobody cheered."}) {
		fmt.Println(len(d.Sents()), len(d.Tokens))
	}
	// Output:
	// 1 4
	// 2 6
}
