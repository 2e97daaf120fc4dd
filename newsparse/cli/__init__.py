"""The command line: argparse, one module a command, no logic that api and pipeline lack."""


def main(argv: list[str] | None = None) -> int:
    """Run the command and return the exit status."""
    raise SystemExit(f"not built yet: {argv}")
