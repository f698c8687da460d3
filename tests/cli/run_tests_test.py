#!/usr/bin/env python3
"""Tests the runner itself: a wrong expectation must fail, whatever it is about."""
import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import run_tests


def outcome(text):
    """Runs a test file with bash as the program; gives the complaints."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "proef.test"
        path.write_text(text, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            return run_tests.run_test(Path("/bin/echo"), path)[1]


class Runner(unittest.TestCase):
    def test_accepts_what_was_said(self):
        self.assertEqual(outcome("$ begroot een; echo twee >&2; exit 3\n> een\n2> twee\n= 3\n"), [])

    def test_fails_on_stdout_stderr_and_code(self):
        for text in ("$ echo een\n> twee\n= 0\n", "$ echo een >&2\n= 0\n", "$ exit 1\n= 0\n", "$ echo een\n= 0\n", "$ true\n> een\n= 0\n"):
            with self.subTest(text):
                self.assertTrue(outcome(text))

    def test_fails_on_text_that_may_not_be_there(self):
        self.assertTrue(outcome("$ printf '\\033[1m'\n> ...\n!> \\e\n= 0\n"))

    def test_dots_stand_for_any_number_of_lines(self):
        self.assertEqual(outcome("$ seq 5\n> 1\n> ...\n> 3\n> ...\n> 5\n= 0\n"), [])
        self.assertTrue(outcome("$ seq 5\n> 1\n> ...\n> 6\n> ...\n= 0\n"))
        self.assertTrue(outcome("$ seq 5\n> ...\n> 4\n= 0\n"))
        self.assertTrue(outcome("$ seq 2\n> 1\n> 2\n> ...\n> 2\n= 0\n"))

    def test_a_file_without_commands_fails(self):
        self.assertTrue(outcome("# niets\n"))


if __name__ == "__main__":
    unittest.main()
