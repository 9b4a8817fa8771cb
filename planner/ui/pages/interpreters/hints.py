"""What is carried on the board of interpreters, and the keys that do something with it, in the head of the page."""

from __future__ import annotations

from planner.language import screen_language, tr, tr_in
from planner.language.names import full_name
from planner.language.times import time_text
from planner.ui.pages.interpreters.held import Held, Knife, Stretch
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.words import event_title
from planner.ui.widgets.keyhints import KeyHints


class Hints(KeyHints):
    """Shows what is carried and the keys; nothing while nothing is."""

    def show_held(self, what: object, outlook: Outlook | None) -> None:
        """Show what is carried, drawn or cut; None for nothing."""
        language = screen_language()
        if isinstance(what, Held):
            self.show_keys(
                tr("Carrying {event}", event=event_title(what.wanted.slot.event)),
                [(("↑", "↓"), tr_in("keys", "person")), (("Enter",), tr_in("keys", "assign"))],
            )
        elif isinstance(what, Knife) and outlook is not None:
            at = time_text(outlook.clock_time(what.wanted, what.at), language)
            self.show_keys(
                tr("{name} until {time}", name=full_name(what.assignment.interpreter.person, language), time=at),
                [(("←", "→"), tr_in("keys", "time")), (("Enter",), tr_in("keys", "hand over"))],
            )
        elif isinstance(what, Stretch):
            self.show_keys(tr("Hours of {name}", name=full_name(what.assignment.interpreter.person, language)))
        else:
            self.show_keys("")
