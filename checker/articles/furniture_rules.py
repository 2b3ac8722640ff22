"""The rules of site furniture; each has its cases in tests/cases/articles/furniture.yaml."""

from __future__ import annotations

import re

from checker.articles.furniture import Rule

_NETWORKS = (
    r"(?:facebook|twitter|x|whats ?app|linkedin|telegram|reddit|instagram|youtube|pinterest|tumblr|"
    r"messenger|e-?mail|print|threads|bluesky|tik ?tok|flipboard|viber|copy link|link|rss|google(?: news|"
    r"\+)|share|tweet)"
)


def _phrases(reason: str, *phrases: str, longest: int = 12) -> Rule:
    """Set phrases, with the marks that pages put behind them."""
    return Rule(reason, re.compile(rf"(?:{'|'.join(phrases)}) ?[.!:*»›>→…]*", re.IGNORECASE), longest)


def _rule(reason: str, pattern: str, longest: int, *, keep_agencies: bool = False) -> Rule:
    return Rule(reason, re.compile(pattern, re.IGNORECASE), longest, keep_agencies)


RULES: tuple[Rule, ...] = (
    _phrases(
        "navigation",
        r"connect with us",
        r"(?:hi|hello),? what are you looking for\??",
        r"(?:back|scroll|go|return) to (?:the )?top(?: button)?",
        r"skip to (?:the )?(?:main )?content",
        r"(?:(?:main|toggle) )?(?:menu|navigation)",
        r"search(?: for)?",
        r"home(?: ?page)?",
        r"(?:load|see|show) more(?: (?:stories|articles|news|posts))?",
        r"view all",
        r"(?:next|previous|prev)(?: (?:article|post|story|page))?",
        r"continue reading(?: the main story)?",
        r"read (?:the )?full (?:story|article)",
        r"more-in",
        r"click here",
        r"(?:accept|reject) (?:all )?cookies",
    ),
    _phrases(
        "advertisement",
        r"advert(?:isement|isements|ising)?(?: continue reading the main story)?",
        r"(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?",
        r"sponsored(?: (?:content|post))?",
        r"paid (?:content|post)",
    ),
    _phrases(
        "comment form",
        r"leave a (?:comment|reply)(?: cancel reply)?",
        r"cancel reply",
        r"your e-?mail address will not be published\.?(?: ?required fields are marked)?",
        r"required fields are marked",
        r"(?:post|submit|add|write|leave|view|show|see|read|join) (?:(?:a|the|all|your) )?(?:\d+ )?"
        r"(?:comments?|conversation|discussion)",
        r"(?:\d+ |no )?comments?(?: ?\(\d+\))?",
        r"(?:name|e-?mail|website|comment)(?: ?\*| ?\(required\))?",
        r"save my name, e-?mail,? and website in this browser(?: for the next time i comment)?",
        r"(?:log|sign) ?in to (?:leave a |post a )?(?:comment|reply)",
        r"you must be logged in to (?:post a )?(?:comment|reply)",
        r"comments are closed",
        longest=20,
    ),
    _phrases(
        "sharing links",
        r"share(?: this)?(?: (?:article|story|post|page|news))?(?: (?:on|via|with) [\w ]{1,30})?",
        rf"(?:share(?: this| on)?:? ?)?{_NETWORKS}(?:(?: ?[,|/·•] ?| and | ){_NETWORKS})*",
        r"(?:follow|like) (?:us|me)(?: on [\w ,&]{1,60})?",
        r"(?:share|like) this",
    ),
    _rule(
        "newsletter or subscription",
        r"(?:subscribe|sign up|newsletter sign[ -]?up)\b.*\b(?:newsletters?|channel|inbox|alerts?|"
        r"notifications?|briefing|updates)\b.*",
        45,
    ),
    _rule(
        "newsletter or subscription",
        r"(?:join|follow|get|receive|download)\b.*\b(?:our (?:free )?(?:\w+ )?(?:newsletters?|channel|"
        r"app|alerts)|(?:to|in) your inbox|(?:whatsapp|telegram|youtube) channel)\b.*",
        45,
    ),
    _rule("newsletter or subscription", r"newsletter sign up\b.*please verify you['’]re not a robot.*", 150),
    _phrases(
        "newsletter or subscription",
        r"subscribe(?: (?:now|today|here))?",
        r"sign up(?: (?:now|today|here))?",
        r"newsletters?(?: sign[ -]?up)?",
        r"log ?in",
        r"register(?: now)?",
    ),
    _rule(
        "copyright line",
        r"(?:copyright ?|©|\(c\)|&copy;)[\s©(c),:]*(?:(?:19|20)\d\d|©).*|©.*",
        60,
        keep_agencies=True,
    ),
    _rule("copyright line", r"(?:.{0,120}\W)?all rights reserved\b.{0,160}", 40, keep_agencies=True),
    _rule(
        "link to another article",
        r"(?:read|read more|read also|also read|read next|must[ -]read|learn more|see also|see more|watch|"
        r"watch also|related|related (?:stor(?:y|ies)|articles?|news|coverage|posts?)|"
        r"more on this(?: story| topic)?|don['’]t miss|further reading|you (?:may|might) also like|"
        r"in (?:pics|pictures)|in case you missed it|click here)"
        r"\s*(?::|\||»|>|–|—|-\s)\s*\S.*(?<![.”\"])",
        30,
    ),
    _phrases(
        "media label",
        r"(?:(?:file|featured|representational|representative|avatar) )?(?:photo|image|picture)s?",
        r"(?:play |watch (?:the )?)?videos?",
        r"gallery",
        r"graphic",
        r"map",
        r"watch",
        r"listen",
        r"audio",
        r"live",
        r"scroll (?:down )?for video",
    ),
    _rule(
        "photo credit",
        r"(?:photo(?:graph)?|image|picture|pic|graphic)s?(?: (?:credits?|courtesy|source|by))?\s*[:/|]\s*\S.*"
        r"(?<![.!?])|"
        r"(?:image|photo) (?:source|copyright|credit)s?\b.*(?<![.!?])",
        14,
    ),
    _rule(
        "photo credit",
        r"\((?:[^()]*\W)?(?:courtesy of|photo by|photo:|photo credit|image:|getty images|"
        r"shutterstock)\b[^()]*\)",
        25,
    ),
    _rule("image caption", r"(?:(?:image|media) caption|caption:|file photo:|file\s?[-–—]\s?in this\b).*", 120),
    Rule(
        "byline",
        re.compile(
            r"(?:By|BY|(?:Written|Reported|Posted|Edited) by|Author|Reporter):?"
            r"(?:\s(?:and|&|de|van|von|al|bin|\||[A-Z][\w.'’-]*,?)){1,7}"
        ),
        9,
        keep_agencies=True,
    ),
    _phrases(
        "byline",
        r"written by",
        r"about (?:the )?author",
        r"author",
        r"(?:our )?(?:staff )?(?:writer|reporter|correspondent)",
        r"(?:web|news) ?desk",
    ),
    _rule(
        "reading time or view count",
        r"\d+ ?(?:mins?|minutes?|hours?) (?:read|ago)|\d[\d,.]*k? (?:views?|shares?|reads?|likes?)",
        6,
    ),
    _rule("tags", r"(?:tags?|topics?|filed under|categories|posted in|keywords|labels?)\s*:\s*.*(?<![.!?])", 40),
    _rule("tags", r"#\w+(?:[\s,]+#\w+)+", 30),
    _phrases(
        "related articles",
        r"related(?: (?:articles?|posts?|stor(?:y|ies)|news|topics?|content|coverage|reads?|links?))?",
        r"you (?:may|might)(?: also)? (?:like|be interested in)(?: this)?",
        r"recommended(?: (?:for you|stories|articles|reading))?",
        r"(?:more|other|latest|top|recent|popular|trending|featured) "
        r"(?:stories|news|articles|posts|headlines)",
        r"most (?:read|popular|viewed|shared)(?: (?:stories|articles|news))?",
        r"trending(?: now)?",
        r"(?:see|read|watch) also",
        r"also read",
        r"read (?:more|next)",
        r"up next",
        r"editor['’]?s['’]? picks?",
        r"don['’]t miss",
        r"what (?:others are reading|to read next)",
        r"in this (?:article|story)",
        r"must[ -]reads?",
    ),
)
