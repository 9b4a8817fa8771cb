"""Head and foot of every paper, in its reader's language: visit, for whom, version, telephone, privacy."""

from __future__ import annotations

import datetime as dt

from planner.clock import WallTime, fiscal_year
from planner.language import Words, speaker
from planner.language.dates import day_text, fiscal_year_text
from planner.language.names import full_name, household_name, polite_name
from planner.language.readers import name_of
from planner.language.regions import region_name
from planner.language.times import wall_text, zone_name_text
from planner.model.households import Household
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.model.visits import Visit
from planner.papers import telephones
from planner.papers.kit.pages import Furniture
from planner.papers.options import BOTH, ENGLISH, JAPANESE, PaperOptions

# A paper with somebody's details is to be shredded so long after the visit.
KEPT_AFTER = dt.timedelta(days=14)


def in_languages(words: Words, options: PaperOptions, **figures: object) -> str:
    """Say something in each language of a paper, beside each other."""
    return "\u3000".join(speaker(each).words(words, **figures) for each in options.languages)


def furniture(plan: Plan, reader: Reader, options: PaperOptions, *, title: str = "", language: str = "") -> Furniture:
    """Give head and foot; `title` replaces the visit's name in the head, `language` that of the whole paper."""
    visit, language = plan.visit, language or options.language
    return Furniture(
        visit=title or visit_title(visit, language),
        recipient=recipient(plan, reader, language),
        version=version(options, language),
        phone=duty_phone(visit, language),
        page_of=lambda number, total: page_of(number, total, language),
        privacy=privacy(visit, reader, language),
    )


def visit_title(visit: Visit, language: str) -> str:
    """Name the visit; a paper in both languages has the English title in its head."""
    titles = (visit.title_ja, visit.title_en) if language == JAPANESE else (visit.title_en, visit.title_ja)
    return next(filter(None, (title.strip() for title in titles)), "")


def exchange_title(visit: Visit) -> str:
    """Name the exchange as Japanese offices do: 「品川区・ポートランド（米国メイン州） 姉妹都市交流　令和9年度」."""
    here, names = speaker(JAPANESE), []
    for city in (visit.home_city, visit.host_city):
        name = city.name_ja or city.name_en
        region = region_name(city.region_en, city.region_ja, JAPANESE) if city.country == "US" else ""
        names.append(here.tr("{city} (US, {region})", city=name, region=region) if region else name)
    words = here.tr("Sister-city exchange of {home} and {host}", home=names[0], host=names[1])
    return f"{words}\u3000{fiscal_year_text(fiscal_year(visit.first_day), JAPANESE)}"


def exchange_in_short(visit: Visit, language: str) -> str:
    """Name the exchange by its cities and year, where there is little room: 「品川区・ポートランド 2027」."""
    cities = (visit.home_city, visit.host_city)
    names = [(one.name_ja or one.name_en) if language == JAPANESE else (one.name_en or one.name_ja) for one in cities]
    return f"{('・' if language == JAPANESE else '–').join(names)} {visit.first_day.year}"


def recipient(plan: Plan, reader: Reader, language: str) -> str:
    """Say for whom the paper is."""
    if language == BOTH:
        return f"{recipient(plan, reader, ENGLISH)}\u3000{recipient(plan, reader, JAPANESE)}"
    here, one = speaker(language), whom(plan, reader)
    if one is None:
        if reader.kind is AudienceKind.GROUP:
            return here.tr("For: the whole group")
        if reader.kind is AudienceKind.EVERYBODY:
            return here.tr("For: guests and host families")
        return here.tr("For: {name}", name=name_of(plan, reader, language))
    if isinstance(one, Household):
        name = household_name(one, language)
        return here.tr("For: {name}", name=f"{name}様" if language == JAPANESE else name)
    formal = full_name(one.person, language, formal=True)
    name = polite_name(one.person, JAPANESE, letter=True) if language == JAPANESE else formal
    return here.tr("For: {name}", name=name)


def version(options: PaperOptions, language: str) -> str:
    """Give version and time of printing with its zone: "Version 4 · printed Tue 13 Jul 2027, 7:40 pm EDT"."""
    said = ENGLISH if language == BOTH else language
    here = speaker(said)
    words = [here.tr("Version {version}", version=options.version)]
    if language == BOTH:
        words.append(speaker(JAPANESE).tr("Version {version}", version=options.version))
    words.append(here.tr("printed {when}", when=_when(options.printed_at, said)))
    return ("\u3000" if said == JAPANESE else " · ").join(words)


def _when(wall: WallTime, language: str) -> str:
    """Write the time with its zone: in Japanese by its name, since few there know what EST is."""
    if language != JAPANESE:
        return wall_text(wall, language, "", "paper")
    return f"{wall_text(wall, language, '', 'paper', letters=False)}（{zone_name_text(wall, language)}）"


def duty_phone(visit: Visit, language: str) -> str:
    """Give the telephone that is answered day and night, as it is dialled in the host city."""
    number = telephones.number_of(telephones.duty(visit), visit)
    if not number:
        return ""
    if language == BOTH:
        return f"24 h 緊急 {number}"
    return speaker(language).tr("24-hour phone {phone}", phone=number)


def page_of(number: int, total: int, language: str) -> str:
    """Say which page of how many: "Page 2 of 3", 「2／3ページ」."""
    here = speaker(ENGLISH if language == BOTH else language)
    return here.tr("Page {number} of {total}", number=number, total=total)


def privacy(visit: Visit, reader: Reader, language: str) -> str:
    """Say when a personal paper is to be shredded; a paper for all says that it shows nothing personal."""
    if language == BOTH:
        # Without the weekday both are as large as one.
        return " ".join(_privacy(visit, reader, each, "plain") for each in (ENGLISH, JAPANESE))
    return _privacy(visit, reader, language, "")


def _privacy(visit: Visit, reader: Reader, language: str, date: str) -> str:
    here = speaker(language)
    if reader.kind in (AudienceKind.GROUP, AudienceKind.PUBLIC):
        return here.tr("No personal details on this paper.")
    until = day_text(visit.last_day + KEPT_AFTER, language, date)
    if reader.kind is AudienceKind.EVERYBODY:
        return here.tr("No health details, no addresses. Please shred after {day}.", day=until)
    if reader.kind is AudienceKind.STAFF:
        return here.tr("Staff only. Please shred after {day}.", day=until)
    return here.tr("Private. Please shred after {day}.", day=until)
