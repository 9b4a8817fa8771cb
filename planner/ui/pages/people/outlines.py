"""What the inspector shows of a participant, of anybody else in the file, and of a group."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from planner.language import other_language, screen_language, tr, tr_in, trn
from planner.language.names import full_name, sort_key
from planner.language.terms import language_name, term
from planner.model.delegations import Group, Member, Relation, Wish
from planner.model.kinds import LanguageLevel, Role
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.plan import Plan
from planner.rules.left import age_by
from planner.ui.inspector import Deeds, Item, Of, Outline, Own, Parts, PhotoPiece, Pick, Section, Shown, more
from planner.ui.pages.homestays.lodging import stay_title, stays_of_member
from planner.ui.pages.people.groups import GroupsPiece
from planner.ui.pages.people.words import animal_word, food_words, friends_words, host_language, languages_words
from planner.ui.widgets.words import listed, said

#: The languages offered first; whatever else somebody speaks stays as it was written.
_LANGUAGES = ("ja", "en", "zh", "ko", "vi", "tl", "es", "pt", "fr", "de", "ru", "uk", "ar", "so", "sw", "ne", "id")


def member_outline(deeds: Deeds) -> Outline:
    """Everything about a participant: the person, and what is true for this visit."""
    return Outline(
        Member,
        (
            Of("person", Person, (_photo(), *_name_items())),
            ("role", Shown("role_words")),
            Own(GroupsPiece),
            Of("person", Person, (*_person_items(), _languages(), _food(), _animals())),
            Section(tr_in("stays", "Nights"), (stays_of_member(),), opened=False, note=_stays_line),
            Section(
                tr("Homestay wishes"),
                (
                    _wishes(),
                    _relations(),
                    ("smokers_ok", "pets_ok"),
                    ("small_children_ok", "stairs_ok"),
                    ("wants_same_age", "wants_alone"),
                    ("futon_ok", "involvement"),
                    Of("person", Person, ("rooms_with",)),
                    "host_message_en",
                    "host_message_ja",
                ),
                opened=False,
                note=lambda member, plan: friends_words(member),
            ),
            Section(tr("To reach"), _reach_items(), opened=False, note=lambda member, plan: member.person.phone),
            Of("person", Person, (_health(),)),
            Section(
                tr("Travel and consents"),
                (
                    Pick("delegation_id", _delegations, tr("Travels with"), icon="travel"),
                    ("joins_on", "leaves_on"),
                    Pick("responsible_id", _grown_ups, tr("Looked after by"), tr("nobody named")),
                    ("photo_consent", "press_consent"),
                    ("consent_letter", "drives"),
                    ("passport_number", "passport_expires_on"),
                    ("entry_permit", "insurance_policy"),
                    "forms_received",
                ),
                opened=False,
            ),
            Section(
                tr("Clothes, sport and stage"),
                (
                    ("position", "shirt_number"),
                    ("shirt_size", "height_cm"),
                    ("weight_kg", "swims"),
                    ("motion_sick", "medic_skill"),
                    "performance",
                    Of("person", Person, (("interests_en", "interests_ja"), ("smoking", "rooming"))),
                ),
                opened=False,
            ),
            "notes",
            more("waiting_rank", "withdrawn"),
        ),
        title=lambda member, plan: full_name(member.person, screen_language()),
        chip=_member_chip,
        reviewed=lambda member: (member, member.person),
        deeds=deeds,
        subtitle=_member_line,
    )


def person_outline(deeds: Deeds) -> Outline:
    """Everything about somebody who is no participant."""
    return Outline(
        Person,
        (
            *_name_items(),
            *_person_items(),
            _languages(),
            _food(),
            _animals(),
            Section(
                tr("To reach"),
                _person_reach(),
                opened=False,
                note=lambda person, plan: person.phone,
            ),
            _health(),
            more(("interests_en", "interests_ja"), ("smoking", "rooming")),
        ),
        title=lambda person, plan: full_name(person, screen_language()),
        deeds=deeds,
    )


def group_outline(deeds: Deeds) -> Outline:
    """A squad, class or party."""
    return Outline(
        Group,
        (Shown("name_en", strong=True), "name_ja", "letter"),
        title=lambda group, plan: said(group, "name") or tr("Group"),
        deeds=deeds,
        subtitle=lambda group, plan: trn("{count} participant", "{count} participants", len(group.memberships)),
    )


def _member_chip(member: Member, plan: Plan) -> tuple[str, str, str]:
    if member.withdrawn:
        return tr("does not travel"), "grey", "away"
    tone = "official" if member.role.is_chaperone else "chosen"
    return term(Role(member.role), screen_language()), tone, "person"


def _member_line(member: Member, plan: Plan) -> str:
    other = other_language(screen_language())
    age = age_by(member.person, plan.visit.first_day)
    years = "" if age is None else tr("{age} on arrival", age=age)
    return listed([full_name(member.person, other), years, said(member.person, "school")])


def _photo() -> Own:
    return Own(lambda workspace: PhotoPiece(workspace, Person))


def _name_items() -> tuple[Item, ...]:
    return (
        (Shown("family_name", strong=True), Shown("given_name", strong=True)),
        ("family_name_ja", "given_name_ja"),
        ("family_name_kana", "given_name_kana"),
        ("called_name_en", "called_name_ja"),
        more("family_name_first", ("passport_name", "middle_name"), ("honorific", "protocol_rank")),
    )


def _person_items() -> tuple[Item, ...]:
    return (
        (Shown("birth_date", hint=_age_hint), "gender"),
        (Shown("school_en", label=tr("School (English)")), Shown("school_ja", label=tr("School (Japanese)"))),
        ("grade", "nationality"),
        more(
            ("occupation_en", "occupation_ja"), ("stated_age", "age_stated_on"),
            "gender_words",
        ),
    )  # fmt: skip


def _age_hint(person: Person, plan: Plan) -> str:
    age = age_by(person, plan.visit.first_day)
    return "" if age is None else tr("{age} on arrival", age=age)


def _languages() -> Section:
    return Section(
        tr("Languages"),
        (
            Parts(
                SpokenLanguage, "languages", "person_id", tr("Add a language"),
                ((Pick("language", _language_offers), "level"),), new=_new_language,
            ),
        ),
        opened=False,
        note=lambda person, plan: languages_words(person, host_language(plan))[0],
    )  # fmt: skip


def _language_offers(spoken: SpokenLanguage, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    codes = dict.fromkeys((*_LANGUAGES, spoken.language))
    return [(code, language_name(code)) for code in codes if code]


def _new_language(person: Person, plan: Plan) -> dict[str, Any]:
    """The host city's language is asked for first; then whatever is not there yet."""
    host = host_language(plan)
    held = {spoken.language for spoken in person.languages}
    language = next(code for code in (host, *_LANGUAGES, "") if code not in held or not code)
    return {"language": language, "level": LanguageLevel.SIMPLE}


