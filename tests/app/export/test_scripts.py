"""Names and texts in every script: right when they are copied out of a PDF, shaped on the page, nothing ever lost."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.export import ExportOptions
from app.export.characters import is_unseen, visible
from app.export.pdf import shaping
from app.export.pdf.fonts import Faces, held
from app.export.pdf.lines import Line, Typesetter
from app.export.pdf.shaping import face
from models.people import Child
from models.record import NextStep
from models.session import Session
from tests.app.export.reading import exported, pages, read, squeezed
from tests.app.export.test_record_pdf import with_part

PDFTOTEXT = shutil.which("pdftotext")

#: People's names and a few words, in the scripts that families here write.
NAMES = {
    "Polish": "Zażółć Gęślą, Łucja Jaźń",
    "Yoruba": "Ẹ̀kọ́ Yorùbá: Ọ̀ṣun Adé, ṣé dáadáa ni?",
    "Vietnamese": "Nguyễn Thị Ánh Tuyết, Trần Đức Phước",
    "Vietnamese in parts": unicodedata.normalize("NFD", "Nguyễn Thị Ánh Tuyết"),
    "Turkish and Icelandic": "Işıl Çağdaş Şimşek, Þórdís Æsa",
    "Cyrillic": "Олександра Їжак-Ґалаґан, Ђорђе",
    "Greek": "Αλέξανδρος Παπαδόπουλος, ἄνθρωπος",
    "Arabic": "محمد علي الأطفال لا إله السلام عليكم",
    "Arabic with vowels": "مُحَمَّد بَشِير",
    "Urdu": "ڈاکٹر گڑیا ٹیپو پنجھی کا نام ہے؟",
    "Kurdish and Persian": "ڕێژین گوڵ پژمان چراغی",
    "Hebrew": "רות כהן שלום",
    "Bengali": "রহিমা খাতুন, প্রিয়াঙ্কা ক্ষমতা র্ক্ষ্ম্য",
    "Hindi": "श्रीकृष्ण क्षत्रिय, हिन्दी में लिखा द्ध",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਕ੍ਰਿਸ਼ਨ",
    "Gujarati": "પ્રિયા ક્ષત્રિય શ્રી",
    "Tamil": "கௌரி கொண்டு ஸ்ரீ",
    "Malayalam": "ശ്രീകുമാർ ക്ഷ",
    "Telugu": "శ్రీనివాస్ క్షేత్రం",
    "Kannada": "ಶ್ರೀನಿವಾಸ ಕ್ಷೇತ್ರ",
    "Odia": "ଶ୍ରୀ କ୍ଷେତ୍ର",
    "Sinhala": "ශ්‍රී ක්‍ෂේත්‍ර",
    "Amharic and Tigrinya": "ሰላም ትግርኛ ኣማኑኤል",
    "Thai and Lao": "น้ำผึ้ง ที่รัก ນ້ຳ",
    "Khmer and Burmese": "ស្រី ကျော် မြန်မာ ဣက္ကို",
    "Georgian and Armenian": "ქართული Հայերեն",
    "Chinese": "李小龙 陳大文 䶮 𠮷",
    "Japanese": "山田さん、「ギュッ」と言った。が",
    "Korean": "김민준 한글",
    "Korean in parts": unicodedata.normalize("NFD", "김민준"),
    "emoji": "😀🧿 → ✓ ♥ 👨‍👩‍👧‍👦 👩🏽‍🚀 🇬🇧🇵🇰 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 1️⃣ 👍🏿 🏳️‍🌈",
    "marks that are not seen": "a\u200db\u200cc\u200ed\u00ade\u2060f\ufeffg\u200bh 龍\u2060字 ሰ\u00adላ",
}
#: Lines of two directions, brackets and numbers. Only pdfium takes such lines for what they are on a page in English.
TURNED = {
    "brackets": "محمد (علي) أحمد [ذكر]",
    "a bracket first": "(محمد) علي",
    "signs among letters": "ڕێژین گوڵ، پژمان",
    "numbers": "محمد: عمره 7 سنوات، 12/05/2017",
    "Hebrew": "רותי (בת 7), כהן-לוי 12.5",
    "one word among English": "Ruby and أحمد went home (7).",
}


def poppler(pdf: bytes) -> str:
    """The text that pdftotext finds, without the marks of direction that it puts around words."""
    done = subprocess.run([str(PDFTOTEXT), "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub("[\u202a-\u202c]", "", done.stdout.decode())


def part_of(text: str) -> str:
    """What stands under "What's working well?" in a record's whole text; letters that look the same are the same."""
    found = squeezed(text)
    start = found.index("workingwell?") + len("workingwell?")
    return unicodedata.normalize("NFC", found[start : found.index("Whatareweworried")])


