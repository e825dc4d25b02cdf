"""The reader's actions and their default keys, as data.

Bindings, the help screen, the README's table and remapping all read this table. Key names are
Textual's.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do: `id` names it in the config file, `hint` is its footer word."""

    id: str
    keys: tuple[str, ...]
    group: str
    text: str
    hint: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("word_left", ("left", "h"), "Move", "one word back"),
    Action("word_right", ("right", "l"), "Move", "one word on"),
    Action("line_up", ("up", "k"), "Move", "one line up"),
    Action("line_down", ("down", "j"), "Move", "one line down"),
    Action("word_next", ("w",), "Move", "next word"),
    Action("word_previous", ("b",), "Move", "previous word"),
    Action("sentence_previous", ("left_parenthesis",), "Move", "previous sentence"),
    Action("sentence_next", ("right_parenthesis",), "Move", "next sentence"),
    Action("paragraph_previous", ("left_curly_bracket",), "Move", "previous paragraph"),
    Action("paragraph_next", ("right_curly_bracket",), "Move", "next paragraph"),
    Action("top", ("g", "home"), "Move", "start of the article"),
    Action("bottom", ("G", "end"), "Move", "end of the article"),
    Action("page_up", ("pageup",), "Move", "one page up"),
    Action("page_down", ("pagedown",), "Move", "one page down"),
    Action("other_article", ("tab",), "Articles", "other article", "other article"),
    Action("previous_article", ("shift+tab",), "Articles", "other article, backwards"),
    Action("counterpart", ("equals_sign",), "Articles", "jump to the counterpart sentence"),
    Action("next_suggestion", ("n",), "Marks", "next suggestion", "next"),
    Action("previous_suggestion", ("N",), "Marks", "previous suggestion"),
    Action("next_annotation", ("m",), "Marks", "next annotation"),
    Action("previous_annotation", ("M",), "Marks", "previous annotation"),
    Action("accept", ("y",), "Annotate", "accept the suggestion", "accept"),
    Action("reject", ("x",), "Annotate", "reject the suggestion, remove the annotation", "reject"),
    Action("select", ("v",), "Annotate", "start or stop selecting", "select"),
    Action("select_sentence", ("s",), "Annotate", "select the sentence"),
    Action("drop_selection", ("escape",), "Annotate", "drop the selection"),
    Action("attributes", ("t",), "Annotate", "change attributes", "attributes"),
    Action("note", ("c",), "Annotate", "write a note", "note"),
    Action("link", ("L",), "Annotate", "link with the last marked span in the other article"),
    Action("article_labels", ("A",), "Annotate", "labels of the article"),
    Action("sentence_labels", ("S",), "Annotate", "labels of the sentence"),
    Action("story_labels", ("E",), "Annotate", "labels of the story"),
    Action("undo", ("u",), "Annotate", "undo", "undo"),
    Action("redo", ("U",), "Annotate", "redo"),
    Action("search", ("slash",), "Find", "search in the story"),
    Action("search_corpus", ("ctrl+f",), "Find", "search in the corpus"),
    Action("clutter", ("Z",), "View", "show or hide clutter"),
    Action("classify_block", ("K",), "View", "re-classify the block"),
    Action("previous_story", ("left_square_bracket",), "Stories", "previous story"),
    Action("next_story", ("right_square_bracket",), "Stories", "next story"),
    Action("done", ("space",), "Stories", "mark the article done and go on", "done"),
    Action("help", ("question_mark",), "Program", "keys", "keys"),
    Action("palette", ("ctrl+p",), "Program", "command palette"),
    Action("back", ("q",), "Program", "back, quit", "back"),
)

_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "slash": "/",
    "question_mark": "?",
    "space": "Space",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "ctrl+f": "Ctrl+F",
    "ctrl+p": "Ctrl+P",
}

RESERVED = frozenset(key for action in ACTIONS for key in action.keys if len(key) == 1)
"""Single characters that a scheme may not use as label keys."""


def shown(key: str) -> str:
    """How a key is written for a person."""
    return _SHOWN.get(key, key)
