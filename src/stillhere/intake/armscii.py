"""ARMSCII-8, the Armenian code page that Python does not know.

Source: AST 34.002 (1997): capital and small letters alternate from 0xB2 on.
"""

_SIGNS = {
    0xA0: "\u00a0",
    0xA2: "և",
    0xA3: "։",
    0xA4: ")",
    0xA5: "(",
    0xA6: "»",
    0xA7: "«",
    0xA8: "—",
    0xA9: ".",
    0xAA: "՝",
    0xAB: ",",
    0xAC: "-",
    0xAD: "֊",
    0xAE: "…",
    0xAF: "՜",
    0xB0: "՛",
    0xB1: "՞",
    0xFE: "՚",
}
_LETTERS = 38
_TABLE = {byte: chr(byte) for byte in range(0x80)} | _SIGNS
for _n in range(_LETTERS):
    _TABLE[0xB2 + 2 * _n] = chr(0x0531 + _n)
    _TABLE[0xB3 + 2 * _n] = chr(0x0561 + _n)


def decode_armscii(data: bytes) -> str | None:
    """The text of these bytes; None where one of them is no ARMSCII-8."""
    if not set(data) <= _TABLE.keys():
        return None
    return data.decode("latin-1").translate(_TABLE)
