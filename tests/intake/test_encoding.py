import pytest

from stillhere.errors import StillHereError
from stillhere.intake.encoding import decode, encoding_of

RUSSIAN = "ФИО;Возраст\nПетров Иван;70\nСаркисян Нарине;81\n"
ARMENIAN = "Անուն;Տարիք\nՍուրեն Վարդանյան;70\n"
AZERI = "Soyad;Yaş\nƏliyev Vəli Cəfər oğlu;66\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, ARMENIAN, AZERI])
def test_every_script_is_read_in_every_unicode_encoding(
    text: str, encoding: str
) -> None:
    assert decode(text.encode(encoding), "list.csv") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, ARMENIAN])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(
    text: str, encoding: str
) -> None:
    assert decode(text.encode(encoding), "list.csv") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_russian_code_pages_are_told_apart(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "list.csv") == RUSSIAN


def test_capitals_in_windows_1251_are_not_taken_for_koi8() -> None:
    text = "ФАМИЛИЯ;ИМЯ\nСАРКИСЯН;НАРИНЕ\nПЕТРОСЯН;АРМЕН\n"
    assert decode(text.encode("cp1251"), "list.csv") == text


def test_one_foreign_letter_in_windows_1251_is_enough() -> None:
    text = "No;Name\n" + "1;Anna\n" * 3000 + "2;Ольга\n"
    assert encoding_of(text.encode("cp1251")) == "cp1251"


def test_armscii_8_is_read() -> None:
    text = "Անուն;Տարիք\nՍուրեն Վարդանյան;70\nԱՆՆԱ ՀԱԿՈԲՅԱՆ;81\n"
    data = bytes(
        ord(c)
        if c.isascii()
        else 0xB2 + 2 * (ord(c) - 0x531)
        if c.isupper()
        else 0xB3 + 2 * (ord(c) - 0x561)
        for c in text
    )
    assert decode(data, "list.csv") == text


def test_turkish_letters_of_windows_1254_are_read() -> None:
    text = "Ad;Soyad\nGülşen;Hüseynzadə".replace("ə", "e")
    assert decode(text.encode("cp1254"), "list.csv") == text


def test_bytes_of_no_encoding_are_refused_with_their_place() -> None:
    data = ARMENIAN.encode() + b"\xff\xfe\xfa" + ARMENIAN.encode()
    with pytest.raises(StillHereError) as caught:
        decode(data, "bus.csv")
    assert caught.value.code == "intake/encoding-unreadable"
    assert caught.value.values["byte"] == str(len(ARMENIAN.encode()))


def test_half_a_letter_of_utf_16_is_refused() -> None:
    with pytest.raises(StillHereError) as caught:
        decode(RUSSIAN.encode("utf-16")[:-1], "bus.csv")
    assert caught.value.code == "intake/encoding-unreadable"
