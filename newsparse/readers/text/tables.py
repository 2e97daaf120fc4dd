"""The words of the trade: what marks the end, what is no part of the article, and what heads a field."""

import re

END_MARKS = frozenset(
    ["###", "# # #", "-30-", "- 30 -", "(end)", "end", "ends", "ende", "fin", "fine", "-ends-", "(ends)", "(ende)", "- ends -", "/end/",
     "[end]", "<end>", "end of document", "*** ende ***", "(fin)", "(完)", "（完）", "(了)", "=end=", "endit", "-end-", "* * * end * * *"]
)  # fmt: skip
"""Lines, lower case, after which an agency's or a company's text is over."""

RELATED = frozenset(
    ["related news", "related articles", "related stories", "related", "related content", "related topics", "more on this", "more on this story",
     "read more", "read also", "also read", "see also", "more news", "more stories", "recommended", "recommended stories",
     "you may also like", "you might also like", "most read", "trending", "top stories", "latest news", "around the web",
     "mehr zum thema", "zum thema", "lesen sie auch", "auch interessant", "weitere nachrichten", "weitere artikel", "das könnte sie auch interessieren",
     "verwandte artikel", "mehr dazu", "à lire aussi", "lire aussi", "sur le même sujet", "articles liés", "à voir aussi", "noticias relacionadas",
     "más noticias", "lea también", "le puede interesar", "te puede interesar", "leggi anche", "articoli correlati", "notizie correlate",
     "notícias relacionadas", "leia também", "lees ook", "lees meer", "gerelateerde artikelen", "läs också", "läs mer", "relaterade artiklar",
     "læs også", "les også", "zobacz też", "czytaj także", "przeczytaj także", "čtěte také", "související články", "читайте также",
     "ilgili haberler", "相关新闻", "相关阅读", "相關新聞", "関連記事", "関連ニュース", "اقرأ أيضا"]
)  # fmt: skip
"""Labels, lower case without a final colon, under which other articles are listed."""

FURNITURE = frozenset(
    ["share", "share this", "share this article", "share this story", "tweet", "email", "e-mail", "print", "print this page", "facebook",
     "twitter", "whatsapp", "linkedin", "copy link", "save", "comments", "leave a comment", "subscribe", "sign up", "advertisement", "ad",
     "sponsored", "listen to this article", "teilen", "drucken", "merken", "anzeige", "werbung", "kommentare", "partager", "imprimer",
     "publicité", "compartir", "imprimir", "publicidad", "condividi", "stampa", "pubblicità", "delen", "advertentie", "reklam", "annonse"]
)  # fmt: skip
"""Lines, lower case, of buttons and advertisements."""

READING_TIME = re.compile(
    r"(?:(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\s*:?\s*)?(?:ca\.? )?\d{1,3}[ -]?"
    r"(?:min|mins|minutes?|minuten|minutos|minuti|minuter|minuutin)\b\.?(?: (?:read|lesezeit|lesedauer|de lecture|de lectura|di lettura|leestijd))?\Z",
    re.IGNORECASE,
)
"""A line that says how long the text takes to read."""


def is_furniture(text: str) -> bool:
    """Whether a line is a button, an advertisement's label or a reading time."""
    return len(text) <= 60 and (text.lower() in FURNITURE or (text[-1:] not in ".?!" and READING_TIME.match(text) is not None))


SIGN_OFF = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|written|redaktion|redigiert|bearbeitet) (?:by|von) .{3,300}\)?\Z",
    re.IGNORECASE,
)
"""The line below a story that says who else worked on it."""

NOTICES = re.compile(
    r"(?:for immediate release|news release|press release|media release|pressemitteilung|pressemeldung|communiqué de presse|"
    r"comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|not for publication before .{1,60}|embargo(?:ed)?\b.{0,80}|"
    r"sperrfrist:? .{1,60})\Z",
    re.IGNORECASE,
)
"""Lines above the headline that speak to editors."""

TRAILER = re.compile(
    r"(?:(?:©|\(c\)|copyright\b).{0,200}|all rights reserved\.?|load-date:.{0,80}|document [a-z]{4}\w{10,40}|"
    r"source: .{1,80} via .{1,60}|powered by .{1,40}|lexisnexis.{0,80}|end of document)\Z",
    re.IGNORECASE,
)
"""Lines that an export or a publisher puts below the article."""

