"""Everyone named in a text: names as they first stand in full, with gender where title, kin or given name tells it.

Names are taken from the whole text, those inside quotation marks left out.
"""

from functools import cached_property

import attrs

from newsparse.enrichers.quotes.languages import Language, Word
from newsparse.enrichers.quotes.phrases import Range
from newsparse.enrichers.quotes.tokens import CAPITAL, POSSESSOR, WORD, Tokens, tokenise

_NO_NAME = int(
    Word.DETERMINER
    | Word.PREPOSITION
    | Word.SUBORDINATOR
    | Word.CONTRAST
    | Word.SUBJECT
    | Word.AUXILIARY
    | Word.COORDINATOR
    | Word.WHETHER
    | Word.ADVERB
    | Word.TIME
    | Word.PRONOUN
    | Word.NEGATION
)
_TITLES = int(Word.TITLE | Word.TITLE_M | Word.TITLE_F)
_NO_PERSON = Word.ORGANISATION | Word.GROUP | Word.DOCUMENT | Word.DEMONYM | Word.RANK
_AROUND = _NO_NAME | _TITLES | Word.ROLE | _NO_PERSON
_OF_NAME = CAPITAL | Word.PARTICLE
_TITLED = _TITLES | Word.ROLE
_NAMESAKES = 20
"""People of one surname that are told apart."""
_CASED = CAPITAL | Word.GENITIVE
_ACRONYM = 5


@attrs.define(eq=False)
class Person:
    """A name as it first stands in full, and what else the text tells of its bearer."""

    name: str
    words: tuple[str, ...]
    at: Range
    gender: str | None = None
    likely: bool = False
    """A title or a known given name says that it is a person."""
    role: str | None = None
    affiliation: str | None = None
    described: bool = False


