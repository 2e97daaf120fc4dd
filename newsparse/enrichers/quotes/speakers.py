"""Who the phrase means: full names by surname, pronouns, roles and affiliations before and after the name.

Nothing is guessed: a pronoun without a fitting person before it stays without a speaker.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from newsparse.enrichers.quotes import caseless
from newsparse.enrichers.quotes.languages import Word
from newsparse.enrichers.quotes.people import People, Person
from newsparse.enrichers.quotes.phrases import Range, among, noun_phrase_left
from newsparse.enrichers.quotes.subjects import main_subject
from newsparse.enrichers.quotes.titles import after_name, before_name, past_another
from newsparse.enrichers.quotes.tokens import CAPITAL, WORD, Tokens
from newsparse.model.agents import Agent, AgentKind
from newsparse.model.quick import new_agent

_HEAD_STOPS = frozenset(",;:—–―(")
_FAR = 400
"""Tokens that a pronoun looks back over for a subject; half as many for anyone named."""
_TITLE_REACH = 12
"""Tokens before a name in which its bearer's office is looked for."""
_NAMES = 8
"""Names of one sentence that a pronoun may mean."""
_NEAR = 150
"""Tokens back to a person of known gender whom a pronoun means before one of unknown gender."""
_DROPPED = 60
"""Tokens that a verb without a subject looks back over."""


