"""Which outlet published a page, by what the page itself says. No evidence, no outlet."""

import re
from collections import Counter
from collections.abc import Sequence

from annotator.ingest.cleaning.bylines import by_line
from annotator.ingest.cleaning.lines import Line

_REST = r"[\w’'&-]{0,40}(?:\.[A-Za-z]{2,20})?"  # of a word, bounded: a line may be one of millions
_NAME = (
    rf"(?P<name>(?<![\w’'&-])[A-ZÀ-Þ]{_REST}"
    rf"(?: (?:(?:of|for|the|de|la|and|&) )?(?:the )?[A-ZÀ-Þ0-9]{_REST}){{0,4}})"
)
_COPYRIGHT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:©|\([cC]\)|\bCopyright)(?: ?©)?,? ?(?:(?:19|20)\d\d(?:\s?[-–] ?(?:19|20)\d\d)?)[,.]? "
        rf"(?:by )?{_NAME}",
        rf"{_NAME}[.,]? ?(?:©|\([cC]\)|Copyright) ?(?:19|20)\d\d",
        rf"(?:©|\([cC]\)|\bCopyright) ?(?:by )?{_NAME}[,.]? (?:19|20)\d\d",
        rf"(?:©|\bCopyright) ?{_NAME}(?:[,.|]| All | all )",
    )
)
_CLAIMED = (re.compile(rf"^(?:©|\([cC]\)|Copyright)(?: ?©)? ?(?:by )?{_NAME}$"),)
_PROVIDED = (
    re.compile(rf"(?:©|[Cc]opyright|[Cc]ontent|[Ss]tory) ?[Pp]rovided by {_NAME}"),
    re.compile(rf"^PressReader(?:\.com)? [-–] {_NAME}: \d{{4}}-"),
)
_SPEAKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME} reports?,? (?:via|citing|with reference to|referring to)\b",
        rf"\b(?:told|tells) {_NAME} in an exclusive\b",
        rf"^(?=.*\b(?:required|mandatory|obligatory|must|obliged|permitted|allowed|only)\b).*"
        rf"\b(?:hyperlink|link|reference) to {_NAME}",
        rf"^(?:About|Support|Contact|Subscribe to|Follow|Download|Welcome to|More from) (?:the )?"
        rf"{_NAME}(?: on (?:Facebook|Twitter|X|Instagram|Telegram|WhatsApp|Google News))?[.!:]?$",
    )
)
_BELONGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:reporter|correspondent|editor|columnist|journalist|writer|fellow) "
        rf"(?:at|for|with|of) {_NAME}",
        rf"\bThank you for (?:reading|supporting) {_NAME}",
    )
)
_OTHER_OWNERS = (
    "us author authors our it this us all rights reserved facebook twitter instagram telegram "
    "whatsapp youtube google news copyright newsletter today story article writer "
    "pressreader proquest lexisnexis nexis factiva europresse me him her you them these"
)
_NOT_AN_OUTLET = frozenset(_OTHER_OWNERS.split())
_COMPANY = frozenset(
    [
        "publishing",
        "publications",
        "publishers",
        "newspapers",
        "media",
        "group",
        "holdings",
        "network",
        "networks",
        "digital",
        "company",
        "corporation",
        "enterprises",
    ]
)
_CALLED_SO = re.compile(
    r"\.[a-z]{2,}$|\b(?:news|times|post|press|daily|weekly|journal|herald|gazette|courier|ledger|"
    r"tribune|chronicle|observer|review|mail|mirror|sentinel|star|sun|telegraph|today|radio|tv|"
    r"television|magazine|blatt|zeitung|(?:news)?paper|wire|voice|standard|examiner|globe|echo|express|"
    r"dispatch|bulletin|monitor|broadcasting)\b",
    re.IGNORECASE,
)
_AGENCY_NAMES = (
    "associated press,thomson reuters,reuters,agence france-presse,press association,ap,afp,epa,"
    "getty images,shutterstock,alamy,istock,pa media,pa wire"
)
_AGENCIES = frozenset(_AGENCY_NAMES.split(","))
_OWNER_NAMES = (  # companies that publish under other names
    "aol,axel springer,bonnier,cbs interactive,condé nast,conde nast,dmg media,dotdash meredith,"
    "future,gannett,gawker,gawker media,hearst,iac,lee enterprises,mcclatchy,mediahuis,nexstar,"
    "news corp,news uk,oath,penske media,pmc,postmedia,reach,ringier,scripps,sinclair,"
    "springer nature,tegna,tribune publishing,verizon media,vox,vox media,ziff davis"
)
_OWNERS = frozenset(_OWNER_NAMES.split(","))
_MENU = re.compile(
    r"\b(?:Contact|Privacy|Terms|T&C|Careers|Jobs|Advertise|Cookies?|Policy|Login|Sign|Us)\b"
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|rights reserved", re.IGNORECASE)
_LEGAL_TAILS = re.compile(
    r"(?:,?\s+(?:Ltd|Limited|Inc|LLC|L\.?P|GmbH|Verlag|AG|KG|AB|AS|BV|PLC|plc|Corp|Co|All|Rights|Reserved|The)\.?)+$"
)


def find_outlet(lines: Sequence[Line], known: str | None) -> str | None:
    """The outlet that `lines` name, else `known` (what the caller says), else None.

    Evidence, strongest first: who provided the text to a portal, a copyright line, the page
    speaking of itself ("X reports via", "About X"). A lone line that repeats the name, as a
    signature does, decides its spelling. What a note on the author or a word of thanks calls the
    outlet counts when it stands on a line of its own, too. Photo credits name agencies: the caller
    leaves them out of `lines`.
    """
    if known:
        return known
    names = _names(lines, _PROVIDED, short=True)
    owned = () if names else _names(lines, _COPYRIGHT, short=True) or _claimed(lines)
    names = names or owned or _names(lines, _SPEAKS, short=False)
    if not names:
        alone = {line.text for line in lines}
        names = [name for name in _names(lines, _BELONGS, short=False) if name in alone]
    names = names if owned else [name for name in names if not _writes(name, lines)]
    if not names:
        return None
    name, _ = Counter(reversed(names)).most_common(1)[0]
    spelt = _own_spelling(name, lines)
    return spelt if spelt and (not owned or _is_known(spelt, lines)) else None


def _claimed(lines: Sequence[Line]) -> list[str]:
    """Owners in lines without a year, where photographers stand as well.

    Those called like outlets, or in a line of their own.
    """
    names = _names(lines, _CLAIMED, short=True)
    alone = {line.text for line in lines}
    called = (name for name in names if name.startswith("The ") or _CALLED_SO.search(name))
    return [*called, *(name for name in names if name in alone and not _writes(name, lines))]


def _is_known(owner: str, lines: Sequence[Line]) -> bool:
    """Whether an owner is an outlet: called like one, or named where no rights are claimed."""
    if owner.casefold() in _OWNERS:
        return False
    if _CALLED_SO.search(owner) and owner.casefold().removeprefix("the ") not in _AGENCIES:
        return True
    name = owner.casefold()
    return any(name in line.text.casefold() and not _RIGHTS.search(line.text) for line in lines)


def _names(lines: Sequence[Line], patterns: Sequence[re.Pattern[str]], short: bool) -> list[str]:
    found = []
    for line in lines:
        if short and line.words > 70:
            continue
        for pattern in patterns:
            match = pattern.search(line.text)
            name = _LEGAL_TAILS.sub("", match["name"]).strip(" .,&-") if match else ""
            if name and name.casefold().split()[0] not in _NOT_AN_OUTLET and not _MENU.search(name):
                found.append(name)
                break
    return found


def _writes(name: str, lines: Sequence[Line]) -> bool:
    """Whether a name is an author's on the page ("By Jane Doe", "Jane Doe, The Courier")."""
    if _CALLED_SO.search(name):
        return False
    said = (line.text for line in lines if name in line.text)
    return any(text.startswith(f"{name}, ") or by_line(text) == name for text in said)


def _own_spelling(name: str, lines: Sequence[Line]) -> str | None:
    """The outlet of the owner `name`: in its own spelling, without the words for a company.

    A line of its own decides. An owner with such words is no outlet unless the name that is left
    stands by itself elsewhere on the page; any other name is taken as it is.
    """
    words = name.split()
    for length in range(len(words), 0, -1):
        shorter = " ".join(words[:length])
        alone = [line.text for line in lines if line.text.casefold() == shorter.casefold()]
        if alone:
            return min(alone, key=str.isupper)
        if length < len(words) and (said := _by_itself(shorter, lines)):
            return said
        if words[length - 1].casefold() not in _COMPANY:
            break
    return name if words[-1].casefold() not in _COMPANY else None


def _by_itself(name: str, lines: Sequence[Line]) -> str | None:
    """The first place of a `name` of several words that stands beside no other in capitals."""
    if " " not in name:
        return None
    pattern = re.compile(
        rf"(?:^|[a-zà-ÿ:,;] )(?P<name>(?i:{re.escape(name)}))(?![\w’'&-]| [A-ZÀ-Þ0-9])"
    )
    return next((m["name"] for line in lines if (m := pattern.search(line.text))), None)
