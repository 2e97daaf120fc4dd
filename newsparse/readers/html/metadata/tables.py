"""The names and words by which pages say what is what: tables of the metadata rooms."""

import re

from newsparse.readers.html.metadata.words import Words

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

rights: copyright dc.rights dcterms.rights rights

holder: dcterms.rightsholder dc.rightsholder

type: og:type parsely-type dc.type pagetype page-type page_type

tier: article:content_tier og:article:content_tier

url: og:url twitter:url parsely-link

card-label: twitter:label1 twitter:label2

card-data: twitter:data1 twitter:data2
"""
_ROWS = [row.split(":", 1) for row in _META.strip().split("\n\n")]
META = {name: field for field, names in _ROWS for name in names.split()}
"""The name, property or itemprop of a meta tag, lower case, to the field that it states: Open Graph, Twitter, Dublin Core,
parse.ly, Sailthru, cXense, Google Scholar, and what content systems have made up."""
VAGUE = frozenset([
    "meta date", "meta dc.date", "meta dc:date", "meta dcterms.date", "meta timestamp", "meta article:date",
    "meta article_date",
])  # fmt: skip
"""Meta tags that give a date and do not say whose: what stands by the headline goes before them."""
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

TITLED = ("h2", "h3", "h4", "h5", "h6", "strong", "b", "span", "a", "div", "p", "td", "font")
"""Elements that may hold the headline on a page that has no `<h1>` for it."""

AUTHOR_WORDS = (
    "author", "byline", "autor", "writer", "verfasser", "reporter", "contributor", "journalist", "skribent", "username", "user name",
    " by ", " fn ", " vcard ", " bio ", "itemposter", "poster ",
)  # fmt: skip
DATE_WORDS = (
    "date",
    "created",
    "time",
    "publish",
    "posted",
    "datum",
    "fecha",
    "stamp",
    "submitted",
    "erschien",
    " stand ",
    " meta ",
)
CAPTION_WORDS = (
    "caption", "credit", "copyright", "breadcrumb", "share", "social", "related", "newsletter", "comment", " tags", "bildautor", "photo", "foto",
    "reporterr",
)  # fmt: skip
DECK_WORDS = (
    "lead", "lede", "deck", "dek", "intro", "standfirst", "stand first", "strap", "sub title", "subtitle", "sub head", "subhead", "sub hed", "subhed",
    "teaser", "vorspann", "excerpt", "summary", "abstract", "chapo", "chapeau", "ingress", "preamble", "einleitung", "bajada", "copete",
    "sottotitolo", "sommario", "entradilla", "epigraph", "preface", "spot", "manchet", "desc", "sub headline", "subheadline", "subheading",
    "sub heading",
)  # fmt: skip
"""What attributes of an element hint at, as words within class, itemprop, rel, id and data-testid, which are brought to lower
case with spaces for hyphens and underscores. An author's words go before a date's, for both stand in "author-date"."""
DECK_BEFORE = r"(?<![^-_\s])|article|story|entry|post"
"""What stands before the words of a standfirst, which count where they begin a word, or behind one of these."""
SUBTITLE = re.compile(
    r"(?:\b|_|article|story|entry|post)(?:deck|dek|stand-?_?first|strap|sub-?_?(?:title|head|hed|line))", re.IGNORECASE
)
"""Names of a line that stands above the story, however long it is; other words for a standfirst mean its first paragraph, too."""

NOBODY = frozenset([
    "admin", "administrator", "editor", "editors", "webmaster", "root", "user", "author", "autor", "redaktion", "redaktör",
    "redaction", "redacción", "redactie", "redazione", "staff", "guest", "anonymous", "unknown", "none", "null", "undefined",
    "na", "default", "wordpress", "web", "post", "online", "nachrichten", "news", "image", "photo", "facebook", "twitter", "by",
    "von", "par", "por", "size", "name", "link", "authors", "autoren", "autores", "auteurs", "createdby", "writtenby", "postedby",
    "publishedby", "submittedby", "authorname", "authornames", "bio", "fullbio", "viewbio", "authoring", "weiterebeiträge", "letzteaktualisierung", "zuletztgeändert", "instagram", "youtube", "linkedin", "bluesky", "mastodon", "threads",
    "telegram", "whatsapp", "daredação", "daredacao", "onzeredactie", "unsererredaktion", "fromourcorrespondent", "ourcorrespondent", "ourreporter", "ownreport", "eigenerbericht", "reddit", "pinterest", "email", "noauthor", "datum", "quelle", "source", "line", "다른기사보기", "未知", "佚名", "匿名", "网络", "网络整理", "本站", "本站原创",
])  # fmt: skip
"""What stands for a name where a content system has none, as `facts.key` gives it."""

YEAR = re.compile(
    "(?:19|20)\\d\\d|25[4-7]\\d(?!\\d)|٢٠\\d\\d|۲۰\\d\\d|२०\\d\\d|২০\\d\\d|๒๕\\d\\d|２０\\d\\d|"
    "۱[۳۴]\\d\\d|1[34]\\d\\d/(?=[01]?\\d/[0-3]?\\d)|令和\\s?[\\d元]|平成\\s?[\\d元]|民國\\s?\\d\\d|民国\\s?\\d\\d"
)
"""A year of the web: in the digits of seven scripts, of the Buddha, of Iran's solar calendar, or of an era."""

