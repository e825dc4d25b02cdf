"""Page layouts of television and radio."""

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


def station(page: Told) -> None:
    """Local television: alerts, weather, its call sign, closed captions, rights in the text."""
    page.outlet = "KTRV"
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


def bulletin(page: Told) -> None:
    """A state broadcaster's English service: photo agency, initials, questions to readers."""
    page.outlet = "Radio Torvik International"
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


def cable(page: Told) -> None:
    """A cable network: player labels, links in capitals amid the text, app and tips."""
    page.outlet = "Eagle News"
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


def antipodes(page: Told) -> None:
    """A broadcaster down under: topic line, key points in short, posted ages, a share sheet."""
    page.outlet = "BCA News"
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


def gulf(page: Told) -> None:
    """An international channel: what to know, recommended stories in the text, sources."""
    page.outlet = "Al Manara"
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
