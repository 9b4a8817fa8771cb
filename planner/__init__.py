"""Shimai (姉妹): plans the visits between sister cities of the United States and Japan."""

__version__ = "0.1.0"
PROGRAM_NAME = "Shimai"
