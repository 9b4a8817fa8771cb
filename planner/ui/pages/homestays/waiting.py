"""Who waits in the tray beside the night board, and what the signs there mean."""

from __future__ import annotations

from collections.abc import Iterable

from planner.language import screen_language, tr
from planner.language.dates import days_text
from planner.language.names import sort_key
from planner.model.plan import Plan
from planner.rules.left import Bedless, guests_without_bed
from planner.rules.nights import stretches
from planner.ui.boards.nights.blocks import Sign
from planner.ui.pages.homestays.signs import guest_signs
from planner.ui.pages.homestays.spells import names_of
from planner.ui.pages.homestays.waitingcard import Waiting
from planner.ui.widgets.words import listed


def waiting(plan: Plan) -> tuple[list[Waiting], list[Waiting]]:
    """Give who has no bed on any night, and who lacks one on some."""
    language = screen_language()
    lacking = sorted(guests_without_bed(plan), key=lambda one: sort_key(one.member.person, language))
    none = [_card(one, plan) for one in lacking if one.has_none]
    return none, [_card(one, plan) for one in lacking if not one.has_none]


def _card(bedless: Bedless, plan: Plan) -> Waiting:
    member, language = bedless.member, screen_language()
    names = names_of(member)
    signs = guest_signs(member, plan)
    nights = [days_text(first, last, language, year=False) for first, last in stretches(bedless.nights)]
    words = "" if bedless.has_none else listed(nights)
    whole = [listed([names.whole, names.whole_too]), *(sign.words for sign in signs), words]
    return Waiting(member.id, names, signs, words, "\n".join(filter(None, whole)), member.role.is_chaperone)


def legend(cards: Iterable[Waiting]) -> list[Sign]:
    """Give what the signs of the board mean, and those of the cards that are there."""
    shown = {sign.icon for card in cards for sign in card.signs}
    always = [Sign("pin", tr("pinned by hand")), Sign("cut", tr("stay in two homes"))]
    meanings = {
        "link": tr("wishes to be with somebody"), "apart": tr("keep apart"), "injector": tr("carries an EpiPen"),
        "medical": tr("health: see the words"), "lungs": tr("asthma, or cannot bear smoke"),
        "queasy": tr("gets car-sick"), "speech": tr("hardly speaks the language"), "peanut": tr("nut allergy"),
        "allergy": tr("severe food allergy"), "diet": tr("food to keep away"), "stairs": tr("stairs"),
        "cake": tr("birthday in the visit"),
    }  # fmt: skip
    told = [Sign(icon, words) for icon, words in meanings.items() if icon in shown]
    animals = shown & {"cat", "dog", "rabbit", "bird", "fish", "paw"}
    if animals:
        told.append(Sign(sorted(animals)[0], tr("animal to keep away")))
    return [*always, *told, Sign("shield-warn", tr("clearance missing"))]
