"""The group supervision record as HTML for the clipboard, whole or section by section. No styles: the case system's
own hold where it is pasted."""

from collections.abc import Sequence
from html import escape

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
from models.family_words import family_in_words
from models.kin import family_of
from models.session import Session

_BULLET = "• "


def clipboard_html(session: Session, options: ExportOptions, section: str) -> str:
    """One section's content without its label, or the whole with headings for "".

    `options.with_genogram` adds the family in words to the whole, where anybody is drawn.
    """
    if section == FAMILY:
        return _family(session)
    content = record_content(session, options)
    if section:
        return _section(content, section)
    title = " ".join(filter(None, (content.agency_name, TITLE)))
    blocks = [f"<h1>{_text(title)}</h1>"]
    for each, label in SECTIONS.items():
        blocks.append(f"<h2>{_text(label)}</h2>\n{_section(content, each)}")
        if each == "current":
            blocks.append(f"<p><small>{_text(MEANING)}</small></p>")
    blocks += [f"<p><small>{_text(line)}</small></p>" for line in (content.standing, *content.amendments)]
    if options.with_genogram and (family := _family(session)):
        blocks.append(f"<h2>{_text(FAMILY_LABEL)}</h2>\n{family}")
    return "\n".join(blocks)


def _family(session: Session) -> str:
    blocks = []
    for passage in family_in_words(family_of(session)):
        blocks.append(f'<h3 dir="auto">{_text(passage.heading)}</h3>')
        blocks += [f'<p dir="auto">{_text(paragraph)}</p>' for paragraph in passage.paragraphs]
    return "\n".join(blocks)


def _section(content: RecordContent, section: str) -> str:
    """What a section holds; KeyError where there is no such section."""
    fields = {
        "held_on": _paragraphs(content.held_on),
        "children": _table(content.child_heads, content.children),
        "status": _paragraphs(content.ticked),
        "previous": _paragraphs("" if content.previous is None else str(content.previous)),
        **{part.value: _paragraphs(text) for part, text in content.parts},
        "current": _paragraphs("" if content.current is None else str(content.current)),
        "next_steps": _table(STEP_HEADS, content.next_steps),
    }
    return fields[section]


def _text(text: str) -> str:
    """Text of people as text: escaped, and its runs of spaces kept."""
    return escape(visible(text)).replace("  ", " \N{NO-BREAK SPACE}").replace("\n", "<br>")


def _paragraphs(text: str) -> str:
    """Paragraphs parted by empty lines; lines that begin with • as a list."""
    out: list[str] = []
    bullets: list[str] = []
    lines: list[str] = []

    def close() -> None:
        if lines:
            out.append(f'<p dir="auto">{"<br>".join(map(_text, lines))}</p>')
            lines.clear()
        if bullets:
            out.append("<ul>" + "".join(f'<li dir="auto">{_text(bullet)}</li>' for bullet in bullets) + "</ul>")
            bullets.clear()

    for line in visible(text).split("\n"):
        bulleted = line.startswith(_BULLET)
        if not line.strip() or bulleted != bool(bullets):
            close()
        if bulleted:
            bullets.append(line[len(_BULLET) :])
        elif line.strip():
            lines.append(line)
    close()
    return "\n".join(out) or "<p></p>"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{_text(each)}</th>" for each in heads)
    body = "".join("<tr>" + "".join(f'<td dir="auto">{_text(cell)}</td>' for cell in row) + "</tr>" for row in rows)
    return f'<table border="1"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
