"""GEDCOM, the file in which genealogy programs exchange families: 5.5.1 and 7.0 in, 7.0 out.

`ged4py` reads the lines of 5.5.1 (and finds out its encoding), `gedcom7` those of 7.0, and writes them. What both leave
open stands here: which line of the file is at fault, how much is too much, and what a record means on a genogram.
Neither is loaded before a file is read or written.
"""

from app.gedcom.errors import GedcomCancelledError as GedcomCancelledError
from app.gedcom.errors import GedcomError as GedcomError
