"""What each element of HTML means for the words inside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from checker.model import BlockKind

# Elements without an end tag.
VOID = frozenset(
    "area base basefont br col embed frame hr img input link meta param source track wbr".split()
)

# Elements that stand apart from the words before and after them.
BLOCKS = frozenset(
    "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu "
    "nav ol optgroup option p pre section select summary table tbody td tfoot th thead title tr ul".split()
)

# Which open element the start tag of another one ends (the end tag may be left out in HTML).
_PARTS_OF_TABLES = frozenset(("td", "th", "tr", "thead", "tbody", "tfoot"))
ENDED_BY: Mapping[str, frozenset[str]] = {
    "p": BLOCKS - {"body", "html"},
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": _PARTS_OF_TABLES,
    "th": _PARTS_OF_TABLES,
    "tr": _PARTS_OF_TABLES - {"td", "th"},
    "option": frozenset(("option", "optgroup")),
    **{f"h{level}": frozenset(("h1", "h2", "h3", "h4", "h5", "h6")) for level in range(1, 7)},
}

IN_HEAD = frozenset("base head html link meta noscript script style template title".split())

# End tags do not reach out of these, but for those of the table itself.
BARRIERS = frozenset(("table", "td", "th", "caption"))
TABLE = _PARTS_OF_TABLES | BARRIERS

# What stands in these is no running text, or has been struck out.
_NO_WORDS = frozenset(
    "audio button canvas code datalist del head iframe kbd math meter noembed noframes noscript object "
    "optgroup option pre progress rp rt s samp script select strike style svg template textarea title "
    "video".split()
)
# What stands in these is probably not of the article: outside of it, and anywhere.
_AROUND = frozenset(("aside", "header"))
_BESIDE = frozenset(("dialog", "footer", "form", "menu", "nav"))
_ROLES = frozenset(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar".split()
)
_BESIDE_CLASS = re.compile(
    r"(?<!no-)(?<!has-)(?<!with-)(?<![a-z])(?:ads?|advert(?:s|isements?)?|breadcrumbs?|comments?|consent|"
    r"cookies?|disqus|gdpr|nav|navbar|navigation|navbox|menu|newsletter|outbrain|pagination|pager|popup|promo|"
    r"recirc|recommend(?:ed|ations?)|related|share|sharing|sidebar|signup|social|sponsored|subscribe|taboola|"
    r"toc|toolbar|trending)(?![a-z])",
)
_COMMENTS = re.compile(r"(?<!no-)(?<!has-)(?<![a-z])(?:comments?|disqus)(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAPTION = re.compile(r"(?<![a-z])caption(?![a-z])")
_UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_LONGEST_CLASS = 500

Beside = Literal["element", "class", "comments"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, by the elements around them.

    ``article``, ``body`` and ``main`` number the outermost of these, ``beside`` the innermost one that may
    not be of the article, ``listing`` the innermost list; 0 is none.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    off: bool = False
    link: bool = False
    quoted: bool = False
    article: int = 0
    body: int = 0
    main: int = 0
    beside: int = 0
    listing: int = 0


def inside(place: Place, name: str, values: Mapping[str, str], number: int) -> tuple[Place, Beside | None]:
    """The place inside the element ``number``, and why what stands there may not be of the article, if so."""
    beside = _beside(place, name, values)
    if beside:
        place = replace(place, beside=number)
    if not place.off and (name in _NO_WORDS or _hidden(name, values)):
        return replace(place, off=True), beside
    if name == "article":
        place = replace(place, article=place.article or number)
    elif name == "main":
        place = replace(place, main=place.main or number)
    elif name in ("ul", "ol", "dl"):
        place = replace(place, listing=number)
    elif name in ("li", "dt", "dd"):
        place = replace(place, kind="item", level=0)
    elif name == "blockquote":
        place = replace(place, quoted=True)
    elif name in ("figcaption", "caption"):
        place = replace(place, kind="caption")
    elif name in ("td", "th"):
        place = replace(place, kind="paragraph", level=0)
    elif len(name) == 2 and name[0] == "h" and name[1] in "123456":
        place = replace(place, kind="heading", level=int(name[1]))
    elif name == "a" and not values.get("href", "#").startswith("#"):
        place = replace(place, link=True)
    return _by_attributes(place, values, number), beside


def _by_attributes(place: Place, values: Mapping[str, str], number: int) -> Place:
    if values.get("role") == "main":
        place = replace(place, main=place.main or number)
    elif values.get("role") == "article":
        place = replace(place, article=place.article or number)
    if "articlebody" in values.get("itemprop", "").lower().split():
        place = replace(place, body=place.body or number)
    if _CAPTION.search(values.get("class", "")[:_LONGEST_CLASS]):
        place = replace(place, kind="caption")
    return place


def _hidden(name: str, values: Mapping[str, str]) -> bool:
    return (
        "hidden" in values
        or values.get("aria-hidden", "").lower() == "true"
        or bool(_UNSEEN.search(values.get("style", "")[:_LONGEST_CLASS]))
        or (name == "dialog" and "open" not in values)
    )


def _beside(place: Place, name: str, values: Mapping[str, str]) -> Beside | None:
    if name in ("html", "body", "main", "article") or "articlebody" in values.get("itemprop", "").lower():
        return None
    if name == "footer" and place.quoted:
        return None  # tells whose words they are
    if name in _BESIDE or values.get("role") in _ROLES:
        return "element"
    if name in _AROUND and not (place.article or place.main or place.body):
        return "element"
    named = f"{values.get('class', '')[:_LONGEST_CLASS]} {values.get('id', '')[:_LONGEST_CLASS]}"
    if named == " ":
        return None
    named = _CAMEL.sub("-", named).lower()
    if not _BESIDE_CLASS.search(named):
        return None
    return "comments" if _COMMENTS.search(named) else "class"
