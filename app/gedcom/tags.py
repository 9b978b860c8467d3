"""What Askwell says in GEDCOM beyond the standard: each tag, and the URI that defines it (7.0, "Extensions").

Every one hangs from standard structures that say as much as the standard can say, so that a program that does not know
them loses a shade and no person.

    tag          under        says
    _INDEX Y     INDI         this is an index child
    _LABEL       INDI         the free label
    _NAME        INDI         the name, where NAME cannot say it: a slash, a line break, spaces at its ends
    _AGE         INDI         the age as it was said, of somebody who lives (GEDCOM knows ages only at events)
    _LIFE        INDI         pregnancy, miscarriage, stillbirth, termination; FACT says it in words
    _OUTSIDE     INDI         a friend or professional: a pointer to whose, or Y where nobody's
    _TWINS       INDI.FAMC    children of one text here were born together; _IDENTICAL Y under it
    _DATES       FAM          a couple's dates, where MARR, DIV and EVEN do not say them as they were said
    _LINE        INDI.ASSO    close, conflict, violence …: the line to that person; PHRASE under it, what stands on it
    _HOUSE       record       a household: its name; _MEMBER under it, a pointer to each who lives there
"""

_BASE = "urn:askwell:gedcom:"

INDEX = f"{_BASE}index"
LABEL = f"{_BASE}label"
NAME = f"{_BASE}name"
AGE = f"{_BASE}age"
LIFE = f"{_BASE}life"
OUTSIDE = f"{_BASE}outside"
TWINS = f"{_BASE}twins"
IDENTICAL = f"{_BASE}identical"
DATES = f"{_BASE}dates"
LINE = f"{_BASE}line"
HOUSE = f"{_BASE}house"
MEMBER = f"{_BASE}member"

#: The tag that stands for each URI in a file of ours.
TAGS = {
    uri: f"_{uri.removeprefix(_BASE).upper()}"
    for uri in (INDEX, LABEL, NAME, AGE, LIFE, OUTSIDE, TWINS, IDENTICAL, DATES, LINE, HOUSE, MEMBER)
}
#: What a file of ours says it was written by.
SOURCE = "ASKWELL"
