"""How the window looks: colours, type, sizes, icons and the style sheet, each in its own module."""

from planner.ui.theme.appearance import CHOICES, Appearance, Choice, colour, colours
from planner.ui.theme.fonts import font
from planner.ui.theme.icons import icon, pixmap

__all__ = ["CHOICES", "Appearance", "Choice", "colour", "colours", "font", "icon", "pixmap"]
