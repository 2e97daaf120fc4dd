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

SIDE_TAGS: Final = {"aside": "aside", "footer": "footer", "nav": "nav", "header": "header", "form": "form"}
"""Elements that hint at an aside as a name would."""

NAMES: Final = {
    "hidden": r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-?text)?|a11y)",
    "comment": r"comment(?!ary|ator)|disqus|kommentar(?!e?n?-?artikel)|coment[aá]rio|respond\b|livefyre|talkback|viafoura|reader-?opinion",
    "consent": r"cookie|consent|modal|overlay|popup|lightbox|gdpr|onetrust|didomi|usercentrics",
    "newsletter": r"newsletter|subscri|sign-?up|mail-?list|regwall|reg-?wall|paywall|piano|registration|abo-?(?:box|teaser|offer)|donat|support-?us|membership",
    "share": r"share|sharing|social|addthis|sharedaddy|follow-?us|bookmark|whatsapp|messenger",
    "related": r"related|relat(?:ed|ion)s?\b|recommend|read-?(?:more|also|next|too)|more-?(?:stories|news|on|from|like|about)|also-?(?:read|like)|teaser|promo|outbrain|taboola|zergnet|trending|popular|most-?(?:read|viewed|shared)|see-?also|up-?next|similar|zum-?thema|mehr-?zum|lire-?aussi|relacionad|correlat|lees-?ook|latest|newest|top-?stories|further-?reading|you-?may|cross-?link|in-?article-?link",
    "ad": r"(?:^|[\s_-])(?:ads?|adv|advert\w*|adslot|adunit|adbox|adcontainer|dfp|gpt|mpu|leaderboard)(?:$|[\s_\d-])|advertis|anzeige|sponsor|werbung|publicid|reklam|commercial|affiliate",
    "caption": r"caption|legend|img-?credit|photo-?credit|image-?credit|bildunterschrift|copyright|image-?meta|media-?meta|picture-?text",
    "author": r"author-?(?:bio|box|info|card|profile|desc|detail|about)|about-?(?:the-?)?author|byline|autor(?:en)?-?(?:box|info)|bio\b|contributor|writer",
    "meta": r"byline|author|timestamp|publish(?:ed)?-?(?:date|time|at|on)|date-?(?:time|line|published)|post-?(?:meta|date|info)|article-?(?:meta|info|date|time)|entry-?meta|reading-?time|read-?time|(?:^|[\s_-])(?:tags?|tag-?list|topics?|keywords|breadcrumbs?|kicker|category|categories)(?:$|[\s_-])",
    "player": r"player|jw-?video|brightcove|video-?js|podcast|audio",
    "nav": r"(?:^|[\s_-])(?:nav\w*|menu|breadcrumbs?|foot|footer\w*|toolbar|pag(?:er|ination)|skip-?\w*|site-?header|masthead|sidebar|side-?bar|widget)(?:$|[\s_-])",
    "box": r"info-?box|fact-?box|faktabox|(?:^|[\s_-])(?:box|aside|infobox|factbox|sidebox|pull-?quote)(?:$|[\s_-])|pullquote",
}
"""Kinds in the order in which they are looked for, and the names of classes that hint at them."""

KINDS: Final = tuple(NAMES)
HINT: Final = re.compile("|".join(f"(?P<{kind}>{names})" for kind, names in NAMES.items()))
"""For one name in lower case."""
HIDDEN: Final = re.compile(NAMES["hidden"], re.IGNORECASE)
"""Names of what only screen readers speak."""

BREAK_NAME: Final = re.compile(r"(?:^|\s)(?:br|line-?break)(?:\s|$)", re.IGNORECASE)
"""Names of empty elements that a style makes into line breaks."""

EMBEDS: Final = re.compile(r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|mastodon-embed|reddit-embed|threads-post", re.IGNORECASE)
"""Names that the platforms give to a post that is embedded as a quote."""

WEIGHTS: Final[dict[str | None, float]] = {
    None: 1.0, "hidden": 0.2, "box": 0.6, "comment": 0.1, "consent": 0.02, "newsletter": 0.2, "share": 0.3, "related": 0.25, "ad": 0.2, "caption": 0.2, "author": 0.3, "meta": 0.5, "player": 0.5, "nav": 0.15,
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

SENTENCE: Final = re.compile(r"[.!?…。！？।؟۔][\"”’»“)\]]*\s*\Z")
"""The end of a sentence."""

LABEL: Final = re.compile(
    r"(?:read (?:more|also|next|too)|also read|see also|related|more on|watch|listen|advertisement|sign up|subscribe|follow us|click here|photo|image credit|source|sponsored|recommended"
    r"|anzeige|werbung|lesen sie (?:auch|mehr|hierzu)|mehr zum thema|lire aussi|à lire|lea también|leer más|lee también|leia (?:mais|também)|leggi anche|lees ook|les også|läs (?:också|mer|även)|læs også"
    r"|читайте также|czytaj (?:też|także|również|więcej)|zobacz (?:też|także)|olvassa el)\b",
    re.IGNORECASE,
)
"""The beginning of a pointer to something else, of an advertisement, of a credit."""
