"""One command from its words to its exit code; every failure becomes one sentence."""

import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from stillhere.cli.telling import as_sentence, complain
from stillhere.errors import StillHereError

DONE, FAILED, NOT_UNDERSTOOD, STOPPED = 0, 1, 2, 130


def run(app: typer.Typer, words: Sequence[str]) -> int:
    """Run a command.

    Args:
        app: The commands.
        words: What stands after the name of the program.

    Returns:
        0 for done, 1 where a sentence was told, 2 for words that were not understood,
        130 where it was stopped by hand.
    """
    try:
        ended = get_command(app).main(
            args=list(words), prog_name="stillhere", standalone_mode=False
        )
    except TyperException as error:
        reason = " ".join(error.format_message().split()) or "The command is not whole."
        complain(StillHereError("cli/usage", reason=_ended(reason)))
        return NOT_UNDERSTOOD
    except (KeyboardInterrupt, typer.Abort):
        return _stopped()
    except BrokenPipeError:
        # Who was reading has gone: nobody is left to tell.
        sys.stdout = None
        return FAILED
    except Exception as error:  # noqa: BLE001 (the edge: a user never sees a trace)
        complain(as_sentence(error))
        return FAILED
    code = ended if isinstance(ended, int) else DONE
    return _stopped() if code == STOPPED else code


def _stopped() -> int:
    complain(StillHereError("cli/interrupted"))
    return STOPPED


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