def typed(text: str) -> str:
    """A text as it must come out."""
    return unicodedata.normalize("NFC", squeezed(text))


@pytest.mark.parametrize("script", [*NAMES, *TURNED])
def test_pdfium_gives_back_what_was_typed(script: str) -> None:
    text = (NAMES | TURNED)[script]
    assert part_of("".join(pages(exported(with_part(text), "record-pdf")))) == typed(text)


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed here; CI has it (.ci/run)")
@pytest.mark.parametrize("script", NAMES)
def test_poppler_gives_back_what_was_typed(script: str) -> None:
    assert part_of(poppler(exported(with_part(NAMES[script]), "record-pdf"))) == typed(NAMES[script])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nul\0 esc\x1b[31m del\x7f tab\tend", "nul␀esc␛[31mdel␡tabend"),
        ("next\x85 application\x9f", "next[U+0085]application[U+009F]"),
        ("half \ud800 other \udfff", "half[U+D800]other[U+DFFF]"),
        ("tibetan ཀ private \ue000\U000f0000 never \uffff", "tibetan[U+0F40]private[U+E000][U+F0000]never[U+FFFF]"),
        ("<b>&amp;</b> =1+1 %s {0} \\n file:///etc", "<b>&amp;</b>=1+1%s{0}\\nfile:///etc"),
        ("one\rtwo\r\nthree\u2028four\u2029five", "onetwothreefourfive"),
    ],
)
def test_what_cannot_be_shown_is_shown_by_name(text: str, shown: str) -> None:
    assert part_of("".join(pages(exported(with_part(text), "record-pdf")))) == shown


#: Letters and syllables of scripts that run from the left, pictures, and what is not seen beside a letter.
_SYLLABLES = [
    *"ab12.,() Ẹọক龍山。「」ギ김ሰမက☑\0ཀ",
    *("Ẹ̀", "ọ́", "x\u0301\u0323", "কি", "ক্ষ", "র্ক্ষ্ম্য", "कि", "श्री", "र्ध्र्य", "ਪ੍ਰਿ", "கொ", "ஸ்ரீ", "ക്ഷ", "ක්‍ෂේ", "ශ්‍රී"),
    *("น้ำ", "ผึ้", "ທີ່", "ស្រី", "ကျော်", "က္ကို", "か\u3099", "\u1112\u1161\u11ab", "字\ufe0e", "a\u200db", "x\u00ady"),
    *("😀", "👩\u200d👧", "👍🏿", "🇬🇧", "❤️\u200d🔥", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=30).map("".join))
def test_any_mixture_from_the_left_is_read_back(text: str) -> None:
    found = part_of("".join(pages(exported(with_part(text), "record-pdf"))))
    assert found == typed(Faces().named(visible(text)))


def test_any_number_of_syllables_is_read_back_from_one_font() -> None:
    consonants = [chr(code) for code in range(0x0915, 0x0929)]
    words = [one + "्" + two + sign for one in consonants for two in consonants for sign in "ािीुे"]
    pdf = exported(with_part(" ".join(words)), "record-pdf")
    assert len(set(re.findall(rb"/BaseFont /(\w+\+NotoSansDevanagari)", pdf))) == 1
    assert set(words) <= set(" ".join(pages(pdf)).split())


def test_more_characters_than_one_font_can_hold_are_read_back() -> None:
    marks = [chr(code) for code in range(0x0300, 0x0385) if unicodedata.category(chr(code)) == "Mn"]
    text = " ".join(letter + one + two for letter in "gjqx" for one in marks for two in marks)
    pdf = exported(with_part(text), "record-pdf")
    assert len(set(re.findall(rb"/BaseFont /(\w+\+NotoSans-Regular)", pdf))) == 2
    assert Counter(text.replace(" ", "")) <= Counter("".join(pages(pdf)))