UPDATE_WORDS = Words(
    "updat", "modif", "aktuali[sz]", "mis à jour", "actualiz", "atualiz", "aggiorn", "bijgewerkt", "uppdaterad", "opdater", "oppdater",
    "güncelle", "last changed", "ändert", "päivitetty", "frissít", "ažurir", "posodobl", "cập nhật", "diperbarui", "更新", "изменен",
    "обновлен", "оновлен", "ενημερώθηκε", "ενημέρωσ", "تحديث", "به‌روز", "עודכן", "अपडेट", "अद्यतन", "อัปเดต", "แก้ไขล่าสุด", "업데이트",
    "আপডেট", "হালনাগাদ", "اپ ?ڈیٹ", "最終更新", "更新日", "최종수정", r"수정(?:일|시간)?\s{0,3}[:：]?\s{0,3}(?=\d|\Z)", "actualitz",
    "uuenda", "atjaun", "atnaujin", "uppfært", "dikemas ?kini", "обнов", "ажурир", "përditës",
)  # fmt: skip
"""What a line says that gives the date of a change."""

ACCOUNT = re.compile(
    r"\s*(?:registriert|registered|joined|member since|mitglied seit|beigetreten|dabei seit|inscrit|inscription|iscritto|registrad[oa]|"
    r"lid sinds|geregistreerd|zarejestrowany|dołączył|регистрация|зарегистрирован|注册|登録日)",
    re.IGNORECASE,
)
"""Labels of the day on which a writer of a forum joined it."""

MARKED = (
    "span", "div", "p", "time", "a", "abbr", "li", "em", "i", "b", "small", "strong", "address", "cite", "td", "dd", "font", "header", "section",
    "h1", "h2", "h3", "h4", "h5", "h6", "label", "article", "br", "hr", "img", "date", "dl", "dt", "ul", "table", "figure",
)  # fmt: skip
"""Elements that may say who wrote a story, or when."""

AUTHOR_LABEL = re.compile(
    r"(?:written|posted|verfasst|geschrieben|veröffentlicht|escrito|écrit|scritto|geschreven|skriv\w+|skrevet|napisa\w+|kirjoittanut|autore?|"
    r"author|by|von|par|por|автор|написано|yazan|作者|著者|執筆者|작성자)\b",
    re.IGNORECASE,
)
"""Labels under which a card names its author."""

PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|in|innen|es)?|auteurs?|autori|profile?s?|contributors?|journalists?|writers?|redaktion/autoren)/[^/]",
    re.IGNORECASE,
)
"""The path of a page about a writer."""
PROFILED = frozenset([
    "author", "authors", "autor", "autoren", "autorin", "autorinnen", "autores", "auteur", "auteurs", "autori", "profil",
    "profile", "profils", "profiles", "contributor", "contributors", "journalist", "journalists", "writer", "writers",
])  # fmt: skip
"""The steps of a path, lower case, of which each such path has one: looked up, they tell nearly all others."""

DESKS = frozenset([
    "redaktion", "redaction", "redacción", "redacao", "redação", "redazione", "redactie", "redaktionen", "redakce", "redakcja",
    "newsdesk", "staff", "newsroom",
])  # fmt: skip
"""Names of desks, as `facts.key` gives them: nobody to JSON-LD and meta tags, somebody in a printed byline."""

ELSEWHERE = re.compile(
    r"(?P<never>(?:^|(?<!date)[-_]|(?<=\s))comments?(?:$|[-_ ])|comment-?(?:list|area|section|meta|content|author|body|date|respond)|leserbrief|calendar)|(?P<foot>(?:^| |site-|page-|main-)footer)"
    r"|(?P<rather>sidebar|side-bar|related|(?<!elementor-)widget|teaser|recommend|most-?read|popular|trending|archive|breadcrumb|newsletter|"
    r"(?:^|[-_ ])(?:nav|menu|aside|more|latest|recent)(?:$|[-_ ]))",
    re.IGNORECASE,
)
"""Class or id of what holds other things than the story: for certain, or likely."""

LEADING = re.compile(
    r"\s*(?:(?:zeige |show |view )?(?:alle |all )?(?:beiträge|artikel|posts?|articles?|stories)(?: von| by| of| from)|"
    r"(?:veröffentlicht|geschrieben|verfasst|erstellt|eingestellt|gespeichert|gepostet|posted|published|submitted|written|publié|"
    r"publicado|pubblicato)(?: von| by| par| por| da| on| am)|(?:ein )?(?:beitrag|gastbeitrag|artikel|kommentar|interview) von|"
    r"(?:über|about|zum autor|à propos de)\s+(?!den |die |the |de |la |l')|(?:post author\s*)?(?:by|von)\s*:|post author(?: by)?|"
    r"(?:durch|vom)\s+(?=[A-ZÄÖÜ])|(?:author of the article|contributors?|firmado por|signé)\s*:?\s+(?=(?-i:[A-ZÀ-Þ]))|"
    r"(?:über den |about the )?(?:autor(?:in|en)?|authors?|text|redaktion|auteur|autore|текст|автор|作者|文|撰文|取材・文|글)\s*(?:/in)?\s*[:：])\s*:?\s*",
    re.IGNORECASE,
)
"""What leads up to the names in a printed byline."""

_NAME = r"(?=(?-i:[^\W\d_a-zà-ÿа-яα-ω]))"
INTRODUCED = re.compile(
    r"\s*(?:(?:texto|testo|texte|interview|entrevista|intervista|reportage|reportaje|kirjoittaja|haber|muhabir|خبرنگار|گزارش|ผู้เขียน|"
    r"reporter(?:in|ka)?s?|journalist(?:e|in|a)?|wartawan|redactor(?:a|es)?|skrevet a[vf]|skriven av|autorka|เรื่อง)\s*[:：]\s*|"
    r"(?:analysis|opinion|comment(?:ary)?|perspective|review|column|essay|guest (?:post|column)|articolo|servizio|artículo|artigo|"
    r"reportaje|rédigé|écrit|skrevet|skriven|geschreven|tekst|recueilli[es]{0,2})\s(?:by|di|de|por|par|av|af|door)\s+"
    rf"{_NAME}|(?:napisał[ay]?|napsal[ay]?|oprac\.|opracował[ay]?|γράφ(?:ει|ουν) (?:ο|η|οι)|του|της|โดย|글)\s+(?=[^\W\d_])|"
    r"(?:dal(?:la)? nostr[oa]|de notre|von unser(?:er|em)|van onze|de nuestr[oa]|d[oa] noss[oa]|our)\s\w{0,20}"
    r"(?:inviat[oa]|corrispondente|correspondante?|korrespondent(?:in)?|reporter(?:in)?|verslaggever|corresponsal|correspondente)\s+"
    rf"{_NAME}|aus\s\S{{2,25}}\sberichtete?\s+{_NAME}|[(\[][^()\[\]]{{1,30}}=[^()\[\]]{{1,30}}[)\]]\s*)",
    re.IGNORECASE,
)
"""What introduces them: a label, the kind of piece, a verb, whose correspondent, an agency's place in brackets."""

