"""`python -m simulator` is the same as the `simulator` command."""

from simulator.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
