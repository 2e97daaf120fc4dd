"""Datelines at the head of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.kit.datelines import find_dateline


@pytest.mark.parametrize(
    ("text", "raw", "place", "date", "agency"),
    [
        ("HOOK (CW) _ One.", "HOOK (CW) _", "HOOK", None, "CW"),
        ("PORT ELLIS, Coast (CW) — One.", "PORT ELLIS, Coast (CW) —", "PORT ELLIS, Coast", None, "CW"),
        ("Hook (dpa) - Eins.", "Hook (dpa) -", "Hook", None, "dpa"),
        ("Hook/Kai (dpa/lni) - Eins.", "Hook/Kai (dpa/lni) -", "Hook/Kai", None, "dpa/lni"),
        ("Hook (ats afp) Un.", "Hook (ats afp)", "Hook", None, "ats afp"),
        ("HOOK, Feb 26 - One.", "HOOK, Feb 26 -", "HOOK", "Feb 26", None),
        ("HOOK, Japan, Dec. 9 Kyodo - One.", "HOOK, Japan, Dec. 9 Kyodo -", "HOOK, Japan", "Dec. 9", "Kyodo"),
        ("HOOK, 5. Mai (CW) - Eins.", "HOOK, 5. Mai (CW) -", "HOOK", "5. Mai", "CW"),
        ("HOOK, March 5, 2024 /Wire/ --", "HOOK, March 5, 2024 /Wire/ --", "HOOK", "March 5, 2024", "Wire"),
        (
            "HOOK and ELLIS, March 5th, 2024 /Wire/ -- One",
            "HOOK and ELLIS, March 5th, 2024 /Wire/ --",
            "HOOK and ELLIS",
            "March 5th, 2024",
            "Wire",
        ),
        ("HOOK--(BUSINESS WIRE)--One", "HOOK--(BUSINESS WIRE)--", "HOOK", None, "BUSINESS WIRE"),
        ("(Hook, Coast) -- One.", "(Hook, Coast) --", "Hook, Coast", None, None),
        ("St. Hook, Fla., Jan 3 (CW) - One.", "St. Hook, Fla., Jan 3 (CW) -", "St. Hook, Fla.", "Jan 3", "CW"),
        ("Hook am Kai (dpa) - Eins.", "Hook am Kai (dpa) -", "Hook am Kai", None, "dpa"),
        ("HOOK (BCN)", "HOOK (BCN)", "HOOK", None, "BCN"),
        ("March 12 (CW) – One.", "March 12 (CW) –", None, "March 12", "CW"),
        ("КРЮК, 12 марта. /ПВ/. Один.", "КРЮК, 12 марта. /ПВ/.", "КРЮК", "12 марта.", "ПВ"),
        ("KRYUK. March 12 (Coastfax) - One.", "KRYUK. March 12 (Coastfax) -", "KRYUK", "March 12", "Coastfax"),
        ("HAAK 12/03 (KUST) = Een.", "HAAK 12/03 (KUST) =", "HAAK", "12/03", "KUST"),
        ("HOOK, 12 MAR (CW) - Uno.", "HOOK, 12 MAR (CW) -", "HOOK", "12 MAR", "CW"),
        ("Hook, 1er mars (CW) - Un.", "Hook, 1er mars (CW) -", "Hook", "1er mars", "CW"),
        ("(COSTA) - GANCIO, 12 MAR - Uno.", "(COSTA) - GANCIO, 12 MAR -", "GANCIO", "12 MAR", "COSTA"),
        ("Gancio, 12 mar. - (Costa) - Uno.", "Gancio, 12 mar. - (Costa) -", "Gancio", "12 mar.", "Costa"),
        ("Krog /kyst/: En.", "Krog /kyst/:", "Krog", None, "kyst"),
        ("Hook (dpa): Eins.", "Hook (dpa):", "Hook", None, "dpa"),
        ("HOOK (CW): One.", "HOOK (CW):", "HOOK", None, "CW"),
        ("(AFP) -- One.", "(AFP) --", None, None, "AFP"),
        ("خطاف (ا س س) - واحد.", "خطاف (ا س س) -", "خطاف", None, "ا س س"),
    ],
)
def test_a_dateline_is_found(text, raw, place, date, agency):
    found = find_dateline(text)
    assert (found.raw, found.place, found.date, found.agency) == (raw, place, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "", "Ines Okafor (FDP) sagte am Dienstag", "Hook - une grande fête", "I don't know - he said", "TIP-INS", "Heat: The Heat won",
        "Harbour Boats, Inc. ( https://example.org ) (HBI), a", "Hook (Simon 1-3) at Ellis", "Source: Coast Wire", "1. HOOK - One",
        "The council of the towns -- all three -- met", "HOOK, Foo 26", "Hook;42;50 - x", "March 12 - the day", "(He) - as he said, on a day - left",
        "Ines Okafor (Norrvik/luge): the coach", "WHAT WE KNOW SO FAR - the ice is back",
    ],
)  # fmt: skip
def test_what_is_no_dateline_is_none(text):
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "raw", "place", "date", "agency"),
    [
        ("海岸社北京1月5日电（记者王明）船只抵达。", "海岸社北京1月5日电", "北京", "1月5日", "海岸社"),
        ("\u3000\u3000本报上海１月５日电 船只抵达。", "本报上海１月５日电", "上海", "１月５日", None),
        ("（海岸社記者王明台北5日電）船隻抵達。", "（海岸社記者王明台北5日電）", None, "5日", "海岸社"),
        ("【東京時事】船が着いた。", "【東京時事】", "東京", None, "時事"),
        ("【ベルリン＝山田花子】船が着いた。", "【ベルリン＝山田花子】", "ベルリン", None, None),
        ("[ロンドン 5日 ロイター] - 船が着いた。", "[ロンドン 5日 ロイター]", "ロンドン", "5日", "ロイター"),
        ("(서울=해안뉴스) 홍길동 기자 = 배가 닿았다.", "(서울=해안뉴스)", "서울", None, "해안뉴스"),
        ("(파리 AP=해안뉴스) 배가 닿았다.", "(파리 AP=해안뉴스)", "파리", None, "AP"),
    ],
)
def test_a_text_of_east_asia_begins_with_one_in_its_own_ways(text, raw, place, date, agency):
    found = find_dateline(text)
    assert (found.raw, found.place, found.date, found.agency) == (raw, place, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "【独自】船が着いた。",
        "(사진) 배가 닿았다.",
        "【AFP時事】船が着いた。",
        "船只今天抵达港口，新华社北京1月5日电。",
        "（東京）船が着いた。",
        "【東京時事】",
    ],
)
def test_what_begins_a_text_of_east_asia_otherwise_is_none(text):
    assert find_dateline(text) is None


@given(st.text(max_size=200))
def test_a_dateline_is_in_front_of_its_text(text):
    found = find_dateline(text)
    assert found is None or (text[:160].lstrip().startswith(found.raw.lstrip()) and (found.place or found.date))
