"""The group supervision record as PDF: the form of Appendix 4, in its order."""

from app.export.drawing import About, draw
from app.export.form import BAND, BODY, Table, band, field_row, footers, heading, scale_row, text_part, tick_boxes
from app.export.genogram_pages import add_genogram, with_picture
from app.export.lines import Typesetter
from app.export.options import ExportOptions
from app.export.pages import SOFT, Flow
from app.export.record_content import (
    CHILD_HEADS,
    CHILDREN,
    CURRENT,
    DATE,
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

_GAP = 16.0


def record_pdf(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001  # one shape for all
    """The record as it prints."""
    content = record_content(session, options.agency_name)
    flow = lay_out(content, options)
    picture = add_genogram(flow, session) if options.with_genogram else None
    title = f"{TITLE}, {content.held_on}" if content.held_on else TITLE
    footers(flow, title)
    pdf = draw(flow.pages, About(title, content.agency_name), options.step)
    return with_picture(pdf, session, picture, options) if picture else pdf


def lay_out(content: RecordContent, options: ExportOptions) -> Flow:
    """The record's pages, without what stands at their foot."""
    flow = Flow(Typesetter(), options.check)
    heading(flow, content.agency_name, TITLE)
    left, _, baseline = field_row(flow, DATE)
    flow.words(content.held_on, BODY, left, baseline)
    flow.space(_GAP)
    _children(flow, content)
    tick_boxes(flow, STATUS, content.status)
    flow.space(_GAP)
    scale_row(flow, PREVIOUS, content.previous)
    flow.space(_GAP)
    for part, text in content.parts:
        text_part(flow, PART_LABELS[part], text)
        flow.space(_GAP)
    flow.keep(36 + 34)
    scale_row(flow, CURRENT, content.current)
    flow.y += 5
    flow.text(flow.typesetter.lines(MEANING, 9, flow.width), 9, 12.5, colour=SOFT)
    flow.space(_GAP)
    _next_steps(flow, content)
    return flow


def _children(flow: Flow, content: RecordContent) -> None:
    band(flow, CHILDREN)
    Table(flow, CHILD_HEADS, (0.46, 0.26, 0.28)).rows(content.children or [("", "", "")])


def _next_steps(flow: Flow, content: RecordContent) -> None:
    flow.keep(BAND + Table.head + 48)
    band(flow, NEXT_STEPS)
    Table(flow, STEP_HEADS, (0.54, 0.26, 0.2)).rows(content.next_steps or [("", "", "")] * 2, least=30.0)