DESK_ROLES = re.compile(
    r"(?:(?P<role>editor|edited by|editing by|desk|redaktion|redakteur(?:in)?|rédaction|redacción|redazione|redactie|编辑|責任編集|责任编辑)"
    r"\s*[:：]?\s+)(?P<name>\S.{1,60})\Z",
    re.IGNORECASE,
)
"""An editor or desk line, named as such."""

FIELDS: dict[str, str] = {
    **dict.fromkeys(["headline", "title", "subject", "hl1", "titel", "überschrift", "titre", "titulo", "título", "titular", "titolo", "kop"], "title"),
    **dict.fromkeys(["subtitle", "subheadline", "deck", "highlight", "standfirst", "untertitel", "sous-titre", "subtítulo", "sottotitolo"], "deck"),
    **dict.fromkeys(["byline", "author", "authors", "by", "from", "written by", "von", "par", "por", "autor", "autorin", "auteur", "autore", "door", "writer"], "byline"),
    **dict.fromkeys(["date", "published", "publication date", "date published", "datum", "veröffentlicht", "fecha", "data", "dato", "pubdate"], "published"),
    **dict.fromkeys(["updated", "last updated", "modified", "aktualisiert"], "updated"),
    **dict.fromkeys(["source", "publication", "publisher", "newspaper", "outlet", "quelle", "zeitung", "fuente", "fonte", "bron", "journal"], "provider"),
    **dict.fromkeys(["section", "category", "ressort", "rubrik", "rubrique", "sección", "sezione"], "category"),
    **dict.fromkeys(["language", "sprache", "langue", "idioma", "lingua"], "lang"),
    **dict.fromkeys(["keywords", "tags", "topics", "filed under", "subject terms", "schlagwörter", "schlagworte", "mots-clés", "palabras clave"], "keywords"),
    **dict.fromkeys(["length", "word count", "words"], "words"),
    **dict.fromkeys(["url", "link", "web address"], "url"),
    **dict.fromkeys(["copyright", "rights"], "rights"),
    **dict.fromkeys(["place", "location", "ort"], "place"),
    "dateline": "dateline",
    **dict.fromkeys(["editor", "desk", "redaktion"], "desk"),
    **dict.fromkeys(["summary", "abstract", "lead", "zusammenfassung", "résumé", "resumen"], "summary"),
    **dict.fromkeys(["id", "uid", "document id", "accession number"], "uid"),
    **dict.fromkeys(["body", "text", "full text"], "body"),
}  # fmt: skip
"""Labels of header fields, lower case, to what they hold."""

CODES = {
    "HD": "title", "BY": "byline", "WC": "words", "PD": "published", "ET": "time", "SN": "provider", "SC": "source code", "ED": "edition",
    "PG": "page", "LA": "lang", "CY": "rights", "LP": "body", "TD": "body", "CO": "companies", "IN": "industries", "NS": "subjects",
    "RE": "regions", "IPC": "publisher codes", "IPD": "publisher descriptors", "PUB": "publisher", "AN": "uid", "SE": "category",
    "CT": "contact", "RF": "reference", "CLM": "column", "VOL": "volume", "ART": "artwork", "CR": "credit",
}  # fmt: skip
"""Factiva's two- and three-letter codes to what they hold."""

LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl", "swedish": "sv", "svenska": "sv",
    "norwegian": "no", "norsk": "no", "danish": "da", "dansk": "da", "finnish": "fi", "suomi": "fi", "polish": "pl", "polski": "pl",
    "czech": "cs", "russian": "ru", "turkish": "tr", "türkçe": "tr", "chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar",
    "indonesian": "id", "vietnamese": "vi", "hungarian": "hu", "romanian": "ro", "greek": "el", "catalan": "ca",
}  # fmt: skip
"""Names of languages, lower case, to BCP 47."""

EXPORT_LABELS = frozenset(
    ["load-date", "publication-type", "journal-code", "graphic", "highlight", "document-type", "edition", "version", "type", "acc-no", "image",
     "contact", "e-mail", "correction", "note", "notes", "series", "company", "ticker", "geographic", "person", "country", "state", "city",
     "industry", "organization", "classification", "cutline", "doc-id", "isbn", "issn", "column", "distribution", "copyright"]
)  # fmt: skip
"""Labels that a database's export has besides those of `FIELDS`."""
