#!/usr/bin/env python3
"""Writes gold.jsonl from the .txt files beside it: one JSON object a line, sorted by id.

A .txt file is a header of "key: value" lines, a blank line, and the body. Keys that gold.jsonl does not hold (why, trap,
title_says) are for readers. Same files in, same bytes out; cmd/rung/gold_test.go checks that it has been run.
"""
import json
import pathlib
import sys

KNOWN = {"title", "company", "label", "bank_vp", "form", "pair", "title_says", "trap", "why"}


def read(path):
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    h = {}
    for n, line in enumerate(head.split("\n"), 1):
        key, colon, value = line.partition(": ")
        if not colon or key not in KNOWN or key in h:
            sys.exit(f"{path.name}:{n}: want one of {', '.join(sorted(KNOWN))}, once, a colon and a value: {line!r}")
        h[key] = value
    return {
        "id": path.stem,
        "title": h["title"],
        "company": h["company"],
        "text": body.rstrip("\n"),
        "label": h["label"],
        "bank_vp": h.get("bank_vp") == "true",
        "form": h["form"],
        "pair": h.get("pair", ""),
    }


here = pathlib.Path(__file__).parent
rows = sorted((read(p) for p in here.glob("*.txt")), key=lambda r: r["id"])
with open(here / "gold.jsonl", "w", encoding="utf-8", newline="\n") as f:
    for r in rows:
        f.write(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n")
