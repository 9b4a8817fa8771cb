"""Menus that drop once: made when they are asked for, and gone when they close."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def drop(menu: QMenu, spot: QPoint) -> None:
    """Show a menu at a place on the screen; it is let go when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(spot)
