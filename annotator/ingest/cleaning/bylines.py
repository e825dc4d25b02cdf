"""Who wrote it: "By Jane Doe, Political Editor", or a lone name beside the date."""

import re

_PARTICLES = r"(?:de|da|di|del|della|der|den|van|von|bin|bint|al|el|la|le|dos|du|ter|ten|y|e|ibn)"
_REST = r"(?:[^\W\d_]|[’'.-])*"  # of a word
_NAME_WORD = rf"(?:[A-ZÀ-ÖØ-Þ]{_REST}|{_PARTICLES})"
_NAME = rf"[A-ZÀ-ÖØ-Þ]{_REST}(?: {_NAME_WORD}){{1,3}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:(?:, {_NAME})*,?(?: and | & ){_NAME}))?")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ’'.-]+(?: [A-ZÀ-ÖØ-Þ’'.-]+){1,3}")
_BY = re.compile(
    r"(?:[-–—•·|]\s*)?(?:by|words by|reporting by|story by|written by|"
    r"posted by|text by|author|authors|text|"
    r"edited by|compiled by|interview(?: by)?|von|par|por|di)\s*[:.]?\s+(?-i:(?=[A-ZÀ-ÖØ-Þ“\"]))",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"\b(?:The|A|An|And|Of|For|In|On|At|To|With|From|After|Before|News|Desk|Staff|Says?|Read|More|"
    r"Our|Your|New|World|Home|Agency|Agencies|Press|Post|Times|Daily|Herald|Tribune|Gazette|Media|"
    r"Sports?|Politics|Business|Story|Stories|Updated?|Published|Photo|Image|Images|Video|Getty|This|"
    r"North|South|East|West|Central|Northern|Southern|Eastern|Western|United|States|Kingdom|Republic|"
    r"Island|Islands|City|County|Street|Park|Branch|Community|Council|Senate|House|Office|Department|"
    r"Ministry|Group|University|Institute|Market|Markets|Email|Share|Print|Comments?|Reply|Sign|Log|"
    r"Follow|View|Back|Top|Best|Day|Week|Month|Year|Full|Live|Auto|Home|All|Add|Get|Search|Menu|"
    r"Find|Release|Date|Next|Author|Authors|Posted|Tags|Categories|Leave|"
    r"Delete|Text|Copyright|Close|Click|Subscribe|Newsletter|Register|Login|Previous|Antworten|Shot|"
    r"January|February|March|April|June|July|August|September|October|November|December)\b"
)
_GLUED = re.compile(r"[a-zà-ÿ]{4}[A-ZÀ-Þ]")  # a word that lost the blank before the next
_TRAILING = re.compile(
    r"(?: (?!(?:I{2,3}|IV|V|VI|JR|SR)\b)[A-Z]{2,}\b)+$"
)  # a paper, a time of day
_DESK = re.compile(
    r"(?:[\w’'.-]+ ){0,4}(?:staff|desk|team|reporters?|correspondents?|agencies|agency)\b"
)
_WITH_ROLE = re.compile(
    rf"(?P<name>[A-ZÀ-ÖØ-Þ]{_REST}(?: {_NAME_WORD}){{1,2}}?),? "
    r"(?:in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|"
    r"(?:[\w’'-]+ ){0,3}(?:reporter|correspondent|editor|columnist|journalist|writer))"
)
_ROLE = re.compile(
    r"(?:[\w’'&-]+ ){0,4}(?:reporter|correspondent|editor|columnist|journalist|writer|producer)"
    r"(?:,? (?:in|at|for|based in) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|, [A-Z][\w’' -]{1,30})?",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"[A-ZÀ-Þ]{2,}")
_TAIL = re.compile(r"\s*(?:[,|•·–—]|\s-\s|\bfor\b|\bin\b|\bon\b|\(|\d|@).*$", re.DOTALL)


def by_line(line: str) -> str | None:
    """The author that a line starting with "By" (or alike) names, or None."""
    match = _BY.match(line)
    if match is None or len(line.split()) > 24:
        return None
    rest = line[match.end() :]
    names = _NAMES.match(rest) or _CAPITALS.match(rest)
    if names is not None and match.group().casefold().startswith("text"):
        names = None if _NOT_A_NAME.search(names.group()) else names  # labels of a toolbar
    if names is not None and _TAIL.sub("", rest[names.end() :]).strip(" .") == "":
        return _tidy(names.group())
    desk = _DESK.match(rest)
    if desk is not None and len(rest.split()) <= 8:
        return desk.group().strip()
    if len(rest.split()) == 1 or line.isupper():
        return _TAIL.sub("", rest).strip(" .") or None
    return None


def lone_name(line: str) -> str | None:
    """The author when a line is nothing but a person's name, perhaps with a role, or None."""
    bare = line.strip()
    head = re.split(r"\s*[,|•·–—]\s|\s-\s", bare, maxsplit=1)[0]
    said = " ".join(word.capitalize() if word.isupper() else word for word in head.split())
    if len(bare.split()) > 9 or _NOT_A_NAME.search(said) or _GLUED.search(head):
        return None
    return _tidy(head) if _NAMES.fullmatch(head) else None


def name_with_role(line: str) -> str | None:
    """The author of "Jane Doe Health reporter" or "Jane Doe in Paris"; None for anything else."""
    match = _WITH_ROLE.fullmatch(line.strip())
    if match is None or _NOT_A_NAME.search(match["name"]):
        return None
    return _tidy(match["name"])


def is_role(line: str) -> bool:
    """Whether a line is nothing but what somebody does at a newsroom ("Health correspondent")."""
    return _ROLE.fullmatch(line.strip()) is not None


def _tidy(name: str) -> str:
    name = name.strip(" .,")
    name = name if _is_shouted(name) else _TRAILING.sub("", name)
    return _SHOUTED.sub(lambda match: match.group().title(), name) if _is_shouted(name) else name


def _is_shouted(name: str) -> bool:
    return name.replace(" and ", " ").isupper()
