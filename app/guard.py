"""Keeps an error inside an overridden method of Qt's from ending the process.

On Python 3.11 an error that C code raised ("list index out of range", "already deleted") is no whole exception yet when
it leaves a method that Qt called, and PySide6 6.11 writes into what is there instead: the process dies on the spot.
Once caught in Python it is whole, and goes to the one handler of bugs as every other does.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

#: From here on errors are whole from the start.
WHOLE_SINCE = (3, 12)


def guard_overrides(*bases: type) -> None:
    """From now on: in every class made from one of Qt's `bases`. Called before the first of them is made."""
    if sys.version_info >= WHOLE_SINCE:
        return
    for base in bases:
        base.__init_subclass__ = classmethod(_guarding(base))  # type: ignore[assignment]


def _guarding(base: type) -> Callable[..., None]:
    def guard(cls: Any, /, **keywords: Any) -> None:
        super(base, cls).__init_subclass__(**keywords)  # type: ignore[arg-type]  # a class, given as Any
        of_qt = [parent for parent in cls.__mro__ if parent.__module__.startswith("PySide6")]
        for name, value in list(vars(cls).items()):
            if type(value) is FunctionType and any(name in vars(parent) for parent in of_qt):
                setattr(cls, name, _caught_once(value))

    return guard


def _caught_once(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*arguments: Any, **keywords: Any) -> Any:
        try:
            return method(*arguments, **keywords)
        except BaseException:  # noqa: TRY203  # catching is what makes it whole
            raise

    return call
