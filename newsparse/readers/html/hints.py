"""What class names, ids and roles hint at. A hint never decides alone: rules ask for more than a name."""

import re

# Kinds in the order in which they are looked for; the first that matches is the hint.
_WORDS = (
    ("comment", r"comment(?!ary|ator)|disqus|kommentar(?!e?n?-?artikel)|coment[aá]rio|respond\b|livefyre|talkback|viafoura|reader-?opinion"),
    ("consent", r"cookie|consent|gdpr|onetrust|didomi|usercentrics"),
    ("newsletter", r"newsletter|subscri|sign-?up|mail-?list|regwall|reg-?wall|paywall|piano|registration|abo-?(?:box|teaser|offer)|donat|support-?us|membership"),
    ("share", r"share|sharing|social|addthis|sharedaddy|follow-?us|bookmark|whatsapp|messenger"),
    ("related", r"related|relat(?:ed|ion)s?\b|recommend|read-?(?:more|also|next|too)|more-?(?:stories|news|on|from|like|about)|also-?(?:read|like)"
                r"|teaser|promo|outbrain|taboola|zergnet|trending|popular|most-?(?:read|viewed|shared)|see-?also|up-?next|similar"
                r"|zum-?thema|mehr-?zum|lire-?aussi|relacionad|correlat|lees-?ook|latest|newest|top-?stories|further-?reading|you-?may|cross-?link|in-?article-?link"),
    ("ad", r"(?:^|[\s_-])(?:ads?|adv|advert\w*|adslot|adunit|adbox|adcontainer|dfp|gpt|mpu|leaderboard)(?:$|[\s_\d-])|advertis|anzeige|sponsor|werbung|publicid|reklam|commercial|affiliate"),
    ("caption", r"caption|legend|img-?credit|photo-?credit|image-?credit|bildunterschrift|copyright|image-?meta|media-?meta|picture-?text"),
    ("author", r"author-?(?:bio|box|info|card|profile|desc|detail|about)|about-?(?:the-?)?author|byline|autor(?:en)?-?(?:box|info)|bio\b|contributor|writer"),
    ("meta", r"byline|author|timestamp|publish(?:ed)?-?(?:date|time|at|on)|date-?(?:time|line|published)|post-?(?:meta|date|info)|article-?(?:meta|info|date|time)|entry-?meta|reading-?time|read-?time"
             r"|(?:^|[\s_-])(?:tags?|tag-?list|topics?|keywords|breadcrumbs?|kicker|category|categories)(?:$|[\s_-])"),
    ("player", r"player|jw-?video|brightcove|video-?js|podcast|audio"),
    ("nav", r"(?:^|[\s_-])(?:nav\w*|menu|breadcrumbs?|foot|footer\w*|toolbar|pag(?:er|ination)|skip-?\w*|site-?header|masthead|sidebar|side-?bar|widget)(?:$|[\s_-])"),
    ("box", r"info-?box|fact-?box|faktabox|(?:^|[\s_-])(?:box|aside|infobox|factbox|sidebox|pull-?quote)(?:$|[\s_-])|pullquote"),
)  # fmt: skip
_HINT = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS), re.IGNORECASE)
_BODY = re.compile(
    r"article-?(?:body|content|text|copy)|story-?(?:body|content|text)|(?:post|entry|page|main|node)-?(?:body|content|text)"
    r"|body-?(?:text|copy|content)|content-?(?:body|text)|articlebody|artikel-?(?:text|inhalt|body)|news-?(?:text|body|content)"
    r"|cuerpo|corps|richtext|rich-?text|wysiwyg",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a name that are looked at
_cache: dict[str, str | None] = {}


def hint(element: object) -> str | None:
    """The kind that the element's class, id or role hints at; None for most."""
    get = element.get  # type: ignore[attr-defined]
    return hint_of(f"{get('class') or ''} {get('id') or ''}")


def hint_of(names: str) -> str | None:
    """The kind that a string of names hints at."""
    found = _HINT.search(names[:_LONGEST]) if len(names) > 2 else None
    return found.lastgroup if found else None


def is_body_name(names: str) -> bool:
    """Whether class and id are those that publishers give to the body."""
    return bool(_BODY.search(names[:_LONGEST]))
