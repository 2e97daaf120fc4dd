"""The W3C XML Schema of our XML form, made from its RELAX NG schema, so that there is one vocabulary to keep.

It translates the patterns that `xmlform.rng` is written in and no others. What XSD cannot say is looser in it: attributes
that go together are optional each, and `xml:lang` is any attribute of the XML namespace.
"""

from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

import attrs

from newsparse.schema.xmlform import NAMESPACE, rng

_RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
_XML: Final = '<xs:anyAttribute namespace="http://www.w3.org/XML/1998/namespace" processContents="lax"/>'
_HEAD: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- W3C XML Schema of the newsparse XML form, version 1, made from its RELAX NG schema. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{NAMESPACE}" targetNamespace="{NAMESPACE}"
 elementFormDefault="qualified">"""
_REQUIRED: Final = ' use="required"'
_OCCURS: Final = {
    "optional": ' minOccurs="0"',
    "zeroOrMore": ' minOccurs="0" maxOccurs="unbounded"',
}


@attrs.define
class _Content:
    """What an element or a definition holds: attributes by name, particles, and the simple type of its text."""

    attributes: dict[str, str] = attrs.field(factory=dict)
    particles: list[str] = attrs.field(factory=list)
    text: str | None = None
    """None: no text."""

    def add(self, other: "_Content") -> None:
        """Take in what `other` holds, behind one another."""
        self.attributes |= other.attributes
        self.particles += other.particles
        self.text = self.text or other.text


def xsd() -> str:
    """The schema as text."""
    grammar = ET.fromstring(rng())  # noqa: S314  our own file, which no document can reach
    translation = _Translation({str(node.get("name")): node for node in grammar.findall(f"{_RNG}define")})
    made = [_HEAD, *translation.globals(grammar.find(f"{_RNG}start")), *translation.definitions(), "</xs:schema>"]
    root = ET.fromstring("\n".join(made))  # noqa: S314
    ET.register_namespace("xs", "http://www.w3.org/2001/XMLSchema")
    ET.indent(root)
    return "\n".join([*_HEAD.split("\n")[:4], *ET.tostring(root, encoding="unicode").split("\n")[1:], ""])


def _kind(node: ET.Element) -> str:
    return node.tag.removeprefix(_RNG)


class _Translation:
    """The definitions of a grammar, and how each pattern is said in XSD."""

    def __init__(self, defined: dict[str, ET.Element]) -> None:
        self.defined = defined

    def globals(self, start: ET.Element | None) -> list[str]:
        """The elements that a document may begin with."""
        first = start[0] if start is not None else ()
        return [self.element(node) if _kind(node) == "element" else self.reference(str(node.get("name"))) for node in first]

    def definitions(self) -> list[str]:
        """A complex type for each definition that is one element, a group for each other that has any."""
        made = []
        for name, node in self.defined.items():
            only = self.single(name)
            if only is not None:
                made.append(self.complex(self.content(list(only)), f' name="{name}"'))
            elif particles := self.content(list(node)).particles:
                made.append(f'<xs:group name="{name}"><xs:sequence>{"".join(particles)}</xs:sequence></xs:group>')
        return made

    def single(self, name: str) -> ET.Element | None:
        """The element that a definition consists of, with a name of its own; None where it is more or less."""
        children = list(self.defined[name])
        return children[0] if len(children) == 1 and _kind(children[0]) == "element" and children[0].get("name") else None

    def reference(self, name: str) -> str:
        """The particle that stands for a definition."""
        only = self.single(name)
        return f'<xs:group ref="{name}"/>' if only is None else f'<xs:element name="{only.get("name")}" type="{name}"/>'

    def element(self, node: ET.Element) -> str:
        """An element, or a choice of them where it has several names."""
        names = [str(node.get("name"))] if node.get("name") else [str(one.text) for one in node[0].iter(f"{_RNG}name")]
        content = self.content([child for child in node if _kind(child) != "name" and not list(child.iter(f"{_RNG}name"))])
        if content.attributes or content.particles or content.text is None:
            made = [f"<xs:element name={quoteattr(name)}>{self.complex(content)}</xs:element>" for name in names]
        else:
            made = [_declared("element", name, content.text) for name in names]
        return made[0] if len(made) == 1 else f"<xs:choice>{''.join(made)}</xs:choice>"

    def complex(self, content: _Content, named: str = "") -> str:
        """A complex type; text beside children is mixed content, text alone a simple one."""
        attributes = "".join(content.attributes[name] for name in sorted(content.attributes, key="xml:lang".__eq__))
        if content.text is not None and not content.particles:
            kind = "xs:string" if content.text.startswith("<") else content.text
            base = f'<xs:simpleContent><xs:extension base="{kind}">{attributes}</xs:extension></xs:simpleContent>'
            return f"<xs:complexType{named}>{base}</xs:complexType>"
        mixed = ' mixed="true"' if content.text is not None else ""
        inside = f"<xs:sequence>{''.join(content.particles)}</xs:sequence>" if content.particles else ""
        return f"<xs:complexType{named}{mixed}>{inside}{attributes}</xs:complexType>"

    def content(self, nodes: list[ET.Element]) -> _Content:
        """What these patterns, one behind the other, allow."""
        found = _Content()
        for node in nodes:
            found.add(self.pattern(node))
        return found

    def pattern(self, node: ET.Element) -> _Content:
        """What one pattern allows."""
        kind = _kind(node)
        if kind == "element":
            return _Content(particles=[self.element(node)])
        if kind == "attribute":
            return _Content(attributes=_attribute(node))
        if kind == "ref":
            return self.referred(str(node.get("name")))
        if kind in {"data", "value", "text"} or (kind == "choice" and not _has_elements(node)):
            return _Content(text=_simple([node]))
        if kind == "empty":
            return _Content()
        inner = self.content(list(node))
        if kind == "choice":
            inner.particles = [f"<xs:choice>{''.join(inner.particles)}</xs:choice>"]
        elif kind in _OCCURS:
            inner.attributes = {name: made.replace(_REQUIRED, "") for name, made in inner.attributes.items()}
            if inner.particles:
                inner.particles = [f"<xs:sequence{_OCCURS[kind]}>{''.join(inner.particles)}</xs:sequence>"]
        return inner

    def referred(self, name: str) -> _Content:
        """What a definition brings to the place that refers to it: its attributes and text, and a particle for its elements."""
        if self.single(name) is not None:
            return _Content(particles=[self.reference(name)])
        held = self._flat(name)
        return _Content(held.attributes, [self.reference(name)] if held.particles else [], held.text)

    def _flat(self, name: str) -> _Content:
        """Attributes and text of a definition; its particles only as a sign that there are some."""
        found = _Content()
        waiting, seen = [(child, False) for child in self.defined[name]], {name}
        while waiting:
            node, optional = waiting.pop()
            kind = _kind(node)
            if kind == "element":
                found.particles = ["some"]
            elif kind == "ref":
                inner = str(node.get("name"))
                waiting.extend((child, optional) for child in self.defined[inner] if inner not in seen)
                seen.add(inner)
            elif kind == "attribute":
                found.attributes |= _attribute(node, optional=optional)
            elif kind in {"text", "data", "value"}:
                found.text = found.text or _simple([node])
            else:
                waiting.extend((child, optional or kind in _OCCURS or kind == "choice") for child in node)
        return found


def _has_elements(node: ET.Element) -> bool:
    return any(_kind(inner) in {"element", "ref", "text", "attribute", "name"} for inner in node.iter())


def _attribute(node: ET.Element, *, optional: bool = False) -> dict[str, str]:
    name = str(node.get("name"))
    if name == "xml:lang":
        return {name: _XML}
    return {name: _declared("attribute", name, _simple(list(node)), "" if optional else _REQUIRED)}


def _declared(what: str, name: str, simple: str, more: str = "") -> str:
    """An attribute or element of a simple type: by the type's name, or with the type inside."""
    if simple.startswith("<"):
        return f"<xs:{what} name={quoteattr(name)}{more}>{simple}</xs:{what}>"
    return f"<xs:{what} name={quoteattr(name)} type={quoteattr(simple)}{more}/>"


def _simple(nodes: list[ET.Element]) -> str:
    """A simple type, by name or as a declaration: a datatype, one of several, one of some words, or any text."""
    inner = [one for node in nodes for one in (list(node) if _kind(node) == "choice" else [node])]
    words = [str(one.text) for one in inner if _kind(one) == "value"]
    types = [f"xs:{one.get('type')}" for one in inner if _kind(one) == "data"]
    if words:
        allowed = "".join(f"<xs:enumeration value={quoteattr(word)}/>" for word in words)
        return f'<xs:simpleType><xs:restriction base="xs:string">{allowed}</xs:restriction></xs:simpleType>'
    if len(types) > 1:
        return f'<xs:simpleType><xs:union memberTypes="{" ".join(types)}"/></xs:simpleType>'
    return types[0] if types else "xs:string"
