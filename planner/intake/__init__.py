"""Forms and spreadsheets in: read a file, recognise its columns, understand its values, propose changes.

Data walks one way: `reading` (file → sheets) → `columns` (headings → what they mean) → `values` (cell → what is
meant, and what was not understood) → `proposals` (sheet + plan → what accepting would do). Nothing here writes to
the planner file; `planner.commands.imports` accepts a proposal as one change.
"""
