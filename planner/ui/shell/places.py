"""Which pages there are, in the order of the rail, and on which page each noun is at home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from planner.language import N_, N_in, Words, screen_language, speaker

if TYPE_CHECKING:
    from planner.ui.shell.page import Page
    from planner.ui.shell.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """A page that has not been made yet: its name, icon and keys, and where its class will be found."""

    key: str
    title: Words
    icon: str
    keys: str
    module: str
    page: str
    #: The page of the rail that it is another face of.
    under: str = ""

    @property
    def name(self) -> str:
        """Its title in the screen's language."""
        return speaker(screen_language()).words(self.title)

    def page_class(self) -> Callable[[Workspace], Page]:
        """Import the page; this is the moment its libraries are loaded."""
        made: Callable[[Workspace], Page] = getattr(import_module(self.module), self.page)
        return made


def _page(key: str, title: Words, icon: str, keys: str, folder: str, page: str, under: str = "") -> Place:
    return Place(key, title, icon, keys, f"planner.ui.pages.{folder}", page, under)


_RAIL: Final = (
    _page("overview", N_("Overview"), "overview", "Ctrl+1", "overview.page", "OverviewPage"),
    _page("people", N_("People"), "people", "Ctrl+2", "people.page", "PeoplePage"),
    _page("hosts", N_("Hosts"), "hosts", "Ctrl+3", "hosts.page", "HostsPage"),
    _page("homestays", N_("Homestays"), "homestays", "Ctrl+4", "homestays.page", "HomestaysPage"),
    _page("programme", N_("Programme"), "programme", "Ctrl+5", "programme.page", "ProgrammePage"),
    _page(
        "interpreters",
        N_in("page", "Interpreters"),
        "interpreters",
        "Ctrl+6",
        "interpreters.page",
        "InterpretersPage",
    ),
    _page("papers", N_("Papers"), "papers", "Ctrl+7", "papers.page", "PapersPage"),
    _page("calls", N_("Calls"), "calls", "Ctrl+8", "calls.page", "CallsPage"),
)

SETTINGS: Final = _page("settings", N_("Settings"), "settings", "Ctrl+,", "settings.page", "SettingsPage")
_PLACES: Final = _page("places", N_("Places"), "place", "", "places.page", "PlacesPage", under="programme")
_WHERE: Final = _page(
    "where", N_("Where is everyone?"), "eye", "", "programme.whereabouts", "WhereaboutsPage", under="programme"
)
_ISSUED: Final = _page("issued", N_("Issued papers"), "papers", "", "papers.issued", "IssuedPage", under="papers")
_CALENDARS: Final = _page(
    "calendars", N_("Calendar files"), "calendar-out", "", "papers.calendars", "CalendarsPage", under="papers"
)
_WORDINGS: Final = _page(
    "wordings", N_("Words on papers"), "edit", "", "wordings.page", "WordingsPage", under="papers"
)
_RULES: Final = _page("rules", N_("Rules"), "review", "", "rules.page", "RulesPage", under="settings")
_CALENDAR: Final = _page(
    "calendar", N_("Holidays and closed days"), "programme", "", "calendar.page", "CalendarPage", under="settings"
)
_HISTORY: Final = _page("history", N_("History"), "history", "Ctrl+H", "history.page", "HistoryPage")
_IMPORT: Final = _page("import", N_("Import"), "import", "Ctrl+I", "intake.page", "ImportPage")

#: Shown while no visit is open.
WELCOME: Final = _page("welcome", N_("Welcome"), "overview", "", "welcome.page", "WelcomePage")
NEW: Final = _page("new", N_("New visit"), "new", "", "welcome.new", "NewVisitPage")

#: Shown whether a visit is open or not.
GUIDE: Final = _page("guide", N_("Guide"), "help", "F1", "guide.page", "GuidePage")

#: The noun of a finding or a search hit → the page it is at home on.
HOMES: Final = {
    "Person": "people",
    "Member": "people",
    "Group": "people",
    "Household": "hosts",
    "Resident": "hosts",
    "HostOffer": "hosts",
    "Bed": "hosts",
    "Stay": "homestays",
    "Room": "homestays",
    "Activity": "programme",
    "Journey": "programme",
    "Place": "places",
    "Interpreter": "interpreters",
    "Need": "interpreters",
    "PaperIssue": "papers",
    "Wording": "wordings",
    "Call": "calls",
    "Visit": "settings",
    "Delegation": "settings",
    "Partnership": "settings",
    "City": "settings",
    "SheetImport": "import",
    "Rule": "rules",
    "RuleSetting": "rules",
    "CalendarDay": "calendar",
}


def places() -> tuple[Place, ...]:
    """The pages of the rail, from the top; one more for each kind of work that comes with a later version."""
    return _RAIL


def further_places() -> tuple[Place, ...]:
    """The pages of an open visit that are reached by menus and links."""
    return _PLACES, _WHERE, _ISSUED, _CALENDARS, _WORDINGS, _RULES, _CALENDAR, _IMPORT, _HISTORY, SETTINGS


def all_faces() -> tuple[Place, ...]:
    """The pages of the rail and the other faces of them: where the menu and the search lead."""
    return (*_RAIL, *(further for further in further_places() if further.under))


def title_of_page(key: str) -> str:
    """The page's name in the screen's language."""
    return place(key).name


def place(key: str) -> Place:
    """The page with a key.

    Raises:
        KeyError: There is no such page.
    """
    for found in (*places(), *further_places(), WELCOME, NEW, GUIDE):
        if found.key == key:
            return found
    raise KeyError(key)
