"""What can be wrong in the room `places`: code to sentence."""

WORDING: dict[str, str] = {
    "places/row": (
        "The row of the place {place} in the table of places cannot be read: it lacks a "
        "column, a name or a coordinate on Earth. No place of the table was used; "
        "correct the row and read the table again."
    ),
    "places/twice": (
        "The place {place} stands twice in the tables of places, with different values. "
        "No place was used; keep one of the two rows and read the tables again."
    ),
    # A file of places that is loaded: nothing of the command is stored.
    "places/no-file": (
        "There is no file {file}. Nothing was loaded. Check the name and the folder."
    ),
    "places/empty": (
        "{file} is empty. Nothing was loaded. Fetch it from its publisher again."
    ),
    "places/nothing-in-it": (
        "{file} was read and no place, district or street wanted stands in it. Nothing "
        "was loaded. Look whether it is the right file, and what --around leaves out."
    ),
    "places/not-this-form": (
        "{file} cannot be read as a table of places: {reason}. Nothing was loaded. Name "
        "its form with --kind (geonames, pcodes, osm), or fetch it again."
    ),
    "places/encoding": (
        "{file} is not written in UTF-8 (line {line}). Nothing was loaded. Fetch it from "
        "its publisher again, or save it as CSV UTF-8."
    ),
    "places/columns": (
        "Line {line} of {file} does not have the {columns} columns of a GeoNames file. "
        "Nothing was loaded. Fetch it again; it may have been cut off."
    ),
    "places/no-columns": (
        "{file} has no columns of codes, such as ADM1_PCODE and ADM1_EN, or P-Code, "
        "Admin Level and Name. Nothing was loaded. Look whether it is a list of p-codes."
    ),
    "places/alternates-alone": (
        "{file} holds alternate names and no places. Nothing was loaded. Name the "
        "GeoNames file of the country in the same command."
    ),
    "places/no-osmium": (
        "{file} is an extract of OpenStreetMap, and osmium, which reads it, is not "
        "installed. Nothing was loaded. Install stillhere[routes] and load it again."
    ),
    "places/no-such-place": (
        "No place has the code or name {text}. Nothing was decided. Look for it with "
        "`stillhere places list STORE NAME`; a name must be that of one place alone."
    ),
    "places/decisions-unreadable": (
        "Line {line} of {file} is no decision: a text and the code of its place. Nothing "
        "was decided. Its columns are text and place."
    ),
    "places/no-letters": (
        "{text} holds no letter a place could be known by. Nothing was decided. Give the "
        "name as the list has it; a list that writes such marks says nothing there."
    ),
    "places/twice-decided": (
        "Lines {first} and {line} say that one name means two places: names that differ "
        "in script and marks alone are one. Nothing was decided. Keep one of the lines."
    ),
    # An extract whose roads are loaded: nothing of the command is stored.
    "places/no-extract": (
        "{file} cannot be read as an extract of OpenStreetMap: {reason}. No road was "
        "loaded. Fetch it again; its name ends in .osm.pbf or .osm."
    ),
    "places/no-roads-in-it": (
        "{file} was read and no road, track or path wanted stands in it. Nothing was "
        "loaded. Look whether it is the right extract, and what --around leaves out."
    ),
    "places/roads-damaged": (
        "The roads that were loaded from {file} cannot be read back. No way was worked "
        "out on them. Load the extract again with `stillhere roads load`."
    ),
    "places/no-scipy": (
        "Roads are loaded, and scipy, which works out the ways on them, is not "
        "installed. No way was worked out. Install stillhere[routes] and try again."
    ),
    # Beside the result: the tables were joined all the same.
    "places/far-apart": (
        "The place {place} of {table} has the code of a place {km} km away. Both were "
        "taken for one, at the position of the first table. Look which one is wrong."
    ),
    "places/joins-several": (
        "The place {place} of {table} has codes of several places: {others}. It was "
        "joined to the first; the others stay apart. Look which code is wrong."
    ),
}
