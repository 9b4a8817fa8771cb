"""Words: English and Japanese as equals. English stands in the sources, Japanese in `ja.po`.

On the screen::

    tr("Arrives {when}", when=day)          # the screen's language; figures are written in its way
    trn("{count} guest", "{count} guests", n)
    tr_in("bed", "Double")                  # one English word, several Japanese: the context tells which
    N_("Called name")                       # marks words that are said later, with tr

Below the screen a sentence is a code with figures, said when it is shown:
``say(Message.of("host-no-bed", …), "ja")``; `planner.language.sentences` tells how to add one.
A paper speaks its reader's language: ``speaker("ja").tr("Day")``.
``python -m planner.language.extraction`` keeps `ja.po` in step with the sources.

`dates`, `names`, `numbers` and `terms` write those in either language.
"""

from planner.language.catalogue import LANGUAGES, SOURCE_LANGUAGE, other_language
from planner.language.marking import N_, InContext, N_in, N_plural, Pair, Plural, Words
from planner.language.speaking import (
    Speaker,
    UnsaidSentence,
    say,
    screen_language,
    set_screen_language,
    speaker,
    tr,
    tr_in,
    trn,
)

__all__ = [
    "LANGUAGES",
    "N_",
    "SOURCE_LANGUAGE",
    "InContext",
    "N_in",
    "N_plural",
    "Pair",
    "Plural",
    "Speaker",
    "UnsaidSentence",
    "Words",
    "other_language",
    "say",
    "screen_language",
    "set_screen_language",
    "speaker",
    "tr",
    "tr_in",
    "trn",
]
