"""Page layouts of universities, weblogs, charities, parishes and the like: no newsrooms.

As in `mocknewsrooms`, each page knows its headline, outlet, author and day. They were written
in two rounds, each measured before anything was mended for it (docs/ingest.md has the figures).
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
        (
            "For more information or to arrange an interview, contact the press office on "
            "01234 567890."
        ),
        "About the University of Kallby",
        (
            "The University of Kallby is a research-intensive university with 24,000 "
            "students from 120 countries."
        ),
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
    """A statement of an organisation: donate buttons, what it stands for, petition, address."""
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
        (
            "The Institute for Public Works does not take institutional positions on policy "
            "issues; the views expressed are those of the author."
        ),
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


def museum(page: Told) -> None:
    """A museum's weblog: opening hours, objects with how they came, free entry."""
    page.outlet = None
    page.add(
        "clutter",
        "Plan your visit",
        "Tickets",
        "What's on",
        "Collections",
        "Learn",
        "Shop",
        "Open today 10am–5pm",
        "Blog",
    )
    page.headline()
    page.add("head", "Posted on 5 March 2026")
    page.day = "2026-03-05"
    page.writer("Words by {}, curator")
    page.photo("{}")
    page.body(3, 4)
    page.photo("{}, 2025. Museum purchase.")
    page.body(2, 4)
    page.add(
        "clutter",
        "Share this story",
        "More stories",
        "Behind the scenes",
        *page.others(3, 3),
        "Visit",
        "Free entry. Donations welcome.",
        "Harbour Street 1, Kallby",
        "Sign up to our newsletter",
        "Enter email",
        "Accessibility",
        "Venue hire",
        "Jobs",
        "Press office",
        "Museum of the Valley is a charity registered in Kallby no. 4433.",
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
    page.headline()
    page.writer("{}")
    page.add("head", "Mar 05, 2026")
    page.day = "2026-03-05"
    page.add("clutter", "18", "4", "2", "Share")
    page.body(6, 8)
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


def school(page: Told) -> None:
    """A school's news: term dates, the head teacher, the address."""
    page.outlet = None
    page.add(
        "clutter",
        "Kallby Grammar School",
        "Call us: 01234 222 333",
        "Parents",
        "Students",
        "Term dates",
        "Letters home",
        "Menus",
        "Latest News",
    )
    page.headline()
    page.add("head", "5th March 2026")
    page.day = "2026-03-05"
    page.body(3, 4)
    page.photo("{}")
    page.add(
        "clutter",
        "Back to all news",
        "Head teacher: Mrs I. Frey",
        "Kallby Grammar School, School Hill, Kallby KB1 2AA",
        "office@kallbygrammar.example",
        "Ofsted",
        "Policies",
        "Vacancies",
        "Cookie Information",
        "Site Map",
        "School Website Design by e4education",
    )


def lab(page: Told) -> None:
    """A laboratory's notes in Markdown: numbered references, how to cite."""
    page.outlet = None
    page.add("clutter", "Open Cities Lab", "People", "Projects", "Papers", "Blog", "GitHub")
    page.headline("# {}")
    page.writer("*{}*, 2026-03-05")
    page.day = "2026-03-05"
    page.add("clutter", "Tags: cities, courts", "~ 7 minutes")
    page.body(3, 4)
    page.add("main", page.pick(page.topic.heads))
    page.body(3, 4)
    page.add(
        "clutter",
        "References",
        "[1] M. Berg et al., Slopes and Settlements, Journal of Hazards 12(3), 2015, pp. 44–61.",
        "[2] https://data.example/landslips",
        "Cite as",
        "@misc{lab2026, title={Notes}, year={2026}}",
        "← Previous post",
        "Next post →",
        "Built with Hugo. Content licensed under CC BY 4.0.",
    )


FIRST: tuple[Callable[[Told], None], ...] = (
    university, weblog, charity, parish, institute, society,
)  # fmt: skip
SECOND: tuple[Callable[[Told], None], ...] = (
    ministry, museum, union, substack, school, lab,
)  # fmt: skip
LAYOUTS = (*FIRST, *SECOND)
