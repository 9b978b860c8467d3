"""The group supervision record as plain text: sections under their printed labels, ready to be pasted."""

from collections.abc import Sequence

from app.export.characters import visible
from app.export.options import ExportOptions
from app.export.record_content import (
    FAMILY,
    FAMILY_LABEL,
    MEANING,
    SECTIONS,
    STEP_HEADS,
    TITLE,
    RecordContent,
    record_content,
)  # fmt: skip
from models.family_words import family_text
from models.kin import family_of
from models.process import Process
from models.session import Session


def record_text(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001  # as all exporters
    """The whole record, in UTF-8."""
    options.check()
    return plain_text(session, options, "").encode()


def plain_text(session: Session, options: ExportOptions, section: str) -> str:
    """One section's content without its label, for a field of a case system; or the whole with headings for "".

    `options.with_genogram` adds the family in words to the whole, where anybody is drawn.
    """
    if section == FAMILY:
        return visible(family_text(family_of(session)))
    content = record_content(session, options)
    if section:
        return visible(section_text(content, section))
    title = " ".join(filter(None, (content.agency_name, TITLE)))
    blocks = [f"{title}\n{'=' * min(len(title), 80)}"]
    for each, label in SECTIONS.items():
        blocks.append(f"{label}\n{'-' * len(label)}\n{section_text(content, each)}".rstrip("\n"))
        if each == "current":
            blocks[-1] += f"\n{MEANING}"
    blocks.append("\n".join((content.standing, *content.amendments)))
    if options.with_genogram and (family := family_text(family_of(session))):
        blocks.append(f"{FAMILY_LABEL}\n{'-' * len(FAMILY_LABEL)}\n{family}")
    return visible("\n\n".join(blocks) + "\n")


def section_text(content: RecordContent, section: str) -> str:
    """What a section holds; "" where it is an empty field. KeyError where there is no such section."""
    fields = {
        "held_on": content.held_on,
        "children": _rows(content.child_heads, content.children),
        "status": content.ticked,
        "previous": _number(content.previous),
        **{part.value: text for part, text in content.parts},
        "current": _number(content.current),
        "next_steps": _rows(STEP_HEADS, content.next_steps),
    }
    return fields[section]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Each row as a numbered block: its first field, then the others under their heads; empty ones are left out."""
    blocks = []
    for number, (first, *others) in enumerate(rows, 1):
        lines = [f"{number}. {first}"]
        lines += [f"   {head}: {text}" for head, text in zip(heads[1:], others, strict=True) if text.strip()]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)
