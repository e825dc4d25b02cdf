"""The article, and the brief beside it, that all made-up exports of news databases hold."""

TOLD = """The harbour board of Port Salvi cut the wages of 400 dockers by twelve percent on \
Monday, a day after talks with the union had ended without result.

Union leader Ana Duarte said that nothing would leave the quays until the cut is withdrawn. "We \
have been patient for a year," she told members in the old fish market.

The board says that the port loses three million crowns a day. Two ships have been sent to Kesra, \
where cranes stand idle for want of trade, according to the port's own figures.

Talks are to begin on Thursday in the town hall, with the mayor as chair."""
BRIEF = "Two ships waited off Port Salvi on Tuesday as the strike of the dockers went on."
PARAGRAPHS = TOLD.split("\n\n")
LEAD, REST = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
