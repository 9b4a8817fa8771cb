"""Your nights and runs: each day in one row, with what to drive, who eats at home, and what is good to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.clock import WallTime
from planner.language import N_, N_in, Words
from planner.language.dates import day_text, time_text
from planner.language.names import called_name, full_name
from planner.model.kinds import MealTime
from planner.model.programme import Activity
from planner.papers.facts import Fact
from planner.papers.furnishing import duty_number
from planner.papers.hostpacket.hosting import Hosting
from planner.papers.hostpacket.runs import HostDay, Line, Run, Table
from planner.papers.itinerary.front import title_box
from planner.papers.itinerary.pieces import chip, icon, one_time
from planner.papers.itinerary.wording import Clock
from planner.papers.kit.boxes import EMPTY, Box, aligned, beside, bookmarked, on, padded, stack, tinted
from planner.papers.kit.colours import GREY, INK, SECOND, TINT
from planner.papers.kit.flow import Block, flow, solid
from planner.papers.kit.lines import Part, Run as Words_, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LABEL, SECOND_TEXT, STRONG, TEXT
from planner.papers.sections.voice import Voice

SECTION = "nights"
TITLE = N_("Your nights and runs")
WIDTH = 178 * MM
