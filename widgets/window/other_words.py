"""Other words for what can be done, as people who look for it might type them."""

from collections.abc import Mapping

from models.finding import folded

#: By words that stand, one after the other, in the name of an action.
OTHER_WORDS: Mapping[str, str] = {
    "add card as starter": "own stems team keep",
    "advisor": "adviser second screen monitor helper",
    "agency": "council local authority organisation logo letterhead",
    "amend": "correct change edit mistake",
    "as the computer": "system automatic follow default theme",
    "author": "writer who",
    "blank cards": "paper empty print",
    "blank screen": "hide black cover curtain empty private stranger",
    "case system": "clipboard paste",
    "chime": "sound bell noise quiet mute silent alarm",
    "colours": "colors theme mode looks appearance",
    "contrast": "accessible visibility theme mode black yellow colours",
    "dark": "night black theme mode colours colors",
    "documents": "pdf word paper files download export",
    "draft again": "rewrite redo regenerate",
    "export": "save download file pdf word docx",
    "find an action": "search command palette",
    "finish": "end close done complete stop",
    "full screen": "fullscreen maximise maximize presentation",
    "genogram": "family tree drawing",
    "goal": "aim purpose want",
    "help": "guide support manual how what",
    "home": "start list sessions leave close back",
    "key card": "keyboard shortcuts hotkeys cheat sheet print help",
    "larger": "bigger zoom in increase magnify font text size",
    "leave this step out": "skip omit drop",
    "light": "day white bright theme mode colours colors",
    "mask names": "hide anonymise anonymize anonymous initials private privacy redact",
    "minute": "time timer clock longer extend extra",
    "motion": "animation still calm",
    "new session": "create start begin meeting",
    "next phase": "forward on continue advance move",
    "participant": "person people attendee guest late",
    "people and case": "participants attendees roles family children prepare",
    "practice": "demo example sample try training",
    "previous phase": "back return",
    "print": "paper printer pdf",
    "private notes": "secret personal memo own",
    "projector": "beamer presentation wall room big",
    "question sheets": "cards handout take away",
    "quit": "exit close stop",
    "record": "report form write up",
    "redo": "again forward repeat",
    "settings": "preferences options",
    "shield": "hide cover cards secret",
    "sign off": "approve signature",
    "smaller": "zoom out decrease font text size",
    "starters": "stems prompts ideas examples suggestions inspiration questions",
    "steps": "list overview where",
    "strongest": "best star favourite",
    "timer": "clock countdown stopwatch time minutes",
    "undo": "back revert mistake wrong",
    "usual size": "zoom normal reset 100",
    "we began": "late start earlier forgot",
    "write as": "author hand writer who",
}


def other_words(name: str) -> str:
    """Other words for an action of that name."""
    stands = f" {' '.join(folded(name))} "
    return " ".join(also for words, also in OTHER_WORDS.items() if f" {words} " in stands)
