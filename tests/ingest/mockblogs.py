"""Page layouts of people who publish on their own: a weblog of a campus, a newsletter."""

from mocktold import Told


def campus(page: Told) -> None:
    """A small weblog-like newsroom: comments, trackbacks, categories, and a form for replies."""
    page.outlet = "Harbour Lines"
    _campus_top(page)
    page.headline()
    page.writer("Posted on March 5, 2026 by {}")
    page.day = "2026-03-05"
    page.photo("{}. Photo courtesy of the county.")
    page.body(5, 8)
    _campus_foot(page)


def _campus_top(page: Told) -> None:
    page.add(
        "clutter",
        "Harbour Lines",
        "independent news from the waterfront",
        "Menu",
        "Home",
        "About",
        "Support us",
    )


def _campus_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Share this:",
        "Click to share on X (Opens in new window)",
        "Click to share on Facebook (Opens in new window)",
        "Like Loading...",
        "Related",
    )
    for title in page.others(2, 3):
        page.add("clutter", title, "February 11, 2026", 'In "Local"')
    page.add(
        "clutter",
        "Posted in Local. Bookmark the permalink.",
        "← Older post",
        "3 thoughts on “" + page.title + "”",
    )
    _campus_comments(page)
    page.add(
        "clutter",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Comment *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Proudly powered by WordPress",
    )


def _campus_comments(page: Told) -> None:
    for name in ("oldsalt", "M. Brandt", "Tess"):
        page.add(
            "clutter",
            f"{name} says:",
            f"March {page.rng.randint(5, 9)}, 2026 at 4:1{page.rng.randint(0, 9)} pm",
        )
        page.add(
            "clutter",
            page.pick(
                (
                    "Thank you for covering this when the big papers will not.",
                    "Went to the meeting myself and came away none the wiser, to be honest.",
                    (
                        "Sad day. My grandmother worked there all her life and would be "
                        "ashamed of them."
                    ),
                )
            ),
            "Reply",
        )


def letter(page: Told) -> None:
    """A newsletter on a platform: subscribers, likes, a paywalled invitation, recommendations."""
    page.outlet = "Slow Harbour"
    page.add("clutter", "Slow Harbour", "Subscribe", "Sign in")
    page.headline()
    page.add("main", page.pick(page.topic.stands))
    page.writer("{}")
    page.add("head", "Mar 05, 2026")
    page.day = "2026-03-05"
    page.add("clutter", "84", "12", "9", "Share")
    page.body(3, 4)
    page.add(
        "clutter",
        (
            "Slow Harbour is a reader-supported publication. To receive new posts and "
            "support my work, consider becoming a free or paid subscriber."
        ),
        "Type your email...",
        "Subscribe",
    )
    page.body(4, 6)
    page.add(
        "clutter",
        "Thanks for reading Slow Harbour! This post is public so feel free to share it.",
        "Share",
    )
    page.body(1, 3)
    _letter_foot(page)


def _letter_foot(page: Told) -> None:
    page.add(
        "clutter",
        "84 Likes ∙ 9 Restacks",
        "Previous",
        "Next",
        "Discussion about this post",
        "Comments",
        "Restacks",
    )
    for name in ("Greta P.", "Old Tar"):
        page.add(
            "clutter",
            name,
            "Mar 5",
            "Liked by the author",
            page.pick(
                (
                    "This is the best thing I have read on it so far, thank you so much.",
                    "I wonder what the county will say when the bill arrives.",
                )
            ),
            "Like (3)",
            "Reply",
            "Share",
        )
    page.add(
        "clutter",
        "TopLatestDiscussions",
        "No posts",
        "Ready for more?",
        "© 2026 Slow Harbour",
        "Privacy ∙ Terms ∙ Collection notice",
        "Start writing",
        "Get the app",
        "This site is the home for great culture",
    )
