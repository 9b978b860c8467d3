"""The same family drawn by Graphviz `dot`, as somebody without Askwell would have it: a box a person, a point a couple,
partners of one rank. Its places are read back as a Drawing, so that the same things can be counted of both.
"""

import json
import shutil
import subprocess
from time import perf_counter
from typing import Any

from app.genogram.drawing import SYMBOL, Drawing, DrawnLine, Measure, Placed, Point
from models.kin import Family

DPI = 72.0
PATIENCE = 120.0  # seconds until dot is given up


def available() -> bool:
    """Whether `dot` is installed."""
    return shutil.which("dot") is not None


def draw(family: Family, measure: Measure) -> tuple[Drawing | None, float]:
    """What dot makes of a family, and its seconds; None where it did not end in PATIENCE."""
    boxes = {person: _box(measure(who)) for person, who in family.people.items()}
    began = perf_counter()
    try:
        done = subprocess.run(
            ["dot", "-Tjson"],
            input=_source(family, boxes),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return None, PATIENCE
    return _drawing(family, boxes, json.loads(done.stdout)), perf_counter() - began


def _box(label: tuple[float, float]) -> tuple[float, float]:
    return max(SYMBOL, label[0]), SYMBOL + 5 + label[1]


def _source(family: Family, boxes: dict[str, tuple[float, float]]) -> str:
    lines = ["graph {", 'graph [nodesep=0.36, ranksep=0.4]; node [shape=box, fixedsize=true, label=""];']
    for person, (width, height) in boxes.items():
        lines.append(f'"{person}" [width={width / DPI:.4f}, height={height / DPI:.4f}];')
    for couple in family.partnerships.values():
        partners = family.partners(couple)
        lines.append(f'"+{couple.id}" [shape=point, width=0.01];')
        lines += [f'"{person}" -- "+{couple.id}" [weight=8];' for person in partners]
        if len(partners) == 2:
            lines.append(f'{{rank=same; "{partners[0]}"; "+{couple.id}"; "{partners[1]}"}}')
        lines += [f'"+{couple.id}" -- "{link.child}";' for link in family.broods.get(couple.id, ())]
    return "\n".join([*lines, "}"])


def _drawing(family: Family, boxes: dict[str, tuple[float, float]], plain: dict[str, Any]) -> Drawing:
    names = {node["_gvid"]: node["name"] for node in plain["objects"] if "name" in node}
    centres = {node["name"]: _point(node["pos"]) for node in plain["objects"] if "pos" in node}
    heights = sorted({round(centres[person][1]) for person in family.people})
    people = {
        person: Placed(person, centres[person][0], centres[person][1] - height / 2 + SYMBOL / 2, width, height,
                       heights.index(round(centres[person][1])))
        for person, (width, height) in boxes.items()
    }  # fmt: skip
    links = {(link.partnership, link.child): link.id for link in family.children}
    lines = []
    for edge in plain.get("edges", ()):
        points = tuple(_point(spot) for spot in edge["pos"].split() if not spot.startswith(("e,", "s,")))
        tail, head = names[edge["tail"]], names[edge["head"]]
        couple, person = (tail[1:], head) if tail.startswith("+") else (head[1:], tail)
        if (couple, person) in links and tail.startswith("+"):
            lines.append(DrawnLine("descent", links[couple, person], (person,), points))
        else:
            lines.append(DrawnLine("couple", couple, (person,), points))
    return Drawing(people, tuple(lines))


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), -float(y)
