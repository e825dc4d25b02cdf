"""XML from elsewhere: no document types, no entities, and every fault is one InputError."""

import xml.etree.ElementTree as ET

from annotator.errors import InputError


class _NoDoctype(ET.TreeBuilder):
    """What we read needs no document type, and entity bombs need one."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise InputError(f"a document type ({name!r}) in it", "Remove the <!DOCTYPE …> part.")


def parse(xml: str | bytes, name: str) -> ET.Element:
    """The root element; InputError names `name` and what is wrong."""
    parser = ET.XMLParser(target=_NoDoctype())
    try:
        parser.feed(xml)
        return parser.close()
    except InputError as error:
        raise InputError(f"{name}: {error.message}", error.hint) from None
    except (ET.ParseError, ValueError, LookupError) as error:
        raise InputError(f"{name}: broken XML: {error}", "Check the file in a browser.") from None


def local(node: ET.Element) -> str:
    """The name of an element without its namespace; "" for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
