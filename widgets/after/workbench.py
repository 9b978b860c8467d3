"""The draft beside the page as it will print."""

from widgets.parts.reflow import TurningRow


class Workbench(TurningRow):
    """Draft and page side by side: both scroll, so they take the height that there is and ask for none."""

    def hasHeightForWidth(self) -> bool:
        """What they hold is no matter of theirs."""
        return False
