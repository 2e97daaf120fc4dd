"""What HTML's elements are to the walk of the body, and what names of classes and first words hint at."""
# fmt: off

import re
from typing import Final

INLINE: Final = "inline"
MARK: Final = "mark"
LEFT_OUT: Final = "left-out"
CONTROL: Final = "control"
MEDIA: Final = "media"
UNIT: Final = "unit"
BREAK: Final = "break"
TEXT: Final = "text"
HOLDER: Final = "holder"

ELEMENTS: Final[dict[str, str]] = {
    **dict.fromkeys(("abbr", "acronym", "bdi", "bdo", "big", "data", "dfn", "font", "label", "mark", "nobr", "output", "rp", "rt", "ruby", "small", "span", "time", "var", "wbr", "math", "o:p", "g-emoji"), INLINE),
    **dict.fromkeys(("a", "b", "strong", "em", "i", "cite", "u", "ins", "s", "strike", "del", "code", "kbd", "samp", "tt", "sub", "sup", "q"), MARK),
    **dict.fromkeys(("script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "svg", "canvas", "map", "applet", "datalist", "col", "colgroup", "param", "source", "track", "area"), LEFT_OUT),
    **dict.fromkeys(("button", "input", "select", "textarea", "option", "optgroup", "progress", "meter", "dialog"), CONTROL),
    **dict.fromkeys(("img", "picture", "video", "audio", "iframe", "embed", "object", "amp-img", "amp-video", "amp-audio", "amp-youtube", "amp-iframe", "amp-instagram", "amp-twitter", "amp-facebook", "amp-brightcove", "amp-carousel"), MEDIA),
    **dict.fromkeys(("pre", "listing", "hr"), UNIT),
    "br": BREAK,
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd"), TEXT),
    **dict.fromkeys(("div", "section", "article", "main", "header", "footer", "aside", "nav", "form", "fieldset", "details", "summary", "center", "ul", "ol", "dl", "menu", "blockquote", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "address", "hgroup", "figure", "figcaption"), HOLDER),
}
"""`TEXT` are blocks whose siblings are of the same story as they; `HOLDER` what such stand in; `UNIT` what is read whole.

What is not here (custom elements) is inline where a line is open, else a holder.
"""

MARKS: Final[dict[str, str]] = {
    "a": "link", "b": "strong", "strong": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis", "u": "underline", "ins": "underline", "s": "strike", "strike": "strike",
    "del": "strike", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "sub": "sub", "sup": "sup", "q": "q",
}

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

SIDE_TAGS: Final = {"aside": "aside", "footer": "footer", "nav": "nav", "header": "header", "form": "form", "address": "author"}
"""Elements that hint at an aside as a name would."""

NAMES: Final[dict[str, tuple[str, str, str]]] = {
    "hidden": ("", "visuallyhidden screenreader", "sr only|visually hidden|screen reader"),
    "comment": ("respond", "comment kommentar comentario disqus livefyre talkback viafoura", "reader opinion"),
    "consent": ("", "cookie consent modal overlay popup lightbox gdpr onetrust didomi usercentrics", ""),
    "newsletter": ("piano", "newsletter subscri signup regwall paywall registration donat membership", "sign up|mail list|mailing list|reg wall|pay wall|abo box|abo teaser|abo offer|support us"),
    "share": ("", "share sharing shariff social addthis bookmark whatsapp messenger", "follow us"),
    "related": ("relation relations", "related recommend readmore teaser promo outbrain taboola zergnet trending popular similar relacionad correlat latest newest", "read more|read also|read next|read too|more stories|more news|more on|more from|more like|more about|also read|also like|most read|most viewed|most shared|see also|up next|zum thema|mehr zum|lire aussi|lees ook|top stories|further reading|you may|cross link"),
    "ad": ("ad ads adv adslot adunit adbox adcontainer dfp gpt mpu leaderboard", "advert anzeige sponsor werbung publicid reklam commercial affiliate", ""),
    "caption": ("", "caption legend bildunterschrift copyright", "img credit|photo credit|image credit|image meta|media meta|picture text"),
    "author": ("bio", "byline contributor writer saboxplugin molongui", "author bio|author box|author info|author card|author profile|author desc|author details|author detail|author about|about author|the author|autor box|autoren box|autor info"),
    "meta": ("tag tags topic topics keywords breadcrumb breadcrumbs kicker category categories", "author timestamp", "publish date|publish time|published at|published on|published date|published time|date time|date line|date published|post meta|post date|post info|article meta|article info|article date|article time|entry meta|reading time|read time|tag list"),
    "player": ("", "player brightcove podcast audio videojs", "jw video|video js"),
    "nav": ("menu foot toolbar pager pagination masthead sidebar breadcrumb breadcrumbs", "nav footer skip", "site header|side bar"),
    "widget": ("widget", "", ""),
    "box": ("box aside", "disclosure disclaimer infobox factbox faktabox sidebox pullquote", "info box|fact box|side box|pull quote"),
}
"""What words in the names of classes hint at: whole words, beginnings of words, pairs of words. An earlier kind beats a later one."""

CONSENT: Final = re.compile("cookie|consent|gdpr|onetrust|didomi|usercentrics", re.IGNORECASE)
"""Names of what asks for consent and nothing else; a lightbox, an overlay may hold the story."""

NO_HINTS: Final = ("commentary", "commentator", "commentators", "navy", "naval", "sociology")
"""Words that begin as hints do and are none."""

POST_NAMES: Final = frozenset(("hentry", "type-post", "type-page", "status-publish"))
FILED_UNDER: Final = ("category-", "tag-")
"""WordPress names the element of a whole post by what the post is filed under, too: "category-sport" is no label there."""

HIDDEN: Final = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-?text)?|a11y)", re.IGNORECASE)
"""Names of what only screen readers speak."""

