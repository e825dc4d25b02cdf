"""Page layouts of universities, weblogs, charities, parishes and the like: no newsrooms.

As in `mocknewsrooms`, each page knows its headline, outlet, author and day. They were measured
before anything was mended for them (docs/ingest.md has the figures).
"""

from collections.abc import Callable

from mocknewsrooms import Told


def university(page: Told) -> None:
    """A press release: navigation for every kind of visitor, a contact box, notes to editors."""
    page.outlet = "University of Kallby"
    page.add(
        "clutter",
        "Skip to main content",
        "Students",
        "Staff",
        "Alumni",
        "Media",
        "University of Kallby",
        "Study with us",
        "Research",
        "About the University",
        "Home",
        "News and events",
        "News",
        "2026",
        "March",
    )
    page.headline()
    page.add("head", "5 March 2026")
    page.day = "2026-03-05"
    page.add("main", f"{page.pick(page.topic.stands)}, according to researchers at Kallby.")
    page.body(3, 5)
    page.photo("{}. Credit: University of Kallby")
    page.body(3, 4)
    page.add(
        "clutter",
        "Notes to editors",
        "For more information or to arrange an interview, contact the press office on 01234 567890.",
        "About the University of Kallby",
        "The University of Kallby is a research-intensive university with 24,000 students from 120 countries.",
        "Related links",
        "Department of Geography",
        "Undergraduate courses",
        "Postgraduate open day",
        "Share",
        "Contact us",
        "Find us",
        "Modern slavery statement",
        "Freedom of information",
        "© 2026 University of Kallby",
    )


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
    """A statement by an organisation: donate buttons, what it stands for, a petition, its address."""
    page.outlet = "Open Valley"
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
    page.headline()
    page.add("head", "Thursday, 5 March 2026")
    page.day = "2026-03-05"
    page.body(4, 6)
    page.add(
        "clutter",
        "Take action now",
        "Sign our petition and tell your representative what you think. 12,408 people already have.",
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


def institute(page: Told) -> None:
    """A think tank's brief: authors with posts, a summary, notes with numbers, how to cite."""
    page.outlet = "Institute for Public Works"
    page.add(
        "clutter",
        "Institute for Public Works",
        "Issues",
        "Experts",
        "Events",
        "Podcasts",
        "Search",
        "Commentary",
    )
    page.headline()
    page.writer("By {}, Senior Fellow")
    page.add("head", "March 5, 2026")
    page.day = "2026-03-05"
    page.add("clutter", "Download the full report (PDF, 1.2 MB)", "Print", "Cite")
    page.add("main", "Key takeaways", *(f"• {point}" for point in page.topic.stands))
    page.body(2, 3)
    page.add("main", page.pick(page.topic.heads))
    page.body(3, 4)
    page.add(
        "clutter",
        "Notes",
        "1. County Gazette, “Minutes of the extraordinary session,” February 2026, pp. 4–9.",
        "2. See also State Survey, Annual Report 2014 (Kallby, 2015), chap. 3.",
        "3. Ibid.",
        "The Institute for Public Works does not take institutional positions on policy issues; the views expressed are those of the author.",
        "Suggested citation",
        "Topics",
        "Local government",
        "More from our experts",
        *page.others(3, 4),
        "Sign up for our weekly briefing",
        "© 2026 Institute for Public Works. All rights reserved.",
    )


def society(page: Told) -> None:
    """A student society's post on a site of cards: reading time, claps, a note on the author."""
    page.outlet = None
    page.add("clutter", "Open in app", "Sign up", "Sign in", "Write")
    page.headline()
    page.writer("{}")
    page.add("clutter", "Follow")
    page.add("head", "6 min read · Mar 5, 2026")
    page.day = "2026-03-05"
    page.add("clutter", "--", "3", "Listen", "Share")
    page.photo("{} — photo by the author")
    page.body(3, 4)
    page.add("main", page.pick(page.topic.heads))
    page.body(3, 4)
    page.add(
        "clutter",
        "Politics",
        "Local Government",
        "Society",
        "--",
        "3",
        f"Written by {page.byline}",
        "412 Followers",
        "Second-year student of law. I write about what happens in rooms without windows.",
        "Responses (3)",
        "Write a response",
        "What are your thoughts?",
        "Help",
        "Status",
        "About",
        "Careers",
        "Privacy",
        "Text to speech",
        "Teams",
    )


LAYOUTS: tuple[Callable[[Told], None], ...] = (
    university, weblog, charity, parish, institute, society,
)  # fmt: skip
