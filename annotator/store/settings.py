"""The names of the settings that belong to one article, for who writes and who reads them."""


def strengths(article: str) -> str:
    """What trained models make of the strength of the article's suggestions, by id, as JSON."""
    return f"strengths.{article}"


def asymmetry(article: str) -> str:
    """What other articles say instead of the words of some suggestions, by id, as JSON."""
    return f"asymmetry.{article}"