LABELS_OF_OTHERS = re.compile(
    r"(?:(?:responsible |chief |copy |photo )?edit(?!orial)|editör|redakt(?:ur|ør:)|penyunting|f[oó]to|photo|фото|bild|illustr|grafi|zdjęci|kuva|fénykép|slika|"
    r"quelle|sour[cs]|fuente|fonte|źródł|zdroj|forrás|sursa|источник|джерел|извор|izvor|kaynak|sumber|nguồn|来源|來源|稿源|출처|出典|编辑|編輯|"
    r"責任|责任|责编|校对|审核|翻译|翻譯|翻訳|번역|사진|摄影|攝影|撮影|写真|translat|übersetz|tradu[cz]|перев|перекл|tłumacz|překlad|oversett|översätt|"
    r"fact|review|check|geprüft|lektor|categor|kategor|rubri|ressort|section|topic|them[ae]|tema|design|layout|powered|tag|dat[ue]|read|lese|updat|aktual|"
    r"copyright|video|vídeo|kamera|camera|audio|sprecher|moderat|e-?mail|tel|twitter|instagram|facebook|contact|kontakt|location|ort\b|"
    r"produ[ck]|продюс|редактор|مترجم|ترجمه|ترجمة|تصوير|عکس|مصدر|منبع|المصدر|צילום|עריכה|मूल|संपाद|সম্পাদ)",
    re.IGNORECASE,
)
"""How labels begin of those who did not write the story, and of what is no name."""

