"""Languages as data: one TOML table each, beside this module or a user's own.

A table is a list of words that a person wrote down. Word lists are strings, words parted by white space, `_` for the blank
inside a phrase (`point_out`). Its keys, all but `code` optional:

- `code` (BCP 47), `name`; `spaces = false` for a script that leaves none between words.
- `[marks]`: `pairs`, strings of an opening and a closing mark, each one or two characters; `dash` when a paragraph that
  begins with a dash is speech; `apostrophe`, the characters that close a quotation and also stand inside words.
- `[[cues]]`: reporting verbs. `class` is speech, attitude or document; `frames` says what may follow or be reported (see
  `Frame`); `forms` has one verb a line, every form of it, `~` before those without a subject of their own (participles,
  gerunds). `..` stands for the words between a verb and its particle ("teilte..mit"). A verb may stand in several tables.
- `[[frames]]`: "according to": `before` its source, `after` it (によると), `trailing`, before its source and only behind what
  was said ("so"), `opinion`, before a person at the start of a sentence ("pour"), or `anaphor`, which points back to
  its source ("demnach"); `class` as above. With `nouns`, a frame counts only before one of them, or a compound that ends so
  ("nach … Angaben").
- `[[nouns]]`: nouns that carry a clause ("the claim that"); `class`, `forms`.
- `[words]`: closed classes, each a list; the keys are the names of `Word` in lower case.
- `[[pronouns]]`: `gender` (m, f, n), `number` (singular, plural), `forms`.
- `[grammar]`: how a sentence is built; see `Grammar`. A table with it is read by `grammar`, one without by the English rules.
- `[suffixes]`: `adverb` ("ly"), `finite` ("ed") and `plural` ("s"), `participle` ("ing"): endings that make a lower-case
  word one; `role`, `group`, `organisation`, `document`: ends of compound nouns that make the whole one ("-minister").
- `[demonyms]`: an adjective of a place to the place's name (`russian = "Russia"`).
- `[names]`: `particles` ("van"), `suffixes` ("Jr"), given names by gender: `m`, `f`.
"""

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final, Literal

import attrs

from newsparse.errors import UsageError
from newsparse.model.quotes import CueClass


class Frame:
    """What a reporting verb takes: the shape of what is reported."""

    QUOTE: Final = 1
    """Words in quotation marks, before or after."""
    THAT: Final = 2
    """A clause that begins with a complementizer ("that")."""
    BARE: Final = 4
    """A clause without one."""
    WHETHER: Final = 8
    """An indirect question."""
    INFINITIVE: Final = 16
    """An infinitive ("promised to come")."""
    OBJECT: Final = 32
    """A noun phrase ("denied the charge", "called for calm")."""
    ADDRESSEE: Final = 64
    """A person addressed stands before it ("told her that")."""
    CONTENT: Final = 512
    """The clause itself tells what is said: demands, announcements, estimates ("forderte mehr Geld")."""
    WORK: Final = 1024
    """A work may be its object: a short title in marks right behind it is no quote ("wrote “A Life in Ink”")."""
    CITED: Final = 256
    """Its passive has the speaker for a subject ("wird zitiert")."""
    RAISING: Final = 128
    """An infinitive whose subject is that of the verb, of nobody's saying ("seems to work")."""


FRAMES: Final[dict[str, int]] = {name: bit for name, bit in vars(Frame).items() if name.isupper()}
"""The frames by their names."""