def _food() -> Section:
    return Section(
        tr("Food"),
        (
            "diets",
            "diet_words",
            Parts(
                FoodNeed, "food_needs", "person_id", tr("Add a food to leave out"),
                (("allergen", "severity"), Shown("words")),
            ),
            "other_allergies",
            "dislikes",
        ),
        opened=False,
        special=True,
        note=lambda person, plan: food_words(person),
    )  # fmt: skip


def _animals() -> Section:
    return Section(
        tr("Animals"),
        (
            Parts(
                AnimalNeed, "animal_needs", "person_id", tr("Add an animal to keep away"),
                (("species", "reaction"), ("size", "severity"), "words", "indoors_only"),
            ),
        ),
        opened=False,
        special=True,
        note=lambda person, plan: listed([animal_word(need) for need in person.animal_needs]),
    )  # fmt: skip


def _health() -> Section:
    return Section(
        tr("Health"),
        (
            "conditions", "medicines", ("epinephrine_pens", "last_tetanus"), "mobility", "sleep",
            ("bears_smoke", "night_power"), "practice", "doctor", "treatment_consent", "custody",
        ),
        opened=False,
        special=True,
    )  # fmt: skip


def _reach_items() -> tuple[Item, ...]:
    return ("duty_phone", Of("person", Person, _person_reach()))


def _person_reach() -> tuple[Item, ...]:
    return (
        ("phone", "messenger"),
        "email",
        "address_en",
        "address_ja",
        Parts(
            Contact, "contacts", "person_id", tr("Add somebody to call"),
            (
                ("name_en", "name_ja"), "name_kana", ("kind", "relation"), ("phone", "email"),
                ("priority", "hours"), ("languages", "may_consent"),
            ),
            heading=tr("Whom to call"), title=_contact_title,
        ),
    )  # fmt: skip


def _contact_title(contact: Contact, plan: Plan) -> str:
    return listed([said(contact, "name"), contact.relation, contact.phone]) or term(contact.kind, screen_language())


def _stays_line(member: Member, plan: Plan) -> str:
    return listed([stay_title(stay, plan) for stay in member.stays])


def _wishes() -> Parts:
    return Parts(
        Wish, "wishes", "member_id", tr("Add a wish"),
        (("kind", Pick("other_id", _others, tr("Whom"), tr("not in the list"))), Shown("words")),
    )  # fmt: skip


def _relations() -> Parts:
    return Parts(
        Relation, "relations", "member_id", tr("Add a family tie"),
        (("kind", Pick("other_id", _others, tr("To whom"))),), new=_first_other,
    )  # fmt: skip


def _first_other(member: Member, plan: Plan) -> dict[str, int]:
    """Somebody has to be named from the start: whom it really is, is chosen next."""
    return {"other_id": next((one.id for one in plan.members if one.id != member.id), 0)}


def _others(wish: Wish | Relation, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    return _named([member for member in plan.members if member.id != wish.member_id])


def _delegations(member: Member, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    return [(delegation.id, said(delegation, "name") or tr("Delegation")) for delegation in plan.delegations]


def _grown_ups(member: Member, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    return _named([one for one in plan.members if one.role.is_chaperone and one.id != member.id])


def _named(members: Iterable[Member]) -> list[tuple[Hashable, str]]:
    language = screen_language()
    ordered = sorted(members, key=lambda member: sort_key(member.person, language))
    return [(member.id, full_name(member.person, language)) for member in ordered]
