"""Tests of this room begin with the full visit."""

from tests.model.files import file, path

__all__ = ["file", "path"]