class Word:
    """Closed classes of words, a bit each; a word may be of several.

    Plain integers, because a test of them is most of what the rules do: to look a member of an `IntEnum` up costs three times as
    much, and `&` on an `IntFlag` ten times. The first eight bits are the tokeniser's own. What most tests ask for is below bit
    30, so that most words' flags are one digit of an integer, on which `&` takes half the time.
    """

    THAT: Final = 1 << 8
    """Complementizers."""
    WHETHER: Final = 1 << 9
    """What begins an indirect question."""
    INFINITIVE: Final = 1 << 10
    """The particle before an infinitive."""
    SUBJECT: Final = 1 << 11
    """Pronouns that are subjects."""
    DETERMINER: Final = 1 << 12
    POSSESSIVE: Final = 1 << 13
    PREPOSITION: Final = 1 << 14
    AUXILIARY: Final = 1 << 15
    """Auxiliary, copular and modal verbs, finite or not."""
    NEGATION: Final = 1 << 16
    RELATIVE: Final = 1 << 17
    """Relative pronouns."""
    COORDINATOR: Final = 1 << 18
    CONTRAST: Final = 1 << 19
    """What begins a clause that is no longer the speaker's ("but", "while")."""
    SUBORDINATOR: Final = 1 << 20
    ADVERB: Final = 1 << 21
    """Adverbs that stand between a subject and its verb, or after the verb."""
    TIME: Final = 1 << 22
    """Names of days, months and times: never a speaker."""
    REPORTED: Final = 1 << 30
    """Where or to whom one speaks: "in a statement", "told reporters"."""
    TITLE_M: Final = 1 << 31
    TITLE_F: Final = 1 << 32
    TITLE: Final = 1 << 33
    """Titles before a name, by what they tell of gender."""
    ROLE: Final = 1 << 34
    """Nouns for what a person does."""
    RANK: Final = 1 << 35
    """What goes before such a noun and is part of it: "deputy", "former", "foreign"."""
    DEMONYM: Final = 1 << 36
    """Adjectives of places, parties and creeds before a name. Those of places are in `[demonyms]`."""
    MALE: Final = 1 << 37
    FEMALE: Final = 1 << 38
    """Nouns for kin that tell the gender of the name behind them ("her husband, X")."""
    GROUP: Final = 1 << 23
    """Nouns for people who speak together."""
    ORGANISATION: Final = 1 << 39
    """Nouns for bodies that speak."""
    DOCUMENT: Final = 1 << 40
    """Nouns for texts that "say" something: a report, a poll."""
    ABBREVIATION: Final = 1 << 41
    """Words whose full stop ends no sentence, without it."""
    VERB: Final = 1 << 24
    """Frequent finite verbs, beside auxiliaries and cues: where a clause has one."""
    NOMINAL: Final = 1 << 42
    """Cues that are nouns as often as verbs ("show", "claims"): taken for verbs only where their neighbours say so."""
    ADDRESSED: Final = 1 << 43
    """Pronouns for a person addressed: "told me"."""
    FUNCTION: Final = 1 << 25
    """Frequent words that tell this language from others."""
    AS: Final = 1 << 44
    """What begins "as X said" ("wie", "как")."""
    AGENT: Final = 1 << 45
    """The preposition before whoever acts in a passive ("by")."""
    GENITIVE: Final = 1 << 46
    """Prepositions and articles that go on within a noun phrase ("de", "von", "des")."""
    PASSIVE: Final = 1 << 47
    """Auxiliaries that make a passive: their subject is not the speaker."""
    SUBJUNCTIVE: Final = 1 << 48
    """Verb forms of reported speech (the German Konjunktiv)."""
    DEMONSTRATIVE: Final = 1 << 49
    """What points back to a whole sentence ("Das sagte X")."""
    TOPIC: Final = 1 << 50
    """What ends a subject ("は")."""
    CAUSATIVE: Final = 1 << 51
    """Verbs whose object does what the infinitive behind it says: "forced X to admit"."""
    LABEL: Final = 1 << 53
    """What heads a line that nobody says, before its colon: whom a note is for ("EDITORS"), what it is ("CORRECTION")."""
    CUE: Final = 1 << 26
    """A reporting verb begins here. Set by the loader."""
    FRAME: Final = 1 << 27
    """A frame begins here ("according to"). Set by the loader."""
    NOUN: Final = 1 << 28
    """A noun that carries a clause. Set by the loader."""
    PRONOUN: Final = 1 << 29
    """A third-person pronoun. Set by the loader."""
    PARTICLE: Final = 1 << 52
    """A particle within names. Set by the loader."""


