"""Quotes and annotations: what stands off over the article's text."""

from typing import Literal

import attrs

from newsparse.model.agents import Agent
from newsparse.model.frozen import Value
from newsparse.model.place import Provenance, Span

QuoteKind = Literal["direct", "indirect", "mixed"]
CueClass = Literal["speech", "attitude", "document"]


@attrs.frozen(kw_only=True)
class Quote:
    """Who said what: one statement of one speaker.

    `spans` are in reading order, several where the cue interrupts or paragraphs run on, and `text` equals what they cut
    out, joined by a space. `speaker` is the resolved agent, None where the text does not tell; `speaker_spans` are the
    mention. `cue` is the reporting phrase ("said", "according to").
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    kind: QuoteKind
    provenance: Provenance
    speaker: Agent | None = None
    speaker_spans: tuple[Span, ...] = ()
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()
    cue_class: CueClass | None = None


@attrs.frozen(kw_only=True)
class Annotation:
    """The open door for enrichers: a `value` of a namespaced `kind` over spans; no spans means the whole article."""

    id: str
    kind: str
    provenance: Provenance
    spans: tuple[Span, ...] = ()
    value: Value = None
