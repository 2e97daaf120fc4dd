"""The names and words by which pages say what is what: tables of the metadata rooms."""

import re

_META = """
title: og:title twitter:title dc.title dcterms.title parsely-title sailthru.title citation_title headline title

description: description og:description twitter:description dc.description dcterms.description dcterms.abstract sailthru.description abstract

author: author article:author og:article:author article:author_name article:author:name og:author article:byline byline byl dc.creator
 dc:creator dcterms.creator parsely-author sailthru.author cxenseparse:author citation_author authors author_name dcsext.author
 news:author creator

published: article:published_time og:article:published_time article:published datepublished date.published parsely-pub-date
 sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_date dc.date.issued
 dcterms.issued dc.date.published pubdate publishdate publish_date publish-date publication_date publicationdate published_date
 published published_at originalpublicationdate article_date_original rnews:datepublished article.published
 articlepublicationdate publishtime published_time og:published_time og:pubdate displaydate ptime dc.date dc:date dcterms.date
 date article:date article_date timestamp

created: dcterms.created dc.date.created dc.created datecreated date_created created creationdate article.created article:created_time

updated: article:modified_time og:article:modified_time article:modified datemodified dcterms.modified dc.date.modified
 og:updated_time last-modified lastmod last-update modified revision_date article.updated utime

lang: og:locale content-language dc.language dcterms.language language

site: og:site_name application-name apple-mobile-web-app-title twitter:app:name:iphone cre

publisher: publisher dc.publisher dcterms.publisher source_name sailthru.publisher

section: article:section section parsely-section cxenseparse:section article_section sailthru.section

keywords: keywords news_keywords article:tag parsely-tags sailthru.tags dc.subject dcterms.subject

image: og:image og:image:url og:image:secure_url twitter:image twitter:image:src thumbnail parsely-image-url sailthru.image.full

rights: copyright dc.rights dcterms.rights rights dcterms.rightsholder

type: og:type parsely-type dc.type pagetype page-type page_type

tier: article:content_tier og:article:content_tier

url: og:url twitter:url parsely-link
"""
_ROWS = [row.split(":", 1) for row in _META.strip().split("\n\n")]
META = {name: field for field, names in _ROWS for name in names.split()}
"""The name, property or itemprop of a meta tag, lower case, to the field that it states: Open Graph, Twitter, Dublin Core,
parse.ly, Sailthru, cXense, Google Scholar, and what content systems have made up."""
ORDER = {f"meta {name}": at for _, names in _ROWS for at, name in enumerate(names.split())}
"""The place of a meta tag among those of its field, lower case: the first counts most."""

SKIPPED = frozenset([
    "script", "style", "noscript", "template", "svg", "button", "form", "nav", "iframe", "select", "img", "source", "input",
    "video", "audio", "footer",
])  # fmt: skip
"""Elements that hold no line about the article."""
INLINE = frozenset([
    "a", "span", "strong", "b", "em", "i", "small", "br", "time", "sup", "sub", "u", "abbr", "font", "q", "mark", "wbr", "svg",
    "img",
])  # fmt: skip
LEAVES = frozenset([
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "time", "li", "dd", "dt", "address", "blockquote", "strong", "b", "em", "i", "a",
    "span", "small", "figcaption",
])  # fmt: skip
"""Elements whose text is one line."""

HINTS = re.compile(
    r"(?P<author>author|byline|autor|writer|verfasser|reporter|contributor|journalist|skribent|(?:^|[-_ ])by(?:$|[-_ ]))"
    r"|(?P<date>date|time|publish|posted|datum|fecha|stamp|updated|(?:^|[-_ ])meta(?:$|[-_ ]))"
    r"|(?P<caption>caption|credit|copyright|breadcrumb|share|social|related|comment|newsletter|tags)"
    r"|(?P<deck>(?:^|[-_ ]|article|story|entry|post)(?:lead|lede|deck|dek|intro|standfirst|stand-first|strapline|strap|sub-?title|"
    r"sub-?head(?:line|ing)?|sub-?hed|teaser|vorspann|excerpt|summary|abstract|chapo|chapeau|ingress|preamble|einleitung|bajada|"
    r"copete|sottotitolo|sommario|entradilla|epigraph|preface|spot|manchet|description)(?![a-z]{3}))",
    re.IGNORECASE,
)
"""What class, itemprop, rel, id and data-testid of an element hint at."""

NOBODY = frozenset([
    "admin", "administrator", "editor", "editors", "webmaster", "root", "user", "author", "autor", "redaktion", "redaktör",
    "redaction", "redacción", "redactie", "redazione", "staff", "guest", "anonymous", "unknown", "none", "null", "undefined",
    "na", "default", "wordpress", "web", "post", "online", "nachrichten", "news", "image", "photo", "facebook", "twitter", "by",
    "von", "par", "por",
])  # fmt: skip
"""What stands for a name where a content system has none, as `facts.key` gives it."""

UPDATE_WORDS = re.compile(
    r"updat|modif|aktualis|mis à jour|actualiz|aggiorn|bijgewerkt|uppdaterad|opdater|oppdater|güncelle|last changed|stand:|ändert|"
    r"更新|изменен",
    re.IGNORECASE,
)
"""What a line says that gives the date of a change."""
