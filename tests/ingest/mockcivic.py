"""Page layouts of charities, parishes, ministries, unions and people who write for themselves."""

from mocktold import Told


def weblog(page: Told) -> None:
    """One person's weblog: tag line, archive by month, blogroll, tags, comments with permalinks."""
    page.outlet = None
    page.add(
        "clutter",
        "The Untidy Desk",
        "Notes on public life, mostly",
        "About",
        "Archive",
        "RSS",
        "Now",
    )
    page.headline()
    page.writer("Posted by {} on March 5, 2026 in Politics, Places | 2 Comments")
    page.day = "2026-03-05"
    page.body(5, 7)
    page.add("clutter", "Filed under: Politics, Places", "Tagged: council, county, courts")
    page.add("clutter", "« An older post", "A newer post »", "2 Responses to this post")
    for name in ("gerald", "Anna-Lena"):
        page.add("clutter", f"{name} on March 6th, 2026 at 9:14 am #")
        page.add(
            "clutter", "Thanks for writing this up, I had wondered what all the noise was about."
        )
    page.add("clutter", "Recent Posts", *page.others(3, 4), "Archives", "March 2026")
    page.add("clutter", "February 2026", "January 2026", "December 2025", "Blogroll")
    page.add("clutter", "Marginalia", "Salt and Iron", "Theme: Twenty Twelve", "Log in")


def charity(page: Told) -> None:
    """A statement of an organisation: donate buttons, what it stands for, petition, address."""
    page.outlet = "Open Valley"
    _charity_top(page)
    page.headline()
    page.add("head", "Thursday, 5 March 2026")
    page.day = "2026-03-05"
    page.body(4, 6)
    _charity_foot(page)


def _charity_top(page: Told) -> None:
    page.add(
        "clutter",
        "Donate",
        "Open Valley",
        "Who we are",
        "What we do",
        "Get involved",
        "Publications",
        "Press releases",
        "Statement",
    )


def _charity_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Take action now",
        (
            "Sign our petition and tell your representative what you think. 12,408 people "
            "already have."
        ),
        "Your first name",
        "Your email",
        "Sign",
        "We will keep you informed about our work. You can unsubscribe at any time.",
        "Support our work",
        "Every gift helps us to hold those in power to account. Donate today.",
        "€10",
        "€25",
        "€50",
        "Other amount",
        "Open Valley is a registered charity (no. 1122334).",
        "Market Square 4, 1010 Kallby",
        "Annual reports",
        "Vacancies",
        "Safeguarding",
        "Copyright © Open Valley",
    )


def parish(page: Told) -> None:
    """A council's site: a notice among services, opening hours, a page's date of review."""
    page.outlet = None
    page.add(
        "clutter",
        "Torvik Parish Council",
        "Cookies on this site",
        "We use cookies to make this website work.",
        "Accept",
        "Councillors",
        "Meetings and minutes",
        "Planning",
        "Allotments",
        "Hall hire",
        "You are here: Home > News",
    )
    page.headline()
    page.add("head", "Published: 05/03/26")
    page.body(3, 5)
    page.add(
        "clutter",
        "Back to news",
        "Parish office",
        "Monday to Thursday 10am to 2pm",
        "The clerk, Old School House, Church Lane, Torvik",
        "clerk@torvikparish.example",
        "Next meeting",
        "Full council, 19 March 2026, 7pm",
        "Accessibility statement",
        "Page last reviewed: 1 February 2026",
        "Website by Fjord Digital",
    )


def ministry(page: Told) -> None:
    """A ministry's press release: number, downloads, a spokesperson's telephone."""
    page.outlet = "Ministry of Public Works"
    page.add(
        "clutter",
        "Jump to content",
        "Contrast",
        "A A A",
        "Sign language",
        "Ministry of Public Works",
        "The Minister",
        "Topics",
        "Laws",
        "Press",
        "Services",
        "Homepage › Press › Press releases",
    )
    page.add("clutter", "Press release 41/2026")
    page.add("head", "Date 05.03.2026")
    page.day = "2026-03-05"
    page.headline()
    page.body(5, 6)
    page.photo("{} (Image: Ministry)")
    page.add(
        "clutter",
        "Downloads",
        "Fact sheet (PDF, 220 KB)",
        "Press contact",
        "Jan Vold, spokesperson",
        "Tel. +47 555 0100",
        "press@works.example",
        "Subscribe to press releases by e-mail",
        "Follow us",
        "Imprint",
        "Data protection",
        "Barrier-free access",
        "© Ministry of Public Works 2026",
    )


def union(page: Told) -> None:
    """A trade union's news: an appeal to join, a paper of its own."""
    page.outlet = "Dockers' Voice"
    page.add(
        "clutter",
        "Join the union",
        "Members' area",
        "Dockers' Voice",
        "News",
        "Campaigns",
        "Your rights",
        "Branches",
        "Events",
    )
    page.headline()
    page.add("head", "05 Mar 2026 | Campaigns")
    page.day = "2026-03-05"
    page.body(5, 7)
    page.add(
        "clutter",
        "Join a union today",
        "If you work on the quays, you need a union. Find out how we can help you.",
        "Join now",
        "Latest news",
        *page.others(4, 4),
        "Dockers' Voice is published by the Dockers' Union, 3 Quay Lane, Luka.",
        "© 2026 Dockers' Voice. All rights reserved.",
        "Website by Pixel & Tide",
    )


def substack(page: Told) -> None:
    """A letter by mail as a page: likes, restacks, replies with the day."""
    page.outlet = "The Night Clerk"
    _substack_top(page)
    page.headline()
    page.writer("{}")
    page.add("head", "Mar 05, 2026")
    page.day = "2026-03-05"
    page.add("clutter", "18", "4", "2", "Share")
    page.body(6, 8)
    _substack_foot(page)


def _substack_top(page: Told) -> None:
    page.add(
        "clutter",
        "The Night Clerk",
        "Subscribe",
        "Sign in",
        "Discover more from The Night Clerk",
        "Letters about courts and councils",
        "Over 4,000 subscribers",
        (
            "By subscribing, you agree to the Terms of Use, and acknowledge its Information "
            "Collection Notice and Privacy Policy."
        ),
        "Already have an account? Sign in",
    )


def _substack_foot(page: Told) -> None:
    page.add(
        "clutter",
        (
            "Thanks for reading The Night Clerk! Subscribe for free to receive new posts and "
            "support my work."
        ),
        "18 Likes",
        "∙",
        "2 Restacks",
        "Discussion about this post",
        "Comments",
        "Restacks",
        "Write a comment...",
        "Orla",
        "Mar 5",
        "Liked by the author",
        (
            "I was on that jury panel list and never got called. Thank you for sitting "
            "through it for us."
        ),
        "Reply",
        "Top",
        "Latest",
        "Discussions",
        "No posts",
        "Ready for more?",
        "© 2026 The Night Clerk",
        "Privacy ∙ Terms ∙ Collection notice",
        "Start your Substack",
        "Get the app",
    )
