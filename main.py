"""Shimai, the planner for US–Japan sister-city exchanges. See README.md."""

from planner.app import main

if __name__ == "__main__":
    raise SystemExit(main())
