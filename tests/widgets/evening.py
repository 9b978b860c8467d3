"""A session near its end, for tests of what comes after the cards: picks, points, ratings, answers."""

from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from models.cards import Audience, Card, CardKind
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, ScaleKind
from models.people import Child
from models.review import CheckIn
from models.session import Details, Session
from tests.helpers import ROOM
from tests.widgets.rooms import open_room
from widgets.workspaces import make_workspace
from widgets.workspaces.base import Workspace

W = TypeVar("W", bound=QWidget)


def evening(*more: object) -> Session:
    """Cards of two steps, one of them picked, points in two columns, two ratings."""
    question, goal = CardKind.QUESTION, CardKind.SAFETY_GOAL
    return Session(
        "session-1",
        [
            *ROOM,
            Details(title="Marsh", held_on=date(2026, 3, 2)),
            Child("tilly", "Tilly Marsh"),
            Card("q1", "working-well", question, "bea", "What does Gran do on Fridays?", 0, Audience.RELATIVE),
            Card("q2", "working-well", question, "carys", "Who notices first?", 1, asked_of="Mum", strongest=True),
            Card("q3", "working-well", question, "bea", "What does school see?", 2, Audience.PROFESSIONAL),
            Card("s1", "scales", CardKind.SCALING_QUESTION, "bea", "How calm is bedtime?", 3, ten="Calm", zero="Loud"),
            Card("g1", "safety-goals", goal, "bea", "Tilly sleeps without fear.", 4),
            Card("g2", "safety-goals", goal, "farah", "Dean asks for help in time.", 5),
            MapPoint("gran", Column.WORKING_WELL, "Gran stays on Fridays", 0, card="q1", step="working-well"),
            MapPoint("school", Column.WORKING_WELL, "Mum takes them to school", 1, AnalysisTerm.EXISTING_STRENGTH),
            MapPoint("dean", Column.WORRIED, "Dean drank in March", 2, AnalysisTerm.PAST_HARM),
            Rating("own", ScaleKind.SAFETY, "Wren", 4, True, 0),
            Rating("mum", ScaleKind.SAFETY, "Mum", 7, False, 1),
            CheckIn("working-well", "Gran's part", 4),
            *more,  # type: ignore[list-item]
        ],
    )


def entered(qtbot: QtBot, step: str, phase: str, session: Session | None = None) -> tuple[OpenSession, Workspace]:
    """A workspace of the real process on screen."""
    room = open_room(session or evening(), step, phase, resources.process("group_supervision"))
    workspace = make_workspace(room.engine.phase.kind, room)
    qtbot.addWidget(workspace)
    workspace.resize(900, 560)
    workspace.show()
    workspace.enter(room.engine.step, room.engine.phase)
    return room, workspace


def by_name(where: QWidget, kind: type[W], name: str) -> W:
    """The one widget of a kind with this accessible name that is not hidden."""
    found = [widget for widget in where.findChildren(kind) if widget.accessibleName() == name and widget.isVisible()]
    assert len(found) == 1, f"{len(found)} of {kind.__name__} named {name}"
    return found[0]


def focus(qtbot: QtBot, widget: QWidget) -> None:
    """Give a widget the keyboard, in a window that is the active one."""
    widget.window().activateWindow()
    qtbot.waitUntil(widget.window().isActiveWindow)
    widget.setFocus()
