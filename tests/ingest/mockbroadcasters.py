"""Page layouts of public broadcasters."""

from mocktold import ELSEWHERE, Told


def broadcaster_site(page: Told) -> None:
    """A public broadcaster: role below the name, ages of stories, boxes of what else there is."""
    page.outlet = "NRT"
    page.add(
        "clutter", "Skip to content", "NRT Homepage", "iPlayer", "Sounds", "Bitesize", "More menu"
    )
    page.add("clutter", "Close menu", "NRT News", "InDepth", "Verify", "Local News")
    page.headline()
    page.add("head", "5 March 2026")
    page.day = "2026-03-05"
    page.add("clutter", "Share", "Save")
    page.writer("{}")
    page.add("head", "Health correspondent")
    page.add("head", "PA Media")
    page.photo("{}")
    page.body(4, 6)
    page.add("head", "Getty Images")
    page.photo("{}, seen from above")
    page.add("main", page.pick(page.topic.heads))
    page.body(3, 5)
    page.add("clutter", "More on this story", *page.others(2, 3))
    page.body(1, 3)
    _broadcaster_site_foot(page)


def _broadcaster_site_foot(page: Told) -> None:
    page.add(
        "clutter",
        (
            "Follow NRT North on Facebook, X and Instagram. Send your story ideas to "
            "north@nrt.example or via WhatsApp on 0555 313."
        ),
    )
    page.add(
        "clutter",
        "Related internet links",
        "County council",
        "NRT is not responsible for the content of external sites.",
    )
    page.add("clutter", "Top stories")
    for title in page.others(3, 5):
        page.add("clutter", title, f"{page.rng.randint(1, 9)} hrs ago")
    page.add(
        "clutter",
        "Elsewhere on the NRT",
        "Most read",
        "1",
        page.pick(ELSEWHERE),
        "2",
        page.pick(ELSEWHERE),
    )
    page.add(
        "clutter",
        (
            "Copyright © 2026 NRT. The NRT is not responsible for the content of external "
            "sites. Read about our approach to external linking."
        ),
    )


def bulletin(page: Told) -> None:
    """A state broadcaster's English service: photo agency, initials, questions to readers."""
    page.outlet = "Radio Torvik International"
    _bulletin_top(page)
    page.headline()
    page.add("head", "03/05/2026March 5, 2026")
    page.day = "2026-03-05"
    page.add("main", page.pick(page.topic.stands) + ".")
    page.add(
        "clutter",
        "https://p.torvik.example/4xQz7",
        "Skip next section Related topics",
        "Related topics",
    )
    page.photo("{}Image: Hans Eide/picture alliance")
    page.body(4, 6)
    page.add(
        "clutter",
        f"{page.pick(ELSEWHERE)}",
        "02:18",
        (
            "To view this video please enable JavaScript, and consider upgrading to a web "
            "browser that supports HTML5 video"
        ),
    )
    page.body(3, 5)
    _bulletin_foot(page)


def _bulletin_top(page: Told) -> None:
    page.add(
        "clutter",
        "Radio Torvik International",
        "Listen live",
        "Frequencies",
        "Deutsch",
        "Español",
        "Русский",
        "中文",
    )
    page.add("clutter", "Society")


def _bulletin_foot(page: Told) -> None:
    page.writer("Edited by: {}")
    page.add(
        "clutter",
        (
            "While you're here: Every Tuesday, our editors round up what is happening in "
            "politics and society. You can sign up here for the weekly email newsletter."
        ),
    )
    page.add(
        "clutter",
        "Skip next section Explore more",
        "Explore more",
        *page.others(3, 4),
        "Skip next section Top story",
        "Page 1 of 3",
        "Go to homepage",
        "© 2026 Radio Torvik International",
        "Legal notice",
        "Accessibility statement",
    )


def antipodes(page: Told) -> None:
    """A broadcaster down under: topic line, key points in short, posted ages, a share sheet."""
    page.outlet = "BCA News"
    _antipodes_top(page)
    page.headline()
    page.writer("By {}")
    page.add("clutter", "Topic:", "World Politics")
    page.add("head", "Thu 5 Mar 2026 at 4:30pm")
    page.day = "2026-03-05"
    page.photo("{}. (Supplied: Emergency Services)")
    page.add("clutter", "In short:")
    page.add("main", page.paragraph(1, 1), page.paragraph(1, 1))
    page.add("clutter", "What's next?")
    page.add("main", page.paragraph(1, 1))
    page.add("clutter", "Link copied", "Share article")
    page.body(4, 6)
    page.photo("{}. (BCA News: Tom Lowrey)")
    page.add("main", page.pick(page.topic.heads))
    page.body(4, 6)
    page.add("clutter", "Loading...", "If you're unable to load the form, click here.")
    page.body(1, 2)
    _antipodes_foot(page)


def _antipodes_top(page: Told) -> None:
    page.add(
        "clutter",
        "Skip to main content",
        "BCA News homepage",
        "BCA Home",
        "Listen",
        "iview",
        "Just In",
        "For You",
        "Politics",
        "Analysis",
    )


def _antipodes_foot(page: Told) -> None:
    page.add(
        "clutter",
        "Posted 5 hours ago",
        "Related Stories",
        *page.others(2, 4),
        "Related topics",
        "Courts",
        "Top Stories",
        *page.others(3, 5),
        "Just In",
    )
    for title in page.others(2, 4):
        page.add("clutter", title, "Topic:Disasters", f"{page.rng.randint(3, 59)}m ago")
    page.add(
        "clutter",
        (
            "We acknowledge Aboriginal and Torres Strait Islander peoples as the First "
            "Australians and Traditional Custodians of the lands where we live, learn, and "
            "work."
        ),
        (
            "This service may include material from wire agencies, which is copyright and "
            "cannot be reproduced."
        ),
        "AEST = Australian Eastern Standard Time which is 10 hours ahead of GMT",
    )