WORDS: Final[dict[str, int]] = {name: bit for name, bit in vars(Word).items() if name.isupper()}
"""The classes by their names."""

_CLOSED = (
    Word.THAT | Word.WHETHER | Word.SUBJECT | Word.DETERMINER | Word.PREPOSITION | Word.AUXILIARY | Word.NEGATION | Word.RELATIVE
    | Word.COORDINATOR | Word.SUBORDINATOR | Word.FUNCTION
)  # fmt: skip


@attrs.frozen
class Cue:
    """One form of a reporting verb or frame.

    `rest` are the words after the first. `participle` forms have no subject of their own; `before` and `after` frames
    ("according to") stand before or after their source and have no verb.
    """

    rest: tuple[str, ...]
    cue_class: CueClass
    frames: int
    participle: bool = False
    position: str = "verb"
    lemma: str = ""
    gap: tuple[str, ...] = ()
    """The particle that stands further on ("teilte … mit")."""
    nouns: tuple[str, ...] = ()
    """Ends of the nouns that make a preposition a frame."""


@attrs.frozen
class Pronoun:
    """Gender (`m`, `f`, `n` or None) and number of a third-person pronoun."""

    gender: str | None
    plural: bool


@attrs.frozen(kw_only=True)
class Grammar:
    """How a language builds a sentence that reports; the keys of a table's `[grammar]`."""

    order: Literal["sv", "v2", "vs", "final"] = attrs.field(
        default="sv", validator=attrs.validators.in_(("sv", "v2", "vs", "final"))
    )
    """Where the verb stands: behind its subject, second whatever stands first, before its subject, or last."""
    comma: bool = False
    """A comma stands before a reported clause, always ("сказал, что")."""
    bare: Literal["", "subjunctive", "any"] = ""
    """Reported clauses without a complementizer: none, those in the subjunctive, any."""
    inside: bool = False
    """The cue may stand between commas within the marks (« Le texte, assure X, passera »)."""
    dash_paragraph: bool = False
    """A paragraph that begins with a dash is speech to its end, but for "said X" (the Nordic press)."""
    drop: bool = False
    """A verb may do without its subject: it is then the last one's."""
    capital_nouns: bool = False
    suffixed: bool = False
    """Names take case endings behind an apostrophe ("Su’ya göre")."""
    infinitives: tuple[str, ...] = ()
    """Endings of infinitives that follow a cue without a particle ("affirme avoir")."""
    complements: tuple[str, ...] = ()
    """Endings of the word before a cue that make what stands before it a reported clause ("geldiğini söyledi")."""
    infixed: tuple[str, ...] = ()
    """Beginnings of infinitives that hold their particle inside ("einzu-leiten")."""
    adjectives: tuple[str, ...] = ()
    """Endings of adjectives, where nouns are told by their capitals."""
    elided: bool = False
    """Words end with an apostrophe before the next ("l’avocat")."""
    clitics: tuple[str, ...] = ()
    """Pronouns that hang on the verb with a hyphen ("dit-il")."""
    prefixes: tuple[str, ...] = ()
    """Conjunctions that are written together with a cue ("وقال")."""
    caseless: bool = False
    """The script has no capitals: names are what stands behind titles and roles."""
    article: tuple[str, ...] = ()
    """Articles written together with the noun: a word with one is no given name."""


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """A table, made ready: `flags` answers for a lower-case word in one look, the dicts tell the rest."""

    code: str
    name: str
    spaces: bool
    pairs: tuple[tuple[str, str], ...]
    dash: bool
    apostrophe: str
    flags: dict[str, int]
    cues: dict[str, tuple[Cue, ...]]
    nouns: dict[str, CueClass]
    pronouns: dict[str, Pronoun]
    given: dict[str, str]
    """Given names to `m` or `f`."""
    suffixes: frozenset[str]
    demonyms: dict[str, str]
    adverb_endings: tuple[str, ...]
    finite_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    compounds: tuple[tuple[tuple[str, ...], int], ...]
    """Ends of compound nouns, with the class they give the whole ("-minister" a role)."""
    grammar: Grammar | None = None

    def function_words(self) -> frozenset[str]:
        """The words of its closed classes, which tell the language from others."""
        return frozenset(word for word, flag in self.flags.items() if flag & _CLOSED)


