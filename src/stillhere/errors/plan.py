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
    "plan/clearance-ran-out": (
        "The clearance of some places has run out ({places}): one is for one day and ends "
        "at nightfall. They are in no sheet. Ask the security officer for today's word."
    ),
    "plan/vehicle-unknown": (
        "A clearance is for a vehicle nobody knows: {text}. It opens nothing. Correct it "
        "to walking, car, bus or ambulance."
    ),
    "plan/road-not-found": (
        "A word on a road cannot be placed on the map: {text}. It opens nothing; what it "
        "closes is the whole settlement it names, if any. Name the road as the map does, "
        "or by the number of its way."
    ),
    "plan/hazard-nowhere": (
        "Nobody can tell from the reports where some hazardous areas are ({hazards}). "
        "Nothing is closed by them. Add a position, an outline or a settlement at once."
    ),
}