def said(line: Line) -> str:
    """What the characters of a line's runs say, in the order in which they are drawn."""
    return "".join(face(name)._font._said.get(ord(each), each) for name, run in line.runs for each in run)


_ANY = st.text(
    st.characters() | st.sampled_from("عبא\u0651\u064bאב (1)[]\u202e\u2067\u2069\u200f\u200dকি्ষ👩👧\ufe0f"), max_size=40
)
_BRACKETS = str.maketrans(dict.fromkeys("()[]{}<>«»‹›⟨⟩≤≥", "|"))


@settings(max_examples=300, deadline=None)
@given(_ANY, st.sampled_from([15, 100, 500]))
@example("a" + "\u0301" * 500, 100)
@example("\u0628" + "\u064b\u0651" * 300, 100)
@example("龍" * 300 + "\u2067(" * 100, 30)
def test_no_character_is_lost_whatever_is_typed(text: str, room: float) -> None:
    drawn = "".join(said(line) for line in Typesetter().lines(text, 10, room))
    wanted = Faces().named(visible(text).replace("\n", "").replace("\t", " "))
    assert Counter(squeezed(drawn).translate(_BRACKETS)) == Counter(squeezed(wanted).translate(_BRACKETS))


@pytest.mark.parametrize(
    "text", ["আ" * 100_000, "علي" * 33_000, "龍" * 100_000, "👍🏿" * 20_000, "ཀ" * 20_000, "\ud800" * 20_000]
)
def test_endless_words_come_out_whole(text: str) -> None:
    found = squeezed("".join(pages(exported(with_part(text), "record-pdf"))))
    wanted = Counter(Faces().named(visible(text)))
    assert all(found.count(letter) >= count for letter, count in wanted.items())


def line(text: str) -> Line:
    """A text on one line."""
    return Typesetter().line(text)


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("ক্ষ", ["ক", "্", "ষ"]),
        ("श्र", ["श", "्", "र"]),
        ("ਪ੍ਰ", ["ਪ", "੍", "ਰ"]),
        ("ஸ்ரீ", ["ஸ", "்", "ரீ"]),
        ("ක්‍ෂ", ["ක", "්", "ෂ"]),
        ("لا", ["ل", "ا"]),
        ("عليعلي", ["ع", "ل", "ي", "ع", "ل", "ي"]),
        ("👨‍👩‍👧‍👦", ["👨", "👩", "👧", "👦"]),
        ("🇬🇧", ["🇬", "🇧"]),
    ],
)
def test_letters_that_join_are_drawn_as_one(whole: str, parts: list[str]) -> None:
    assert line(whole).width < 0.95 * sum(line(part).width for part in parts)


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("Ọ̀", ["Ọ", "\u0300"]),
        ("ক্ষি", ["ক", "্", "ষ", "ি"]),
        ("a\u200d", ["a", "\u200d"]),
        ("র্ক্ষ্ম্য", ["র্ক্ষ্ম্য"]),
        ("👩\u200d👧", ["👩\u200d👧"]),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴", "󠁧󠁢󠁥󠁮󠁧󠁿"]),
    ],
)
def test_what_is_drawn_together_is_said_letter_by_letter_where_readers_can_bear_it(
    text: str, characters: list[str]
) -> None:
    """Firefox takes a character that says a letter and its mark for a mark; each reader reads a letter that stands
    twice at one place once."""
    ((name, drawn),) = line(text).runs
    assert [face(name)._font._said.get(ord(each), each) for each in drawn] == characters


@pytest.mark.parametrize("text", ["কি", "कि", "ਕਿ", "કિ", "கெ", "କେ", "කෙ", "ကေ"])
def test_a_vowel_sign_that_stands_first_is_drawn_first(text: str) -> None:
    ((name, drawn),) = line(text).runs
    shaped = face(name)
    parts, _ = shaped._font._glyphs[ord(drawn[0])]
    consonant = shaped._font.face.charToGlyph[ord(text[0])]
    assert len(parts) == 2 and parts[1][0] == consonant and parts[0][0] != consonant


