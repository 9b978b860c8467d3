"""What couples are to each other, in which order, and how a child is theirs: as changes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.family import NewId, alone_couple, couple_of
from models.genogram import Bond, ChildOf, Descent, Parting, Partnership, Person
from models.kin import Family, family_of
from models.session import Change, Session

_NEXT_PARTING = {
    Parting.NONE: Parting.SEPARATED,
    Parting.SEPARATED: Parting.DIVORCED,
    Parting.DIVORCED: Parting.REUNITED,
    Parting.REUNITED: Parting.NONE,
}
_NEXT_BOND = {
    Bond.RELATIONSHIP: Bond.MARRIED,
    Bond.MARRIED: Bond.LIVING_TOGETHER,
    Bond.LIVING_TOGETHER: Bond.RELATIONSHIP,
}

#: What stands before a year in a couple's dates: "m 2009, s 2014".
BOND_DATE = {Bond.MARRIED: "m", Bond.LIVING_TOGETHER: "since", Bond.RELATIONSHIP: "since"}
PARTING_DATE = {Parting.SEPARATED: "s", Parting.DIVORCED: "d", Parting.REUNITED: "again"}


def couples_of_two(family: Family, person: str) -> list[Partnership]:
    """The partnerships with two partners, earlier first."""
    return [couple for couple in family.couples.get(person, ()) if len(family.partners(couple)) == 2]


def part_further(couple: Partnership) -> list[Change]:
    """One step on: together, separated, divorced, reunited, and together as ever."""
    return set_parting(couple, _NEXT_PARTING[couple.parting])


def set_parting(couple: Partnership, parting: Parting) -> list[Change]:
    """How a couple parted; who is divorced was married, where nothing was said of how they were together."""
    married = parting is Parting.DIVORCED and couple.bond is Bond.RELATIONSHIP
    return [Change(couple, replace(couple, parting=parting, bond=Bond.MARRIED if married else couple.bond))]


def bond_next(couple: Partnership) -> list[Change]:
    """Married, living together, in a relationship, by turns."""
    return [Change(couple, replace(couple, bond=_NEXT_BOND[couple.bond]))]


def set_date(couple: Partnership, word: str, when: str) -> list[Change]:
    """When a couple married, parted and so on: `word` stands before it; "" takes the date away."""
    parts = [part.strip() for part in couple.dates.split(",") if part.strip()]
    place = next((at for at, part in enumerate(parts) if re.match(rf"{re.escape(word)}\b", part)), len(parts))
    parts[place : place + 1] = [f"{word} {when.strip()}"] if when.strip() else []
    return [Change(couple, replace(couple, dates=", ".join(parts)))]


def move_couple(family: Family, couple: Partnership, by: int) -> list[Change]:
    """Among the partnerships of whichever of the two has several, earlier (-1) or later (1); none at the end."""
    for person in family.partners(couple):
        held = list(family.couples[person])
        place = held.index(couple)
        if len(held) > 1 and 0 <= place + by < len(held):
            held.insert(place + by, held.pop(place))
            return _ranked(family, held)
    return []


def _ranked(family: Family, wanted: Sequence[Partnership]) -> list[Change]:
    """The ranks that these partnerships have already, in another order; where some are alike, all are counted anew."""
    ranks = sorted(couple.rank for couple in wanted)
    if len(set(ranks)) == len(ranks):
        return [Change(couple, replace(couple, rank=rank)) for couple, rank in zip(wanted, ranks, strict=True)]
    others = [couple for couple in family.partnerships.values() if couple not in wanted]
    in_order = sorted(others, key=lambda couple: couple.rank)
    place = sum(couple.rank < ranks[0] for couple in in_order)
    in_order[place:place] = wanted
    return [Change(couple, replace(couple, rank=rank)) for rank, couple in enumerate(in_order)]


def remove_couple(family: Family, couple: Partnership) -> list[Change]:
    """Two people who were no couple after all: their children stay the first partner's."""
    brood = family.broods.get(couple.id, [])
    if not brood:
        return [Change(couple, None)]
    first = family.partners(couple)[0]
    alone = alone_couple(family, first)
    if alone is None or alone == couple:
        return [Change(couple, replace(couple, first=first, second=""))]
    return [*(Change(link, replace(link, partnership=alone.id)) for link in brood), Change(couple, None)]


