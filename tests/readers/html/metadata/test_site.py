"""What stands beside the story: language, publisher, address, keywords, rights, kind, paywall."""

import pytest

from newsparse.readers.html.metadata import site
from newsparse.readers.html.metadata.facts import Findings


def found(*said, types=()):
    findings = Findings()
    for field, value, by in said:
        findings.add(field, value, by)
    findings.types.extend(types)
    return findings


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("de", "html lang")], "de"),
        ([("DE-at", "html lang")], "de-AT"),
        ([("zh-hans-cn", "html lang")], "zh-Hans-CN"),
        ([("de", "html lang"), ("de_CH", "meta og:locale")], "de-CH"),
        ([("en", "html lang"), ("de", "json-ld inLanguage"), ("de_DE", "meta og:locale")], "de-DE"),
        ([("de", "html lang"), ("en_US", "meta og:locale")], "de"),
        ([("German", "meta language")], None),
        ([], None),
    ],
)
def test_the_language_is_the_one_with_most_behind_it(said, expected):
    chosen = site.lang(found(*(("lang", value, by) for value, by in said)))
    assert (chosen and chosen[0]) == expected


def test_the_publisher_is_json_lds_and_never_an_address():
    said = found(("site", "Courier Online", "meta og:site_name"), ("publisher", "Norrvik Courier", "json-ld publisher"))
    assert site.publisher(said).value == "Norrvik Courier"
    assert site.publisher(found(("publisher", "https://facebook.example/courier", "meta article:publisher"))) is None


@pytest.mark.parametrize(
    ("href", "url", "expected"),
    [
        ("https://courier.example/a", None, "https://courier.example/a"),
        ("/a", "https://courier.example/b/c", "https://courier.example/a"),
        ("/a", None, None),
        ("javascript:alert(1)", None, None),
        ("http://[", "https://courier.example/", None),
    ],
)
def test_an_address_is_absolute_or_none(href, url, expected):
    chosen = site.address(found(("canonical", href, "link canonical")), url)
    assert (chosen and chosen.value) == expected


def test_keywords_stand_once_and_lists_are_taken_apart():
    said = found(("keywords", "ice, harbour; Ice", "meta keywords"), ("keywords", "winter", "meta article:tag"))
    assert site.keywords(said) == ("ice", "harbour", "winter")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("free", "False", "json-ld"), False),
        (("free", "http://schema.org/False", "json-ld"), False),
        (("free", "true", "json-ld"), True),
        (("tier", "locked", "meta"), False),
        (("tier", "free", "meta"), True),
        (("tier", "metered", "meta"), None),
    ],
)
def test_a_paywall_is_what_the_page_says_it_is(said, expected):
    assert site.free(found(said)) is expected


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["newsarticle"], "article"),
        (["newsarticle", "liveblogposting"], "live-blog"),
        (["videoobject"], "video"),
        (["newsarticle", "videoobject"], "article"),
        (["imagegallery"], "gallery"),
        (["podcastepisode"], "audio"),
        ([], "article"),
    ],
)
def test_the_kind_is_that_of_the_article_node(types, expected):
    assert site.kind(found(types=types)) == expected


def test_the_site_goes_by_its_names_and_its_host():
    said = found(("site", "Norrvik Courier", "meta og:site_name"))
    assert site.names(said, "https://www.courier.example/a") == ["Norrvik Courier", "courier.example", "courier"]
    assert site.names(said, "http://[") == ["Norrvik Courier"]
