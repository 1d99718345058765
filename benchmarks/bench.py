#!/usr/bin/env python3
"""Time k2p as whole processes, beside `true`: python3 bench.py --k2p bin/k2p [--rounds N].

With K2P_CORPUS=DIR the bundle with the median number of nodes of DIR/bundles/*.zip is
timed, and all of them are asked for the most memory; else the golden workflow.
"""
import argparse
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from workflows import wide_workflow

GOLDEN = Path(__file__).parent.parent / "tests" / "golden" / "Order report"
TARGETS = {"version": 10, "median": 25, "wide": 2000}
MOST_MEMORY = 60


def start(arguments):
    """Start a program with nothing on its streams; it runs when this returns."""
    nothing = [
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    return os.posix_spawn(arguments[0], arguments, os.environ, file_actions=nothing)


def timed(arguments):
    """Run a program to its end; return its milliseconds: wall, user + system."""
    started = time.perf_counter()
    _, status, usage = os.wait4(start(arguments), 0)
    wall = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise SystemExit(f"{' '.join(arguments)}: exit {code}")
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def peak(arguments):
    """Run a program to its end; return the MiB of its VmHWM, read until it is gone.

    What wait4 tells would count the memory of this process as well.
    """
    child = start(arguments)
    most = 0
    with open(f"/proc/{child}/status", "rb", buffering=0) as status:
        while os.waitpid(child, os.WNOHANG)[0] == 0:
            status.seek(0)
            found = re.search(rb"VmHWM:\s+(\d+) kB", status.read())
            most = max(most, int(found[1]) if found else 0)
    return most / 1024


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
        if nodes and any(name.endswith("workflow.knime") for name in names):
            found.append((nodes, str(path)))
    return sorted(found)


def measure(rows, rounds, out):
    """Run all programs in turn, after some rounds that do not count."""
    seen = {key: [] for key in rows}
    for number in range(-3, rounds):
        for key, (_, arguments) in rows.items():
            shutil.rmtree(out, ignore_errors=True)
            result = timed(arguments)
            if number >= 0:
                seen[key].append(result)
    return seen


def print_times(rows, seen):
    """Print the table of times."""
    base = statistics.median(wall for wall, _ in seen["true"])
    print("| process | min ms | median ms | user + sys ms | × true | at most |")
    print("|---|---:|---:|---:|---:|---:|")
    for key, (title, _) in rows.items():
        walls = [wall for wall, _ in seen[key]]
        middle = statistics.median(walls)
        work = statistics.median(cpu for _, cpu in seen[key])
        figures = f"{min(walls):.1f} | {middle:.1f} | {work:.1f} | {middle / base:.1f}"
        target = f"{TARGETS[key]} ms" if key in TARGETS else ""
        print(f"| {title} | {figures} | {target} |")


def main():
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--k2p", default="bin/k2p", help="the program")
    parser.add_argument("--rounds", type=int, default=50)
    options = parser.parse_args()
    k2p = str(Path(options.k2p).resolve())
    corpus = os.environ.get("K2P_CORPUS")
    known = bundles(corpus) if corpus else []

    with tempfile.TemporaryDirectory() as scratch:
        out = os.path.join(scratch, "out")

        def convert(path):
            return [k2p, path, "--out", out]

        median = (11, str(GOLDEN))
        title = "golden workflow (11 nodes)"
        if known:
            median = known[len(known) // 2]
            title = f"median bundle ({median[0]} nodes)"
        rows = {
            "true": ("`true`", [shutil.which("true")]),
            "version": ("`k2p --version`", [k2p, "--version"]),
            "median": (title, convert(median[1])),
        }
        wide = {
            "true": rows["true"],
            "wide": (
                "5,000 nodes, 20,000 wires",
                convert(wide_workflow(os.path.join(scratch, "wide.zip"), 5000, 4)),
            ),
        }
        print(
            f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]}"
        )
        print()
        print_times(rows, measure(rows, options.rounds, out))
        print()
        print_times(wide, measure(wide, min(5, options.rounds), out))
        print("\n| peak memory (VmHWM) | MiB | at most |\n|---|---:|---:|")
        for key in ("version", "median"):
            most = max(peak(rows[key][1]) for _ in range(10))
            print(f"| {rows[key][0]} | {most:.0f} | {MOST_MEMORY} |")
        if known:
            most, nodes = max((peak(convert(path)), nodes) for nodes, path in known)
            print(f"| most of {len(known)} bundles ({nodes} nodes) | {most:.0f} | |")
        print(f"| {wide['wide'][0]} | {peak(wide['wide'][1]):.0f} | |")


if __name__ == "__main__":
    sys.exit(main())