LABELS_OF_WORDS = re.compile(
    r"(?<![^\W\d_])(?:texte?|tekst[iy]?|texto|testo|words|story|report(?:er|age)|penulis|текст|κείμενο|글|文字)\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)
"""Labels of those who wrote, where others may come first."""

_DID = (
    r"(?!(?i:medically |fact|photo|foto|bild|illustr|edit|review|check|verif|translat|produc|present|host|power|sponsor|narrat|direct|approv|curat|portrait|cover|art|image|picture|music|"
    r"relu|revis|tradu|vérif|redig|övers|overs|fot))"
)
PIECE_BY = re.compile(
    rf"(?:{_DID}[^\W\d_][\w'’&/-]{{0,24}}(?:\s[a-zà-ÿа-яё&][\w&/-]{{0,24}}){{0,3}}|[^\W\d_]{{3,12}}\s\S{{1,4}}\s(?:texte?|tekst|texto|words|story))"
    r"\s(?:[Bb]y|BY|par|por|av|af|door)\s+"
)
"""What stands before "by": a kind of piece, or what they did; but not what others did."""

PIECE_OF = re.compile(
    r"(?:(?:eine?|une?|una|uno|uma?|l['’]|le|la|il|el|o)\s)?\w{0,20}(?:bericht|reportage|reportaje|reportagem|analyse|analiza|análisis|análise|"
    r"analisi|kommentar|comentario|comentário|commento|beitrag|interview|entrevista|intervista|entretien|essay|ensayo|"
    r"kolumne|columna|coluna|glosse|rezension|kritik|protokoll|artikel|article|artículo|artigo|articolo|texte?|texto|testo|chronique|crónica|"
    r"crônica|cronaca|enquête|inchiesta|tribune|récit|relato|opinión|opinião|opinione|editorial|informe|servizio|"
    r"(?:scris|publicat|realizat) (?=de )|(?:scritto|pubblicato|redatto) (?=da ))"
    r"\s?(?<=\s)(?:von|de|di|da|do|du)\s+",
    re.IGNORECASE,
)
"""A kind of piece, or what they did, before a word that may be part of a name."""

VERBS = re.compile(
    r"(?:(?:подготовил|беседовал|записал|написал|спросил|підготував|підготувал|розмовлял|спілкувал|rozmawiał|napísal|připravil|pripravil)[аa]?|"
    r"ulat ni|deur|от|од|από τον|από την|του|της|تقرير|إعداد|حوار|اعداد|ผู้เขียน|โดย|(?:автор|текст|autor|text)\s[-–—])\s*[:：]?\s+"
    r"|(?:聞き手|取材|文)・|(?:本報)?記者(?=[\u3400-\u9fff]{2,4}(?:[／/]|\Z))",
    re.IGNORECASE,
)
"""Verbs and prepositions before a name."""

VERBS_BEHIND = re.compile(
    r"\s(?:yazdı|írása|berichtet(?:e)?(?:\s(?:aus|über)\s.{2,40})?|reports?(?:\sfrom\s.{2,40})?|报道|報導|報道|기자\s?=)\Z|[／/][\u3400-\u9fff]{0,6}(?:报道|報導|報道)\Z"
)
"""Verbs behind one."""

JOBS_BEFORE = re.compile(
    r"(?:gast)?(?:autor(?:in|ka)?|journalist(?:in|e|a|ka)?|reporter(?:in|ka)?|redakt(?:eur(?:in)?|or(?:ka)?|ör|ør)|korrespondent(?:in|ka)?|"
    r"kolumnist(?:in|ka)?|correspondent|columnist|verslaggever|toimittaja|wartawan|기자|特约撰稿人|特約撰稿人|特派员|特派員|특파원)\s+",
    re.IGNORECASE,
)
"""A job before a name."""

HELPED = re.compile(
    r"\s*(?:medically |fact[- ])?(?:reviewed|checked|edited|translated|illustrated|updated)\s+by\b|"
    r"\s*(?:geprüft|übersetzt|überarbeitet|redigiert) von\b|\s*(?:vérifié|relu|traduit) par\b|\s*(?:revisado|editado|traducido) por\b",
    re.IGNORECASE,
)
"""How a line begins that names who worked on the story, and did not write it."""

WRITTEN = re.compile(
    r"(?:written|reported|story|words) by\s*:?\s+|(?:verfasst|geschrieben) von\s+|écrit par\s+|escrito por\s+", re.IGNORECASE
)
"""Behind what such a line names who did."""

DASH = re.compile(r"\s[–—]\s")
"""A dash between a name and an outlet."""

DEGREES = frozenset(["md", "ma", "phd", "rn", "mph", "esq", "msc", "bsc", "mba", "rd", "dds", "jd", "mbbs", "dphil"])
"""What follows a name and is none, as `facts.key` gives it."""

FROM_PLACE = re.compile(r"(?:d[aeo]s?|del|dal|da|from|in|aus|à|en|em|i|w|z)\s\S{3,30}\Z", re.IGNORECASE)
"""Where a writer is, or of what outlet, as a part of a byline."""

FOR_SITE = re.compile(r"(?<=\S)\s(?:for|für|pour|para|per|voor)\s[\w-]{2,30}\.\w{2,4}\Z", re.IGNORECASE)
"""For what site a writer wrote."""

OUTLET_AND_PLACE = re.compile(r"[A-Z]{3,5}(?:-[^\W\d_]{3,12})?\s[A-ZÀ-Þ][a-zà-ÿ]\S{0,20}(?:\s[A-ZÀ-Þ]\S{0,20})?\Z")
"""A broadcaster or agency by its letters, and where its studio is."""

HANGUL = re.compile(r"[\uac00-\ud7af]{2,8}\Z")
"""One word in Korean."""

OF_PICTURES = re.compile(
    r"(?:,|/|\s(?:und|and|et|y|e|en|og|och|&))\s[^,()/]{4,40}\s\((?:photos?|fotos?|bild(?:er)?|video|kamera|illustration(?:en)?|grafik)\)",
    re.IGNORECASE,
)
"""Who made the pictures, where brackets behind a name say so."""

CREDITED = re.compile(
    r"(?:(?:submitted|posted|published|written) by|(?:veröffentlicht|geschrieben|verfasst|erstellt|eingestellt) von|"
    r"(?:publié|écrit|rédigé) par|(?:publicado|escrito) por|(?:pubblicato|scritto) da)\s",
    re.IGNORECASE,
)
"""How a line begins that says who wrote, and mostly when."""

LABELS = frozenset([
    "posted", "published", "updated", "publié",
    "publiée", "modifié", "publicado", "publicada", "actualizado", "atualizado", "pubblicato", "aggiornato", "veröffentlicht",
    "aktualisiert", "erschienen", "gepubliceerd", "bijgewerkt", "opublikowano", "aktualizacja", "publicerad", "uppdaterad",
    "publisert", "oppdatert", "publiceret", "opdateret", "objavljeno", "prije", "опубликовано", "обновлено", "güncelleme",
    "입력", "등록", "수정", "승인", "sponsored", "kommentare",
])  # fmt: skip
"""Words, lower case, that say what the date by a name is of."""

TRAILING = frozenset([
    "am", "on", "um", "at", "le", "el", "in", "vor", "vom", "den", "stand", "em", "op", "på", "pe", "dnia", "в", "от", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "jueves", "viernes", "domingo", "lunedì",
    "martedì", "giovedì", "venerdì", "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
    "zondag", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "понедельник", "вторник", "среда",
    "четверг", "пятница", "суббота", "воскресенье", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
    "الأحد", "الإثنين", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
    *LABELS,
])  # fmt: skip
"""Words, lower case, that are left of a date behind the names once the date itself is gone."""

BUTTONS = re.compile(
    r"\s(?:alle artikel|all (?:articles|posts)|mehr|more|\+?\s?follow|\+?\s?folgen|profile?|다른\s?기사)\b", re.IGNORECASE
)
"""What stands behind a name and is to be pressed."""

ROLE = re.compile(
    r"(?:.{0,40}[\s-])?(?:\w{0,20}(?:redakt(?:eur|ör|ør)(?:in|en)?|korrespond(?:ent|ant)(?:in|en)?|reporter(?:in)?|journalist(?:in|a|e)?)|"
    r"correspondente?|correspondant(?:e)?|envoyée?s? sp[ée]cia(?:l|le|les|ux)|corresponsal|corrispondente|editor(?:a)?|writer|columnist|columnista|producer|analyst|"
    r"photographer|critic|verslaggever|redacteur|rédact(?:eur|rice)|redattore|giornalista|periodista|contributor|chief|"
    r"dziennikarz|dziennikarka|toimittaja|muhabir|wartawan|(?:chief (?:\w{2,20} )?|executive |vice )?(?:officer|president)|"
    r"director(?:a)?|professor|ceo|founder|researcher|meteorologist|anchor|jornalista|rep[óo]rter|redaktor(?:ka)?|újságíró)\Z",
    re.IGNORECASE,
)
"""A part of a byline that is a job: what its last word says."""

JOB = re.compile(
    r"(?:chef)?(?:redakt(?:eur|ör|ør|or)(?:in|ka)?|(?:redaktions|ressort|lokal)leiter(?:in)?|penulis|korrespondent(?:in)?|reporter(?:in)?|journalist(?:in|e|a)?|correspondent|writer|editor|"
    r"columnist|contributor|periodista|giornalista|jornalista|rédact(?:eur|rice)|redacteur|verslaggever|toimittaja)\Z",
    re.IGNORECASE,
)
"""One word that is a job."""
RANKS = frozenset([
    "staff", "senior", "junior", "chief", "political", "politics", "business", "sports", "sport", "news", "special", "foreign",
    "associate", "assistant", "managing", "contributing", "freelance", "guest", "science", "health", "tech", "technology",
    "education", "opinion", "features", "deputy", "executive", "investigative", "freie", "freier", "local", "city", "our", "crime",
])  # fmt: skip
"""What stands before such a word in a job of several, lower case."""

HAN_BY = re.compile(r"(?:作者|撰文|执笔|執筆|取材|记者|記者|通讯员)(?:\s*[:：/・|]\s*|\s+)(?=[\u3400-\u9fff])")
"""What the names follow in a line that says more, such as the source: "来源：… 作者：…"."""

HAN_LABEL = re.compile(
    r"[\s(（【|]*(?:责任编辑|責任編輯|责编|编辑|編輯|校对|审核|来源|來源|稿源|信息来源|文章来源|出处|发布(?:时间|日期|于)|發布時間|发表于|日期|时间|"
    r"浏览|阅读|点击|人气|字号|字体|关注|评论|版权声明)(?:[:：|\s次]|\Z)"
)
"""Where in such a line something begins that is no name."""

HAN_ROLE = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4})\s(?P<role>\S.{0,40}"
    r"(?:院长|教授|研究员|主任|评论员|編集委員|論説委員|특파원|기자|위원|교수|칼럼니스트|평론가))\Z"
)
"""A name and the job that follows it, in scripts without capitals."""

