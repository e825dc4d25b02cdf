"""The colours of labels where another tool draws them, as RGB in hex: legible under black text."""

RGB = {
    "red": "#ff9b9b",
    "orange": "#ffc27a",
    "yellow": "#ffe680",
    "green": "#a8e6a1",
    "teal": "#8fe3d9",
    "blue": "#a3c9ff",
    "purple": "#d3b8ff",
    "pink": "#ffb8e0",
    "grey": "#d0d4d9",
}
