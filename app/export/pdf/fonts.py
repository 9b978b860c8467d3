"""The bundled fonts, and which of them holds a character. A font is read when a document first needs it, and kept."""

import unicodedata
from functools import cache

from app import resources
from app.export.characters import is_unseen, named

#: The font that nearly everything is written in.
MAIN = "NotoSans"
_JAPANESE = ("NotoSansJP", ((0x2E80, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)))
_EMOJI = "NotoEmoji"

#: Fonts after the main one, each with the first and last character it is asked for, in the order in which they are.
_FALLBACKS: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("NotoNaskhArabic", ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    ("NotoSansHebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    ("NotoSansBengali", ((0x0980, 0x09FF),)),
    ("NotoSansDevanagari", ((0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA830, 0xA839), (0xA8E0, 0xA8FF))),
    ("NotoSansGurmukhi", ((0x0A00, 0x0A7F),)),
    ("NotoSansGujarati", ((0x0A80, 0x0AFF),)),
    ("NotoSansTamil", ((0x0B80, 0x0BFF),)),
    ("NotoSansMalayalam", ((0x0D00, 0x0D7F),)),
    ("NotoSansTelugu", ((0x0C00, 0x0C7F),)),
    ("NotoSansKannada", ((0x0C80, 0x0CFF),)),
    ("NotoSansOriya", ((0x0B00, 0x0B7F),)),
    ("NotoSansSinhala", ((0x0D80, 0x0DFF),)),
    ("NotoSansEthiopic", ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))),
    ("NotoSansThai", ((0x0E00, 0x0E7F),)),
    ("NotoSansLao", ((0x0E80, 0x0EFF),)),
    ("NotoSansKhmer", ((0x1780, 0x17FF), (0x19E0, 0x19FF))),
    ("NotoSansMyanmar", ((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))),
    ("NotoSansGeorgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    ("NotoSansArmenian", ((0x0530, 0x058F), (0xFB13, 0xFB17))),
    ("NotoSansSyriac", ((0x0700, 0x074F),)),
    ("NotoSansThaana", ((0x0780, 0x07BF),)),
    ("NotoSansNKo", ((0x07C0, 0x07FF),)),
    ("NotoSansTifinagh", ((0x2D30, 0x2D7F),)),
    ("NotoSansAdlam", ((0x1E900, 0x1E95F),)),
    ("NotoSansMath", ((0x2190, 0x22FF),)),
    ("NotoSansSymbols2", ((0x2300, 0x27FF), (0x2B00, 0x2BFF))),
    (_EMOJI, ((0x203C, 0x3299), (0x1F000, 0x1FAFF))),
    ("NotoSansSymbols2", ((0x1D000, 0x1FBFF), (0x2000, 0x2FFF))),
    ("NotoSansSymbols", ((0x2000, 0x2BFF), (0x1F100, 0x1F8FF))),
    (
        "NotoSansSC",
        ((0x2100, 0x25FF), (0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF)),
    ),
    ("NotoSansTC", ((0xF900, 0xFAFF), (0x20000, 0x3FFFF))),
    ("NotoSansKR", ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF))),
    _JAPANESE,
)
_WITH_BOLD = ("NotoSans", "NotoNaskhArabic", "NotoSansHebrew")
_JOINER, _AS_PICTURE = "\u200d", "\ufe0f"


def font_file(name: str) -> str:
    """The path of a bundled font."""
    return str(resources.path("fonts", f"{name}.ttf"))


@cache
def held(name: str) -> frozenset[str]:
    """Every character that a font holds. Its name is that of its file: "NotoSans-Bold"."""
    import uharfbuzz

    return frozenset(map(chr, uharfbuzz.Face(uharfbuzz.Blob.from_file_path(font_file(name))).unicodes))


class Faces:
    """One weight of every font: finds the font of each character, and remembers it.

    Chinese characters are drawn as people write them in Japan where the text around them is `japanese`.
    """

    def __init__(self, bold: bool = False, japanese: bool = False) -> None:
        self.main = self._named(MAIN, bold)
        self._bold = bold
        self._order = (_JAPANESE, *_FALLBACKS) if japanese else _FALLBACKS
        self._found: dict[str, str] = {}

    @staticmethod
    def _named(family: str, bold: bool) -> str:
        return f"{family}-{'Bold' if bold and family in _WITH_BOLD else 'Regular'}"

    def of(self, letter: str) -> str:
        """The name of the font that holds a character; "" where none does."""
        found = self._found.get(letter)
        if found is None:
            found = self._found[letter] = self._look_up(letter)
        return found

    def _look_up(self, letter: str) -> str:
        if letter in held(self.main):
            return self.main
        for family, ranges in self._order:
            if any(first <= ord(letter) <= last for first, last in ranges):
                name = self._named(family, self._bold)
                if letter in held(name):
                    return name
        return ""

    def lacks(self, letter: str) -> bool:
        """Whether a character could not be shown."""
        return not self.of(letter) and not is_unseen(letter)

    def named(self, text: str) -> str:
        """The text with every character that no font holds by its name: [U+0F40]."""
        if not any(map(self.lacks, set(text))):
            return text
        return "".join(named(letter) if self.lacks(letter) else letter for letter in text)

    def runs(self, text: str) -> list[tuple[str, int, int]]:
        """The text cut where the font changes: the font's name, first place and the place after the last.

        Marks and joined pictures stay in the font of what they belong to. Every character must be held or unseen.
        """
        runs: list[tuple[str, int, int]] = []
        name = ""
        for place in range(len(text)):
            name = self._in_context(text, place, name) or self.main
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1], place + 1)
            else:
                runs.append((name, place, place + 1))
        return runs

    def _in_context(self, text: str, place: int, before: str) -> str:
        """The font of a character, given the one before it ("" at the beginning)."""
        letter = text[place]
        if is_unseen(letter):
            return before or next((self.of(each) for each in text[place:] if not is_unseen(each)), "")
        if before and (text[place - 1] == _JOINER or unicodedata.category(letter)[0] == "M") and letter in held(before):
            return before
        emoji = self._named(_EMOJI, self._bold)
        if text[place + 1 : place + 2] == _AS_PICTURE and letter in held(emoji):
            return emoji
        return self.of(letter)
