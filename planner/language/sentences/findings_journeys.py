"""What the rules find in legs that follow each other and in drivers' hours: see `planner.rules.programme`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "connection": N_("Only {gap} min from “{one}” to “{other}”, {at:short}, for {who}; {needed} min are needed."),
    "connection.domestic": N_("Between two flights within a country (min)"),
    "connection.international": N_("Between two flights, one of them abroad (min)"),
    "connection.other": N_("Before any other leg that does not wait (min)"),
    "connection.name": N_("Tight connection"),
    "connection.why": N_("Passports, bags and another terminal take a group longer than a single traveller."),
    "zone-data-moved": N_("{said}"),
    "zone-data-moved.name": N_("Event moved by changed time-zone rules"),
    "zone-data-moved.why": N_(
        "A country has changed its clock law since this was planned: the other side may wait at another hour."
    ),
    "driver-hours-japan": N_("{driver}, {day:short}: {over}."),
    "driver-hours-japan.driving": N_("At the wheel a day, over two days (h)"),
    "driver-hours-japan.straight": N_("At the wheel without a break of 30 min (h)"),
    "driver-hours-japan.duty": N_("From first departure to last arrival (h)"),
    "driver-hours-japan.rest": N_("Least rest before (h)"),
    "driver-hours-japan.name": N_("Driver’s hours in Japan"),
    "driver-hours-japan.why": N_(
        "The company may not let the driver go on; the way from and to the depot comes on top. Ask for a second driver."
    ),
    "driver-long-day-japan": N_("{driver}, {day:short}: {over}. This is allowed only now and then."),
    "driver-long-day-japan.driving": N_("At the wheel on one day (h)"),
    "driver-long-day-japan.duty": N_("From first departure to last arrival (h)"),
    "driver-long-day-japan.longest": N_("Longest such day (h)"),
    "driver-long-day-japan.rest": N_("Usual rest before (h)"),
    "driver-long-day-japan.shortest": N_("Shortest rest before (h)"),
    "driver-long-day-japan.name": N_("Long day for a driver in Japan"),
    "driver-long-day-japan.why": N_("Companies keep such days for exceptions: ask in time whether this one can be."),
    "driver-hours-us": N_("{driver}, {day:short}: {over}."),
    "driver-hours-us.driving": N_("At the wheel a day (h)"),
    "driver-hours-us.duty": N_("From first departure to last arrival (h)"),
    "driver-hours-us.rest": N_("Least rest before (h)"),
    "driver-hours-us.name": N_("Driver’s hours in the US"),
    "driver-hours-us.why": N_(
        "A driver of a hired coach may not drive on after that. Waiting counts as duty unless the driver is relieved."
    ),
    "driver-unnamed": N_plural(
        "{day:short}: {count} coach leg has no driver yet. For one driver that would be {over}.",
        "{day:short}: {count} coach legs have no driver yet. For one driver that would be {over}.",
    ),
    "driver-unnamed.driving_japan": N_("At the wheel a day, in Japan (h)"),
    "driver-unnamed.duty_japan": N_("First departure to last arrival, in Japan (h)"),
    "driver-unnamed.driving_us": N_("At the wheel a day, in the US (h)"),
    "driver-unnamed.duty_us": N_("First departure to last arrival, in the US (h)"),
    "driver-unnamed.name": N_("Coach day too long for one driver"),
    "driver-unnamed.why": N_("Ask the coach company for a second driver when you order, and write down who drives."),
    "driver-average": N_("{hours} at the wheel a day over two days (at most {most})"),
    "driver-driving": N_("{hours} at the wheel (at most {most})"),
    "driver-straight": N_("{hours} at the wheel without a break of 30 min (at most {most})"),
    "driver-duty": N_("{hours} from first departure to last arrival (at most {most})"),
    "driver-rest": N_("{hours} of rest before (at least {least})"),
}