_ALIASES = {"nb": "no", "nn": "no"}
"""Codes of what one table covers together."""


def load(code: str) -> Language:
    """The language of a BCP 47 code, by its first subtag; UsageError where there is no table for it."""
    language = find(code)
    if language is None:
        raise UsageError(f"no quotes table for language {code!r}; there are: {', '.join(known())}")
    return language


@lru_cache(maxsize=256)
def find(code: str) -> Language | None:
    """As `load`, None where there is no table."""
    name = code.lower().replace("_", "-").split("-")[0]
    name = _ALIASES.get(name, name)
    return _loaded(name) if name in known() else None


@cache
def _loaded(name: str) -> Language:
    return parse((resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def known() -> tuple[str, ...]:
    """The codes of the languages that have a table, sorted."""
    return tuple(sorted(p.name.removesuffix(".toml") for p in resources.files(__name__).iterdir() if p.name.endswith(".toml")))


def parse(toml: str) -> Language:
    """The language that a table tells; UsageError where it is no table of one."""
    try:
        table = tomllib.loads(toml)
        _check(table)
        return _language(table)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"the language table is no TOML: {error}") from error
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise UsageError(f"the language table is incomplete: {error!r}") from error


def _check(table: dict[str, Any]) -> None:
    """UsageError that names the part of a table that is not what it should be."""
    if not isinstance(table.get("code"), str):
        raise UsageError('a language table needs code = "…"')
    for key in ("marks", "words", "grammar", "suffixes", "demonyms", "names"):
        if not isinstance(table.get(key, {}), dict):
            raise UsageError(f"{key} must be a table of its own, [{key}]")
    for key in ("cues", "frames", "nouns", "pronouns"):
        groups = table.get(key, [])
        if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
            raise UsageError(f"{key} must be tables, [[{key}]] each")
    for key, words in table.get("words", {}).items():
        if key.upper() not in WORDS:
            raise UsageError(f"[words] has no {key!r}; it has: {', '.join(map(str.lower, WORDS))}")
        if not isinstance(words, str):
            raise UsageError(f"[words]: {key} must be words in one string")


def _language(table: dict[str, Any]) -> Language:
    flags: dict[str, int] = {}
    marks, names = table.get("marks", {}), table.get("names", {})
    for key, words in table.get("words", {}).items():
        _flag(flags, words.split(), WORDS[key.upper()])
    nouns = {form: group["class"] for group in table.get("nouns", ()) for form in group["forms"].split()}
    pronouns: dict[str, Pronoun] = {}
    for group in table.get("pronouns", ()):
        for form in group["forms"].split():
            pronouns.setdefault(form, Pronoun(group.get("gender"), group.get("number") == "plural"))
    cues = _cues(table)
    for words, flag in (
        ([word for word, these in cues.items() if any(cue.position == "verb" for cue in these)], Word.CUE),
        ([word for word, these in cues.items() if any(cue.position != "verb" for cue in these)], Word.FRAME),
        (nouns, Word.NOUN),
        (table.get("demonyms", {}), Word.DEMONYM),
        (pronouns, Word.PRONOUN),
        (names.get("particles", "").split(), Word.PARTICLE),
    ):
        _flag(flags, list(words), flag)
    return Language(
        code=table["code"],
        name=table.get("name", table["code"]),
        spaces=table.get("spaces", True),
        pairs=tuple((pair[: len(pair) // 2], pair[len(pair) // 2 :]) for pair in marks.get("pairs", ('""', "“”"))),
        dash=marks.get("dash", False),
        apostrophe=marks.get("apostrophe", ""),
        flags=flags,
        cues=cues,
        nouns=nouns,
        pronouns=pronouns,
        given={**(_given() if "grammar" in table else {}), **_by_gender(names)},
        demonyms=dict(table.get("demonyms", {})),
        suffixes=frozenset(names.get("suffixes", "").split()),
        grammar=_grammar(table["grammar"]) if "grammar" in table else None,
        adverb_endings=tuple(table.get("suffixes", {}).get("adverb", "").split()),
        finite_endings=tuple(table.get("suffixes", {}).get("finite", "").split()),
        participle_endings=tuple(table.get("suffixes", {}).get("participle", "").split()),
        compounds=_compounds(table.get("suffixes", {})),
        plural_endings=tuple(table.get("suffixes", {}).get("plural", "").split()),
    )


def _compounds(suffixes: dict[str, str]) -> tuple[tuple[tuple[str, ...], int], ...]:
    kinds = ("role", "group", "organisation", "document")
    return tuple((tuple(suffixes[kind].split()), WORDS[kind.upper()]) for kind in kinds if kind in suffixes)


def _by_gender(names: dict[str, str]) -> dict[str, str]:
    return {name: gender for gender in ("m", "f") for name in names.get(gender, "").split()}


@cache
def _given() -> dict[str, str]:
    """Given names that are of one gender in every language."""
    return _by_gender(tomllib.loads((resources.files("newsparse.enrichers.quotes") / "given.toml").read_text(encoding="utf-8")))


_LISTS = ("infinitives", "infixed", "adjectives", "complements", "clitics", "prefixes", "article")


def _grammar(table: dict[str, Any]) -> Grammar:
    keys: dict[str, Any] = {k: tuple(v.split()) if k in _LISTS else v for k, v in table.items()}
    return Grammar(**keys)


def _flag(flags: dict[str, int], words: list[str], flag: int) -> None:
    for word in words:
        flags[word] = flags.get(word, 0) | flag
        if "’" in word:
            plain = word.replace("’", "'")
            flags[plain] = flags.get(plain, 0) | flag


def _cues(table: dict[str, Any]) -> dict[str, tuple[Cue, ...]]:
    """First word to the cues that begin with it, longest first.

    The frames of a form that stands in several tables are joined; its class is that of the first.
    """
    found: dict[tuple[str, str], Cue] = {}
    for group in table.get("cues", ()):
        frames = sum(FRAMES[name.upper()] for name in group["frames"])
        for line in group["forms"].splitlines():
            forms = line.split()
            for form in forms:
                _add(found, form, Cue((), group["class"], frames, form.startswith("~"), "verb", forms[0]))
    for group in table.get("frames", ()):
        nouns = tuple(group.get("nouns", "").split())
        for position in ("before", "after", "trailing", "opinion", "anaphor"):
            for form in group.get(position, "").split():
                _add(found, form, Cue((), group["class"], 0, position=position, lemma=form, nouns=nouns))
    prefixes = table.get("grammar", {}).get("prefixes", "").split()
    cues: dict[str, list[Cue]] = {}
    for (form, _), cue in found.items():
        whole, _, particle = form.removeprefix("~").partition("..")
        first, *rest = whole.split("_")
        lemma = cue.lemma.removeprefix("~").replace("..", " … ").replace("_", " ")
        made = attrs.evolve(cue, rest=tuple(rest), lemma=lemma, gap=tuple(particle.split("_")) if particle else ())
        for prefix in ("", *prefixes):
            cues.setdefault(prefix + first, []).append(made)
    return {first: tuple(sorted(these, key=lambda cue: -len(cue.rest) - len(cue.gap))) for first, these in cues.items()}


def _add(found: dict[tuple[str, str], Cue], form: str, cue: Cue) -> None:
    known_as = found.get((form, cue.position))
    found[form, cue.position] = cue if known_as is None else attrs.evolve(known_as, frames=known_as.frames | cue.frames)