HAN_NAMES = re.compile(r"[\u3400-\u9fff·]{2,8}(?:[\s、,，&]{1,3}[\u3400-\u9fff·]{2,8}){0,5}\Z")
"""Names, and nothing else."""

ROLE_AFTER = re.compile(r"(?<=[^\W\d_])\s?(?:기자|특파원|記者|记者|編集委員|编辑)\Z")
"""A job that follows a name in scripts without capitals."""

PICTURED = re.compile(r"credit|caption|photo|foto|copyright", re.IGNORECASE)
"""What names of the elements that tell of a picture have."""

_PICTURES = (
    "credits?", "fotos?", "photos?", "фото", "снимка", "写真", "摄影", "photograph(?:y|s|er)?", "bild(?:er)?", "images?", "pictures?",
    "video", "illustrations?", "illustrationen", "grafik", "collage",
)  # fmt: skip
PICTURES = Words(
    *(rf"{word[0]}(?<![^\s;,|/(].){word[1:]}\s*(?:[:：]|\b(?:by|von|par|por|из|from)\b)" for word in _PICTURES),
)
"""Where a credit line begins to speak of pictures, behind a blank or a sign."""

BESIDE = re.compile(
    r"(?<=\w\s)(?:for|in|at|reporting from|published|updated|posted|für|aus|pour|para|per)\s.*$|\s(?:published|updated|posted)\Z",
    re.IGNORECASE,
)
"""From where on a name is followed by an outlet, a place or a label."""

