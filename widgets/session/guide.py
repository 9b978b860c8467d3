"""What the facilitator says in this phase, the ground rule that matters in it, and the quiet line that takes the
rule's place for some seconds: a nudge, a reminder, a sentence about what happened."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.process import Phase, PhaseKind, Process
from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.eliding import ElidingLabel
from widgets.parts.fields import named
from widgets.parts.reflow import words

#: Milliseconds for which a quiet line stays, where nothing else takes it away.
LINE_STAYS = 9_000


class GuidePanel(QWidget):
    """The phase's words beside its ground rule; slim while the workspace needs the room, and one line in a small
    window. "More" opens all of it.

    Signals:
        turned: other words, or more or fewer of them, are shown.
    """

    turned = Signal()

    def __init__(self, process: Process, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = process
        self._rule = ""
        self._one_line = self._large = self._slim = self._noting = False
        self._phase: Phase | None = None
        self.say = ElidingLabel("", "subtitle")
        self.points = words("", "hint")
        self.line = words("", "subtitle")
        self.watch = words("", "hint")
        self.more = named(QPushButton("More"), "More", "Prompts and what to watch for")
        self.more.setCheckable(True)
        self.more.setProperty("kind", "quiet")
        self.more.toggled.connect(self._show_more)
        self.late = named(QPushButton("We began earlier…"), "We began earlier…")
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.clear_line)
        self._lay_out()

    def _lay_out(self) -> None:
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._say_box, left = self._box("say")
        said = self._said = QHBoxLayout()
        said.addWidget(self.say, 1)
        left.addLayout(said)
        left.addWidget(self.points)
        self._line_box, right = self._box("panel")
        top = self._top = QHBoxLayout()
        under = self._under = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.late)
        under.addWidget(self.watch, 1)
        right.addLayout(top)
        right.addLayout(under)
        row.addWidget(self._say_box, 1)
        row.addWidget(self._line_box, 1)

    def _box(self, kind: str) -> tuple[QFrame, QVBoxLayout]:
        box = QFrame()
        box.setProperty("kind", kind)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(2)
        return box, inside

    def minimumSizeHint(self) -> QSize:
        """As high as the words need at the width they get: labels that wrap ask for two lines, whatever they hold."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_phase(self, phase: Phase, slim: bool) -> None:
        """Turn to a phase's words, without what to watch for where `slim`; a quiet line of the phase before goes."""
        self._phase, self._slim = phase, slim
        self.say.setText(phase.say)
        self._rule = self._process.rule(phase.rule).text if phase.rule else ""
        self.more.setChecked(False)
        self.clear_line()

    def set_look(self, one_line: bool, large: bool) -> None:
        """In a small window `one_line`, and everything one under the other behind "More". In the projector view
        `large` words, one under the other, and nothing that is for the facilitator alone."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if one_line or large else across)
        self._row.setSpacing(4 if one_line or large else 12)
        for box in (self._say_box, self._line_box):
            inside = box.layout()
            if inside is not None:
                inside.setContentsMargins(*((8, 0, 0, 0) if one_line else (12, 6, 8, 6)))
        theme.mark(self.say, "spoken" if large else "subtitle")
        self._one_line, self._large = one_line, large
        if large:
            self.more.setChecked(False)
        self._show_more(self.more.isChecked())

    def show_line(self, text: str, stays: bool = False, late: bool = False) -> None:
        """Show a quiet line in the rule's place: for some seconds, or until it is cleared; `late` offers to set a late
        start right."""
        self.line.setText(text)
        self.late.setVisible(late)
        self._set_noting(True)
        announce(self, text)
        if stays:
            self._end.stop()
        else:
            self._end.start(LINE_STAYS)

    def clear_line(self) -> None:
        """The ground rule again."""
        self._end.stop()
        self.line.setText(self._rule)
        self.late.hide()
        self._set_noting(False)

    def _set_noting(self, noting: bool) -> None:
        self._noting = noting
        theme.mark(self._line_box, "say" if noting else "panel")
        self._show_more(self.more.isChecked())

    def _show_more(self, shown: bool) -> None:
        if self._phase is None:
            return
        folded = self._one_line and not shown
        slim = folded or self._large or (self._slim and not shown)
        # The talk workspace has the points in its own view.
        points = () if self._phase.kind is PhaseKind.TALK else self._phase.points
        watch = self._phase.watch_for
        self.say.set_one_line(folded)
        self._say_box.setVisible(not (folded and self._noting))
        self._line_box.setVisible(not folded or self._noting)
        self.points.setText("\n".join(f"• {point}" for point in points))
        self.points.setVisible(shown and bool(points) and not self._large)
        self.watch.setText("Watch for: " + ("\n• ".join(("", *watch)) if shown else watch[0]) if watch else "")
        self.watch.setVisible(bool(watch) and not slim)
        self._place_more(slim or not watch)
        self.more.setText("Less" if shown else "More")
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(not self._large and (bool(points) or len(watch) > 1 or slim or self._one_line))
        self.turned.emit()

    def _place_more(self, in_first_line: bool) -> None:
        """At the end of the last line that is in sight while the panel is closed."""
        at = self._said if self._one_line else self._top if in_first_line else self._under
        at.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)


def plain_label(text: str, kind: str) -> QLabel:
    """A short label that does not wrap."""
    label = words(text, kind)
    label.setWordWrap(False)
    return label
