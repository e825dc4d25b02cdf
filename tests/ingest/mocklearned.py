"""Page layouts of universities, institutes, learned societies, museums, schools and their labs."""

from mocktold import Told


def university(page: Told) -> None:
    """A press release: navigation for every kind of visitor, a contact box, notes to editors."""
    page.outlet = "University of Kallby"
    _university_top(page)
    page.headline()
    page.add("head", "5 March 2026")
    page.day = "2026-03-05"
    page.add("main", f"{page.pick(page.topic.stands)}, according to researchers at Kallby.")
    page.body(3, 5)
    page.photo("{}. Credit: University of Kallby")
    page.body(3, 4)
    _university_foot(page)


def _university_top(page: Told) -> None:
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


def _university_foot(page: Told) -> None:
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
