"""The reference page of columns, written from the tables themselves.

``python -m stillhere.intake.reference`` prints it.
"""

import sys
from collections import defaultdict
from importlib.resources import files

from stillhere.vocabulary.fields import Field

MEANINGS: dict[Field, str] = {
    Field.IGNORE: "Kept in the row and not read.",
    Field.KEY: "The list's own number of the row, different in every row.",
    Field.NAME: "A whole name, in the name order of the profile.",
    Field.GIVEN_NAME: "Given name.",
    Field.FAMILY_NAME: "Family name.",
    Field.PATRONYMIC: "Father's name, in any form.",
    Field.MAIDEN_NAME: "Family name before marriage.",
    Field.SEX: "Sex as stated.",
    Field.BIRTH_DATE: "Date of birth; a year or a span of years is read too.",
    Field.BIRTH_YEAR: "Year of birth; a full date is read too.",
    Field.AGE: "Age in years (or months) at the date of the row or list.",
    Field.DOCUMENT: "Number of a document: letters and digits are kept.",
    Field.PHONE: "Phone of the person; several in one cell are told apart.",
    Field.SETTLEMENT: "Town or village of the home, or of the place told of.",
    Field.ADDRESS: "Address in one cell.",
    Field.STREET: "Street.",
    Field.HOUSE: "House number.",
    Field.BUILDING: "Building, as a number or a code of the operation.",
    Field.FLAT: "Flat.",
    Field.LATITUDE: "Latitude in degrees, WGS84.",
    Field.LONGITUDE: "Longitude in degrees, WGS84.",
    Field.X_KM: "Kilometres east of the centre.",
    Field.Y_KM: "Kilometres north of the centre.",
    Field.ACCURACY_M: "Accuracy of the coordinates in metres.",
    Field.HOUSEHOLD: "Household or family number: who shares it belongs together.",
    Field.PARTY: "Group that travels together, where there is no household.",
    Field.LIST: "Which list the row is of, where several stand in one table; parties, "
    "vehicles and seats are numbered within it.",
    Field.HEAD: "Name of the head of household.",
    Field.RELATION: "Relation to the head, or to who asks.",
    Field.VEHICLE: "Bus, car or convoy.",
    Field.ORDINAL: "Seat or running number as written in the list.",
    Field.EVENT: "What became of the person, where the list says it row by row.",
    Field.DATE: "When it was so; for a call or form, when it was taken.",
    Field.TIME: "Time of day that belongs to the date.",
    Field.CARE: "Needs of care, disability, illness.",
    Field.ALONE: "Whether the person lives alone.",
    Field.ORIGIN: "Where the person came from.",
    Field.DESTINATION: "Where the person went, or is housed.",
    Field.NOTE: "Free text; words of care in it are read.",
    Field.TEAM: "Team.",
    Field.HOW: "How a place was visited.",
    Field.RESULT: "What came of a visit.",
    Field.PEOPLE: "Number of people.",
    Field.CERTAINTY: "How sure a caller is.",
    Field.HOW_KNOWN: "How a caller knows.",
    Field.ENQUIRER: "Who asks or calls.",
    Field.ENQUIRER_PHONE: "Phone of who asks or calls.",
    Field.SERVICE: "Which service.",
    Field.STATE: "State of a service, of remains, property or animals.",
    Field.SINCE: "Since when.",
    Field.EXPECTED: "Until when it is expected.",
    Field.WHAT: "What is needed, promised, counted or intended.",
    Field.URGENCY: "How urgent.",
    Field.MET: "When a need was met.",
    Field.CODE: "Code of a body or separate part.",
    Field.VALUE: "The figure.",
    Field.QUALIFIER: "At least, about, at most, exactly.",
    Field.ACTOR: "Who said or promised it.",
    Field.RECIPIENT: "To whom.",
    Field.FLATS: "Number of flats.",
    Field.ANIMAL: "Kind of animal.",
    Field.OWNER: "Owner.",
    Field.SEATS: "Seats of a vehicle.",
    Field.STRETCHERS: "Places for stretchers.",
    Field.WHEELCHAIRS: "Places for wheelchairs.",
    Field.UNTIL: "Until when a road is open.",
    Field.CONDITION: "Under which conditions.",
    Field.GIVEN: "What was given on the spot.",
    Field.SAID_TO_BE_THERE: "Who else is said to be there.",
}
_LANGUAGES = (
    ("en", "English"),
    ("hy", "Armenian"),
    ("ru", "Russian"),
    ("az", "Azerbaijani"),
)
_TOP = """# What columns can mean

A profile gives each column of a list one of these meanings. Under each stand the words
that are recognised in a header, whatever their case and signs. A header with more words
is recognised by the longest run it contains, and is then marked unsure.

This page is written by `python -m stillhere.intake.reference`; a test keeps it true.
"""


def columns_page() -> str:
    """The whole page, in Markdown; meanings in the order of `Field`."""
    words = _words()
    parts = [_TOP]
    for field in Field:
        parts.append(f"\n## `{field.value}`\n\n{MEANINGS[field]}\n")
        known = words[field.value]
        lines = [
            f"- {name}: {', '.join(known[code])}"
            for code, name in _LANGUAGES
            if known[code]
        ]
        if lines:
            parts.append("\n" + "\n".join(lines) + "\n")
    return "".join(parts)


def _words() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    text = files("stillhere.intake").joinpath("header_words.tsv")
    for line in text.read_text(encoding="utf-8").splitlines()[1:]:
        language, word, field = line.split("\t")
        table[field][language].append(word)
    return table


if __name__ == "__main__":
    sys.stdout.write(columns_page())
