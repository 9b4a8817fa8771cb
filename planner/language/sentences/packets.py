"""What to know of a packet before it is handed out: see `planner.papers.hostpacket`."""

from __future__ import annotations

from planner.language.marking import N_plural, Words

SENTENCES: dict[str, Words] = {
    "packet-runs-open": N_plural(
        "{count} run of this packet is open: the programme does not say where the group meets or is let go.",
        "{count} runs of this packet are open: the programme does not say where the group meets or is let go.",
    ),
}
