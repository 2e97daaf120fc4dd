"""Dates as standards, agencies and newspapers write them."""

import datetime as dt

import pytest

from newsparse.kit.dates import find_date, parse_date, parse_iso, parse_rfc822

CET = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2022-01-12 17:21:00", dt.datetime(2022, 1, 12, 17, 21)),
        ("20131020T192751+1100", dt.datetime(2013, 10, 20, 19, 27, 51, tzinfo=dt.timezone(dt.timedelta(hours=11)))),
        ("2013-10-20T19:27:51.5Z", dt.datetime(2013, 10, 20, 19, 27, 51, 500000, tzinfo=dt.UTC)),
        ("2013-10-20t19:27:51z", dt.datetime(2013, 10, 20, 19, 27, 51, tzinfo=dt.UTC)),
        ("2022-07-11", dt.date(2022, 7, 11)),
        ("20220711173000-0400", dt.datetime(2022, 7, 11, 17, 30, tzinfo=dt.timezone(-dt.timedelta(hours=4)))),
        ("202207111730", dt.datetime(2022, 7, 11, 17, 30)),
        ("20220711T173000EST", dt.datetime(2022, 7, 11, 17, 30, tzinfo=dt.timezone(-dt.timedelta(hours=5)))),
        ("202213111730", None),
        ("31072022173000", None),
        ("20220711T173000XYZ", None),
        ("2022-13-11", None),
        ("2022-07-11T25:00", None),
        ("eleven", None),
    ],
)
def test_iso_forms(raw, value):
    assert parse_iso(raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Tue, 05 Mar 2024 09:40:00 GMT", dt.datetime(2024, 3, 5, 9, 40, tzinfo=dt.UTC)),
        ("5 Mar 2024 09:40:00 +0100", dt.datetime(2024, 3, 5, 9, 40, tzinfo=CET)),
        ("Tue Mar  5 09:40:00 2024", dt.datetime(2024, 3, 5, 9, 40)),
        ("Tue Mar 05 09:40:00 GMT 2024", dt.datetime(2024, 3, 5, 9, 40, tzinfo=dt.UTC)),
        ("Tue, 05 Mar 2024 09:40:00 CET", dt.datetime(2024, 3, 5, 9, 40, tzinfo=CET)),
        ("Tue, 05 Mar 2024 09:40 +01:00", dt.datetime(2024, 3, 5, 9, 40, tzinfo=CET)),
        ("Tue, 05 Mar 2024 09:40:00 GMT+1", dt.datetime(2024, 3, 5, 9, 40, tzinfo=CET)),
        ("Tue, 05 Mar 2024 09:40:00 IST", dt.datetime(2024, 3, 5, 9, 40)),
        ("Tue, 05 Mar 2024 09:40:00 -0000", dt.datetime(2024, 3, 5, 9, 40)),
        ("32 Mar 2024 09:40:00 +0100", None),
        ("5 March", None),
    ],
)
def test_mail_forms(raw, value):
    assert parse_rfc822(raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("26 November 2024", dt.date(2024, 11, 26)),
        ("２０２４年３月５日 09：40", dt.datetime(2024, 3, 5, 9, 40)),
        ("5 मार्च २०२४", dt.date(2024, 3, 5)),
        ("٥ مارس ٢٠٢٤ 9:40 م", dt.datetime(2024, 3, 5, 21, 40)),
        ("令和元年5月5日", dt.date(2019, 5, 5)),
        ("民國113年3月5日", dt.date(2024, 3, 5)),
        ("2024. 3. 5. 오후 9:40", dt.datetime(2024, 3, 5, 21, 40)),
        ("2024年03月05日 午後9時40分", dt.datetime(2024, 3, 5, 21, 40)),
        ("2024年03月05日 上午9:40", dt.datetime(2024, 3, 5, 9, 40)),
        ("2024年03月05日 下午14:05", dt.datetime(2024, 3, 5, 14, 5)),
        ("2024. 03. 05., kedd, 09:40", dt.datetime(2024, 3, 5, 9, 40)),
        ("2024. márc. 5.", dt.date(2024, 3, 5)),
        ("in 2024. 3.5 million", None),
        ("5 marzo 2024, 3a edizione", dt.date(2024, 3, 5)),
        ("5 mars 2024 à 9h", dt.datetime(2024, 3, 5, 9)),
        ("5 March 2024, 9pm", dt.datetime(2024, 3, 5, 21)),
        ("Jul 4, 2014 at 11:30p", dt.datetime(2014, 7, 4, 23, 30)),
        ("5 Mar 2024 9:40 a Madrid", dt.datetime(2024, 3, 5, 9, 40)),
        ("5 มี.ค. 2567 09:40 น.", dt.datetime(2024, 3, 5, 9, 40)),
        ("5 มีนาคม พ.ศ. 2567", dt.date(2024, 3, 5)),
        ("2024. gada 5. martā, 9.40", dt.datetime(2024, 3, 5, 9, 40)),
        ("5 de marzo de 2024 9:40 p. m.", dt.datetime(2024, 3, 5, 21, 40)),
        ("March 5, 2024 at 9:40\u202fPM", dt.datetime(2024, 3, 5, 21, 40)),
        ("5 মার্চ ২০২৪, ০৯:৪০ পিএম", dt.datetime(2024, 3, 5, 21, 40)),
        ("5 Μαρτίου 2024 9:40 μ.μ.", dt.datetime(2024, 3, 5, 21, 40)),
        ("05.mar.2024 (terça-feira) - 9h40", dt.datetime(2024, 3, 5, 9, 40)),
        ("5 Mart 2024 Çarşamba 09:40", dt.datetime(2024, 3, 5, 9, 40)),
        ("5 марта 2024, 09:40 мск", dt.datetime(2024, 3, 5, 9, 40, tzinfo=dt.timezone(dt.timedelta(hours=3)))),
        ("May 2, 2024", dt.date(2024, 5, 2)),
        ("Aug. 8, 2024", dt.date(2024, 8, 8)),
        ("30.04.2024", dt.date(2024, 4, 30)),
        ("5. März 2024, 9.40 Uhr", dt.datetime(2024, 3, 5, 9, 40)),
        ("le 3 mars 2024 à 10h30", dt.datetime(2024, 3, 3, 10, 30)),
        ("6 de mayo de 2024", dt.date(2024, 5, 6)),
        ("3 aprile 2024", dt.date(2024, 4, 3)),
        ("12 października 2023", dt.date(2023, 10, 12)),
        ("7 сентября 2021", dt.date(2021, 9, 7)),
        ("1 Mayıs 2020", dt.date(2020, 5, 1)),
        ("sunnuntai 3. maaliskuuta 2024", dt.date(2024, 3, 3)),
        ("2022年1月12日 17时21分", dt.datetime(2022, 1, 12, 17, 21)),
        ("2024년 3월 5일", dt.date(2024, 3, 5)),
        ("Updated 10:30 am on March 3rd, 2020", dt.datetime(2020, 3, 3, 10, 30)),
        ("3:15 p.m. EST, Jan. 5, 2021", dt.datetime(2021, 1, 5, 15, 15, tzinfo=dt.timezone(dt.timedelta(hours=-5)))),
        ("12 May 2023, 14:05 CET", dt.datetime(2023, 5, 12, 14, 5, tzinfo=CET)),
        ("12 May 2023, 14:05 IST", dt.datetime(2023, 5, 12, 14, 5)),
        ("13/5/2023, 14:05 (GMT+7)", dt.datetime(2023, 5, 13, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=7)))),
        ("May 13 2023 14:05:00 GMT-0500", dt.datetime(2023, 5, 13, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=-5)))),
        ("May 13, 2023 14:05 UTC+5:30", dt.datetime(2023, 5, 13, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))),
        ("May 13, 2023 14:05 +9999", dt.date(2023, 5, 13)),
        ("12 mai 2023 à 14 h 30", dt.datetime(2023, 5, 12, 14, 30)),
        ("12 maggio 2023 alle 14:30", dt.datetime(2023, 5, 12, 14, 30)),
        ("13/02/2022", dt.date(2022, 2, 13)),
        ("02/13/2022", dt.date(2022, 2, 13)),
        ("01/02/2022", None),
        ("January 10", None),
        ("31 February 2022", None),
        ("May 2024", None),
    ],
)
def test_newspaper_forms(raw, value):
    assert parse_date(raw) == value


