"""Label Studio tasks as the SDK checks them against their labelling configuration.

The SDK looks at labels and controls and not at offsets, so a region's text is held against the
task's, counted in UTF-16 as the browser does.
"""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from seen import Label, tell

interface = import_module("label_studio_sdk.label_interface").LabelInterface


def labels(folder: Path) -> Iterator[Label]:
    """Every region of the control `span` in every annotation, all of which must be valid."""
    config = interface((folder / "config.xml").read_text("utf-8"))
    config.validate()
    for task in json.loads((folder / "tasks.json").read_text("utf-8")):
        assert config.validate_task({"data": task["data"]}), task["id"]
        units = task["data"]["text"].encode("utf-16-le")
        for annotation in task["annotations"]:
            assert config.validate_annotation(annotation), (task["id"], annotation)
            for region in annotation["result"]:
                if region["from_name"] == "span":
                    value = region["value"]
                    raw = units[2 * value["start"] : 2 * value["end"]]
                    start = len(units[: 2 * value["start"]].decode("utf-16-le"))
                    quote = raw.decode("utf-16-le")
                    assert quote == value["text"]
                    (label,) = value["labels"]
                    article, name = task["data"]["article"], annotation["annotator"]
                    yield article, start, start + len(quote), label, name, quote


if __name__ == "__main__":
    tell(labels(Path(sys.argv[1])))
