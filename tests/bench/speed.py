#!/usr/bin/env python3
"""CPU time of the common paths, printed as a table; nothing here fails a run.

    python tests/bench/speed.py [SECONDS]

Each path runs for SECONDS (default 1) of CPU time after a warm-up; the best of five rounds counts. Process start-ups are
measured as user plus system time of a child, less those of a bare interpreter.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable

import newsparse
from newsparse.schema import from_json, to_json

WORDS = "The harbour council agreed on Tuesday that one ferry is enough for three towns and eleven villages around the bay."


def story(paragraphs: int) -> bytes:
    """A plain-text article in the layout of a wire story, with a heading every ten paragraphs."""
    parts = ["Harbour council agrees on a ferry", "By Ines Okafor and Tom Lindqvist", "2024-03-05 09:40:00"]
    for number in range(paragraphs):
        if number and number % 10 == 0:
            parts.append(f"Part {number // 10}")
        parts.append(" ".join([WORDS] * 3))
    return "\n\n".join(parts).encode()


def best(call: Callable[[], object], seconds: float) -> float:
    """CPU seconds of one call: the best mean of five rounds."""
    call()
    rounds = []
    for _ in range(5):
        began = time.process_time()
        count = 0
        while time.process_time() - began < seconds / 5:
            call()
            count += 1
        rounds.append((time.process_time() - began) / count)
    return min(rounds)


def start_up(*arguments: str) -> float:
    """CPU seconds of a child interpreter with these arguments: the least of five."""
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def main() -> None:
    """Print the table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    data = story(30)
    article = newsparse.parse_one(data, format="text", enrich=())
    text = to_json(article)
    bare = start_up("-c", "pass")
    rows = [
        (
            "plain text in, 30 paragraphs",
            f"{len(data) / best(lambda: newsparse.parse_one(data, format='text', enrich=()), seconds) / 1e6:.1f} MB/s",
        ),
        ("json out, 30 paragraphs", f"{best(lambda: to_json(article), seconds) * 1e6:.0f} µs"),
        ("json in, 30 paragraphs", f"{best(lambda: from_json(text), seconds) * 1e6:.0f} µs"),
        *(
            (f"{name} out, 30 paragraphs", f"{best(lambda name=name: newsparse.render(article, name), seconds) * 1e6:.0f} µs")
            for name in ("xml", "markdown", "html", "text")
        ),
        ("import newsparse", f"{(start_up('-c', 'import newsparse') - bare) * 1e3:.0f} ms beyond bare Python"),
        ("newsparse --help", f"{start_up('-m', 'newsparse', '--help') * 1e3:.0f} ms"),
    ]
    for what, figure in rows:
        print(f"{what:<34}{figure:>30}")


if __name__ == "__main__":
    main()
