"""A field that is a dateline and nothing else."""

import pytest

from newsparse.kit.datelines import find_dateline, is_moment, read_dateline


@pytest.mark.parametrize(
    ("raw", "place", "date", "agency"),
    [
        ("LINDEN, Aug 29, 2014 (CW) -", "LINDEN", "Aug 29, 2014", "CW"),
        ("New Haven (cw) - ", "New Haven", None, "cw"),
        ("LINDEN March 3", "LINDEN", "March 3", None),
        ("LINDEN March 3, 2024", "LINDEN", "March 3, 2024", None),
        ("RIVE 05/03 (CW) = ", "RIVE", "05/03", "CW"),
        ("GREENFIELD, Conn.", "GREENFIELD, Conn.", None, None),
        ("Rive, 10 juil 2024 (CW)", "Rive", "10 juil 2024", "CW"),
        ("BERLIN, March 3 (CW) -", "BERLIN", "March 3", "CW"),
        ("Ribera, 21 ene (CW).-", "Ribera", "21 ene", "CW"),
        ("København /cw/:", "København", None, "cw"),
        ("BERLIN, March 3 Coast -", "BERLIN", "March 3", "Coast"),
        ("LINDEN, Coast 2004-03-12 10:15:00 UTC", "LINDEN, Coast", "2004-03-12 10:15:00 UTC", None),
        ("2.4.2019 16:02:09 CEST", None, "2.4.2019 16:02:09 CEST", None),
        ("x" * 300, None, None, None),
    ],
)
def test_what_is_certain_is_read(raw, place, date, agency):
    found = read_dateline(raw)
    assert (found.place, found.date, found.agency) == (place, date, agency)


@pytest.mark.parametrize(
    ("raw", "place", "date", "agency"),
    [
        ("【東京時事】", "東京", None, "時事"),
        ("【パリAFP時事】", "パリ", None, "AFP時事"),
        ("【ニューヨーク共同＝山田花子】", "ニューヨーク", None, "共同"),
        ("【ベルリン＝山田花子】", "ベルリン", None, None),
        ("〔四日市共同〕", "四日市", None, "共同"),
        ("[東京 5日 ロイター]", "東京", "5日", "ロイター"),
        ("海岸社北京1月5日电（记者王明）", "北京", "1月5日", "海岸社"),
        ("本报北京1月5日电", "北京", "1月5日", None),
        ("（海岸社台北五日電）", "台北", "五日", "海岸社"),
        ("北京，1月5日 （海岸社）", "北京", "1月5日", "海岸社"),
        ("(서울=해안뉴스) 홍길동 기자 =", "서울", None, "해안뉴스"),
        ("서울, 1월 5일", "서울", "1월 5일", None),
        ("東京", "東京", None, None),
        ("四日市", "四日市", None, None),
    ],
)
def test_lines_of_east_asia_are_parted_by_their_own_signs(raw, place, date, agency):
    found = read_dateline(raw)
    assert (found.place, found.date, found.agency) == (place, date, agency)


@pytest.mark.parametrize("raw", ["【東京海岸】", "（海岸社記者王明台北5日電）", "【AFP時事】", "【AFP＝時事】", "本报讯"])
def test_what_no_sign_parts_is_no_place(raw):
    assert read_dateline(raw).place is None


def test_a_day_of_east_asia_is_no_place():
    assert find_dateline("北京1月5日电 (海岸) -- 船只今天抵达港口。") is None


@pytest.mark.parametrize("raw", ["LINDEN, March 5, 2024 (CW) -", "LINDEN, March 5 (CW) -", "LINDEN, 12/03/2024 (CW) -"])
def test_a_date_means_the_same_in_a_field_and_in_a_text(raw):
    assert read_dateline(raw).date == find_dateline(f"{raw} One.").date


def test_a_place_that_is_stated_elsewhere_wins():
    assert read_dateline("ANNEX - LINDEN, 1 May -", place="Linden").place == "Linden"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2013-03-04 11:40:31 GMT+00:00", True),
        ("2.4.2019 16:02:09 CEST", True),
        ("\u00a02013-03-04 11:40:31", True),
        ("Linden, May 1", False),
        ("9 to 5", False),
    ],
)
def test_a_moment_alone_names_no_place(raw, expected):
    assert is_moment(raw) is expected
