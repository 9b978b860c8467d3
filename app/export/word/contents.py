"""The contents of a Word file: every section after it, to go there with a click, and the number of its page."""

from docx.oxml.ns import qn

from app.export.blocks import Contents
from app.export.word.markup import Element, add
from app.export.word.words import say
from app.export.word.writer import Writer


def contents(writer: Writer, _block: Contents) -> None:
    """An entry for each section. Word counts the pages when it prints or is asked to (F9), and LibreOffice at once.

    No field is marked as out of date: Word would ask whoever opens the file about "other files" that it may refer to.
    """
    for number in range(writer.section + 1, len(writer.document.sections)):
        entry = writer.paragraph("toc 1", tab=writer.width, dots=True)
        link = add(entry, "hyperlink", anchor=_name(number), history=1)
        say(link, writer.document.sections[number].title)
        say(link, "\t")
        add(link, "fldSimple", instr=f"PAGEREF {_name(number)}")


def name_section(writer: Writer, beginning: Element) -> None:
    """Give a section a name for the contents to refer to: at its first paragraph, which `beginning` is or holds."""
    first = beginning if beginning.tag == qn("w:p") else next(beginning.iter(qn("w:p")))
    start = add(first, "bookmarkStart", id=writer.section, name=_name(writer.section))
    end = add(first, "bookmarkEnd", id=writer.section)
    first[0].addnext(start)  # after its layout
    start.addnext(end)


def _name(section: int) -> str:
    return f"section{section + 1}"
