"""The group supervision record as a document: the form of Appendix 4, in its order."""

from app.export.blocks import Block, Document, Field, Gap, Heading, Remark, ScaleStrip, Section, Table, TextPart, Ticks
from app.export.genogram_sections import genogram_sections
from app.export.options import ExportOptions
from app.export.record_content import (
    CHILDREN,
    CURRENT,
    DATE,
    DRAFT,
    MEANING,
    NEXT_STEPS,
    PART_LABELS,
    PREVIOUS,
    STATUS,
    STEP_HEADS,
    TITLE,
    RecordContent,
    record_content,
)  # fmt: skip
from models.process import Process
from models.session import Session


def record_document(session: Session, process: Process, options: ExportOptions) -> Document:  # noqa: ARG001  # as all
    """The record, and the genogram at its end where that is asked for: no part of what was signed off."""
    content = record_content(session, options)
    title = f"{TITLE}, {content.held_on}" if content.held_on else TITLE
    mark = DRAFT if content.draft else ""
    signed = " ".join(filter(None, ("Signed off", content.signed_on)))
    foot = title if content.draft else f"{title}  ·  {signed}"
    sections = [Section(TITLE, record_blocks(content), foot, mark)]
    if options.with_genogram:
        sections += genogram_sections(session, title, mark, options.all_couples_solid)
    return Document(title, tuple(sections))


def record_blocks(content: RecordContent) -> list[Block]:
    """Every part of the form; empty fields stay empty fields."""
    parts: list[Block] = []
    for part, text in content.parts:
        parts += [TextPart(PART_LABELS[part], text), Gap()]
    return [
        Heading(TITLE, content.agency_name),
        Field(DATE, content.held_on),
        Gap(),
        Table(CHILDREN, content.child_heads, content.children, (0.46, 0.26, 0.28)),
        Ticks(STATUS, content.status),
        Gap(),
        ScaleStrip(PREVIOUS, content.previous),
        Gap(),
        *parts,
        ScaleStrip(CURRENT, content.current),
        Gap(5),
        Remark(MEANING),
        Gap(),
        Table(NEXT_STEPS, STEP_HEADS, content.next_steps, (0.54, 0.26, 0.2), blank=2, least=30.0),
        Gap(),
        *(Remark(line) for line in content.closing),
    ]
