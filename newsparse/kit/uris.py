"""URIs for what is none: identifiers, schemes and addresses in formats that take nothing else.

A value that is no URI (RFC 3986) is named by one of ours, `urn:newsparse:<kind>:<value>` with the value percent-encoded, and
read back from it; so an identifier survives a format that wants a URI.
"""

import hashlib
import re
from typing import Final
from urllib.parse import quote, unquote, urljoin

PREFIX: Final = "urn:newsparse:"
UNNAMED: Final = f"{PREFIX}unnamed:"
"""For what the source gives no identifier; read back as None."""
_SCHEME = f"{PREFIX}scheme:"
_CHAR = r"[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2}"
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]{0,40}:"
    r"(?://(?:(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*+@)?(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})++"
    r"(?::[0-9]{0,5})?(?=[/?#]|\Z)|(?!//))"
    rf"(?:{_CHAR}|/)*+(?:\?(?:{_CHAR}|[/?])*+)?(?:#(?:{_CHAR}|[/?])*+)?\Z"
)
_SPARED = "!$&'()*+,;=:@/?#%~"  # what percent-encoding an address leaves alone


def is_uri(value: str) -> bool:
    """Whether `value` is an absolute URI by RFC 3986."""
    return len(value) > value.find(":") + 1 > 0 and _URI.match(value) is not None


def absolute(href: str, base: str | None) -> str:
    """An address joined to the one that it is relative to; as it stands if there is none, or it points into its own page."""
    if not base or href[:1] in {"", "#"} or is_uri(href) or not is_uri(base):
        return href
    try:
        return str(urljoin(base, href))
    except ValueError:
        return href


def named(kind: str, value: str) -> str:
    """`value` if it is a URI that is not ours, else a URI of ours that stands for it."""
    if is_uri(value) and not value.startswith(PREFIX):
        return value
    return f"{PREFIX}{kind}:{quote(value, safe='')}"


def unnamed(content: str) -> str:
    """A URI for something without an identifier, the same for the same content."""
    return UNNAMED + hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32]


def value_of(uri: str) -> str | None:
    """What `named` was given; None for what is `unnamed`."""
    if not uri.startswith(PREFIX):
        return uri
    _, _, value = uri.removeprefix(PREFIX).partition(":")
    return None if uri.startswith(UNNAMED) else unquote(value)


def concept(scheme: str, code: str) -> tuple[str, str]:
    """(the scheme as a URI, scheme and code as one): a scheme that is no URI, or makes none with the code, is named by ours."""
    whole = scheme + code
    if is_uri(scheme) and is_uri(whole) and not scheme.startswith(PREFIX):
        return scheme, whole
    named_scheme = f"{_SCHEME}{quote(scheme, safe='')}:"
    return named_scheme, named_scheme + quote(code, safe="")


def concept_of(uri: str, code: str | None) -> tuple[str | None, str]:
    """(scheme, code) of a concept's URI, with the code where that is known: what `concept` was given, else by the last / or #."""
    if uri.startswith(_SCHEME):
        scheme, _, rest = uri.removeprefix(_SCHEME).partition(":")
        return unquote(scheme), unquote(rest) if code is None else code
    if code is not None:
        return (uri[: len(uri) - len(code)] or None) if uri.endswith(code) else None, code
    at = max(uri.rfind("/"), uri.rfind("#")) + 1
    return (uri[:at], uri[at:]) if 0 < at < len(uri) else (None, uri)


def address(href: str) -> str | None:
    """An address as a URI, characters beyond ASCII percent-encoded as in RFC 3987; None where it is none even so."""
    found = href.strip()
    if not is_uri(found):
        found = quote(found, safe=_SPARED)
    return found if is_uri(found) else None