def set_descent(link: ChildOf, descent: Descent) -> list[Change]:
    """By birth, adopted, fostered, in kinship care, or a stepchild."""
    return [Change(link, replace(link, descent=descent))]


def add_carers(session: Session, child: str, carers: Sequence[Person], descent: Descent, new_id: NewId) -> list[Change]:
    """One or two people whose child this is as well, beside the birth parents; they may be drawn already."""
    family = family_of(session)
    changes = [Change(None, carer) for carer in carers if carer.id not in family.people]
    ids = [carer.id for carer in carers]
    held = couple_of(family, *ids) if len(ids) == 2 else alone_couple(family, ids[0])
    if held is None:
        held = Partnership(new_id(), ids[0], ids[1] if len(ids) > 1 else "", rank=session.next_rank(Partnership))
        changes.append(Change(None, held))
    if any(link.partnership == held.id for link in family.origins.get(child, ())):
        return []
    return [*changes, Change(None, ChildOf(new_id(), child, held.id, descent))]


def remove_origin(family: Family, link: ChildOf) -> list[Change]:
    """Nobody's child any more, as far as this tie goes; a partnership of one parent without children ends."""
    couple = family.partnerships[link.partnership]
    others = [other for other in family.broods[couple.id] if other != link]
    ends = [] if others or len(family.partners(couple)) > 1 else [Change(couple, None)]
    return [Change(link, None), *ends]


def shared_origin(family: Family, one: str, other: str) -> tuple[ChildOf, ChildOf] | None:
    """How two siblings hang from the parents they share."""
    for mine in family.origins.get(one, ()):
        for theirs in family.origins.get(other, ()):
            if mine.partnership == theirs.partnership and mine.child != theirs.child:
                return mine, theirs
    return None


def make_twins(family: Family, one: str, other: str, new_id: NewId, identical: bool = False) -> list[Change]:
    """Twins, or more where one has a twin already; none where they share no parents."""
    shared = shared_origin(family, one, other)
    if shared is None:
        return []
    key = shared[0].twins or shared[1].twins or new_id()
    old = {link.twins for link in shared if link.twins}
    brood = family.broods[shared[0].partnership]
    return [
        Change(link, replace(link, twins=key, identical=identical))
        for link in brood
        if link in shared or link.twins in old
    ]


def twins_of(family: Family, mine: ChildOf) -> list[ChildOf]:
    """The ties of a child and its twins to the parents, the child's first; none where there is no twin."""
    brood = family.broods[mine.partnership]
    others = [link for link in brood if mine.twins and link.twins == mine.twins and link.child != mine.child]
    return [mine, *others] if others else []


def twin_tie(family: Family, person: str) -> ChildOf | None:
    """The tie to parents by which somebody is a twin."""
    return next((mine for mine in family.origins.get(person, ()) if twins_of(family, mine)), None)


def set_identical(family: Family, mine: ChildOf, identical: bool) -> list[Change]:
    """Identical twins, or not."""
    return [Change(link, replace(link, identical=identical)) for link in twins_of(family, mine)]


def end_twins(family: Family, mine: ChildOf) -> list[Change]:
    """No twin after all; the other one of two is none either."""
    together = twins_of(family, mine)
    leaving = together if len(together) == 2 else together[:1]
    return [Change(link, replace(link, twins="", identical=False)) for link in leaving]


def set_twin(family: Family, mine: ChildOf, other: str, new_id: NewId) -> list[Change]:
    """A twin of that sibling, or for "" of nobody."""
    return make_twins(family, mine.child, other, new_id, mine.identical) if other else end_twins(family, mine)


def twins_next(family: Family, person: str) -> list[Change]:
    """Twins are identical; identical twins are none after all."""
    mine = twin_tie(family, person)
    if mine is None:
        return []
    return end_twins(family, mine) if mine.identical else set_identical(family, mine, True)
