"""A session as it may be seen by strangers: a copy in which no text of the case holds a name in full."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from models.people import Child, Participant
from models.record import Amendment, SignOff
from models.session import KINDS, Session, set_fields
from models.signing import given_sign_off, record_digest, signed_off

#: Texts that refer or are ours, of whatever kind of entity; every other one is people's own.
_REFERENCES = frozenset((
    "id", "step", "phase", "process", "finish_by", "author", "card", "point", "review_round", "scale", "digest",
    "first", "second", "child", "partnership", "twins", "friend_of",
))  # fmt: skip
#: Those who are in the room stay who they are.
_IN_THE_ROOM: dict[type[Any], tuple[str, ...]] = {Participant: ("name", "job"), SignOff: ("name",), Amendment: ("by",)}


#: By kind of entity, the fields in which names of the case may stand.
TEXTS: Mapping[type[Any], tuple[str, ...]] = {
    kind: tuple(
        field.name
        for field in fields(kind)
        if field.type is str and field.name not in _REFERENCES.union(_IN_THE_ROOM.get(kind, ()))
    )
    for kind in KINDS
}


def masked_session(session: Session, text: Callable[[str], str]) -> Session:
    """A copy of which each text reads as `text` gives it; children have neither date of birth nor reference number in
    it.

    A record that is signed off is so in the copy, too.
    """

    def hide(entity: Any) -> Any:
        seen: dict[str, Any] = {name: text(getattr(entity, name)) for name in TEXTS[type(entity)]}
        if isinstance(entity, Child):
            seen |= {"reference": "", "born": None}
        return replace(entity, **seen)

    shown = Session(session.id, [hide(entity) for entity in session.entities()])
    given = given_sign_off(shown)
    if given is not None and signed_off(session) is not None:
        shown.apply([set_fields(shown, given, digest=record_digest(shown))])
    return shown
