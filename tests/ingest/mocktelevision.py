"""Page layouts of television: a local station, a cable network, an international channel."""

from mocktold import ELSEWHERE, Told


def station(page: Told) -> None:
    """Local television: alerts, weather, its call sign, closed captions, rights in the text."""
    page.outlet = "KTRV"
    _station_top(page)
    page.headline()
    page.add("clutter", "WATCH: KTRV 7 News at Six")
    page.photo("{} (KTRV)")
    page.writer("By {}")
    page.add("head", "Published: Mar. 5, 2026 at 5:14 PM CST|Updated: 14 hours ago")
    page.day = "2026-03-05"
    page.add("clutter", "Email This Link", "Share on Pinterest", "Share on LinkedIn")
    first = page.paragraph(1, 2)
    page.add("main", f"TORVIK (KTRV) - {first}")
    page.body(3, 5)
    page.add("clutter", f"Read more: {page.pick(ELSEWHERE)}")
    page.body(2, 4)
    _station_foot(page)


def _station_top(page: Told) -> None:
    page.add(
        "clutter",
        "Skip to Main Content",
        "Watch Live",
        "First Alert Forecast",
        "Closings",
        "Contests",
    )
    page.add(
        "clutter", "46°", "Torvik, NO", "Severe Weather Alert", "There are 3 areas under alert"
    )


def _station_foot(page: Told) -> None:
    page.add(
        "clutter",
        (
            "To stay up to date on all the latest news as it develops, download the KTRV "
            "First Alert News app."
        ),
    )
    page.add(
        "clutter", "See a spelling or grammar error in our story? Please click here to report it."
    )
    page.add(
        "clutter",
        (
            "Do you have a photo or video of a breaking news story? Send it to us here with "
            "a brief description."
        ),
    )
    page.add("clutter", "Copyright 2026 KTRV. All rights reserved.")
    page.add("clutter", "Most Read", *page.others(3, 5), "Latest News", *page.others(3, 5))
    page.add(
        "clutter",
        "KTRV",
        "1200 Tower Road",
        "Torvik, NO 65203",
        "Public Inspection File",
        "FCC Applications",
        "EEO Report",
    )
    page.add("clutter", "At KTRV, we consider journalism to be a public service.")


def cable(page: Told) -> None:
    """A cable network: player labels, links in capitals amid the text, app and tips."""
    page.outlet = "Eagle News"
    _cable_top(page)
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.writer("By {} Eagle News")
    page.add("head", "Published March 5, 2026 9:14am EST | Updated March 5, 2026 11:02am EST")
    page.day = "2026-03-05"
    page.add(
        "clutter",
        "Facebook",
        "X",
        "Threads",
        "Flipboard",
        "Comments",
        "Print",
        "Email",
        "close",
        "Video",
    )
    page.add(
        "clutter",
        "Lawmaker sounds off on budget: 'This has to end'",
        "Eagle News senior correspondent joins 'The Morning Report' to discuss the budget fight.",
    )
    page.add(
        "clutter",
        "NEWYou can now listen to Eagle News articles!",
        "Listen to this article",
        "4 min",
    )
    for title in page.others(3, 3):
        page.body(2, 3)
        page.add("clutter", title.upper())
    page.body(1, 2)
    page.add("clutter", "CLICK HERE TO GET THE EAGLE NEWS APP")
    page.body(1, 2)
    _cable_foot(page)


def _cable_top(page: Told) -> None:
    page.add(
        "clutter",
        "Recommended Videos",
        "Eagle News Media",
        "Watch TV",
        "Menu",
        "U.S.",
        "Crime",
        "Opinion",
    )


def _cable_foot(page: Told) -> None:
    page.add("head", "The Associated Wire contributed to this report.")
    page.add(
        "clutter",
        f"{page.byline} is a reporter for Eagle News Digital. Follow him on X @eaglenews.",
    )
    page.add(
        "clutter",
        "Related Topics",
        "WORLD",
        (
            "This material may not be published, broadcast, rewritten, or redistributed. "
            "©2026 EAGLE News Network, LLC. All rights reserved. Quotes displayed in "
            "real-time or delayed by at least 15 minutes."
        ),
    )


def gulf(page: Told) -> None:
    """An international channel: what to know, recommended stories in the text, sources."""
    page.outlet = "Al Manara"
    _gulf_top(page)
    page.headline()
    page.add("main", page.pick(page.topic.stands) + ".")
    page.add(
        "clutter",
        "xwhatsapp-strokecopylink",
        "Save",
        "Click here to share on social media",
        "share2",
    )
    page.photo("{} [Leo Strand/Meridian]")
    page.writer("By {}")
    page.add("head", "Published On 5 Mar 20265 Mar 2026")
    page.day = "2026-03-05"
    page.body(3, 4)
    page.add(
        "clutter",
        "Recommended Stories",
        "list of 3 items",
        f"list 1 of 3 {page.pick(ELSEWHERE)}",
        f"list 2 of 3 {page.pick(ELSEWHERE)}",
        f"list 3 of 3 {page.pick(ELSEWHERE)}",
        "end of list",
    )
    page.body(4, 6)
    page.photo("{} [File: Ole Hansen/EPA]")
    page.body(2, 4)
    _gulf_foot(page)


def _gulf_top(page: Told) -> None:
    page.add(
        "clutter",
        "Skip links",
        "Skip to Content",
        "play",
        "Live",
        "Navigation menu",
        "Show more news sections",
        "Sign up",
        "Show navigation menu",
    )
    page.add("clutter", "News|Courts")


def _gulf_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Advertisement",
        "Source: Al Manara and news agencies",
        "Advertisement",
        "About",
        "About Us",
        "Code of Ethics",
        "Community Guidelines",
        "Work for us",
        "Connect",
        "Contact Us",
        "User Accounts Help",
        "Our Channels",
        "© 2026 Al Manara Media Network",
    )
