"""Which pages there are, in the order of the rail, and on which page each noun is at home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from planner.language import N_, N_in, Words, screen_language, speaker

if TYPE_CHECKING:
    from planner.ui.shell.page import Page
    from planner.ui.shell.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """A page that has not been made yet: its name, icon and keys, and where its class is found when it is
    needed.
    """

    key: str
    title: Words
    icon: str
    keys: str
    module: str
    page: str

    @property
    def name(self) -> str:
        """Its title in the screen's language."""
        return speaker(screen_language()).words(self.title)

    def page_class(self) -> Callable[[Workspace], Page]:
        """Import the page; this is the moment its libraries are loaded."""
        made: Callable[[Workspace], Page] = getattr(import_module(self.module), self.page)
        return made


_PAGES: Final = "planner.ui.pages"

ALL: Final = (
    Place("overview", N_("Overview"), "overview", "Ctrl+1", f"{_PAGES}.overview.page", "OverviewPage"),
    Place(
        "people", N_("People"), "people", "Ctrl+2", f"{_PAGES}.people.page", "PeoplePage",

    ),
    Place(
        "hosts", N_("Hosts"), "hosts", "Ctrl+3", f"{_PAGES}.hosts.page", "HostsPage",

    ),
    Place(
        "homestays", N_("Homestays"), "homestays", "Ctrl+4", f"{_PAGES}.homestays.page", "HomestaysPage",

    ),
    Place("programme", N_("Programme"), "programme", "Ctrl+5", f"{_PAGES}.programme.page", "ProgrammePage"),
    Place(
        "interpreters", N_in("page", "Interpreters"), "interpreters", "Ctrl+6",
        f"{_PAGES}.interpreters.page", "InterpretersPage",
    ),
    Place("papers", N_("Papers"), "papers", "Ctrl+7", f"{_PAGES}.papers.page", "PapersPage"),
)

#: Below the rail's line: not about one visit's plan but about the file and the window.
SETTINGS: Final = Place(
    "settings", N_("Settings"), "settings", "Ctrl+,", f"{_PAGES}.settings.page", "SettingsPage"
)
HISTORY: Final = Place(
    "history", N_("History"), "history", "Ctrl+H", f"{_PAGES}.history.page", "HistoryPage"
)
WELCOME: Final = Place("welcome", N_("Welcome"), "overview", "", f"{_PAGES}.welcome.page", "WelcomePage")
NEW: Final = Place("new", N_("New visit"), "new", "", f"{_PAGES}.welcome.new", "NewVisitPage")
IMPORT: Final = Place(
    "import", N_("Import"), "import", "Ctrl+I", f"{_PAGES}.intake.page", "ImportPage"
)

#: The noun of a finding or a search hit → the page it is at home on.
HOMES: Final = {
    "Person": "people",
    "Member": "people",
    "Group": "people",
    "Delegation": "people",
    "Household": "hosts",
    "Resident": "hosts",
    "HostOffer": "hosts",
    "Bed": "hosts",
    "Stay": "homestays",
    "Activity": "programme",
    "Journey": "programme",
    "Place": "programme",
    "Interpreter": "interpreters",
    "Need": "interpreters",
    "PaperIssue": "papers",
    "Visit": "settings",
    "SheetImport": "import",
}


@cache
def places() -> tuple[Place, ...]:
    """The pages of the rail."""
    return tuple(place for place in ALL if _exists(place))


@cache
def further_places() -> tuple[Place, ...]:
    """The pages that are not in the rail's upper part."""
    return tuple(place for place in (IMPORT, HISTORY, SETTINGS) if _exists(place))


def _exists(place: Place) -> bool:
    try:
        return find_spec(place.module) is not None
    except ModuleNotFoundError:
        return False


def title_of_page(key: str) -> str:
    """The page's name in the screen's language."""
    return next(each.name for each in (*ALL, IMPORT, HISTORY, SETTINGS) if each.key == key)


def place(key: str) -> Place:
    """The page with a key.

    Raises:
        KeyError: There is no such page.
    """
    for found in (*places(), *further_places(), WELCOME, NEW):
        if found.key == key:
            return found
    raise KeyError(key)
