"""Numbers with their nouns, which are given in the plural, as lists of counts name them."""


def noun(number: int, many: str) -> str:
    """`many` as it stands behind a number: "story" behind 1, else "stories".

    Of "edges of spans" the head is put into the singular: "edge of spans".
    """
    if number != 1:
        return many
    head, of, rest = many.partition(" of ")
    one = f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")
    return f"{one}{of}{rest}"


def counted(number: int, many: str) -> str:
    """A number with its noun: "1 story", "2 stories", "1,204 words"."""
    return f"{number:,} {noun(number, many)}"
