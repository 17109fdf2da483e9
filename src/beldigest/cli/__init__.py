"""The command line. It offers nothing that the library does not; it needs the extra ``cli``."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs ``beldigest``: 0 when all went well, 1 for a failure, 2 for misuse, 130 where it was interrupted."""
    try:
        from beldigest.cli.commands import run

        return run()
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        print("beldigest: the command line is an extra; install it: pip install 'beldigest[cli]'", file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # before click, which tells of it otherwise
        print("beldigest: stopped", file=sys.stderr)
        return 130
