#!/usr/bin/env python3
"""Write what spaCy says about texts, one JSON object a line: what the Go engine must say too.

    venv/bin/python dump.py [--model NAME] [--whole | --escaped] FILE... > out.jsonl

Each line of the UTF-8 files is a text; --whole takes each file as one text,
--escaped reads \\n, \\t and the other escapes of JSON strings in the lines.
The virtual environment is that of convert.py. An object holds
  text
  tokens  [[text, byte start, code point start, a space follows, norm, tag, coarse tag,
            morphology, lemma, head (its own number for a root), label, starts a sentence (0, 1)]]
  ents    [[first token, token behind the last, label]]
"""
import argparse
import json
import sys

from convert import load


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--model", default=None)
    ap.add_argument("--whole", action="store_true")
    ap.add_argument("--escaped", action="store_true")
    a = ap.parse_args()
    nlp = load(a.model)
    for doc in nlp.pipe(texts(a), batch_size=64):
        row = {"text": doc.text, "tokens": tokens(doc), "ents": [[e.start, e.end, e.label_] for e in doc.ents]}
        sys.stdout.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def texts(a):
    for name in a.files:
        with open(name, encoding="utf-8", newline="") as f:
            text = f.read()
        if a.whole:
            yield text
            continue
        lines = text.split("\n")
        for line in lines[:-1] if lines[-1] == "" else lines:
            yield json.loads('"' + line.replace('"', '\\"') + '"') if a.escaped else line


def tokens(doc):
    out, at, seen = [], 0, 0
    for t in doc:
        at += len(doc.text[seen:t.idx].encode())
        seen = t.idx
        out.append([t.text, at, t.idx, bool(t.whitespace_), t.norm_, t.tag_, t.pos_, str(t.morph), t.lemma_,
                    t.head.i, t.dep_, int(bool(t.is_sent_start))])
    return out


if __name__ == "__main__":
    main()
