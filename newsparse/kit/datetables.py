"""Month names, halves of the day and zones with one certain offset: the tables of `kit.dates`."""

_MONTH_WORDS = """
january jan januar janvier janv enero ene gennaio gen janeiro januari leden ledna styczeń stycznia sty января янв ocak oca tammikuu
tammikuuta tammi

february feb februar février févr fév febrero febbraio fevereiro fev februari únor února luty lutego lut февраля фев şubat şub
helmikuu helmikuuta helmi

march mar märz mrz maerz mars marzo março maart mrt marts březen března marzec marca марта мар mart maaliskuu maaliskuuta maalis

april apr avril avr abril abr aprile avril duben dubna kwiecień kwietnia kwi апреля апр nisan nis huhtikuu huhtikuuta huhti

may mai mayo maggio mag maio mei maj květen května мая mayıs toukokuu toukokuuta touko

june jun juni juin junio giugno giu junho červen června czerwiec czerwca cze июня июн haziran haz kesäkuu kesäkuuta kesä

july jul juli juillet juil julio luglio lug julho červenec července lipiec lipca lip июля июл temmuz tem heinäkuu heinäkuuta heinä

august aug août agosto ago augustus augusti srpen srpna sierpień sierpnia sie августа авг ağustos ağu elokuu elokuuta elo

september sept sep septembre septiembre settembre set setembro září wrzesień września wrz сентября сен eylül eyl syyskuu
syyskuuta syys

october oct oktober okt octobre octubre ottobre ott outubro out říjen října październik października paź октября окт ekim eki
lokakuu lokakuuta loka

november nov novembre noviembre novembro listopad listopadu listopada lis ноября ноя kasım kas marraskuu marraskuuta marras

december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des prosinec prosince grudzień grudnia gru декабря
дек aralık ara joulukuu joulukuuta joulu
"""

MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS.strip().split("\n\n"), 1) for word in words.split()} | {
    "jänner": 1,
    "jän": 1,
    "feber": 2,
}  # Austria
"""Lower-case month names and abbreviations of sixteen languages; none of them means two months."""

AM_PM = {"am": 0, "pm": 12}

ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "SAST": 120, "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "AWST": 480, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780, "EDT": -240, "CDT": -300, "MDT": -360, "PDT": -420, "EST": -300, "MST": -420, "PST": -480,
}  # fmt: skip
"""Minutes east of UTC. IST, CST and AST are left out: each means several."""
