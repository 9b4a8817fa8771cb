"""The window: Qt lives here and nowhere else. It looks at the plan and hands every change to one door."""

from importlib import import_module

from planner.ui.lasting import keep_constants

# Once PySide6 is loaded, it reads the source text of every further module, to see whether that one asks for its feature
# switches. So what the first window needs and knows nothing of Qt comes first: a tenth of the time until it stands.
_BEFORE_QT = ("storage", "clock.sides", "commands.records", "commands.ruling", "rules.counted", "language.moved")
for _name in _BEFORE_QT:
    import_module(f"planner.{_name}")

# Before the first call of Qt, whichever module of the window is imported first.
keep_constants()
