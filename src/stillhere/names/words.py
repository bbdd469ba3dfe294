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

PARTICLES: Final = _words(
    """
    al el as ash at ad ar an az ul ud de der den da di du la le las los von van zu af
    bin ibn ben ibni abu ter
    аль эль ас аш ад ар ат ан аз уль де дер ди да ду ла ле фон ван бин ибн бен абу тер
    бін ібн ель алы
    ալ էլ աս աշ բին իբն բեն ֆոն դեր դե դա դի լա վան աբու տեր
    əl əs əş ət ən ər ən bin ibn fon de la
    ალ ელ ას აშ ბინ იბნ ბენ ფონ დერ დე და დი ლა ვან აბუ ტერ
    آل ال بن ابن أبو ابو بو فون فن دي دو دا لا سيد سید
    אל א בן אבן אבו פון דר דה דה דא די לה סייד
    """
)
"""Words between the parts of a name that one side often leaves out."""
