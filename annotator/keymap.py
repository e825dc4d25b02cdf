"""The reader's actions and their default keys, as data.

Bindings, the help screen, the README's table and remapping all read this table. Key names are
Textual's.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do: `id` names it in the config file, `hint` is its footer word.

    `where` names the screens that know it: the reader, the story list, the fact table, the screen
    that arranges a story, or the app and so every screen.
    """

    id: str
    keys: tuple[str, ...]
    group: str
    text: str
    hint: str = ""
    where: tuple[str, ...] = ("reader",)


_BOTH = ("reader", "list")
_LISTS = ("list", "facts", "arrange")
_UNDOING = ("reader", "list", "arrange")
_FACTS, _ARRANGE = ("facts",), ("arrange",)
_ALL = ("reader", *_LISTS)


ACTIONS: tuple[Action, ...] = (
    Action("word_left", ("left", "h"), "Move", "one word back"),
    Action("word_right", ("right", "l"), "Move", "one word on"),
    Action("line_up", ("up", "k"), "Move", "one line up", where=_ALL),
    Action("line_down", ("down", "j"), "Move", "one line down", where=_ALL),
    Action("word_next", ("w",), "Move", "next word"),
    Action("word_previous", ("b",), "Move", "previous word"),
    Action("sentence_previous", ("left_parenthesis",), "Move", "previous sentence"),
    Action("sentence_next", ("right_parenthesis",), "Move", "next sentence"),
    Action("paragraph_previous", ("left_curly_bracket",), "Move", "previous paragraph"),
    Action("paragraph_next", ("right_curly_bracket",), "Move", "next paragraph"),
    Action("top", ("g", "home"), "Move", "to the start", where=_ALL),
    Action("bottom", ("G", "end"), "Move", "to the end", where=_ALL),
    Action("page_up", ("pageup", "ctrl+u"), "Move", "one page up", where=_ALL),
    Action("page_down", ("pagedown", "ctrl+d"), "Move", "one page down", where=_ALL),
    Action("hints", ("f",), "Move", "jump: letters appear on the words in sight"),
    Action("other_article", ("tab",), "Articles", "other article", "other article"),
    Action("previous_article", ("shift+tab",), "Articles", "other article, backwards"),
    Action("counterpart", ("equals_sign",), "Articles", "jump to the counterpart sentence"),
    Action("other_end", ("asterisk",), "Articles", "jump to the other end of the link"),
    Action("tie", ("plus",), "Articles", "make the two sentences counterparts, or not"),
    Action("relink", ("minus",), "Articles", "choose the sentence's counterpart, or unlink it"),
    Action("follow", ("F",), "Articles", "scroll the other article along, or not"),
    Action("next_suggestion", ("n",), "Marks", "next suggestion", "next"),
    Action("previous_suggestion", ("N",), "Marks", "previous suggestion"),
    Action("next_annotation", ("m",), "Marks", "next annotation"),
    Action("previous_annotation", ("M",), "Marks", "previous annotation"),
    Action("cycle", ("enter",), "Marks", "next of the marks under the cursor"),
    Action("weaker", ("less_than_sign",), "Marks", "show weaker suggestions too"),
    Action("stronger", ("greater_than_sign",), "Marks", "hide weaker suggestions"),
    Action("detectors", ("d",), "Marks", "choose the detectors"),
    Action("guideline", ("H",), "Marks", "guideline of the label"),
    Action("accept", ("y",), "Annotate", "accept the suggestion", "accept"),
    Action("reject", ("x",), "Annotate", "reject the suggestion, remove the annotation", "reject"),
    Action("select", ("v",), "Annotate", "start or stop selecting", "select"),
    Action("select_sentence", ("s",), "Annotate", "select the sentence"),
    Action("drop_selection", ("escape",), "Annotate", "drop the selection"),
    Action("edge_word_on", ("W",), "Edges", "edge one word on"),
    Action("edge_word_back", ("B",), "Edges", "edge one word back"),
    Action("edge_char_on", ("full_stop",), "Edges", "edge one character on"),
    Action("edge_char_back", ("comma",), "Edges", "edge one character back"),
    Action("other_edge", ("O",), "Edges", "move the other edge: start or end"),
    Action("split", ("D",), "Edges", "split the annotation before the cursor"),
    Action("join", ("J",), "Edges", "join with the next annotation of the label"),
    Action("attributes", ("t",), "Annotate", "change attributes", "attributes"),
    Action("note", ("c",), "Annotate", "write a note", "note"),
    Action(
        "link", ("L",), "Annotate", "link with the last marked span in the other article, unlink"
    ),
    Action("labels", ("0",), "Annotate", "choose among all labels"),
    Action("article_labels", ("A",), "Annotate", "labels of the article"),
    Action("sentence_labels", ("S",), "Annotate", "labels of the sentence"),
    Action("story_labels", ("E",), "Annotate", "labels of the story"),
    Action("describe", ("ctrl+e",), "Annotate", "put title, outlet, byline, date, URL right"),
    Action("undo", ("u",), "Annotate", "undo", "undo", where=_UNDOING),
    Action("redo", ("U",), "Annotate", "redo", where=_UNDOING),
    Action("save_again", ("X",), "Annotate", "offer what could not be saved again"),
    Action("search", ("slash",), "Find", "search in the story"),
    Action("search_corpus", ("ctrl+f", "C"), "Find", "search in the corpus", where=_BOTH),
    Action("copy", ("Y",), "Find", "copy the selection or the sentence"),
    Action("clutter", ("Z",), "View", "show or hide clutter"),
    Action("classify_block", ("K",), "View", "re-classify the block"),
    Action("theme", ("P",), "View", "light or dark", where=_ALL),
    Action("reload", ("R",), "View", "read again what others wrote", where=_BOTH),
    Action("previous_story", ("left_square_bracket",), "Stories", "previous story"),
    Action("next_story", ("right_square_bracket",), "Stories", "next story"),
    Action("next_needing", ("T",), "Stories", "next story that needs you"),
    Action("queue", ("Q",), "Stories", "what teaches most goes first, or not", where=_BOTH),
    Action("done", ("space",), "Stories", "mark the article done and go on", "done"),
    Action("facts", ("V",), "Stories", "fact table: who tells what", "facts", where=_BOTH),
    Action(
        "arrange", ("ampersand",), "Stories", "split, join, move, rename", "arrange", where=_BOTH
    ),
    Action("open", ("enter",), "Lists", "open what the cursor is on", "open", where=_LISTS),
    Action("sort", ("s",), "Lists", "sort by the next column", "sort", where=("list",)),
    Action(
        "filter",
        ("slash",),
        "Lists",
        "show only rows that hold a word",
        "find",
        where=("list", "facts"),
    ),
    Action("sides", ("s",), "Lists", "all facts, of one side, of several", "sides", where=_FACTS),
    Action("column_left", ("left", "h"), "Lists", "the outlet to the left", where=_FACTS),
    Action("column_right", ("right", "l", "tab"), "Lists", "the outlet to the right", where=_FACTS),
    Action("choose", ("space",), "Lists", "choose the article, or not", "choose", where=_ARRANGE),
    Action("split_off", ("s",), "Lists", "make a story of the chosen", "split", where=_ARRANGE),
    Action("move_over", ("m",), "Lists", "move the chosen to a story", "move", where=_ARRANGE),
    Action("take_in", ("i",), "Lists", "take another story in", "take in", where=_ARRANGE),
    Action("rename", ("e",), "Lists", "rename the story", "rename", where=_ARRANGE),
    Action("statistics", ("I",), "Program", "statistics", where=_BOTH),
    Action(
        "help", ("question_mark",), "Program", "keys; on a mark its guideline", "keys", where=_ALL
    ),
    Action("palette", ("colon", "ctrl+p"), "Program", "command palette", where=_ALL),
    Action("suspend", ("ctrl+z",), "Program", "to the shell; fg comes back", where=("app",)),
    Action("quit", ("ctrl+q", "ctrl+c"), "Program", "quit at once", where=("app",)),
    Action("back", ("q",), "Program", "back, quit", "back", where=_ALL),
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
    "ctrl+e": "Ctrl+E",
    "ctrl+f": "Ctrl+F",
    "ctrl+p": "Ctrl+P",
    "ctrl+c": "Ctrl+C",
    "ctrl+q": "Ctrl+Q",
    "ctrl+z": "Ctrl+Z",
    "ctrl+u": "Ctrl+U",
    "ctrl+d": "Ctrl+D",
    "enter": "Enter",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "ampersand": "&",
    "asterisk": "*",
    "colon": ":",
}

RESERVED = frozenset(
    key for action in ACTIONS if "reader" in action.where for key in action.keys if len(key) == 1
)
"""Single characters that a scheme may not use as label keys."""


def shown(key: str) -> str:
    """How a key is written for a person."""
    return _SHOWN.get(key, key)
