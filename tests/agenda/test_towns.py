"""Whether a place is in the city of the families."""

import pytest

from planner.agenda.towns import is_in
from planner.model import City, Place

PORTLAND = City(id=1, name_en="Portland", name_ja="ポートランド")
SHINAGAWA = City(id=2, name_en="Shinagawa", name_ja="品川区")


@pytest.mark.parametrize(
    ("place", "city", "known"),
    [
        ({"city_id": 1, "name_en": "Camp"}, PORTLAND, True),
        ({"city_id": 2, "name_en": "Portland House"}, PORTLAND, False),
        ({"name_en": "Portland Expo"}, PORTLAND, True),
        ({"name_en": "Portlandville Hall"}, PORTLAND, False),
        ({"name_en": "City Hall", "address_en": "389 Congress Street\nPortland, ME 04101"}, PORTLAND, True),
        ({"name_en": "City Hall", "address_en": "389 Congress Street, Portland"}, PORTLAND, True),
        ({"name_en": "Library", "address_en": "Portland Street 5\nYarmouth, ME 04096"}, PORTLAND, False),
        ({"name_en": "Camp Mechuwana, Winthrop"}, PORTLAND, False),
        ({"name_ja": "区役所", "address_ja": "東京都品川区広町2-1-36"}, SHINAGAWA, True),
        ({"name_ja": "品川区役所"}, SHINAGAWA, True),
    ],
)
def test_what_is_known_of_a_place(place: dict[str, object], city: City, known: bool) -> None:
    blank = {"name_en": "", "name_ja": "", "address_en": "", "address_ja": ""}
    assert is_in(Place(**{**blank, **place}), city) is known