class People:
    """Everyone named in a text."""

    def __init__(self, tokens: Tokens, context: tuple[str, ...] = ()) -> None:
        self.tokens = tokens
        self.language: Language = tokens.language
        self.by_surname: dict[str, list[Person]] = {}
        self.mentions: list[tuple[int, Person]] = []
        """(token, person), in order."""
        self.noted: dict[Range, Person] = {}
        """Who is meant by a run of capitalised words with a name of several words."""
        self._unheard = context
        self._read()

    def _bearers(self, surname: str) -> list[Person]:
        """Who has the surname in the text, else in the headline or byline; most names that are asked for are in the text."""
        known = self.by_surname.get(surname)
        if not known and self._unheard and _folded(surname) in self._folded_context:
            lines, self._unheard = self._unheard, ()
            for line in lines:
                self._hear(line)
            known = self.by_surname.get(surname)
        return known or []

    @cached_property
    def _folded_context(self) -> str:
        return _folded("\n".join(self._unheard))

    def _hear(self, line: str) -> None:
        """Add who is named in full in a line, and nowhere in the text."""
        other = People(tokenise(line, self.language, []))
        for surname, people in other.by_surname.items():
            for person in people:
                if (person.likely or person.name == line) and len(person.words) > 1 and not self.by_surname.get(surname):
                    person.described = True  # its place is in another text
                    self.by_surname[surname] = [person]

    def _read(self) -> None:
        flags, words = self.tokens.flags, self.tokens.words
        count = len(flags)
        end = 0
        for at in self.tokens.capitals:
            if at < end:
                continue
            end = at + 1
            if end < count and (flags[end] & _OF_NAME or words[end] == "."):
                end = self.run(at, count)
            if end > at + 1 or self._may_tell(at):
                self._note(at, end)

    def _may_tell(self, at: int) -> bool:
        """Whether a lone capitalised word may be a name: of someone named before, or behind a title in small letters."""
        flags, word = self.tokens.flags, self.tokens.words[at]
        if (word[:-2] if flags[at] & POSSESSOR else word) in self.by_surname:
            return True
        return self.language.grammar is not None and at > 0 and bool(flags[at - 1] & _TITLED)

    def run(self, at: int, count: int) -> int:
        """Past the capitalised words that begin at `at`, with particles, initials and their full stops."""
        flags, words = self.tokens.flags, self.tokens.words
        end = at + 1
        while (
            end < count
            and end - at < 16
            and (flags[end] & _OF_NAME or words[end] == ".")  # most runs end here
            and self._runs_on(end, count)
        ):
            end += 1
        return end

    def _runs_on(self, at: int, count: int) -> bool:
        """Whether a run of capitalised words holds the token too."""
        flags = self.tokens.flags
        flag = flags[at]
        if flag & CAPITAL:
            return not flags[at - 1] & POSSESSOR
        stop = self.tokens.words[at] == "."
        if at + 1 >= count or not (stop or flag & Word.PARTICLE):
            return False
        if stop:
            return self._abbreviated(at) and bool(flags[at + 1] & CAPITAL)
        return bool(flags[at + 1] & _OF_NAME and flags[at - 1] & _OF_NAME) and not self._article(at)

    def _abbreviated(self, stop: int) -> bool:
        before = self.tokens.words[stop - 1]
        return len(before) == 1 or bool(self.tokens.flags[stop - 1] & Word.ABBREVIATION)

    def _note(self, first: int, last: int) -> None:
        person = self.person(first, last)
        if person is None:
            return
        if self.language.grammar is not None and first and self.tokens.flags[first - 1] & _TITLED:
            person.likely = True
        person.gender = person.gender or self._of_kin(first)
        surname = person.words[-1]
        known = self.by_surname.setdefault(surname, [])
        if len(person.words) == 1:
            older = self._same(known, person.gender)
            if older is not None:
                older.gender = older.gender or person.gender
                older.likely = older.likely or person.likely
                self.mentions.append((first, older))
                return
            if not person.likely:
                return
        if len(known) >= _NAMESAKES:
            return
        meant = next((p for p in known if _same_name(p, person)), None) if known else None
        if meant is None:
            known.append(person)
            meant = person
        self.mentions.append((first, meant))
        if len(person.words) > 1:
            self.noted[first, last] = meant

    def _of_kin(self, at: int) -> str | None:
        """The gender that a noun for kin before a name tells: "her husband, X"."""
        before = at - 2 if at and self.tokens.words[at - 1] == "," else at - 1
        flag = self.tokens.flags[before] if before >= 0 else 0
        return "m" if flag & Word.MALE else "f" if flag & Word.FEMALE else None

    def _same(self, known: list[Person], gender: str | None) -> Person | None:
        fitting = [p for p in known if gender is None or p.gender in (None, gender)]
        return (
            fitting[-1]
            if len(fitting) == 1
            else next((p for p in reversed(fitting) if p.gender == gender), fitting[0] if fitting else None)
        )

    def person(self, first: int, last: int) -> Person | None:
        """The name within the capitalised run, titles and roles before it taken off; None where none is left."""
        tokens, flags, known = self.tokens, self.tokens.flags, self.language.given
        at, gender, titled = self._behind_titles(first, last)
        if at >= last:
            return None
        if last - at > 2 and flags[at] & WORD and tokens.words[at] not in known:
            # "Colorado Governor's Aide Tom Reed": what stands before a given name is no name
            at = next((k for k in range(at + 1, last - 1) if tokens.words[k] in known), at)
        while at < last and not flags[at] & CAPITAL and (not flags[at] & WORD or (not flags[at] & _CASED and self._article(at))):
            at += 1
        if at > first and at + 2 == last and flags[at] & Word.GENITIVE and not flags[at] & CAPITAL:
            return None  # what an office is for: "Vorsitzende der Grünen"
        words = [tokens.words[k] for k in range(at, last) if flags[k] & WORD]
        owner = flags[last - 1] & POSSESSOR
        if owner and words:
            words[-1] = words[-1][:-2]
        while len(words) > 1 and words[-1] in self.language.suffixes:
            words.pop()
        if len(words) > 1 and len(words[-1]) > 1:
            words = [word for word in words if len(word) > 1]
        if not words or len(words) > 5 or (self.language.grammar is not None and self._acronym(at, last)):
            return None
        given = known.get(words[0]) if len(words) > 1 else None
        name = tokens.text[tokens.starts[at] : tokens.ends[last - 1]]
        return Person(name[:-2] if owner else name, tuple(words), (at, last), gender or given, titled or given is not None)

    def _behind_titles(self, first: int, last: int) -> tuple[int, str | None, bool]:
        """(past the titles, roles and bodies that a run begins with, the gender they tell, whether there is a title)."""
        words, flags, known = self.tokens.words, self.tokens.flags, self.language.given
        gender: str | None = None
        titled = False
        at = first
        for k in range(first, last):
            flag = flags[k]
            if not flag & _AROUND:
                continue
            given = known.get(words[k])
            if flag & _TITLED and not (given and k + 1 < last and titled):
                titled = True
                gender = "m" if flag & Word.TITLE_M else "f" if flag & Word.TITLE_F else gender
                at = k + 1
            elif flag & _NO_PERSON or (
                flag & _NO_NAME and len(words[k]) > 1 and not flag & Word.PARTICLE and not (given and k + 1 < last)
            ):
                at = k + 1
        return at, gender, titled

    def _article(self, at: int) -> bool:
        """Whether a particle is an article, where nouns have capitals: "laut den Angaben", "Verband der Städte"."""
        grammar = self.language.grammar
        flag = self.tokens.flags[at]
        if grammar is None or not grammar.capital_nouns or flag & CAPITAL or not flag & Word.DETERMINER:
            return False
        return at == 0 or not self.tokens.flags[at - 1] & Word.PARTICLE

    def _acronym(self, first: int, last: int) -> bool:
        """Whether the words are USA or CDU, and no name, where nouns are told by grammar."""
        if last - first > 1:
            return False
        word = self.tokens.cut(first, last)
        return len(word) <= _ACRONYM and word.isupper()

    def nameable(self, person: Person) -> bool:
        """Whether the words can be a name, where every noun has a capital: a lone one must be known as one."""
        grammar = self.language.grammar
        if grammar is None or not grammar.capital_nouns or len(person.words) > 1 or person.likely:
            return True
        return bool(self._bearers(person.words[-1])) or self.language.given.get(person.words[0]) is not None

    def known(self, person: Person) -> Person:
        """Whom the text or its headline names so already; else the person as given."""
        known = self._bearers(person.words[-1])
        if len(person.words) > 1:
            exact = [p for p in known if p.words[0] == person.words[0]]
            return exact[0] if exact else person
        return self._same(known, person.gender) or person


def _same_name(older: Person, person: Person) -> bool:
    """Whether the two, of one surname, have one name."""
    return older.words == person.words or (len(older.words) > 1 and older.words[0] == person.words[0])


def _folded(text: str) -> str:
    """The text as `Tokens.words` has it, whatever stands beside a word."""
    return text.lower().replace("'", "’").replace("ς", "σ")
