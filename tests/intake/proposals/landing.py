"""Where the cell of each column lies once a sheet has been accepted: read back from the plan, field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import Enum
from typing import Any

from planner.model import Activity, HostOffer, Interpreter, Journey, Member, Plan

Where = Callable[[Any, Plan], list[str]]


def shown(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(one.value for one in value)) + "}"
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return str(value)


def fields(record: Any, *names: str, empty: bool = False) -> list[str]:
    """``Noun.field=value`` for each field that is not empty (or all)."""
    found = []
    for name in names:
        value = getattr(record, name)
        if empty or value not in (None, "", frozenset(), False):
            found.append(f"{type(record).__name__}.{name}={shown(value)}")
    return found


def each(records: Any, *names: str) -> list[str]:
    """Every part with its telling fields; "none" where the sheet said that there is none."""
    found = [
        f"{type(record).__name__}({', '.join(part.partition('.')[2] for part in fields(record, *names))})"
        for record in records
    ]
    return found or ["none"]


def person(*names: str) -> Where:
    return lambda record, plan: fields(record.person, *names)


def own(*names: str, empty: bool = False) -> Where:
    return lambda record, plan: fields(record, *names, empty=empty)


def wishes(kind: str) -> Where:
    def where(member: Member, plan: Plan) -> list[str]:
        return [
            f"Wish({kind}, {wish.other.person.given_name if wish.other else '?'})"
            for wish in member.wishes
            if wish.kind.value == kind
        ]

    return where


def row_only(record: Any, plan: Plan) -> list[str]:
    return ["only with the row"]


GUESTS: dict[str, Where] = {
    "タイムスタンプ": row_only,
    "氏名（漢字）": person("family_name_ja", "given_name_ja"),
    "フリガナ": person("family_name_kana", "given_name_kana"),
    "パスポートのローマ字氏名": person("passport_name", "family_name", "given_name", "family_name_first"),
    "呼んでほしい名前": person("called_name_ja", "called_name_en"),
    "生年月日": person("birth_date"),
    "性別": person("gender"),
    "学校・学年": person("school_ja", "grade"),
    "参加区分": own("role", "role_words"),
    "保護者氏名（未成年のみ）": lambda m, _: each(m.person.contacts, "kind", "name_ja"),
    "緊急連絡先（電話）": lambda m, _: each(m.person.contacts, "kind", "phone"),
    "メールアドレス": person("email"),
    "食物アレルギー（なければ「なし」）": lambda m, _: (
        each(m.person.food_needs, "allergen", "severity", "words") + fields(m.person, "epinephrine_pens")
    ),
    "動物のアレルギー・苦手な動物": lambda m, _: each(
        m.person.animal_needs, "species", "size", "reaction", "indoors_only", "words"
    ),
    "持病・服薬": lambda m, _: (
        fields(m.person, "conditions", "medicines", "epinephrine_pens") + fields(m, "motion_sick")
        if m.person.conditions or m.person.medicines
        else ["none"]
    ),
    "宗教・食事の制限": lambda m, _: fields(m.person, "diets", "diet_words", "practice") or ["none"],
    "喫煙者のいる家庭でもよいですか": own("smokers_ok"),
    "英語でどのくらい話せますか": lambda m, _: each(m.person.languages, "language", "level"),
    "趣味・特技": person("interests_ja"),
    "同じ家庭を希望する友人": wishes("together"),
    "避けたい相手": wishes("apart"),
    "ホストファミリーへの一言": own("host_message_ja"),
    "身長(cm)": own("height_cm"),
    "ポジション/背番号": own("position", "shirt_number"),
    "写真掲載の同意": own("photo_consent"),
}


def home(*names: str, empty: bool = False) -> Where:
    return lambda offer, plan: fields(offer.household, *names, empty=empty)


def residents(offer: HostOffer, plan: Plan) -> list[str]:
    return [
        f"Resident({one.person.given_name} {one.person.family_name}, {one.relation}, age={one.person.stated_age}, "
        f"born={one.person.birth_date}, {one.presence.value}, until={one.home_until}, works={one.works})"
        for one in offer.household.residents
    ]


def of_residents(what: Callable[[Any], list[str]]) -> Where:
    return lambda offer, plan: [
        f"{one.person.given_name}: {words}" for one in offer.household.residents for words in what(one)
    ]


HOSTS: dict[str, Where] = {
    "Timestamp": own("applied_on"),
    "Household name": lambda offer, _: fields(offer.household, "name_en") + fields(offer, "backup"),
    "Main contact": of_residents(lambda one: [f"contact, {one.person.family_name}"] if one.main_contact else []),
    "E-mail": home("email"),
    "Cell phone": home("phone"),
    "Street address": home("address_en"),
    "City / ZIP": home("town", "postal_code"),
    "Who lives in your home? (name, age, relation - one per line; include college kids home for the summer)": residents,
    "Pets (kind, number, indoors/outdoors)": lambda offer, _: each(
        offer.household.pets, "species", "size", "count", "lives", "words"
    ),
    "Does anyone smoke? Where?": lambda offer, plan: (
        fields(offer.household, "smoking", "smoking_words")
        + of_residents(lambda one: [one.person.smoking.value] if one.person.smoking.value != "unknown" else [])(
            offer, plan
        )
    ),
    "How many guests can you host?": own("most_guests"),
    "Beds / rooms you can offer": lambda offer, _: each(
        offer.household.beds, "room", "kind", "sleeps", "shared_with", "steep_stairs", "words"
    ),
    "Any nights between July 22 and August 1 you can NOT host?": lambda offer, _: (
        each(offer.nights_off, "night", "reason") + fields(offer, "backup")
    ),
    "Girls, boys, adults? Ages?": own("takes", "ages_from", "ages_to", "takes_words"),
    "Food needs you can cook for (allergies, vegetarian, halal...)": home(
        "cooks_for", "cooks_without", "cooking_words"
    ),
    "Languages (who, how well)": lambda offer, plan: (
        fields(offer.household, "languages_words")
        + of_residents(lambda one: [f"{spoken.language} {spoken.level.value}" for spoken in one.person.languages])(
            offer, plan
        )
    ),
    "Family interests": home("interests_en"),
    "Drivers and seat belts for guests": lambda offer, plan: (
        fields(offer.household, "belted_seats")
        + of_residents(lambda one: ["drives"] if one.drives_guests else [])(offer, plan)
    ),
    "Minutes by car to the Expo (game venue)": home("minutes_to_meeting_point"),
    "Background checks (adult: date cleared)": of_residents(
        lambda one: each(one.clearances, "status", "cleared_on") if one.clearances else []
    ),
    "Hosted before?": home("hosted_before"),
    "Religion / house rules guests should know": home("faith", "house_rules_en"),
    "Anything else?": home("notes"),
}

INTERPRETERS: dict[str, Where] = {
    "Name": person("given_name", "family_name"),
    "Name (Japanese)": person("family_name_ja", "given_name_ja"),
    "Kana": person("family_name_kana", "given_name_kana"),
    "Languages": own("pairs"),
    "Level": own("level"),
    "Modes": own("modes"),
    "Specialities": own("specialities"),
    "Available": lambda one, _: (
        fields(one, "availability_words") + each(one.availability, "available_on", "available_from", "available_until")
    ),
    "Max hours per day": own("hours_per_day"),
    "Phone": person("phone"),
    "Notes": own("notes", "never_alone", "equipment"),
}


def event(activity_fields: tuple[str, ...], journey_fields: tuple[str, ...]) -> Where:
    return lambda record, plan: fields(record, *(activity_fields if isinstance(record, Activity) else journey_fields))


def places(record: Activity | Journey, plan: Plan) -> list[str]:
    linked = [record.place] if isinstance(record, Activity) else [record.from_place, record.to_place]
    return [f"Place({place.name_en}, {place.kind.value}, {place.zone})" for place in linked if place]


def legs(record: Activity | Journey, plan: Plan) -> list[str]:
    if isinstance(record, Activity):
        return []
    return fields(record, "mode", "carrier", "number") + places(record, plan)


def attendance(record: Activity | Journey, plan: Plan) -> list[str]:
    invited = fields(record, "hosts_invited") if isinstance(record, Activity) else []
    return (
        fields(record, "everyone")
        + invited
        + [f"Group({link.group.name_en}, {link.group.name_ja})" for link in record.group_links]
    )


def needs(record: Activity | Journey, plan: Plan) -> list[str]:
    key = "activity" if isinstance(record, Activity) else "journey"
    return each([need for need in plan.needs if getattr(need, key) is record], "mode", "pairs", "minutes", "words")


PROGRAMME: dict[str, Where] = {
    "Date": event(("starts_on",), ("departs_on",)),
    "Start": event(("starts_at", "zone"), ("departs_at", "departs_zone")),
    "End": event(("ends_on", "ends_at"), ("arrives_on", "arrives_at", "arrives_zone")),
    "Time zone": event(("zone",), ("departs_zone", "arrives_zone")),
    "What": lambda record, plan: (
        fields(record, "title_en") + (fields(record, "kind") if isinstance(record, Activity) else legs(record, plan))
    ),
    "Japanese": event(("title_ja",), ("title_ja",)),
    "Where": places,
    "Who": attendance,
    "Interpreting": needs,
    "Transport": event(("transport_en",), ("mode", "seats")),
    "Meals": lambda record, _: each(record.meals, "which", "provider", "menu_en", "contains"),
    "Notes": event(
        ("notes_staff", "permission_slip", "bring_en", "bring_ja", "dress_en", "dress_ja"), ("notes_staff",)
    ),
}

BY_FILE: dict[str, dict[str, Where]] = {
    "guests_form.csv": GUESTS,
    "host_families.xlsx": HOSTS,
    "interpreters.csv": INTERPRETERS,
    "programme.csv": PROGRAMME,
}


def record_of(plan: Plan, noun: str, uid: str) -> Member | HostOffer | Interpreter | Activity | Journey:
    """The record that a row became."""
    if noun == "Household":
        return next(offer for offer in plan.offers if offer.household.uid == uid)
    lists: dict[str, Any] = {
        "Member": plan.members,
        "Interpreter": plan.interpreters,
        "Activity": plan.activities,
        "Journey": plan.journeys,
    }
    found: Member | HostOffer | Interpreter | Activity | Journey = next(one for one in lists[noun] if one.uid == uid)
    return found