class Cast:
    """Who is meant by a phrase of a text, of everyone whom the text names."""

    def __init__(self, tokens: Tokens, context: tuple[str, ...] = ()) -> None:
        self.tokens = tokens
        self.language = tokens.language
        self.people = People(tokens, context)
        self._genders: dict[str, str] = {}
        """Of names in a script without capitals, as pronouns told them."""

    def agent(self, source: Range | None, sentence: int) -> Agent | None:
        """Who is meant by the phrase, in the sentence of that number; None where the text does not tell."""
        if self.language.grammar is not None and self.language.grammar.caseless:
            return self._caseless(source, sentence)
        if source is None:
            return self._dropped(sentence) if self.language.grammar is not None and self.language.grammar.drop else None
        tokens, flags = self.tokens, self.tokens.flags
        first, last = source
        flag = flags[first]
        if last - first == 1 and flag & (Word.PRONOUN | Word.POSSESSIVE) and tokens.words[first] in self.language.pronouns:
            person = self._meant(first, sentence)
            return self._agent(person) if person is not None else None
        if last - first == 1 and flag & Word.RELATIVE:
            person = self._before(first)
            return self._agent(person) if person is not None else None
        if last - first == 1 and flag & (Word.SUBJECT | Word.FRAME):
            return None
        named = self._named(first, last)
        if named is None:
            return self._unnamed(first, last)
        together = self._together(first, last)
        if together is not None:
            return together
        person, phrase = named
        self._describe(person, phrase, last)
        if self.language.grammar is None and phrase[0] > first and person.role is None:
            person.role, employer = after_name(tokens, past_another(tokens, first, phrase[0]), phrase[0] - 1)
            person.affiliation = person.affiliation or employer
        return self._agent(person)

    def _together(self, first: int, last: int) -> Agent | None:
        """Two people who speak together: "Anna Reyes and Sen. Tom Blake"; None where they are not surely two."""
        tokens, flags = self.tokens, self.tokens.flags
        if not among(flags[first:last], Word.COORDINATOR):
            return None
        end = self._head_end(first, last)
        past, left = first, first
        while past < end and not flags[past] & Word.COORDINATOR:
            left, past = (past, min(self.people.run(past, end), end)) if flags[past] & CAPITAL else (past + 1, past + 1)
        right = past + 1
        right += right < end and bool(flags[right] & Word.DETERMINER)
        if left == past or right >= end or not flags[right] & CAPITAL or self.people.run(right, end) < end:
            return None
        people = [self.people.person(left, past), self.people.person(right, end)]
        known = [self.people.known(person) for person in people if person is not None and self.people.nameable(person)]
        if len(known) < len(people) or any(len(person.words) == 1 and not person.likely for person in known):
            return None
        kind: AgentKind = "group" if all(person.likely for person in known) else "unknown"
        return Agent(name=f"{known[0].name} {tokens.words[past]} {known[1].name}", kind=kind)

    def _describe(self, person: Person, phrase: Range, last: int) -> None:
        """Note role and affiliation, from where the person is named in full."""
        tokens = self.tokens
        first, end = phrase
        name, words, named = end, tokens.words, person.words
        while name > first and words[name - 1] != named[0] and words[name - 1] != named[-1]:
            name -= 1
        while name > first and (words[name - 1] in named or len(words[name - 1]) == 1):  # an initial, a full stop
            name -= 1
        before = before_name(tokens, first, name) if name > first else (None, None)
        after = after_name(tokens, end + 1, last) if end < last and tokens.words[end] == "," else (None, None)
        if before[0] or after[0]:
            roles = [role for role, _ in (before, after) if role and role not in (person.role or "")]
            person.role = "; ".join([*([person.role] if person.role else []), *roles]) or None
        person.affiliation = person.affiliation or before[1] or after[1]

    def _dropped(self, sentence: int) -> Agent | None:
        """Who a verb without a subject means: the last person who was surely one, in this paragraph's run of sentences."""
        first = self.tokens.sentences[sentence][0]
        found = next((person for person in _back(self.people.mentions, first, first - _DROPPED) if person.likely), None)
        return None if found is None else self._agent(found)

    def _caseless(self, source: Range | None, sentence: int) -> Agent | None:
        """The same in a script without capitals: a name beside its role, or whoever was named last."""
        tokens = self.tokens
        if source is None or (source[1] - source[0] == 1 and tokens.flags[source[0]] & Word.PRONOUN):
            gender = self.language.pronouns[tokens.words[source[0]]].gender if source is not None else None
            last = self._last_by_role(tokens.sentences[sentence][0], gender)
            return Agent(name=last, kind="person") if last is not None else None
        name = caseless.name_in(tokens, *source)
        if name is None:
            surname = tokens.cut(*source)
            full = next((known for _, known in self.named_by_role if known.endswith(" " + surname)), None)
            return Agent(name=full, kind="person") if full is not None else self._unnamed(*source)
        return Agent(name=tokens.text[name[0] : name[1]], kind="person", role=caseless.role_before(tokens, source[0], name[0]))

    def _last_by_role(self, before: int, gender: str | None) -> str | None:
        """Who was named first in the nearest sentence that names someone, and is not known to be of another gender."""
        count = bisect_left(self.named_by_role, before, key=lambda named: named[0])
        if not count:
            return None
        sentences = self.tokens.sentences
        number = bisect_left(sentences, self.named_by_role[count - 1][0] + 1, key=lambda span: span[0]) - 1
        first = sentences[max(number, 0)][0]
        here = [name for at, name in self.named_by_role[max(0, count - _NAMES) : count] if at >= first]
        fitting = next((name for name in here if gender is None or self._genders.get(name, gender) == gender), None)
        if fitting is not None and gender is not None:
            self._genders[fitting] = gender
        return fitting

    @cached_property
    def named_by_role(self) -> list[tuple[int, str]]:
        """(token, name) in a script without capitals."""
        return caseless.names(self.tokens)

    def _named(self, first: int, last: int) -> tuple[Person, Range] | None:
        """(person, its phrase) that a source names: who stands last in its head, else in its apposition.

        The phrase of a name in an apposition begins with the office that it belongs to, where the head is one.
        """
        start = first
        while first < last:
            end = self._head_end(first, last)
            found = self._last_name(first, end)
            office = self.language.grammar is not None and self._office(start, end)
            if found is not None:
                fuller = self._fuller(found, start, end, last) if office else None
                return fuller or (found, (start if office else first, end))
            comma = self._comma(end, last)
            if comma is None:
                return None
            first = comma + 1
        return None

    def _comma(self, at: int, last: int) -> int | None:
        """The comma behind a head and what "in" and "for" add to it; in English, where no name is in that."""
        plain = self.language.grammar is None
        for near in range(at, last):
            if self.tokens.words[near] == ",":
                return near
            if plain and self.tokens.flags[near] & CAPITAL:
                return None
        return None

    def _fuller(self, found: Person, start: int, end: int, last: int) -> tuple[Person, Range] | None:
        """The full name behind the comma of an office that holds a lone one: "Der Chef der Firma Nord, Jan Vogt"."""
        of = start < found.at[0] < end and self._of(start, found.at[0])
        if (len(found.words) > 1 and not of) or end + 1 >= last or self.tokens.words[end] != ",":
            return None
        past = self._head_end(end + 1, last)
        named = self._last_name(end + 1, past)
        return (named, (start, past)) if named is not None and len(named.words) > 1 else None

    def _head_end(self, first: int, last: int) -> int:
        """Past the head of a noun phrase: before its comma, relative clause, brackets or what "for" and "with" add."""
        tokens, flags = self.tokens, self.tokens.flags
        for at in range(first, last):
            flag = flags[at]
            if tokens.words[at] in _HEAD_STOPS or (
                flag & Word.RELATIVE and not (flag & Word.DETERMINER and self.language.grammar)
            ):
                return at
            if flag & Word.PREPOSITION and at > first and not self._within_title(at, last) and not self._within_name(at, last):
                return at
        return last

    def _within_name(self, at: int, last: int) -> bool:
        """Whether a preposition is a particle of a name: "Ursula von der Leyen", not "Chef von Nord"."""
        flags = self.tokens.flags
        if self.language.grammar is None or not flags[at] & Word.PARTICLE or at + 1 >= last:
            return False
        named = flags[at - 1] & CAPITAL and not flags[at - 1] & (Word.ROLE | Word.TITLE | Word.ORGANISATION | Word.GROUP)
        return bool(named and flags[at + 1] & (CAPITAL | Word.PARTICLE))

    def _within_title(self, at: int, last: int) -> bool:
        """Whether a preposition belongs to an office before a name: "Secretary of State Ann Lee"."""
        flags = self.tokens.flags
        if not flags[at - 1] & (Word.ROLE | Word.TITLE) or at + 2 >= last:
            return False
        return self.tokens.words[at + 1] not in self.language.given and bool(flags[at + 2] & CAPITAL)

    def _last_name(self, first: int, end: int) -> Person | None:
        tokens, flags = self.tokens, self.tokens.flags
        stop = end
        while stop > first and not flags[stop - 1] & WORD and tokens.words[stop - 1] != ".":
            stop -= 1
        at = first
        while at < stop:
            if flags[at] & CAPITAL:
                past = min(self.people.run(at, len(flags)), stop)
                if past >= stop:
                    if past == at + 1 and self._of(first, at) and self._office(first, at):
                        return None
                    if (noted := self.people.noted.get((at, past))) is not None:
                        return noted
                    person = self.people.person(at, past)
                    if person is not None and self.language.grammar is not None and at > first:
                        person.gender = person.gender or self._titled(at - 1)
                    return self.people.known(person) if person is not None and self.people.nameable(person) else None
                at = past
            else:
                at += 1
        return None

    def _titled(self, at: int) -> str | None:
        """The gender that a title in small letters tells: "la señora Ruiz"."""
        flag = self.tokens.flags[at]
        return "f" if flag & Word.TITLE_F else "m" if flag & Word.TITLE_M else None

    def _of(self, first: int, at: int) -> bool:
        """Whether "of", with an article or none, stands before a token."""
        flags = self.tokens.flags
        if self.language.grammar is None or at <= first:
            return False
        article = flags[at - 1] & Word.DETERMINER and at - 2 >= first and flags[at - 2] & Word.GENITIVE
        return bool(flags[at - 1] & Word.GENITIVE or article)

    def _office(self, first: int, last: int) -> bool:
        """Whether the words name an office: a lone name behind its "of" is what it is for ("ministra de Sanidad")."""
        return any(flag & (Word.ROLE | Word.TITLE) for flag in self.tokens.flags[first:last])

    def _before(self, at: int) -> Person | None:
        """The last person named shortly before the token."""
        return next(_back(self.people.mentions, at, at - 8), None)

    def _meant(self, at: int, sentence: int) -> Person | None:
        """The person behind a pronoun: the last subject of the fitting gender, else the last person of it."""
        tokens = self.tokens
        pronoun = self.language.pronouns[tokens.words[at]]
        if pronoun.plural:
            return None
        first = tokens.sentences[sentence][0]
        if self.language.grammar is not None and (known := self._of_gender(pronoun.gender, at, first - _NEAR)) is not None:
            return known
        for person in self._subjects(at, first - _FAR):
            if person.gender in (None, pronoun.gender):
                return person
        likely = (person for person in _back(self.people.mentions, at, first - _FAR // 2) if person.likely)
        return next((person for person in likely if person.gender in (None, pronoun.gender)), None)

    def _of_gender(self, gender: str | None, at: int, low: int) -> Person | None:
        """The last person before a pronoun whose gender is known to be the pronoun's."""
        return next(
            (person for person in _back(self.people.mentions, at, low) if gender is not None and person.gender == gender), None
        )

    def _subjects(self, before: int, low: int) -> Iterator[Person]:
        """Those who were subjects, from the token `before` back to `low`."""
        sentences = self.tokens.sentences
        number = self.tokens.sentence_of(before)
        while number >= 0 and sentences[number][1] > low:
            if number not in self._of_sentence:
                self._of_sentence[number] = self._subject(*sentences[number])
            at, person = self._of_sentence[number]
            if person is not None and low <= at < before:
                yield person
            number -= 1

    def _subject(self, first: int, last: int) -> tuple[int, Person | None]:
        """(token, person) of the subject of a sentence, where it names one."""
        span = main_subject(self.tokens, first, min(last - 1, first + 25))
        if span is None:
            return first, None
        return span[0], next((self._named_at[k] for k in range(span[0], min(span[1], span[0] + 8)) if k in self._named_at), None)

    @cached_property
    def _of_sentence(self) -> dict[int, tuple[int, Person | None]]:
        """The subjects by the number of their sentence, as far as they were asked for."""
        return {}

    @cached_property
    def _named_at(self) -> dict[int, Person]:
        return dict(self.people.mentions)

    def _agent(self, person: Person) -> Agent:
        if person.role is None and not person.described:
            person.described = True
            first, end = person.at
            phrase = noun_phrase_left(self.tokens, end - 1, max(0, first - _TITLE_REACH))
            apposed = self._apposition_end(end)
            self._describe(person, (phrase[0] if phrase else first, end), apposed)
        sure = person.likely or person.role is not None or len(person.words) > 1
        return new_agent(name=person.name, kind="person" if sure else "unknown", role=person.role, affiliation=person.affiliation)

    def _apposition_end(self, at: int) -> int:
        """Past the apposition that begins with the comma at `at`; `at` where none does."""
        tokens = self.tokens
        if at >= len(tokens.words) or tokens.words[at] != ",":
            return at
        end = at + 1
        while end < len(tokens.words) and end - at < 2 * _TITLE_REACH and tokens.words[end] not in _HEAD_STOPS | {".", "\n"}:
            end += 1
        return end

    def _unnamed(self, first: int, last: int) -> Agent:
        flags = self.tokens.flags
        kind: AgentKind = "unknown"
        for at in range(first, last):
            if flags[at] & Word.GROUP:
                kind = "group"
                break
            if flags[at] & Word.ORGANISATION:
                kind = "organisation"
                break
            if flags[at] & Word.PREPOSITION:
                break
        return Agent(name=" ".join(self.tokens.cut(first, last).split()), kind=kind)


_T = TypeVar("_T")


def _back(found: list[tuple[int, _T]], before: int, low: int) -> Iterator[_T]:
    """What stands in a list by its token, from the token `before` back to `low`."""
    at = bisect_left(found, before, key=lambda pair: pair[0]) - 1
    while at >= 0 and found[at][0] >= low:
        yield found[at][1]
        at -= 1
