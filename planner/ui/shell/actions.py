"""Every action of the window: its name, its keys, its icon; the menus and the search are made of these."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from planner.language import N_, Words, screen_language, speaker, tr
from planner.ui.theme import icon


class Deed(NamedTuple):
    """What an action is before the window has made it: its key, English name, keys ("; " between several), icon."""

    key: str
    words: Words
    keys: str = ""
    icon: str = ""
    #: Whether it needs an open visit, and one that may be changed.
    needs: str = ""


#: A line between two groups of a menu.
LINE: Final = Deed("", "")

FILE: Final = (
    Deed("new", N_("New visit…"), "Ctrl+N", "new"),
    Deed("open", N_("Open…"), "Ctrl+O", "open"),
    Deed("practice", N_("Open the practice visit"), "", "idea"),
    Deed("recent", N_("Open recent")),
    LINE,
    Deed("import", N_("Import a form or spreadsheet…"), "Ctrl+I", "import", "change"),
    Deed("save-copy", N_("Save a copy…"), "Ctrl+Shift+S", "copy", "plan"),
    Deed("restore", N_("Restore a backup…"), "", "history", "plan"),
    LINE,
    Deed("close", N_("Close the visit"), "Ctrl+W", "", "plan"),
    Deed("quit", N_("Quit"), "Ctrl+Q"),
)
EDIT: Final = (
    Deed("undo", N_("Undo"), "Ctrl+Z", "undo", "undo"),
    Deed("redo", N_("Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo", "redo"),
    Deed("history", N_("History of changes"), "Ctrl+H", "history", "plan"),
    LINE,
    Deed("search", N_("Search everything"), "Ctrl+K", "search"),
    Deed("settings", N_("Settings"), "Ctrl+,", "settings"),
)
VISIT: Final = (
    Deed("new-here", N_("New visit in this file…"), "Ctrl+Shift+N", "new", "change"),
    LINE,
    Deed("shift", N_("Shift the whole visit…"), "Ctrl+Shift+M", "programme", "change"),
    Deed("recall", N_("Copy activities from a past visit…"), "Ctrl+Shift+A", "copy", "change"),
)
VIEW: Final = (
    Deed("drawer", N_("Show or hide the findings"), "Ctrl+J", "warn", "plan"),
    Deed("inspector", N_("Close the inspector"), "Ctrl+Shift+I", "", "plan"),
    LINE,
    Deed("zoom-in", N_("Larger"), "Ctrl++", "zoom"),
    Deed("zoom-out", N_("Smaller"), "Ctrl+-"),
    Deed("zoom-reset", N_("Usual size"), "Ctrl+0"),
    LINE,
    Deed("language", N_("Switch to Japanese"), "Ctrl+L", "globe"),
    Deed("dark", N_("Switch between light and dark"), "Ctrl+Shift+D", "moon"),
    Deed("full-screen", N_("Full screen"), "F11"),
)
#: What is done to the event chosen on the page of the programme; its keys work there alone, where the page hears them.
PROGRAMME: Final = (
    Deed("event-new", N_("New activity…"), "Ins", "plus", "programme"),
    Deed("event-edit", N_("Edit"), "Return", "edit", "event"),
    Deed("event-copy", N_("Duplicate"), "Ctrl+D", "copy", "event"),
    Deed("event-group", N_("Give it to the next group"), "Ctrl+G", "squad", "event"),
    Deed("event-remove", N_("Remove"), "Del", "trash", "event"),
    LINE,
    Deed("event-earlier", N_("5 minutes earlier"), "Alt+Up", "", "event"),
    Deed("event-later", N_("5 minutes later"), "Alt+Down", "", "event"),
    Deed("event-hour-earlier", N_("An hour earlier"), "Ctrl+Up", "", "event"),
    Deed("event-hour-later", N_("An hour later"), "Ctrl+Down", "", "event"),
    Deed("event-day-earlier", N_("A day earlier"), "Alt+Left", "", "event"),
    Deed("event-day-later", N_("A day later"), "Alt+Right", "", "event"),
    LINE,
    Deed("event-shorter", N_("End 5 minutes earlier"), "Alt+Shift+Up", "", "event"),
    Deed("event-longer", N_("End 5 minutes later"), "Alt+Shift+Down", "", "event"),
    Deed("event-hour-shorter", N_("End an hour earlier"), "Ctrl+Shift+Up", "", "event"),
    Deed("event-hour-longer", N_("End an hour later"), "Ctrl+Shift+Down", "", "event"),
    Deed("event-from-earlier", N_("Begin 5 minutes earlier"), "Alt+Shift+PgUp", "", "event"),
    Deed("event-from-later", N_("Begin 5 minutes later"), "Alt+Shift+PgDown", "", "event"),
    Deed("event-hour-from-earlier", N_("Begin an hour earlier"), "Ctrl+Shift+PgUp", "", "event"),
    Deed("event-hour-from-later", N_("Begin an hour later"), "Ctrl+Shift+PgDown", "", "event"),
)
#: What is done to the stay chosen on the night board; its keys work there alone, where the board hears them.
HOMESTAYS: Final = (
    Deed("pair", N_("Pair guests and homes"), "Ctrl+Shift+P", "link", "homestays"),
    Deed("pair-again", N_("Pair again from a night…"), "", "refresh", "homestays"),
    LINE,
    Deed("stay-carry", N_("Put into another bed"), "Space", "homestays", "stay"),
    Deed("stay-split", N_("Split at a night"), "S", "cut", "stay"),
    Deed("stay-pin", N_("Pin, or unpin"), "P", "pin", "stay"),
    Deed("stay-away", N_("Take away: the nights wait again"), "Del", "trash", "stay"),
    Deed("stay-edit", N_("Edit the guest’s nights"), "Return", "edit", "stay"),
    LINE,
    Deed("stay-longer", N_("End a night later"), "Shift+Right", "", "stay"),
    Deed("stay-shorter", N_("End a night earlier"), "Shift+Left", "", "stay"),
    Deed("stay-earlier", N_("Begin a night earlier"), "Alt+Left", "", "stay"),
    Deed("stay-later", N_("Begin a night later"), "Alt+Right", "", "stay"),
)
#: What is done on the board of interpreters; its keys work there alone, where the board hears them.
INTERPRETERS: Final = (
    Deed("interpret-carry", N_("Assign, or give to somebody else"), "Space", "interpreters", "interpreting"),
    Deed("interpret-split", N_("Hand over at a time"), "S", "cut", "assignment"),
    Deed("interpret-pin", N_("Pin, or unpin, who interprets"), "P", "pin", "assignment"),
    Deed("interpret-off", N_("Take off"), "Del", "trash", "assignment"),
    Deed("interpret-edit", N_("Edit what is needed"), "Return", "edit", "interpreting"),
    LINE,
    Deed("interpret-longer", N_("Stay 5 minutes longer"), "Shift+Right", "", "assignment"),
    Deed("interpret-shorter", N_("Leave 5 minutes earlier"), "Shift+Left", "", "assignment"),
    Deed("interpret-earlier", N_("Come 5 minutes earlier"), "Alt+Left", "", "assignment"),
    Deed("interpret-later", N_("Come 5 minutes later"), "Alt+Right", "", "assignment"),
    LINE,
    Deed("interpret-propose", N_("Propose for all days"), "Ctrl+Shift+P", "interpreters", "interpreting-all"),
    Deed("interpret-ill", N_("Somebody cannot come…"), "", "refresh", "interpreting-all"),
    Deed("interpret-needs", N_("Suggested needs…"), "", "idea", "interpreting-all"),
    LINE,
    Deed("interpret-day-before", N_("The day before"), "PgUp", "left", "interpreters"),
    Deed("interpret-day-after", N_("The day after"), "PgDown", "right", "interpreters"),
)
#: What deeds may need of the page that is shown.
ON_PAGE: Final = (
    "programme", "event", "homestays", "stay", "interpreters", "interpreting", "interpreting-all", "assignment",
)  # fmt: skip
HELP: Final = (
    Deed("guide", N_("Guide"), "F1", "help"),
    Deed("keys", N_("Keyboard shortcuts"), "Ctrl+/"),
    LINE,
    Deed("log", N_("Show the log folder"), "", "open"),
    Deed("about", N_("About Shimai"), "", "note"),
)


class Actions(QObject):
    """The window's actions by key. Texts are in the screen's language: made anew when that changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def all(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return list(self._made.values())

    def make(self, deed: Deed, done: Callable[[], object], *, page_hears: bool = False) -> QAction:
        """Make an action that calls `done`; with `page_hears` its keys are only shown, and a page acts on them."""
        name = speaker(screen_language()).words(deed.words)
        action = QAction(name, self)
        action.setObjectName(deed.key)
        if deed.keys:
            action.setShortcuts(QKeySequence.listFromString(deed.keys))
            if page_hears:
                # Of a widget it is never put on: in a field the same keys go through the text.
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if deed.icon:
            action.setIcon(icon(deed.icon))
            action.setProperty("icon-name", deed.icon)
        action.setProperty("words", name)
        action.triggered.connect(lambda: done())
        self._made[deed.key] = action
        self._needs[deed.key] = deed.needs
        return action

    def allow(self, **can: bool) -> None:
        """Enable what can be done now, by what deeds need."""
        can[""] = True
        for key, action in self._made.items():
            action.setEnabled(can[self._needs[key]])


def fill_menu(
    menu: QMenu, deeds: tuple[Deed, ...], actions: Actions, submenus: dict[str, QMenu] | None = None
) -> None:
    """Put actions into a menu; a key of `submenus` stands for a menu instead."""
    for deed in deeds:
        if deed is LINE:
            menu.addSeparator()
        elif submenus and deed.key in submenus:
            submenu = submenus[deed.key]
            submenu.setTitle(speaker(screen_language()).words(deed.words))
            menu.addMenu(submenu)
        else:
            menu.addAction(actions[deed.key])


def hear(widget: QWidget, deeds: Iterable[Deed], do: Callable[[str], object], *, own_keys: Container[str]) -> None:
    """Let a widget hear the keys of deeds while it has the focus; of those in `own_keys` it takes the keys itself."""
    for deed in deeds:
        if deed.keys and deed.key not in own_keys:
            shortcut = QShortcut(QKeySequence(deed.keys), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda key=deed.key: do(key))


def fill_beside(menu: QMenu, deeds: Iterable[Deed], do: Callable[[str], object], can: Callable[[str], bool]) -> None:
    """Put into the menu at a thing what can be done with it, greyed what cannot now; the keys are only shown.

    The actions have the keys of their deeds as their names, for whoever calls one of them something else.
    """
    for deed in deeds:
        if deed is LINE:
            menu.addSeparator()
            continue
        action = QAction(speaker(screen_language()).words(deed.words), menu)
        action.setObjectName(deed.key)
        if deed.icon:
            action.setIcon(icon(deed.icon))
        action.setShortcut(QKeySequence(deed.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(can(deed.key))
        action.triggered.connect(lambda _=False, key=deed.key: do(key))
        menu.addAction(action)


def name_pin(menu: QMenu, key: str, *, pinned: bool) -> None:
    """Call what pins or unpins a thing by which of the two it would do."""
    for action in menu.actions():
        if action.objectName() == key:
            action.setText(tr("Unpin") if pinned else tr("Pin: nothing moves it"))
