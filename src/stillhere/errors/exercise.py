"""What can be wrong in the room `exercise`: code to sentence."""

WORDING: dict[str, str] = {
    "exercise/reports-not-usable": (
        "{reports} reports cannot be made for this world. Nothing was written. Give a "
        "whole number from 0 upwards, and leave --core out: the core world has its own "
        "lists and no other."
    ),
    "exercise/town-unknown": (
        "There is no town called {town}. Nothing was written. Choose one of {known}."
    ),
    "exercise/scale-not-usable": (
        "A scale of {scale} cannot be used. Nothing was written. Give a number above 0 "
        "and up to 100, for example 0.1."
    ),
    "exercise/seed-not-usable": (
        "A seed of {seed} cannot be used. Nothing was written. Give a whole number from "
        "0 upwards."
    ),
    "exercise/folder-not-empty": (
        "{path} is not an empty folder. Nothing was written. Choose a new folder, or "
        "empty this one."
    ),
    "exercise/truth-not-readable": (
        "{path} is missing, cannot be read or lacks a column. Nothing was judged. Point "
        "to a world folder that holds lists/ and truth/, or make one with 'stillhere "
        "exercise make'."
    ),
    "exercise/people-not-readable": (
        "{path} is missing, cannot be read or lacks one of the columns person, where, "
        "state and q. Nothing was run. Point to a world folder that holds lists/ and "
        "truth/, or make one with 'stillhere exercise make'."
    ),
    "exercise/person-damaged": (
        "Line {line} of {path} cannot be used: {why}. Nothing was run. Mend the line, or "
        "make the world anew."
    ),
    "exercise/dwelling-unknown": (
        "Line {line} of {path} places a person in dwelling {dwelling}, which is not in "
        "lists/buildings.csv. Nothing was run. Add the building with enough flats, or "
        "mend the line; a dwelling is written building/flat."
    ),
    "exercise/no-dwellings": (
        "{path} names no building. Nothing was run. A run needs lists/buildings.csv with "
        "every dwelling of the world."
    ),
    "exercise/seed-missing": (
        "{path} states no seed. Knocks were decided with seed 0. Add a seed to the file "
        "if runs of several worlds are to differ in luck."
    ),
    "exercise/hour-0-missing": (
        "lists/operation.json states no hour 0 that can be read. {hour_0} was taken, and "
        "calls and requests became known by it. Add hour_0 as a date and time in ISO form."
    ),
    "exercise/calls-without-hour": (
        "{count} calls and tracing requests state no day. They were known from the first "
        "morning on. Add the day to their rows if they came later."
    ),
    "exercise/policy-unknown": (
        "There is no policy called {policy}. Nothing was run. Choose one of {known}."
    ),
    "exercise/hours-not-usable": (
        "{hours} is no horizon. Nothing was run. Give vehicle-hours above 0 and up to "
        "{most}, for example 2400; one day of eight teams is 80."
    ),
    "exercise/policy-failed": (
        "The policy {policy} stopped by a fault of its own: {kind} at {place}. The run "
        "was ended and no curve was written. Run another policy, and report this sentence."
    ),
    "exercise/policy-sealed": (
        "The policy {policy} reached for something outside what a planner may know "
        "({event}). It was not given, the run was ended and no curve was written. A "
        "policy works with the tables and reports it is handed."
    ),
    "exercise/policy-ended": (
        "The process of the policy {policy} ended before its answer. The run was ended "
        "and no curve was written. Look whether memory is short, and run it again."
    ),
    "exercise/choices-refused": (
        "{count} choices of the policy {policy} were refused, reason: {why}. Each ended "
        "the day of its team. Mend the policy if there are many."
    ),
    "exercise/chosen-closed-off": (
        "{count} choices of the policy {policy} lay in settlements where nobody could go "
        "at that hour. Each team chose again. A policy that reads the clearances of the "
        "lists makes none."
    ),
    "exercise/no-curve": (
        "{path} is missing or is no curve. It was not read. Give a file that 'stillhere "
        "exercise run' wrote."
    ),
}
