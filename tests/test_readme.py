"""The README is run: its Python examples as doctests, its commands as CI runs them."""

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_examples_print_what_they_say(monkeypatch):
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert result.attempted >= 10
    assert result.failed == 0


def test_there_are_two_set_up_commands_of_one_line_each():
    commands = re.findall(r"^```sh\n(.*)\n```$", README, re.MULTILINE)
    assert commands[0].startswith("python3 -m venv")
    assert commands[1].endswith("-m pytest")


def test_every_page_that_the_readme_links_exists():
    links = re.findall(r"\]\(((?!http)[^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
