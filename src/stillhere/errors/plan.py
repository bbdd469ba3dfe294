"""What can be wrong in the room `plan`: code to sentence."""

WORDING: dict[str, str] = {
    "plan/no-such-number": (
        "The rules of the plan have no number {name} that can be set like this. Nothing "
        "was changed. Look at the names in the table of rules; numbers are whole and "
        "not negative."
    ),
    "plan/no-clearance": (
        "There is no clearance in force for some places ({places}, with {dwellings} "
        "dwellings). They are in no sheet. Ask the security officer for a clearance "
        "and plan again."
    ),
    "plan/not-on-the-map": (
        "Dwellings with somebody to look for stand in no table of buildings "
        "({dwellings}). They are in no sheet. Add their buildings, or send a team to the "
        "settlement to ask."
    ),
    "plan/no-address": (
        "No address could be found of people without word ({people}). They are in no "
        "sheet. Look for their address in the lists, or ask their neighbours."
    ),
    "plan/no-buildings": (
        "There is no table of buildings, so no way between doors can be worked out. No "
        "sheet was made. Read a world folder with buildings.csv in it, and plan again."
    ),
}
