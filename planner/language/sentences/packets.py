"""What to know of a packet before it is handed out: see `planner.papers.hostpacket`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "packet-runs-open": N_plural(
        "{home}: {count} run of the packet is open: "
        "the programme does not say where and when the group meets or is let go.",
        "{home}: {count} runs of the packet are open: "
        "the programme does not say where and when the group meets or is let go.",
    ),
    "packet-not-cleared": N_("{why} It is needed from the night of {day:short} on."),
    "packet-no-duty-phone": N_(
        "The visit has no 24-hour phone: on the packet there is room to write one in. Add it under the visit."
    ),
    "brief-speeches-missing": N_plural(
        "“{event}”: the form asks for {count} speech of {minutes} minutes, and nobody has entered who speaks.",
        "“{event}”: the form asks for {count} speeches of {minutes} minutes, and nobody has entered who speaks.",
    ),
    "packet-chaperones-no-phone": N_plural(
        "{who} has no telephone during the visit: on the packet there is room to write it in. "
        "Add it under the participants.",
        "{who} have no telephone during the visit: on the packet there is room to write them in. "
        "Add them under the participants.",
    ),
    "packet-addresses-missing": N_plural(
        "{count} place that the family drives to has no address: {places}.",
        "{count} places that the family drives to have no address: {places}.",
    ),
    "packet-words-untranslated": N_plural(
        "{name}: {words} stands on the packet as it was written on the form.",
        "{name}: {count} entries stand on the packet as they were written on the form: {words}.",
    ),
}
