"""One workspace for each kind of phase."""

from importlib import import_module

from app.open_session import OpenSession
from models.process import PhaseKind
from widgets.workspaces.base import Workspace

#: Module and class of each kind's workspace; imported when the kind is first met, so that the window opens at once.
WORKSPACES = {
    PhaseKind.TALK: ("talk", "TalkWorkspace"),
    PhaseKind.DRAW: ("draw", "DrawWorkspace"),
    PhaseKind.WRITE: ("write", "WriteWorkspace"),
    PhaseKind.READ: ("read", "ReadWorkspace"),
    PhaseKind.CHOOSE: ("choose", "ChooseWorkspace"),
    PhaseKind.MAP: ("map", "MapWorkspace"),
    PhaseKind.HAND_OVER: ("hand_over", "HandOverWorkspace"),
    PhaseKind.CHECK_IN: ("check_in", "CheckInWorkspace"),
    PhaseKind.REVIEW: ("review", "ReviewWorkspace"),
}


def make_workspace(kind: PhaseKind, open_session: OpenSession) -> Workspace:
    """A workspace of that kind for the open session."""
    module, name = WORKSPACES[kind]
    workspace: Workspace = getattr(import_module(f"widgets.workspaces.{module}"), name)(open_session)
    return workspace
