"""Animals by name, in both languages, with the breeds people write instead of "dog"."""

from __future__ import annotations

import re

from planner.intake.values.scan import any_of
from planner.model.kinds import AnimalSize, Species, Whereabouts

_ROWS: tuple[tuple[Species, AnimalSize, str], ...] = (
    (
        Species.DOG, AnimalSize.LARGE,
        r"大型犬|(?:ゴールデン|ラブラドール)(?:・?レトリ[ーバ]+)?|レトリーバー|シェパード|ハスキー|秋田犬"
        r"|(?<![a-z])(?:(?:golden |labrador )?retrievers?|labradors?|labs?(?: mix)?"
        r"|(?:german )?shepherds?|husk(?:y|ies)|great danes?|rottweilers?"
        r"|bernese(?: mountain dogs?)?|newfoundlands?|st\.? bernards?|doodles?|golden ?doodles?"
        r"|labradoodles?|boxers?|collies?|akitas?|pit ?bulls?|greyhounds?"
        r"|(?:large|big)(?: \w+)? dogs?)(?![a-z])",
    ),
    (
        Species.DOG, AnimalSize.SMALL,
        r"小型犬|チワワ|トイ・?プードル|ダックス(?:フンド)?|シーズー|ポメラニアン|豆柴|パグ"
        r"|ヨークシャー・?テリア"
        r"|(?<![a-z])(?:chihuahuas?|toy poodles?|dachshunds?|shih ?tzus?|pomeranians?|pugs?|yorkies?"
        r"|yorkshire terriers?|maltese|corgis?|pekingese"
        r"|(?:small|little|tiny)(?: \w+)? dogs?)(?![a-z])",
    ),
    (
        Species.DOG, AnimalSize.ANY,
        r"中型犬|室内犬|柴犬|[犬狗]|いぬ|イヌ|ワンちゃん|(?<![a-z])(?:dogs?|pupp(?:y|ies)|poodles?"
        r"|terriers?|beagles?|spaniels?|(?:border )?collies?|hounds?|bulldogs?|mutts?"
        r"|shiba(?: inu)?)(?![a-z])",
    ),
    (Species.CAT, AnimalSize.ANY, r"猫|ねこ|ネコ|子猫|(?<![a-z])(?:cats?|kittens?|kitt(?:y|ies))(?![a-z])"),
    (Species.RABBIT, AnimalSize.ANY, r"うさぎ|ウサギ|兎|(?<![a-z])(?:rabbits?|bunn(?:y|ies))(?![a-z])"),
    (
        Species.RODENT, AnimalSize.ANY,
        r"ハムスター|モルモット|ねずみ|ネズミ|フェレット|チンチラ|げっ歯類|リス(?!ク)"
        r"|(?<![a-z])(?:hamsters?|guinea pigs?|gerbils?|mice|mouse|rats?|ferrets?|chinchillas?"
        r"|squirrels?)(?![a-z])",
    ),
    (
        Species.BIRD, AnimalSize.ANY,
        r"小?鳥(?:類)?|とり|インコ|オウム|文鳥|(?<![a-z])(?:birds?|parrots?|parakeets?|budg(?:ie"
        r"|erigar)s?|canar(?:y|ies)|cockatiels?)(?![a-z])",
    ),
    (Species.FISH, AnimalSize.ANY,
        r"金魚|熱帯魚|魚|(?<![a-z])(?:gold)?fish(?:es)?(?: tanks?)?(?![a-z])|(?<![a-z])aquariums?(?![a-z])"),
    (
        Species.REPTILE, AnimalSize.ANY,
        r"爬虫類|は虫類|蛇|ヘビ|へび|トカゲ|とかげ|亀|カメ|かめ|ヤモリ|(?<![a-z])(?:reptiles?|snakes?"
        r"|lizards?|geckos?|turtles?|tortoises?|bearded dragons?|iguanas?)(?![a-z])",
    ),
    (Species.HORSE, AnimalSize.ANY,
        r"馬|うま|ウマ|ポニー|(?<![a-z])(?:horses?|pon(?:y|ies)|donkeys?)(?![a-z])"),
    (
        Species.FARM, AnimalSize.ANY,
        r"家畜|牛(?!乳)|豚|羊|ヤギ|山羊|鶏|にわとり|ニワトリ|(?<![a-z])(?:chickens?|hens?|goats?|sheep"
        r"|cows?|cattle|pigs?|ducks?|alpacas?|llamas?|livestock|farm animals?)(?![a-z])",
    ),
    (Species.INSECT, AnimalSize.ANY,
        r"昆虫|虫|蜂|ハチ|クモ|ゴキブリ|(?<![a-z])(?:insects?|bugs?|bees?|wasps?|spiders?)(?![a-z])"),
    (
        Species.ANY, AnimalSize.ANY,
        r"動物(?:全般|の毛|アレルギー|全て|すべて)?|ペット(?:全般|全て|すべて)?|毛のある動物"
        r"|(?<![a-z])(?:any|all|most)? ?(?:furry |indoor )?(?:animals?|pets?)(?: hair| fur"
        r"| dander)?(?![a-z])",
    ),
)  # fmt: skip

ANIMAL = re.compile("|".join(f"(?P<a{place}>{words})" for place, (_, _, words) in enumerate(_ROWS)), re.IGNORECASE)
"""Any animal's name; `animal_of` tells which it is, and how large the word says it is."""

LARGE = any_of("large|big|huge", "大型|大きい|大きな")
SMALL = any_of("small|little|tiny|miniature|mini|toy", "小型|小さい|小さな")

BOTH_SIDES = any_of(
    "in(?:doors?)?(?: ?/ ?| and | & | or )out(?:doors?|side)?|in-?and-?out(?:doors?)?|both",
    "室内外|屋内外|出入り(?:自由)?|内外",
)
INDOORS = any_of(
    "indoors?|inside|in the house|house",
    r"室内(?:飼い|犬|猫)?(?:で飼(?:って|育)\w*)?|屋内|家の中",
)
OUTDOORS = any_of(
    "outdoors?|outside|in the (?:yard|barn)|barn|yard|kennel",
    r"室外|屋外|外飼い|庭|外(?:で飼\w*)?",
)


def animal_of(match: re.Match[str]) -> tuple[Species, AnimalSize]:
    """The animal that a match of `ANIMAL` means, and the size its word implies."""
    species, size, _ = _ROWS[int((match.lastgroup or "a0")[1:])]
    return species, size


def whereabouts(text: str) -> Whereabouts:
    """Where a text says an animal lives."""
    if BOTH_SIDES.search(text) or (INDOORS.search(text) and OUTDOORS.search(text)):
        return Whereabouts.BOTH
    if INDOORS.search(text):
        return Whereabouts.INDOORS
    return Whereabouts.OUTDOORS if OUTDOORS.search(text) else Whereabouts.UNKNOWN
