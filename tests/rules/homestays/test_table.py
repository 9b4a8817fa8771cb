"""One small visit for every rule about homes: its words in both languages, its level, the nights that stay lawful."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from planner.language import say
from planner.model import Clearance, Contact, Resident
from planner.model import kinds as k
from planner.rules.finding import Severity
from planner.rules.homestays import HOME_RULES, Homestays, Obstacle
from planner.rules.homestays.safety import old_clearance
from tests.rules.homestays.small import NIGHTS, Small

TWO = ({"room": "Guest room"}, {"room": "Guest room"})
JAPAN, FOUR_H, J1 = k.Preset.JAPANESE_MUNICIPALITY, k.Preset.FOUR_H, k.Preset.J1


class Row(NamedTuple):
    """A rule, a visit in which it sees something, and what it says of it."""

    code: str
    visit: Callable[[Small], Any]
    severity: Severity
    #: The days of July whose nights are lawful all the same.
    lawful: tuple[int, ...]
    english: str
    japanese: str
    preset: k.Preset = k.Preset.VOLUNTEER

    def begin(self) -> Small:
        """Make the visit; the Japanese preset is for guests who come to Japan."""
        small = Small(self.preset, host="JP" if self.preset is JAPAN else "US")
        self.visit(small)
        return small


PAIRS: tuple[Row, ...] = (
    Row(
        "home-day-only",
        lambda s: (s.guest(), s.home(day_only=True)),
        Severity.BLOCK,
        (),
        "Hall has guests by day only, not at night.",
        "Hall家の受け入れは日中のみで、宿泊はできません。",
    ),
    Row(
        "home-night-off",
        lambda s: (s.guest(), s.home(nights_off=[23])),
        Severity.BLOCK,
        (22, 24),
        "Hall cannot take guests on 23 Jul.",
        "Hall家は7月23日の夜は受け入れられません。",
    ),
    Row(
        "home-part-of-nights",
        lambda s: (s.guest(), s.home(nights_off=[23], child=14)),
        Severity.BLOCK,
        (),
        "Hall cannot take Sakura on every night.",
        "Hall家はSakuraさんの全日程を受け入れることができません。",
        JAPAN,
    ),
    Row(
        "home-all-or-nothing",
        lambda s: (s.guest(), s.home(nights_off=[23], partial_stay=k.Answer.NO)),
        Severity.WARN,
        (22, 24),
        "Hall would rather not take a guest for only some nights.",
        "Hall家は一部の夜だけの受け入れを望んでいません。",
    ),
    Row(
        "home-not-taken",
        lambda s: (s.guest(), s.home(takes=frozenset({k.GuestKind.BOY, k.GuestKind.MAN}))),
        Severity.BLOCK,
        (),
        "Hall takes boys and men, not Sakura.",
        "Hall家が希望するのは男子、男性（大人）で、Sakuraさんは当てはまりません。",
    ),
    Row(
        "home-age-not-taken",
        lambda s: (s.guest(), s.home(ages_from=15, ages_to=17)),
        Severity.BLOCK,
        (),
        "Sakura is 14, and Hall takes ages 15 to 17.",
        "Sakuraさんは14歳で、Hall家の希望は15～17歳です。",
    ),
    Row(
        "home-not-taken-ask",
        lambda s: (s.guest(), s.home(takes_words="somebody musical")),
        Severity.WARN,
        (22, 23, 24),
        "Ask Hall whether they take Sakura: “somebody musical”.",
        "Sakuraさんを受け入れられるか、Hall家に確認してください：「somebody musical」",
    ),
    Row(
        "home-gender-unknown",
        lambda s: (s.guest(gender=k.Gender.OTHER), s.home(takes=frozenset({k.GuestKind.GIRL}))),
        Severity.WARN,
        (22, 23, 24),
        "Ask Hall whether they take Sakura: nobody has said as a girl, boy, woman or man.",
        "Sakuraさんの性別が書かれていません。受け入れられるか、Hall家に確認してください。",
    ),
    Row(
        "home-single-adult",
        lambda s: (s.guest(), s.home(adults=1, child=14)),
        Severity.BLOCK,
        (),
        "Adult1 is the only adult at Hall.",
        "Hall家の大人はAdult1さん1人です。",
        JAPAN,
    ),
    Row(
        "home-single-adult-no-child",
        lambda s: (s.guest(), s.home(adults=1)),
        Severity.NOTE,
        (22, 23, 24),
        "Adult1 lives alone at Hall: the guest and the parents have to agree first.",
        "Hall家はAdult1さんの一人暮らしです。ゲストと保護者の事前の同意が必要です。",
    ),
    Row(
        "home-no-sibling",
        lambda s: (s.guest(), s.home(child=10)),
        Severity.BLOCK,
        (),
        "Hall has no child of Sakura’s gender within 3 years of age.",
        "Hall家には、Sakuraさんと同性で年齢差3歳以内の子どもがいません。",
        FOUR_H,
    ),
    Row(
        "home-sibling-away",
        lambda s: (s.guest(), s.resident(s.home(), "Ada", 14, gender=k.Gender.FEMALE, home_from=NIGHTS[2])),
        Severity.WARN,
        (22, 23, 24),
        "Ada, who is near Sakura’s age, is not at Hall on 22–23 Jul.",
        "Sakuraさんと年の近いAdaさんは、7月22日–23日の夜はHall家にいません。",
    ),
    Row(
        "home-language",
        lambda s: (s.guest(speaks=k.LanguageLevel.NONE), s.home()),
        Severity.WARN,
        (22, 23, 24),
        "Sakura speaks no English, and nobody at Hall speaks Japanese.",
        "Sakuraさんは英語が話せず、Hall家には日本語を話す人がいません。",
    ),
    Row(
        "home-language-little",
        lambda s: (s.guest(speaks=k.LanguageLevel.GREETINGS), s.home()),
        Severity.NOTE,
        (22, 23, 24),
        "Sakura knows only greetings in English, and nobody at Hall speaks Japanese.",
        "Sakuraさんの英語はあいさつ程度で、Hall家には日本語を話す人がいません。",
    ),
    Row(
        "home-promise",
        lambda s: (ruka := s.guest(), s.home(), s.knows(s.home("Okafor"), ruka, promised=True)),
        Severity.BLOCK,
        (),
        "Okafor has promised to host Sakura.",
        "SakuraさんはOkafor家が受け入れを約束しています。",
    ),
    Row(
        "home-backup",
        lambda s: (s.guest(), s.home(backup=True)),
        Severity.NOTE,
        (22, 23, 24),
        "Hall is kept for when another family drops out.",
        "Hall家は、ほかの家庭が辞退したときのための予備です。",
    ),
    Row(
        "home-small-children",
        lambda s: (s.guest(small_children_ok=k.Answer.NO), s.home(child=3)),
        Severity.WARN,
        (22, 23, 24),
        "Ada at Hall is 3, and Sakura would rather not live with small children.",
        "Hall家のAdaさんは3歳です。Sakuraさんは小さな子どものいない家庭を希望しています。",
    ),
    Row(
        "home-not-cleared",
        lambda s: (s.guest(), s.resident(s.home(), "Ben", 21, home_until=NIGHTS[1])),
        Severity.BLOCK,
        (24,),
        "Ben has no clearance (Hall, 22–23 Jul).",
        "Benさんの身元確認がありません（Hall家、7月22日–23日の夜）。",
    ),
    Row(
        "home-clearance-old",
        lambda s: (
            s.guest(),
            s.add(
                Clearance,
                resident_id=s.resident(s.home(), "Ben", 21).id,
                status=k.ClearanceStatus.CLEARED,
                cleared_on=dt.date(2024, 7, 23),
            ),
        ),
        Severity.WARN,
        (22, 23, 24),
        "Ben’s clearance is too old on 24 Jul (Hall).",
        "7月24日の夜、Benさんの身元確認は古すぎます（Hall家）。",
    ),
    Row(
        "home-supervisor",
        lambda s: (
            coach := s.guest("Kaori", role=k.Role.COACH),
            s.guest("Mei", responsible_id=coach.id),
            home := s.home(),
            s.add(Resident, household_id=home.id, person_id=coach.person_id),
        ),
        Severity.BLOCK,
        (),
        "Kaori, whom one would call for Mei, is at Hall: there would be nobody else to turn to.",
        "Meiさんのことで連絡するKaoriさんはHall家の人です。ほかに相談できる人がいなくなります。",
    ),
    Row(
        "home-no-driver",
        lambda s: (
            s.guest(),
            s.resident(s.home(adults=0, smoking=k.Smoking.NO), "Ben", 20, cleared=True, drives_guests=True),
        ),
        Severity.BLOCK,
        (),
        "Ben, who would drive at Hall, is under 21 or not approved.",
        "Hall家で運転するBenさんは21歳未満か、運転が承認されていません。",
    ),
    Row(
        "home-driver-unknown",
        lambda s: (s.guest(), s.resident(s.home(adults=0), "Ann", 50, cleared=True)),
        Severity.NOTE,
        (22, 23, 24),
        "Nobody has said who drives guests at Hall.",
        "Hall家でだれがゲストを送迎するのか書かれていません。",
    ),
    Row(
        "home-animal",
        lambda s: (
            s.guest(animals=[{"species": k.Species.CAT, "reaction": k.Reaction.ALLERGY}]),
            s.home(pets=[{"species": k.Species.CAT, "lives": k.Whereabouts.BOTH}]),
        ),
        Severity.BLOCK,
        (),
        "Hall has a cat indoors; Sakura has a cat allergy.",
        "Hall家は猫を屋内で飼っています。Sakuraさんは猫アレルギーです。",
    ),
    Row(
        "home-animal-outdoors",
        lambda s: (
            s.guest(animals=[{"species": k.Species.DOG, "reaction": k.Reaction.FEAR}]),
            s.home(pets=[{"species": k.Species.DOG, "lives": k.Whereabouts.OUTDOORS}]),
        ),
        Severity.WARN,
        (22, 23, 24),
        "Hall has a dog outdoors; Sakura is afraid of this animal (dog).",
        "Hall家は犬を屋外で飼っています。Sakuraさんは犬が苦手です。",
    ),
    Row(
        "home-animal-ask",
        lambda s: (
            s.guest(animals=[{"species": k.Species.DOG, "reaction": k.Reaction.FAITH, "size": k.AnimalSize.LARGE}]),
            s.home(pets=[{"species": k.Species.DOG, "lives": k.Whereabouts.INDOORS}]),
        ),
        Severity.WARN,
        (22, 23, 24),
        "Ask Hall about the dog: Sakura keeps away from it by faith (dog).",
        "犬についてHall家に確認してください。Sakuraさんは宗教上犬を避けます。",
    ),
    Row(
        "home-pets-refused",
        lambda s: (s.guest(pets_ok=k.Answer.NO), s.home(pets=[{"species": k.Species.RABBIT}])),
        Severity.WARN,
        (22, 23, 24),
        "Hall has a rabbit, and Sakura would rather not live with pets.",
        "Hall家にはうさぎがいます。Sakuraさんはペットのいない家庭を希望しています。",
    ),
    Row(
        "home-food-severe",
        lambda s: (
            s.guest(foods=[{"allergen": k.Allergen.PEANUT, "severity": k.Severity.SEVERE}]),
            s.home(cannot_avoid=frozenset({k.Allergen.PEANUT})),
        ),
        Severity.BLOCK,
        (),
        "Sakura is severely allergic to peanut, and Hall cannot cook without.",
        "Sakuraさんは落花生（ピーナッツ）の重いアレルギーがあり、Hall家はそれを除いた料理ができません。",
    ),
    Row(
        "home-food",
        lambda s: (
            s.guest(foods=[{"allergen": k.Allergen.CRAB}]),
            s.home(cannot_avoid=frozenset({k.Allergen.CRUSTACEANS})),
        ),
        Severity.WARN,
        (22, 23, 24),
        "Sakura must avoid crab, and Hall cannot cook without.",
        "Sakuraさんはかにを避ける必要があり、Hall家はそれを除いた料理ができません。",
    ),
    Row(
        "home-food-ask",
        lambda s: (s.guest(foods=[{"allergen": k.Allergen.EGG, "severity": k.Severity.AIRBORNE}]), s.home()),
        Severity.WARN,
        (22, 23, 24),
        "Sakura is severely allergic to egg: ask Hall whether they can cook without.",
        "Sakuraさんは卵の重いアレルギーがあります。除いた料理ができるか、Hall家に確認してください。",
    ),
    Row(
        "home-food-ask-mild",
        lambda s: (s.guest(foods=[{"allergen": k.Allergen.MILK, "severity": k.Severity.SMALL_AMOUNTS_OK}]), s.home()),
        Severity.NOTE,
        (22, 23, 24),
        "Sakura must avoid milk: ask Hall whether they can cook without.",
        "Sakuraさんは乳を避ける必要があります。除いた料理ができるか、Hall家に確認してください。",
    ),
    Row(
        "home-food-label",
        lambda s: (s.guest(foods=[{"allergen": k.Allergen.SESAME, "severity": k.Severity.SEVERE}]), s.home(child=14)),
        Severity.WARN,
        (22, 23, 24),
        "Sakura is severely allergic to sesame, which labels here need not name: ask Hall whether they know "
        "where it is.",
        "Sakuraさんはごまの重いアレルギーがあります。こちらの食品表示では記載の義務がありません。何に含まれるか分かるか、Hall家に確認してください。",
        JAPAN,
    ),
    Row(
        "home-diet",
        lambda s: (s.guest(diets=frozenset({k.Diet.HALAL, k.Diet.NO_PORK})), s.home()),
        Severity.WARN,
        (22, 23, 24),
        "Sakura (halal): ask Hall whether they can cook for that.",
        "Sakuraさん（ハラール）：対応できるか、Hall家に確認してください。",
    ),
    Row(
        "home-smoke",
        lambda s: (s.guest(conditions="ぜんそく"), s.home(smoking=k.Smoking.INDOORS)),
        Severity.BLOCK,
        (),
        "Somebody smokes indoors at Hall, and Sakura cannot bear smoke.",
        "Hall家では屋内で喫煙する人がいます。Sakuraさんは煙に耐えられません。",
    ),
    Row(
        "home-smoke-refused",
        lambda s: (s.guest(smokers_ok=k.Answer.NO), s.home(smoking=k.Smoking.INDOORS)),
        Severity.BLOCK,
        (),
        "Somebody smokes indoors at Hall, and Sakura asks for a home without smoke.",
        "Hall家では屋内で喫煙する人がいます。Sakuraさんは禁煙の家庭を希望しています。",
    ),
    Row(
        "home-smoke-outdoors",
        lambda s: (s.guest(smokers_ok=k.Answer.NO), s.home(smoking=k.Smoking.BALCONY)),
        Severity.NOTE,
        (22, 23, 24),
        "Somebody smokes outdoors at Hall, and Sakura minds smoke.",
        "Hall家では屋外で喫煙する人がいます。Sakuraさんは煙を気にします。",
    ),
    Row(
        "home-smoke-unknown",
        lambda s: (s.guest(bears_smoke=k.Answer.NO), s.home(smoking=k.Smoking.UNKNOWN)),
        Severity.WARN,
        (22, 23, 24),
        "Sakura cannot bear smoke: ask Hall whether anybody smokes.",
        "Sakuraさんは煙に耐えられません。喫煙する人がいるか、Hall家に確認してください。",
    ),
    Row(
        "home-guest-smokes",
        lambda s: (s.guest(smoking=k.Smoking.OUTDOORS), s.home(takes_smokers=k.Answer.NO)),
        Severity.BLOCK,
        (),
        "Sakura smokes, and Hall does not take smokers.",
        "Sakuraさんは喫煙し、Hall家は喫煙者を受け入れません。",
    ),
    Row(
        "home-words",
        lambda s: (s.guest(foods=[{"allergen": k.Allergen.EGG}]), s.unclear(s.home(), "column-cooks", "anything")),
        Severity.WARN,
        (22, 23, 24),
        "Ask Hall what they mean: “anything”.",
        "意味をHall家に確認してください：「anything」",
    ),
    Row(
        "home-guest-words",
        lambda s: (s.unclear(s.guest(), "FoodNeed", "青魚"), s.home()),
        Severity.WARN,
        (22, 23, 24),
        "Ask what Sakura means before choosing a home: “青魚”.",
        "家庭を決める前に、Sakuraさん側に意味を確認してください：「青魚」",
    ),
    Row(
        "bed-none",
        lambda s: (s.guest(), s.home(beds=())),
        Severity.BLOCK,
        (),
        "Hall has no bed written down.",
        "Hall家のベッドが登録されていません。",
    ),
    Row(
        "bed-sofa",
        lambda s: (s.guest(), s.home(beds=[{"room": "Den", "kind": k.BedKind.SOFA_BED}])),
        Severity.WARN,
        (22, 23, 24),
        "Sakura would sleep on a sofa bed (Den).",
        "Sakuraさんの寝る場所はソファーベッドです（Den）。",
    ),
    Row(
        "bed-air-mattress",
        lambda s: (s.guest(), s.home(beds=[{"room": "Den", "kind": k.BedKind.AIR_MATTRESS}])),
        Severity.WARN,
        (22, 23, 24),
        "Sakura would sleep on an air mattress (Den).",
        "Sakuraさんの寝る場所はエアマットレスです（Den）。",
    ),
    Row(
        "bed-trundle",
        lambda s: (s.guest(), s.home(beds=[{"room": "Den", "kind": k.BedKind.TRUNDLE}])),
        Severity.NOTE,
        (22, 23, 24),
        "Sakura would sleep on a trundle bed (Den).",
        "Sakuraさんの寝る場所は引き出し式ベッドです（Den）。",
    ),
    Row(
        "bed-futon",
        lambda s: (s.guest(), s.home(beds=[{"room": "Den", "kind": k.BedKind.FUTON}])),
        Severity.NOTE,
        (22, 23, 24),
        "Sakura would sleep on a futon (Den).",
        "Sakuraさんの寝る場所は布団です（Den）。",
    ),
    Row(
        "bed-futon-refused",
        lambda s: (s.guest(futon_ok=k.Answer.NO), s.home(beds=[{"room": "Den", "kind": k.BedKind.FUTON}])),
        Severity.WARN,
        (22, 23, 24),
        "Sakura would rather not sleep on a futon (Den).",
        "Sakuraさんは布団を希望していません（Den）。",
    ),
    Row(
        "bed-futon-small",
        lambda s: (
            s.guest(height_cm=194, futon_ok=k.Answer.YES),
            s.home(beds=[{"room": "Den", "kind": k.BedKind.FUTON}]),
        ),
        Severity.WARN,
        (22, 23, 24),
        "Sakura is too tall or heavy for a usual futon (Den).",
        "Sakuraさんの体格では普通の布団は小さすぎます（Den）。",
    ),
    Row(
        "bed-unknown",
        lambda s: (s.guest(), s.home(beds=[{"kind": k.BedKind.OTHER, "words": "hammock"}])),
        Severity.WARN,
        (22, 23, 24),
        "What Sakura would sleep on has to be asked: “hammock”.",
        "Sakuraさんの寝具を確認してください：「hammock」",
    ),
    Row(
        "bed-stairs",
        lambda s: (s.guest(stairs_ok=k.Answer.NO), s.home(beds=[{"room": "Attic", "steep_stairs": True}])),
        Severity.BLOCK,
        (),
        "Sakura cannot climb the steep stairs to the bed (Attic).",
        "Sakuraさんはベッドまでの急な階段を上れません（Attic）。",
    ),
    Row(
        "bed-stairs-unknown",
        lambda s: (s.guest(mobility="杖を使用"), s.home(steep_stairs=k.Answer.UNKNOWN)),
        Severity.WARN,
        (22, 23, 24),
        "Sakura cannot climb steep stairs: ask whether there are some.",
        "Sakuraさんは急な階段を上れません。階段の有無を確認してください。",
    ),
    Row(
        "bed-power",
        lambda s: (s.guest(night_power=k.Answer.YES), s.home(beds=[{"room": "Den", "socket": k.Answer.NO}])),
        Severity.BLOCK,
        (),
        "Sakura needs a socket by the bed, and there is none (Den).",
        "Sakuraさんはベッド脇に電源が必要ですが、コンセントがありません（Den）。",
    ),
    Row(
        "bed-power-unknown",
        lambda s: (s.guest(sleep="CPAP"), s.home()),
        Severity.WARN,
        (22, 23, 24),
        "Sakura needs a socket by the bed: ask whether there is one.",
        "Sakuraさんはベッド脇に電源が必要です。コンセントの有無を確認してください。",
    ),
    Row(
        "room-family-gender",
        lambda s: (
            s.guest(gender=k.Gender.MALE),
            s.home(child=14, beds=[{"room": "Ada's room", "shared_with": "Ada"}]),
        ),
        Severity.BLOCK,
        (),
        "Sakura would share the room with Ada, who is of another gender (Ada's room).",
        "Sakuraさんは異性のAdaさんと相部屋になります（Ada's room）。",
    ),
    Row(
        "room-family-adult",
        lambda s: (
            s.guest(),
            s.resident(
                s.home(beds=[{"room": "Eve's room", "shared_with": "Eve"}]),
                "Eve",
                19,
                cleared=True,
                gender=k.Gender.FEMALE,
            ),
        ),
        Severity.BLOCK,
        (),
        "Sakura would share the room with Eve, an adult of the family (Eve's room).",
        "Sakuraさんは家族の大人であるEveさんと相部屋になります（Eve's room）。",
    ),
    Row(
        "room-family-age",
        lambda s: (s.guest(), s.home(child=9, beds=[{"room": "Ada's room", "shared_with": "Ada"}])),
        Severity.BLOCK,
        (),
        "Sakura would share the room with Ada, more than 4 years apart (Ada's room).",
        "Sakuraさんは年齢差が4歳を超えるAdaさんと相部屋になります（Ada's room）。",
    ),
    Row(
        "room-family-unknown",
        lambda s: (s.guest(), s.home(beds=[{"room": "Kids", "shared_with": "the girls"}])),
        Severity.WARN,
        (22, 23, 24),
        "Sakura would share the room with “the girls”: ask who that is (Kids).",
        "Sakuraさんは「the girls」と相部屋になります。だれか確認してください（Kids）。",
    ),
)
TOGETHER: tuple[Row, ...] = (
    Row(
        "room-mates",
        lambda s: (
            s.guest("Mei"),
            s.guest("Rin"),
            s.home(child=14, beds=[{"room": "Ada's room", "shared_with": "Ada", "sleeps": 2, "kind": k.BedKind.BUNK}]),
        ),
        Severity.BLOCK,
        (),
        "Mei, Rin and Ada would share a room with 2 others; at most 1 (Ada's room).",
        "Mei、Rin、Adaさんの部屋にはほかに2人が寝ます。上限は1人です（Ada's room）。",
    ),
    Row(
        "room-gender",
        lambda s: (
            s.guest("Mei", birth_date=dt.date(1990, 1, 1)),
            s.guest("Ken", gender=k.Gender.MALE, birth_date=dt.date(1990, 1, 1)),
            s.home(beds=TWO),
        ),
        Severity.BLOCK,
        (),
        "Mei and Ken would not share a room (Guest room).",
        "MeiさんとKenさんは相部屋にできません（Guest room）。",
    ),
    Row(
        "room-gender-unknown",
        lambda s: (s.guest("Mei"), s.guest("Sky", gender=k.Gender.OTHER), s.home(beds=TWO)),
        Severity.WARN,
        (),
        "Ask with whom Mei and Sky would share a room (Guest room).",
        "MeiさんとSkyさんに、相部屋の希望を確認してください（Guest room）。",
    ),
    Row(
        "room-adult-and-minor",
        lambda s: (
            s.guest("Mei"),
            s.guest("Kaori", role=k.Role.COACH, birth_date=dt.date(1985, 1, 1)),
            s.home(beds=TWO),
        ),
        Severity.BLOCK,
        (),
        "Mei and Kaori would share a room, a minor and an adult (Guest room).",
        "MeiさんとKaoriさんは、未成年者と大人の相部屋になります（Guest room）。",
    ),
    Row(
        "room-age-gap",
        lambda s: (s.guest("Mei"), s.guest("Uta", birth_date=dt.date(2018, 1, 1)), s.home(beds=TWO)),
        Severity.BLOCK,
        (),
        "Mei and Uta would share a room, more than 4 years apart (Guest room).",
        "MeiさんとUtaさんは年齢差が4歳を超える相部屋になります（Guest room）。",
    ),
    Row(
        "room-alone",
        lambda s: (s.guest("Mei", rooms_with=k.RoomsWith.NOBODY), s.guest("Rin"), s.home(beds=TWO)),
        Severity.WARN,
        (),
        "Mei would rather have a room alone, and would share it with Rin (Guest room).",
        "Meiさんは一人部屋を希望していますが、Rinさんと相部屋になります（Guest room）。",
    ),
    Row(
        "room-bed-shared",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.home(beds=[{"room": "Guest room", "kind": k.BedKind.QUEEN}])),
        Severity.BLOCK,
        (),
        "Mei and Rin have one bed and are no couple (Guest room).",
        "夫婦・カップルでないMeiさんとRinさんのベッドが同じです（Guest room）。",
    ),
    Row(
        "home-full",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.home()),
        Severity.BLOCK,
        (),
        "Hall has 1 bed for 2 guests: Mei and Rin.",
        "Hall家のベッドは1人分で、ゲストは2人です（Mei、Rin）。",
    ),
    Row(
        "home-most-guests",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.home(beds=TWO, most_guests=1)),
        Severity.BLOCK,
        (),
        "Hall takes 1 guest at most, not 2: Mei and Rin.",
        "Hall家の受け入れは1人までで、ゲストは2人です（Mei、Rin）。",
    ),
    Row(
        "home-usual-guests",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.guest("Uta"), s.home(beds=(*TWO, {"room": "Den"}))),
        Severity.WARN,
        (),
        "Hall would have 3 guests (Mei, Rin and Uta), more than usual (minors: 2, adults: 1).",
        "Hall家のゲストは3人（Mei、Rin、Uta）になり、通常の人数（未成年者2人、大人1人）を超えます。",
    ),
    Row(
        "home-same-language",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.home(beds=TWO)),
        Severity.BLOCK,
        (),
        "Mei and Rin would live at Hall and speak one language.",
        "MeiさんとRinさんは同じ言葉を話し、ともにHall家になります。",
        J1,
    ),
    Row(
        "home-apart",
        lambda s: (a := s.guest("Mei"), b := s.guest("Rin"), s.wish(a, b, k.WishKind.APART), s.home(beds=TWO)),
        Severity.BLOCK,
        (),
        "Mei and Rin asked to be kept apart, and both would be at Hall.",
        "MeiさんとRinさんは別々を希望していますが、ともにHall家になります。",
    ),
    Row(
        "home-mixed-minors",
        lambda s: (s.guest("Mei"), s.guest("Ken", gender=k.Gender.MALE), s.home(beds=({"room": "A"}, {"room": "B"}))),
        Severity.BLOCK,
        (),
        "Mei and Ken, a girl and a boy, would both be at Hall.",
        "女子と男子のMeiさんとKenさんが、ともにHall家になります。",
    ),
    Row(
        "home-two-beginners",
        lambda s: (
            s.guest("Mei", speaks=k.LanguageLevel.NONE),
            s.guest("Rin", speaks=k.LanguageLevel.GREETINGS),
            s.home(beds=TWO),
        ),
        Severity.WARN,
        (),
        "Mei and Rin would both be at Hall, and neither speaks enough to help the other.",
        "MeiさんとRinさんがともにHall家になりますが、どちらも言葉で助け合えません。",
    ),
    Row(
        "home-wants-alone",
        lambda s: (s.guest("Mei", wants_alone=k.Answer.YES), s.guest("Rin"), s.home(beds=TWO)),
        Severity.WARN,
        (),
        "Mei would rather be the only guest at Hall, and Rin would be there too.",
        "Meiさんはゲストが自分1人であることを希望していますが、Hall家にはRinさんも滞在します。",
    ),
    Row(
        "home-seats",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.home(beds=TWO, belted_seats=1)),
        Severity.BLOCK,
        (),
        "Hall has 1 seat with a belt for 2 guests: Mei and Rin.",
        "Hall家のシートベルト付きの席は1席で、ゲストは2人です（Mei、Rin）。",
    ),
    Row(
        "home-seats-unknown",
        lambda s: (s.guest("Mei"), s.guest("Rin"), s.home(beds=TWO, belted_seats=None)),
        Severity.NOTE,
        (),
        "Nobody has said how many seats with belts Hall has for guests.",
        "Hall家のシートベルト付きの席の数が書かれていません。",
    ),
)


def _check(row: Row, obstacles: list[Obstacle]) -> None:
    [one] = [each for each in obstacles if each.code == row.code]
    assert (say(one.message, "en"), say(one.message, "ja")) == (row.english, row.japanese)
    assert one.severity is row.severity


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row.code)
def test_a_guest_in_a_home(row: Row) -> None:
    stays = Homestays.of(row.begin().plan)
    verdict = stays.judge(stays.guests[-1], stays.homes[0])
    _check(row, list(verdict.obstacles))
    assert tuple(night.day for night in verdict.nights) == row.lawful


@pytest.mark.parametrize("row", TOGETHER, ids=lambda row: row.code)
def test_guests_together(row: Row) -> None:
    stays = Homestays.of(row.begin().plan)
    beds = stays.homes[0].places
    # Two who have one bed: somebody has said so by hand.
    fixed = {guest.id: beds[0].bed.id for guest in stays.guests} if row.code == "room-bed-shared" else {}
    _check(row, list(stays.together(stays.homes[0], stays.guests, fixed).obstacles))


def test_every_rule_has_its_row() -> None:
    assert {row.code for row in (*PAIRS, *TOGETHER)} == {one.code for one in (*HOME_RULES, old_clearance)}


def test_guests_who_are_alike_are_each_told_by_their_own_name() -> None:
    small = Small()
    small.home(child=14, beds=[{"room": "Den", "kind": k.BedKind.SOFA_BED}])
    members = [small.guest(name) for name in ("Mei", "Rin")]
    stays = Homestays.of(small.plan)
    for member in members:
        guest = stays.guest(member.id)
        assert guest is not None
        [one] = stays.judge(guest, stays.homes[0]).obstacles
        assert say(one.message) == f"{guest.name.en} would sleep on a sofa bed (Den)."


def test_a_host_is_not_all_that_one_would_call_in_an_emergency() -> None:
    small = Small()
    guest = small.guest()
    small.home(phone="+1 207-555-0141")
    small.add(Contact, person_id=guest.person_id, phone="1 (207) 555 0141", name_en="Aunt Lucy")
    assert [say(one.message) for one in small.judge().obstacles] == [
        "Aunt Lucy, whom one would call for Sakura, is at Hall: there would be nobody else to turn to."
    ]
    small.add(Contact, person_id=guest.person_id, phone="+81 90-1234-5601")
    assert small.judge().obstacles == ()


def test_a_room_that_is_too_full_for_one_more_is_no_bed() -> None:
    small = Small()
    small.guest()
    home = small.home(child=14, beds=[{"room": "Girls' room", "shared_with": "Ada, Eve"}])
    assert small.judge().is_whole, "Eve is nobody who lives here"
    small.resident(home, "Eve", 13, gender=k.Gender.FEMALE)
    verdict = small.judge()
    assert (verdict.places, verdict.nights) == ((), ())
    assert [one.code for one in verdict.obstacles] == ["room-mates"]


def test_where_nothing_is_the_matter_nothing_is_said() -> None:
    small = Small()
    small.guest()
    small.home(child=14)
    verdict = small.judge()
    assert (verdict.obstacles, verdict.nights, verdict.is_whole) == ((), NIGHTS, True)
