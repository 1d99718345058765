#!/usr/bin/env python3
"""Time k2p as whole processes, beside `true` in the same run: python3 bench.py --k2p bin/k2p [--rounds N]."""
import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "tests" / "golden" / "Order report"


def run(arguments):
    """Run a program to its end; return (seconds, peak resident set in MiB)."""
    nothing = [
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    started = time.perf_counter()
    child = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=nothing)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise SystemExit(f"{' '.join(arguments)}: exit {code}")
    return seconds, usage.ru_maxrss / 1024


def bundles(corpus):
    """Return the corpus's readable bundles, by number of nodes."""
    found = []
    for path in sorted(Path(corpus, "bundles").glob("*.zip")):
        try:
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
        except zipfile.BadZipFile:
            continue
        nodes = sum(name.endswith("settings.xml") for name in names)
        if any(name.endswith("workflow.knime") for name in names) and nodes:
            found.append((nodes, path))
    return sorted(found)


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--k2p", default="bin/k2p", help="the program")
    parser.add_argument("--rounds", type=int, default=50)
    options = parser.parse_args()
    k2p = str(Path(options.k2p).resolve())
    corpus = os.environ.get("K2P_CORPUS")

    with tempfile.TemporaryDirectory() as scratch:
        out = os.path.join(scratch, "out")
        rows = {"true": [shutil.which("true")], "k2p --version": [k2p, "--version"]}
        known = bundles(corpus) if corpus else []
        if known:
            nodes, median = known[len(known) // 2]
            title = f"median bundle ({nodes} nodes)"
            rows[title] = [k2p, "--in-zip", str(median), "--out", out]
        rows["golden workflow (11 nodes)"] = [k2p, str(GOLDEN), "--out", out]

        seen = {name: [] for name in rows}
        for number in range(-5, options.rounds):
            for name, arguments in rows.items():
                shutil.rmtree(out, ignore_errors=True)
                result = run(arguments)
                if number >= 0:
                    seen[name].append(result)

    print(f"{platform.machine()}, {os.cpu_count()} cores, {options.rounds} rounds\n")
    print("| process | min ms | median ms | max ms | × true | peak MiB |")
    print("|---|---:|---:|---:|---:|---:|")
    base = statistics.median(seconds for seconds, _ in seen["true"])
    for name, results in seen.items():
        times = [seconds * 1000 for seconds, _ in results]
        middle = statistics.median(times)
        figures = f"{min(times):.1f} | {middle:.1f} | {max(times):.1f}"
        ratio = middle / 1000 / base
        peak = max(memory for _, memory in results)
        print(f"| {name} | {figures} | {ratio:.1f} | {peak:.0f} |")


if __name__ == "__main__":
    sys.exit(main())
