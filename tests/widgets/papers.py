"""Documents and printers for tests: a PDF of bare pages, and a printer that prints into a file."""

from io import BytesIO
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

A4, LYING = (595.28, 841.89), (841.89, 595.28)


def pdf(*sizes: tuple[float, float], bar: tuple[float, float] = (0.85, 0.05)) -> bytes:
    """Pages of these sizes in points: each with a bar across it, as dark as it is late, and with its number in words.

    `bar` is where it begins above the foot and how high it is, in parts of the page.
    """
    out = BytesIO()
    canvas = Canvas(out)
    for place, (width, height) in enumerate(sizes):
        canvas.setPageSize((width, height))
        canvas.setFillGray(1 - (place + 1) / (len(sizes) + 1))
        canvas.rect(0, height * bar[0], width, height * bar[1], stroke=0, fill=1)
        canvas.drawString(100, 100, f"This is sheet {place + 1}.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def printer(file: Path) -> QPrinter:
    """One that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(file))
    return made
