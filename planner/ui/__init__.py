"""The window: Qt lives here and nowhere else. It looks at the plan and hands every change to one door."""

from planner.ui.lasting import keep_constants

# Before the first call of Qt, whichever module of the window is imported first.
keep_constants()