NOTICES = (
    "newsletter", "subscri", "sign up", "login", "log in", "abonn", "anmeld", "registr", "affiliat", "commission", "cookie", "facebook",
    "instagram", "whatsapp", "telegram", "javascript", "browser", "consent", "einwillig", "advertis", "anzeige", "werbung", "publicité",
    "publicidad", "opinions expressed", "podcast", "provision", "datenschutz", "click here", "hier klicken",
    "auch interessieren", "may also like", "might also like", "lesen sie auch", "lire aussi", "te puede interesar", "leia também", "leggi anche",
    "no comments", "your comment", "those of the author", "bild vergrößern", "jetzt bewerten", "bewertungen)",
)  # fmt: skip
"""What a line above the story says, in lower case, that speaks of the site and not of the story."""

DATED = re.compile(r"(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\s*[-–—|:]\s+(?=\S)")
"""A date before a headline, as notices and press releases have it."""

DATED_BEHIND = re.compile(
    r"\s[|–—:-]\s(?P<date>\d\d?[./-]\d\d?[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?)(?:,?\s\d\d?[.:]\d\d(?:\s(?:Uhr|h))?)?\s*"
    r"(?:(?P<more>[|–—-])|\Z)"
)
"""A date behind a headline, as title tags have it, alone or before the site's name."""

