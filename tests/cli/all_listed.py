#!/usr/bin/env python3
"""Fails when a test on disk is not in the list of CMakeLists.txt, or the other way round.

    all_listed.py "NAME;NAME;..." FOLDER
"""
import sys
from pathlib import Path

listed = set(sys.argv[1].split(";"))
folder = Path(sys.argv[2])
present = {path.stem for path in folder.glob("*.test")} | {path.parent.name for path in folder.glob("*/cmd")}
for name in sorted(listed ^ present):
    print(f"{name} staat niet {'op schijf' if name in listed else 'in CMakeLists.txt'}")
sys.exit(1 if listed != present else 0)
