"""What can be wrong in the room `publish`: code to sentence."""

WORDING: dict[str, str] = {
    "publish/figure-without-source": (
        "The figure {name} has no report behind it. It was not printed. Read the list "
        "it comes from, or leave the sentence out."
    ),
    "publish/number-in-words": (
        "A sentence of a page holds a number that is no figure: {words}. The page was "
        "not made. Put the number in as a figure with its reports."
    ),
    "publish/not-for-the-public": (
        "A public page would name {what}. The page was not made. Leave it out; the "
        "public pages name no place that was not visited and nobody."
    ),
}