@pytest.mark.parametrize("text", ["Ọ̀", "ẹ́", "ṣ", "ễ", "Ά", "й", "ж̑", "בּ", "ثَ", "ที่"])
def test_marks_sit_on_their_letter_and_take_no_room(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert len(apart) > 1
    assert line(apart).width == pytest.approx(line(apart[0]).width, rel=0.02)
    assert line(text).width == pytest.approx(line(apart).width, rel=0.02)


def ink(text: str) -> bytes:
    """The pixels of a record's first page with a text in it."""
    with pypdfium2.PdfDocument(exported(with_part(text), "record-pdf")) as document:
        return bytes(document[0].render(scale=1).buffer)


def test_letters_with_marks_look_the_same_however_they_were_typed() -> None:
    for text in ("Nguyễn Ọṣun", "김민준"):
        assert ink(unicodedata.normalize("NFD", text)) == ink(text) != ink("")


def test_arabic_is_joined_by_the_font_and_stands_at_the_right() -> None:
    assert line("محمد").right_to_left
    assert not line("Ruby محمد").right_to_left
    (joined,) = line("ببب").runs
    assert len(set(joined[1])) == 3  # initial, medial and final


def test_a_line_of_two_directions_is_drawn_in_the_order_in_which_it_is_seen() -> None:
    assert said(line("אב (12) גד")) == "דג (12) בא"
    assert said(line("see אב (גד) now")) == "see (דג) בא now"
    assert said(line("אב abc 7%")) == "abc 7% בא"
    assert said(line("אב \u202a+44 7700\u202c גד")).replace("\u202a", "").replace("\u202c", "") == "דג +44 7700 בא"


def test_an_override_turns_neither_names_nor_what_we_print() -> None:
    assert "".join(each for each in said(line("\u202eAma  ·  Draft 3")) if not is_unseen(each)) == "Ama  ·  Draft 3"
    session = Session(
        "x", [Child("a", "\u202eAma\u202b", None, "\u202e77", 0), NextStep("n", "\u202eAsk", "soon", "W")]
    )
    text = read(session, "record-pdf", ExportOptions(agency_name="\u202eNorthbrook", reference_label="\u202eRef"))
    for label in ("Northbrook", "GroupSupervisionRecord", "SMARTstepsTimescale", "Page1of", "Ama", "Ask"):
        assert label in "".join(each for each in text if not is_unseen(each))


def test_chinese_characters_are_japanese_among_kana() -> None:
    def fonts(text: str) -> set[str]:
        return {name for name, _ in line(text).runs}

    assert fonts("直") == {"NotoSansSC-Regular"}
    assert "NotoSansJP-Regular" in fonts("直さん")


def test_signs_that_close_stay_with_what_they_close() -> None:
    lines = [said(each) for each in Typesetter().lines("「山田」さん。" * 20, 10, 55)]
    assert len(lines) > 10
    assert not any(each[0] in "」。" or each[-1] == "「" for each in lines)


def test_widths_are_what_is_drawn() -> None:
    """Lines are as wide as they say, so that text ends where it should at the right edge and in tables."""
    for text in [*NAMES.values(), *TURNED.values()]:
        found = line(text)
        width = sum(face(name)._font.stringWidth(run, 1000) for name, run in found.runs)
        assert found.width == pytest.approx(width, abs=0.01)


def test_bold_holds_what_regular_holds() -> None:
    for family in ("NotoSans", "NotoNaskhArabic", "NotoSansHebrew"):
        assert held(f"{family}-Bold") == held(f"{family}-Regular")


def test_threads_that_ask_for_a_font_at_once_get_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each would draw what the other's composed, and find no width for it."""
    both_ask = Barrier(2)

    class Slow:
        def __init__(self, _name: str) -> None:
            with suppress(BrokenBarrierError):
                both_ask.wait(0.05)

    monkeypatch.setattr(shaping, "Face", Slow)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(shaping.face, ["a font of this test"] * 2)
    assert first is second