def test_the_order_of_day_and_month_can_be_told():
    assert parse_date("01/02/2022", day_first=True) == dt.date(2022, 2, 1)
    assert parse_date("01/02/2022", day_first=False) == dt.date(2022, 1, 2)


def test_the_weekday_tells_day_and_month_apart():
    assert parse_date("Mon, 02/05/2024 - 08:30") == dt.datetime(2024, 2, 5, 8, 30)
    assert parse_date("Thursday, 02/05/2024") == dt.date(2024, 5, 2)
    assert parse_date("Friday, 02/05/2024") is None


def test_the_two_names_of_a_month_in_the_levant_are_one():
    assert parse_date("04 آب/أغسطس 2013") == dt.date(2013, 8, 4)
    assert parse_date("24 تشرين الثاني/نوفمبر 2013") == dt.date(2013, 11, 24)


def test_the_first_date_is_found_with_its_place():
    text = "By Rosa Lind | 5 May 2023 and 6 May 2023"
    moment, start, end = find_date(text)
    assert (moment, text[start:end]) == (dt.date(2023, 5, 5), "5 May 2023")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20 septembrie 2020, 16:20", dt.datetime(2020, 9, 20, 16, 20)),
        ("2020. április 24. 14:30", dt.datetime(2020, 4, 24, 14, 30)),
        ("2020 m. balandžio 24 d.", dt.date(2020, 4, 24)),
        ("24 Απριλίου 2020", dt.date(2020, 4, 24)),
        ("24 квітня 2020", dt.date(2020, 4, 24)),
        ("24 أبريل 2020", dt.date(2020, 4, 24)),
        ("24 نيسان / أبريل 2020", dt.date(2020, 4, 24)),
        ("24 अप्रैल 2020", dt.date(2020, 4, 24)),
        ("24 באפריל 2020", dt.date(2020, 4, 24)),
        ("24 april 2020", dt.date(2020, 4, 24)),
        ("24 tháng 4, 2020", dt.date(2020, 4, 24)),
        ("24 tháng 4 năm 2020", dt.date(2020, 4, 24)),
        ("24 เมษายน 2563", dt.date(2020, 4, 24)),
        ("24. апрель 2020.", dt.date(2020, 4, 24)),
        ("24 ஏப்ரல் 2020", dt.date(2020, 4, 24)),
        ("24 اپریل 2020", dt.date(2020, 4, 24)),
        ("24 things 2020", None),
    ],
)
def test_months_have_names_in_many_languages(text, value):
    found = find_date(text)
    assert (found and found[0]) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("۱ فروردین ۱۴۰۰", dt.date(2021, 3, 21)),
        ("۳۰ اسفند ۱۴۰۳", dt.date(2025, 3, 20)),
        ("۱۵ اسفند ۱۴۰۲ - ۰۹:۴۰", dt.datetime(2024, 3, 5, 9, 40)),
        ("۱۵ حوت ۱۴۰۲", dt.date(2024, 3, 5)),
        ("1402/12/15", dt.date(2024, 3, 5)),
        ("1391/12/30", dt.date(2013, 3, 20)),
        ("۳۰ اسفند ۱۴۰۲", None),
        ("5 March 1402", dt.date(1402, 3, 5)),
    ],
)
def test_years_of_irans_solar_calendar_become_common_ones(text, value):
    assert parse_date(text) == value
