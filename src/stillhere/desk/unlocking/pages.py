"""The pages before Django: locked, and on the way."""

import html
from collections.abc import Iterator
from string import Template

from stillhere.desk.unlocking.speech import NAMES, speech
from stillhere.vocabulary import Language

_FRAME = Template("""<!doctype html>
<html lang="$language">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  $refresh
  <title>$title · Still Here</title>
  <link rel="icon" href="/static/desk/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/static/desk/desk.css">
</head>
<body>
  <header class="top"><p class="brand">Still Here</p>
    <nav class="language">$languages</nav>
  </header>
  <main id="content" class="narrow">
    <h1>$title</h1>
$content
  </main>
</body>
</html>
""")

_FORM = Template("""
    <p>$lead</p>
    $message
    <form method="post" class="stack" autocomplete="off">
      <label for="passphrase">$label</label>
      <input id="passphrase" name="passphrase" type="password" autocomplete="off" required autofocus>
      <button>$button</button>
    </form>""")


def locked(language: Language, sentence: str = "") -> str:
    """The page that asks for the passphrase, above it why the last one did not do."""
    words = speech(language)
    content = _FORM.substitute(
        lead=html.escape(
            words.gettext(
                "The store of this desk is encrypted. Who knows its passphrase unlocks "
                "it for everybody who signs in, until the program ends."
            )
        ),
        message=_message(sentence),
        label=html.escape(words.gettext("Passphrase")),
        button=html.escape(words.gettext("Unlock")),
    )
    return _page(language, words.gettext("The desk is locked"), content)


def elsewhere(language: Language) -> str:
    """What a machine other than the desk's own is told while it is locked."""
    words = speech(language)
    sentence = words.gettext(
        "This desk is locked. It can be unlocked only on the machine it runs on, so "
        "that the passphrase does not travel. Ask whoever looks after that machine."
    )
    return _page(
        language, words.gettext("The desk is locked"), _message(sentence, "warning")
    )


def on_the_way(language: Language) -> str:
    """The page between the passphrase and the desk; it goes on by itself."""
    words = speech(language)
    sentence = words.gettext(
        "The picture is being put together. This page goes on by itself."
    )
    content = f"    <p>{html.escape(sentence)}</p>\n    <p><progress></progress></p>"
    title = words.gettext("The desk is starting")
    return _page(language, title, content, goes_on=True)


def stopped(language: Language, sentence: str) -> str:
    """The page of a desk that cannot start."""
    title = speech(language).gettext("The desk cannot start")
    return _page(language, title, _message(sentence))


def _page(
    language: Language, title: str, content: str, *, goes_on: bool = False
) -> str:
    return _FRAME.substitute(
        language=language.value,
        title=html.escape(title),
        refresh='<meta http-equiv="refresh" content="1">' if goes_on else "",
        languages=" ".join(_choices(language)),
        content=content,
    )


def _choices(now: Language) -> Iterator[str]:
    for code, name in NAMES.items():
        here = ' aria-current="true"' if code is now else ""
        yield f'<a href="?language={code.value}" lang="{code.value}"{here}>{name}</a>'


def _message(sentence: str, kind: str = "error") -> str:
    if not sentence:
        return ""
    return f'<p class="message {kind}" role="alert">{html.escape(sentence)}</p>'
