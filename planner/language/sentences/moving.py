"""What is said of events that are put at other times: see `planner.commands.moving` and `planner.commands.shifting`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "change-move": N_("Move {name} to {on:short}, {at}"),
    "change-move-day": N_("Move {name} to {on:short}"),
    "change-move-group": N_("{name} for {group}, {on:short}, {at}"),
    "change-move-several": N_plural("Move {count} event", "Move {count} events"),
    "change-resize": N_("{name}: from {at} until {until}"),
    "change-copy": N_("Copy {name} to {on:short}, {at}"),
    "change-copy-day": N_("Copy {name} to {on:short}"),
    "change-copy-group": N_("Copy {name} for {group}, {on:short}, {at}"),
    "change-copy-several": N_plural("Copy {count} event", "Copy {count} events"),
    "change-shift-visit-later": N_plural(
        "The whole visit {count} day later", "The whole visit {count} days later"
    ),
    "change-shift-visit-earlier": N_plural(
        "The whole visit {count} day earlier", "The whole visit {count} days earlier"
    ),
    "not-movable": N_("{name} is not to be moved. To move it all the same, first tick “Can be moved” in its panel."),
    "shift-refused": N_plural(
        "The visit was not shifted, since one event would be at an impossible time. {reasons}",
        "The visit was not shifted, since {count} events would be at impossible times. {reasons}",
    ),
}
