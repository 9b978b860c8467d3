"""Which page is in view, and how large: above the pages."""

from PySide6.QtWidgets import QPushButton, QWidget

from widgets.documents.preview import Preview
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words


class PreviewBar(QWidget):
    """Page n of m, larger, smaller, as wide as there is room."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._page = words("", "hint")
        self._size = words("", "hint")
        self.buttons: list[QPushButton] = []
        flow = FlowLayout(self)
        for label in (self._page, self._size):
            label.setWordWrap(False)
        flow.addWidget(self._page)
        for name, do in (
            ("Zoom out", preview.zoom_out), ("Zoom in", preview.zoom_in), ("Fit width", preview.fit_width),
        ):  # fmt: skip
            button = named(QPushButton(name), name)
            button.setProperty("kind", "quiet")
            button.clicked.connect(do)
            self.buttons.append(button)
            flow.addWidget(button)
        flow.addWidget(self._size)
        preview.moved.connect(self._show)
        self._show()

    def _show(self) -> None:
        preview = self._preview
        self._page.setText(f"Page {preview.current} of {preview.count}" if preview.count else "No page")
        self._size.setText(f"{preview.per_cent} per cent of the paper’s size" if preview.count else "")
        for button in self.buttons:
            button.setEnabled(preview.count > 0)
