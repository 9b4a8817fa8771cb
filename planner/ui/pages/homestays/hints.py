"""What is carried on the night board, and the keys that do something with it, in the head of the page."""

from __future__ import annotations

from planner.language import screen_language, tr, tr_in
from planner.language.names import full_name
from planner.ui.pages.homestays.aim import Held
from planner.ui.pages.homestays.targets import Knife, Stretch
from planner.ui.widgets.keyhints import KeyHints


class Hints(KeyHints):
    """Shows who is carried and the keys; nothing while nobody is."""

    def show_held(self, what: object) -> None:
        """Show what is carried, stretched or split; None for nothing."""
        language = screen_language()
        if isinstance(what, Held):
            self.show_keys(
                tr("Carrying {name}", name=full_name(what.member.person, language)),
                [
                    (("↑", "↓"), tr_in("keys", "home")),
                    (("←", "→"), tr_in("keys", "nights")),
                    (("Enter",), tr_in("keys", "place")),
                ],
            )
        elif isinstance(what, Knife):
            self.show_keys(
                tr("Splitting the stay of {name}", name=full_name(what.spell.member.person, language)),
                [(("←", "→"), tr_in("keys", "night")), (("Enter",), tr_in("keys", "split"))],
            )
        elif isinstance(what, Stretch):
            self.show_keys(tr("Nights of {name}", name=full_name(what.spell.member.person, language)))
        else:
            self.show_keys("")
