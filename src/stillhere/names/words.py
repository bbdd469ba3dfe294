"""Words beside a name that are no part of it, in four languages."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: Final = _words(
    """
    mr mrs ms miss dr prof sir madam mister
    г-н г-жа гн гжа гр гр-н гр-ка гражданин гражданка господин госпожа д-р
    тов товарищ др проф бабушка дедушка тётя тетя дядя
    պրն պարոն տիկին տկն օր օրիորդ դր դոկտոր պրոֆ բժ ընկեր տատիկ պապիկ
    bəy xanım xanim cənab cənabı müəllim müəllimə həkim bəyəfəndi nənə
    """
)

MAIDEN_SIGNS: Final = _words(
    """
    née nee née: born maiden
    урожд урожденная урождённая девичья дев ур
    ծնյալ ծնված օրիորդական ծնվ
    qızlıq qizliq qızlığı
    """
)

MAIDEN_FILLERS: Final = _words(
    "name фамилия ազգանունը ազգանուն soyadı soyad famil familiya"
)

SON: Final = _words("oğlu oglu oghlu оглы оглу ogly oğ o օղլու օղլի")
DAUGHTER: Final = _words(
    "qızı qizi gizi kizi kyzy gyzy кызы гызы qız q kızı ղզի գըզի գզի"
)

FAMILY_PREFIXES: Final = _words("ter der тер տեր ")