BOLD_NAME: Final = re.compile(r"(?:^|\s)(?:strong|bold)(?:\s|$)", re.IGNORECASE)
"""Names of inline elements that a style makes bold."""

BREAK_NAME: Final = re.compile(r"(?:^|\s)(?:br|line-?break)(?:\s|$)", re.IGNORECASE)
"""Names of empty elements that a style makes into line breaks."""

RECIPE: Final = re.compile(r"(?:^|[\s_-])(?:recipe|rezept|recette|receta|receita|ricetta)(?:[\s_-]|$)", re.IGNORECASE)
"""Names of a recipe, which stands in a box of its own and is what the page is for."""

EMBEDS: Final = re.compile(r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|mastodon-embed|reddit-embed|threads-post", re.IGNORECASE)
"""Names that the platforms give to a post that is embedded as a quote."""

WEIGHTS: Final[dict[str | None, float]] = {
    None: 1.0, "hidden": 0.2, "box": 0.6, "comment": 0.1, "consent": 0.02, "newsletter": 0.2, "share": 0.3, "related": 0.25, "ad": 0.2, "caption": 0.2, "author": 0.3, "meta": 0.5, "player": 0.5, "nav": 0.15, "widget": 0.5,
}
"""What a paragraph counts for under a name that hints at this kind, when the container is chosen."""

TAG_WEIGHTS: Final = {
    "footer": 0.05, "aside": 0.3, "nav": 0.02, "header": 0.6, "form": 0.6, "figure": 0.2, "a": 0.1, "figcaption": 0.1, "li": 0.7, "dialog": 0.05, "button": 0.0, "select": 0.0, "template": 0.0,
    "noscript": 0.1, "script": 0.0, "style": 0.0,
}
"""The same for elements."""

CREDIT: Final = re.compile(r"credit|copyright|photographer|source|rights|agency|author|byline", re.IGNORECASE)
"""Names of what says whose a picture is."""

ADDRESS: Final = re.compile(r"https?://|\bwww\.|@\w|\w\.(?:com|org|net|edu|gov|info|[a-z]{2})(?:/|\s|$)", re.IGNORECASE)
"""An address that is shown as such."""

SENTENCE: Final = re.compile(r"[.!?…。！？।؟۔][\"”’»“)\]」』）】》]*\s*\Z")
"""The end of a sentence."""

LABEL: Final = re.compile(
    r"(?:read (?:more|also|next|too|this)|also read|see also|related|more on|watch|listen|advertisement|sign up|subscribe|follow (?:us|\w+(?: \w+)? on)|click here|photo|image credit|source|sponsored|recommended|you (?:might|may) also"
    r"|anzeige|werbung|lesen sie (?:auch|mehr|hier|dazu|jetzt)|mehr (?:zum thema|dazu|lesen|informationen)|lies auch|auch (?:interessant|lesenswert)|passend dazu|das könnte (?:sie|dich|euch)|schon gelesen|weiterlesen"
    r"|(?:à )?(?:lire|voir) (?:aussi|également)|à lire|sur le même sujet|lea también|lee también|leer más|puedes ver|(?:te|le) puede interesar|mir[ae] también|vea también|ver también"
    r"|le(?:e|ia) (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|leggi tutto|guarda anche|potrebbe interessarti|llegiu també|citește și|vezi și"
    r"|lees (?:ook|verder|meer)|bekijk ook|zie ook|les (?:også|mer)|se også|läs (?:också|mer|även|vidare)|se även|læs (?:også|mere|videre)|lue (?:myös|lisää)|katso myös"
    r"|читайте также|смотрите также|также по теме|читайте також|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także|również)|čtěte (?:také|více)|pročitajte (?:i|još)"
    r"|olvassa el|διαβάστε (?:επίσης|ακόμη)|baca juga|xem thêm|ayrıca bak|[（(]?(?:本文)?原标题)\b",
    re.IGNORECASE,
)
"""The beginning of a pointer to something else, of an advertisement, of a credit."""

COMMENTS: Final = re.compile(
    r"(?:(?:all |alle |readers?['’]?s? )?[(\d.,\s)]{0,9}(?:comments|(?:leser)?kommentare|commentaires|comentarios|comentários|commenti|reacties|"
    r"kommentarer|komentarze|komentáře|komentari|комментарии|коментарі|yorumlar|hozzászólások|kommentit|コメント一覧|网友评论|网友評論|التعليقات)"
    r"|\d{1,5} (?:comment|kommentar|commentaire|comentario|commento|reactie)|댓글 ?\d)[\s(\d.,)]{0,12}:?\Z",
    re.IGNORECASE,
)
"""A heading below which readers speak; without a number, a singular is the name of an opinion."""

CREDIT_LINE: Final = re.compile(
    r"\W{0,3}(?:\w{0,12}(?:bild(?:er)?|fotos?|photos?|image)(?:\s?(?:credits?|nachweis|quelle))?|credits?|pictures?|illustration|grafik|quelle|source)\s{0,2}(?:[:：©]|by\b|von\b)",
    re.IGNORECASE,
)
"""The beginning of a line that says whose a picture, or the story, is."""

CONTRIBUTION: Final = re.compile(
    r"\W{0,3}(?:with (?:additional )?(?:reports?|reporting|files|contributions?|information) (?:by|from)\b|additional reporting by\b|mit (?:material von )?(?:dpa|afp|reuters|ap|apa|sda|epd|kna)\b"
    r"|avec (?:afp|reuters|l[’']afp)\b|con información de\b|.{2,100}\bcontributed (?:to this|reporting)\b)|\W{0,3}(?:e-?mail|kontakt|contact)\W{1,3}\S{1,60}@\S{1,60}\Z|\s{0,3}(?:©|ⓒ|\(c\)|copyright\b).{0,80}\Z|.{0,30}©.{0,80}\ball rights reserved\W?\Z",
    re.IGNORECASE,
)
"""The beginning of a last line that says who helped with a story, where its writer is reached, or whose it is."""

OFFERS: Final = (
    "newsletter", "sign up for", "sign up to", "sign up here", "sign up now", "sign up today", "signing up", "subscribe to", "subscribe here", "subscribe now", "subscribing to", "your inbox", "got a story", "have a story", "got a tip",
    "have a tip", "got a question", "have a question", "story to tell", "get in touch with us", "get in touch with our", "bookmark", "download the", "download our", "on our app", "join our app", "on our whatsapp", "join our whatsapp",
    "on our telegram", "join our telegram", "on our facebook", "join our facebook", "for more stories", "for more news", "for all the latest", "consider a donation", "consider a gift", "make a donation", "make a gift", "making a donation",
    "making a gift", "your feedback at", "your feedback to", "to reach the reporter", "to reach the writer", "to reach the editor",
    "abonnieren sie uns", "abonnieren sie hier", "abonnieren sie jetzt", "news-app", "newsapp", "nachrichten-app", "nachrichtenapp", "auch bei social media", "auch bei whatsapp", "auch bei facebook", "auch bei instagram",
    "abonnez-vous", "abonnez vous", "inscrivez-vous", "inscrivez vous", "suivez-nous", "suivez nous", "infolettre", "suscríb", "suscrib", "síguenos", "boletín de", "boletín diario", "boletines de", "inscreva-se", " assine a", " assine o", " assine já",
    " assine nossa", " siga o", " siga a", " siga nos", "iscriviti", "seguici", "nieuwsbrief", "nyhetsbrev", "nyhetbrev", "nyhedsbrev", "uutiskirje", "zapisz się", "подпишитесь", "подписывайтесь", "подпишись", "підпишіться", "підписуйтесь", "рассылк",
    "abone ol", "ikuti kami", "ikuti kanal", "εγγραφείτε", "اشترك", "تابعونا", "メルマガ", "订阅", "訂閱", "구독",
)  # fmt: skip
"""Words of a line, in lower case, that offers a site's own letters, channels and apps, or asks for the reader's story. Looked for
one by one: that takes a tenth of one expression of all.
"""

FOLLOWED: Final = ("follow ", "folgen sie ")
FOLLOW: Final = re.compile(r"\bfollow (?:us|@\w{2,30}|[\w.]{2,30}\.[a-z]{2,3}) on\b|\bfolgen sie (?:uns|\w{2,20} (?:auf|bei))")
"""The same, where the channel has a name; and the words that it needs."""

DESK_LINE: Final = re.compile(
    r"[\W_]{0,3}(?:(?:本文|文章|信息)?(?:来源|來源)|稿源|出处|(?:责任|責任)?(?:编辑|編輯)|责编|校对|审核|(?:免责|特别|版权)?声明|转载请注明|"
    r"(?:发布)?(?:时间|日期)|(?:19|20)\d\d[-/.年])"
)
"""The beginning of a line by which a desk in East Asia says whence and of when a story is, who edited it, and who may print it."""

REASONS: Final = {
    "title": ("html.cut-title", "the headline, which stands in `title`"),
    "repeat": ("html.cut-repeat", "lines that stand elsewhere in the article (standfirst, byline, date)"),
    "above": ("html.cut-above", "what stands above the headline"),
    "label": ("html.cut-label", "labels and lines beside the story"),
    "hidden": ("html.cut-hidden", "words for screen readers, and what a style hides"),
    "other": ("html.cut-other-article", "other articles of the page"),
    "pull": ("html.cut-pull-quote", "quotations that the text holds already"),
    "note": ("html.cut-note", "notes at the end: credits, what stands below an end mark"),
    "control": ("html.cut-control", "words of buttons and fields"),
    "ornament": ("html.cut-ornament", "lines without letters"),
    "heading": ("html.cut-heading", "headings with nothing below them"),
    "caption": ("html.cut-caption", "captions whose picture is not in the page"),
    "related": ("html.cut-related", "pointers to other stories"),
    "box": ("html.cut-box", "boxes beside the story"),
    "aside": ("html.cut-box", "boxes beside the story"),
    "ad": ("html.cut-advertisement", "advertisements"),
    "newsletter": ("html.cut-newsletter", "newsletter, registration and subscription boxes"),
    "form": ("html.cut-newsletter", "newsletter, registration and subscription boxes"),
    "share": ("html.cut-share", "share bars"),
    "comment": ("html.cut-comment", "readers' comments"),
    "consent": ("html.cut-consent", "consent notices"),
    "author": ("html.cut-author", "notes on the author"),
    "meta": ("html.cut-meta", "date, byline, tags and topic lines"),
    "player": ("html.cut-player", "words of a player"),
    "nav": ("html.cut-navigation", "navigation"),
    "widget": ("html.cut-box", "boxes beside the story"),
    "header": ("html.cut-navigation", "navigation"),
    "footer": ("html.cut-navigation", "navigation"),
    "outside": ("html.cut-outside", "what stands outside the story"),
}
"""Reason to code and what it covers."""
