"""The steps of the history, and why a change is refused: see `planner.commands`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural

SENTENCES = {
    "change-add": N_("Add {noun}: {name}"),
    "change-edit": N_("{name}: {field}"),
    "change-edit-several": N_("{name}: {fields}"),
    "change-remove": N_("Remove {noun}: {name}"),
    "change-remove-events": N_plural("Remove {count} event", "Remove {count} events"),
    "change-start-visit": N_("New visit: {title}"),
    "change-merge": N_("Make one place of two: {name}"),
    "change-attendance": N_("{name}: who takes part"),
    "change-groups-joined": N_("{name}: into {groups}"),
    "change-groups-left": N_("{name}: out of {groups}"),
    "change-groups-joined-many": N_plural(
        "{count} participant into {groups}", "{count} participants into {groups}"
    ),
    "change-groups-left-many": N_plural(
        "{count} participant out of {groups}", "{count} participants out of {groups}"
    ),
    "change-groups": N_("{name}: groups"),
    "change-groups-many": N_plural("Groups of {count} participant", "Groups of {count} participants"),
    "change-settle": N_plural("{count} item reviewed", "{count} items reviewed"),
    "change-reopen": N_("Review again: {words}"),
    "change-papers-saved": N_plural("{count} paper saved as PDF", "{count} papers saved as PDF"),
    "change-papers-printed": N_plural("{count} paper sent to the printer", "{count} papers sent to the printer"),
    "change-papers-handed-out": N_plural(
        "{count} paper noted as handed out", "{count} papers noted as handed out"
    ),
    "change-papers-not-handed-out": N_plural(
        "{count} paper noted as not handed out", "{count} papers noted as not handed out"
    ),
    "change-calendars": N_plural(
        "{count} calendar file noted as sent", "{count} calendar files noted as sent"
    ),
    "change-papers-forgotten": N_plural(
        "{count} issued paper taken from the list", "{count} issued papers taken from the list"
    ),
    "change-accept": N_("Accept a finding: {reason}"),
    "change-accept-no-more": N_("No longer accept a finding"),
    "change-rule": N_("Rule: {name}"),
    "change-wording": N_("Words on papers: {name}"),
    "change-wording-usual": N_("The usual words again: {name}"),
    "wording-unknown": N_("There is no block of text called {block}."),
    "reason-missing": N_("Please say why: the reason is kept with it."),
    "acceptance-name-missing": N_("Please say who accepts it: the name is kept with it."),
    "record-gone": N_("This is no longer there; somebody removed it, or the step was undone."),
    "field-unknown": N_("There is no field {field} here."),
    "value-not-fitting": N_("“{value}” does not fit in the field {field}."),
    "value-missing": N_("{field} cannot be empty."),
    "days-reversed": N_("The last day ({last}) is before the first day ({first})."),
    "nights-reversed": N_("The last night ({last}) is before the first night ({first})."),
    "end-before-start": N_("It would end before it starts."),
    "end-without-start": N_("An end needs a start; without a start it lasts all day."),
    "arrives-before-leaving": N_("It would arrive before it leaves, counting both time zones."),
    "event-refused": N_("{name}: {reason}"),
    "ages-reversed": N_("The ages run from high to low: {first} to {last}."),
    "number-below-zero": N_("{field} cannot be less than zero."),
    "email-unlikely": N_("“{value}” is not an e-mail address."),
    "born-in-future": N_("The date of birth lies in the future."),
    "still-needed": N_("{name} is still needed: {where}."),
    "last-visit": N_("A file keeps at least one visit; this is the only one."),
    "same-city": N_("The two cities are the same."),
}