DATED_IN_BRACKETS = re.compile(r"[（(](?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)[)）]\s?(?=[-－–—|｜]|\Z)")
"""A date in brackets behind a headline, as title tags of Japan have it."""

_FIGURES, _IN_WORDS = r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d", r"\d{1,2}\.\s?[^\W\d_]{3,12}\.?\s(?:19|20)\d\d"
DATED_LEAD = re.compile(
    rf"\((?P<bracketed>{_FIGURES}|{_IN_WORDS}|[^\W\d_]{{3,12}}\.?\s\d{{1,2}},\s(?:19|20)\d\d)\)\s"
    rf"|[A-ZÀ-Þ][\w./ -]{{1,30}},\s(?:den\s)?(?P<placed>{_FIGURES}|{_IN_WORDS})\.?\s?[-–—|:]"
    rf"|(?P<named>[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s(?:19|20)\d\d)\s?[-–—]"
    rf"|(?P<bare>{_FIGURES})\s?[-–—|:/„“”\"«»]"
)
"""A date that a first paragraph begins with: in brackets, behind a place, or in figures before a sign."""

BY_IN = {
    "ro": re.compile(r"[Dd]e:?\s+(?=[^\W\d_a-zăâîșț]\S+\s[^\W\d_a-zăâîșț])"),
    "ca": re.compile(r"[Pp]er:?\s+(?=[^\W\d_a-zà-ÿ]\S+\s[^\W\d_a-zà-ÿ])"),
    "tl": re.compile(r"[Nn]i:?\s+(?=[^\W\d_a-zà-ÿ]\S+\s[^\W\d_a-zà-ÿ])"),
}
"""By language, "by" before a whole name, where other languages have a name or a word of the text in it."""

BY_INSIDE = re.compile(r"(?<=\s)(?:By|Af|Av|Von|Par|Por|Door)\s(?=[^\W\d_a-zà-ÿ])")
"""Where a byline begins behind a section or a date."""

WEEKDAY = re.compile(
    r"\s(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom)\.?,?\s*\Z",
    re.IGNORECASE,
)
"""A weekday before a date."""

MAIL = re.compile(r"[\s,;:(<|–-]{0,5}[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}[)>]?")
"""An address behind a name, with what sets it apart."""

HANDLE = re.compile(r"\s\(?@\w{2,30}\)?\Z")
"""What a network calls the writer."""

ASSISTED = re.compile(
    r"[\s,;(]{1,3}(?:with (?:additional )?(?:reporting|files|contributions?|research) (?:by|from)|additional reporting (?:by|from)|"
    r"mit (?:material|agenturmaterial|informationen)(?: von)?|unter mitarbeit von|avec (?:l[’']|les )?agences?|con agencias|com agências)\b",
    re.IGNORECASE,
)
"""From where on a byline names those who helped."""

ON = frozenset(["Le", "El", "Em", "Il", "Am", "Vom", "On", "Den"])
"""What leads up to a date behind a whole name, in capitals as a name is."""

AFFILIATION = re.compile(
    r"\s(?:(?:The )?Associated Press|AP|AFP|Reuters|Bloomberg|CNN|BBC(?: News)?|NBC News|USA TODAY|dpa|epd|KNA|ANSA|EFE|TNN|PTI|AAP)\Z"
)
"""An agency or a broadcaster that follows a name with no comma."""
