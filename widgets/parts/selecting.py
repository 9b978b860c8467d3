"""Lists used from a screen reader: it selects a row, and what is selected becomes the row that is acted on."""

from PySide6.QtWidgets import QAbstractItemView


def act_on_what_is_selected(view: QAbstractItemView) -> None:
    """Make the selected row the current one. Call it again whenever the view is given another model."""

    def follow() -> None:
        rows = view.selectionModel().selectedIndexes()
        if rows and view.currentIndex() != rows[0]:
            view.setCurrentIndex(rows[0])

    view.selectionModel().selectionChanged.connect(follow)
