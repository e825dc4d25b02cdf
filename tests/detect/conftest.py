"""Fixtures of the highlighter's tests."""

import pytest

from annotator.detect import weights
from annotator.errors import MissingExtra


@pytest.fixture(scope="module")
def model() -> str:
    try:
        weights.find(weights.SMALL)
    except MissingExtra:
        pytest.skip("the extra [model] is not installed")
    return weights.SMALL
