"""Finished pages: every element that carries a fact is read back, and its text held against what the
report asks for, the raw rows say and the house writes."""

import os
import re
from html.parser import HTMLParser

from . import calendar
from .book import Book
from .figures import known, rounded
from .finding import Withheld
from .house import Days, House, length

CARRIERS = ("data", "time", "tspan")
CALL = re.compile(r"\{\{\s*([a-z-]+)\s+([^{}]*?)\s*\}\}")
DATES = {
    "date": Days.date,
    "month": Days.month,
    "in": Days.within,
    "at": Days.at,
    "period": Days.period,
    "full": Days.full,
    "year": Days.year,
    "since": Days.since,
    "week": Days.week,
    "ago": Days.ago,
    "when": Days.when,
}


class Reader(HTMLParser):
    """Elements with data-fact in the order of the page: fact, value, day, text, and the text before."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self.open, self.text = [], None, ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in CARRIERS and "data-fact" in attrs:
            self.open = {
                "tag": tag,
                "fact": attrs["data-fact"],
                "value": attrs.get("value"),
                "day": attrs.get("datetime"),
                "before": self.text[-120:],
                "text": "",
            }

    def handle_endtag(self, tag):
        if self.open is not None and tag == self.open["tag"]:
            self.found.append(self.open)
            self.open = None

    def handle_data(self, data):
        self.text += data
        if self.open is not None:
            self.open["text"] += data


def calls_in(texts):
    """What the templates say of each fact: (helper, name, options), by the fact's id."""
    found = {}
    for helper, rest in CALL.findall("\n".join(texts)):
        words = re.findall(r'[a-z]+="[^"]*"|"[^"]*"|[^\s"]+', rest)
        fact, name, options = words[0], None, {}
        for word in words[1:]:
            if "=" in word:
                key, value = word.split("=", 1)
                options[key] = value.strip('"')
            else:
                name = word.strip('"')
        call = (helper, name, tuple(sorted(options.items())))
        if call not in found.setdefault(fact, []):
            found[fact].append(call)
    return found


def texts_of(report):
    """Every text of the report's YAML."""
    if isinstance(report, str):
        return [report]
    parts = report.values() if isinstance(report, dict) else report if isinstance(report, list) else []
    return [text for part in parts for text in texts_of(part)]


class Pages:
    def __init__(self, folder, editions, library, result):
        self.folder, self.library, self.result = folder, library, result
        self.report, self.house = editions["report"], House(editions["voice"])
        self.source = "\n".join([editions["note"], *texts_of(self.report)])
        self.calls = calls_in([self.source])
        self.counts = {"editions": 0, "figures": 0, "days": 0, "labels": 0, "moves": 0}
        result["pages"] = self.counts

    def check(self, page):
        as_of, published = calendar.number(page["asOf"]), calendar.number(page["published"])
        book = Book(self.library, as_of, published, self.report["facts"])
        reader = Reader()
        with open(os.path.join(self.folder, page["file"]), encoding="utf-8") as file:
            reader.feed(file.read())
        self.counts["editions"] += 1
        for element in reader.found:
            wrong = self.element(element, book)
            self.counts[{"data": "figures", "time": "days", "tspan": "labels"}[element["tag"]]] += 1
            if wrong:
                what = f"page {page['asOf']} <{element['tag']}> of {element['fact']}"
                self.result["differences"].append({"what": what, "wrong": wrong[0], "theirs": element, "ours": wrong[1]})

    def element(self, element, book):
        """What is wrong with the element, or None."""
        days = Days(self.house, book.published)
        if element["fact"] in ("as-of", "published"):
            day = book.as_of if element["fact"] == "as-of" else book.published
            return self.held(element, [(days.full(day, None), None, day)])
        found = book.outcome(element["fact"])
        if found is None or isinstance(found, Withheld):
            return "a fact that the oracle withholds is said", None
        said = [self.say(call, found, days) for call in self.calls.get(element["fact"], [])]
        wrong = self.held(element, [each for each in said if each is not None])
        return wrong or self.moved(element, found)

    def held(self, element, allowed):
        text = element["text"]
        for words, value, day in allowed:
            if text != words and text != words[:1].upper() + words[1:]:
                continue
            if element["tag"] == "data" and (value is None or not close(float(element["value"]), value)):
                continue
            if element["tag"] == "time" and (day is None or element["day"] != calendar.iso(day)):
                continue
            return None
        return "no call of the template says this", [each[0] for each in allowed]

    def say(self, call, found, days):
        """Text, value and day that a call of a template comes to; None where it says no figure."""
        helper, name, options = call[0], call[1], dict(call[2])
        series = found.series or (found.rows[0][0] if found.rows else None)
        if helper in DATES:
            return DATES[helper](days, found.day, series.every if series else None), None, found.day
        if helper == "span":
            size = found.value * (7 if found.unit == "weeks" else 1)
            return length(int(size)), found.value, None
        if helper == "named":
            number = (found.named or {}).get(name)
            if number is None:
                return None
            spelled = options.get("words") == "true" and number < len(self.house.words)
            return (self.house.words[number] if spelled else f"{number:g}"), number, None
        if helper not in ("figure", "size"):
            return None
        words = {"true": True, "false": False}.get(options.get("words"))
        text = self.house.value(
            found.value,
            found.unit,
            known(found),
            digits=int(options["digits"]) if "digits" in options else None,
            sign="absolute" if helper == "size" else options.get("sign", "plain"),
            style=options.get("style", "text"),
            words=words,
            named=options.get("unit") != "false",
        )
        return text, found.value, None

    def moved(self, element, found):
        """Is the verb before a figure one of its direction, and of its size where a helper chose it?"""
        lists = verbs_before(element["before"], self.house.verbs)
        if element["tag"] != "data" or not lists or found.unit not in ("ratio", "points", "money", "shares"):
            return None
        power = 2 if found.unit == "ratio" else -9 if found.unit == "money" else 0
        shown = rounded(found.value * 10**power, known(found) if power >= 0 else 1)
        direction = "up" if shown > 0 else "down" if shown < 0 else "flat"
        if direction not in {each[0] for each in lists}:
            return "the verb points the other way", sorted(lists)
        if not self.chosen(element, found, lists):
            return None
        self.counts["moves"] += 1
        band = band_of(found, self.house.bands)
        fits = {each[1] for each in lists if each[0] == direction}
        return None if direction == "flat" or band in fits else ("the verb is of another size", [band, sorted(lists)])

    def chosen(self, element, found, lists):
        """Did the helper `moved` choose the verb? Not where the template types it before the figure."""
        fact = re.escape(element["fact"])
        if found.ranked is None or not re.search(r"\{\{moved " + fact + r"\b", self.source):
            return False
        typed = {word for _, _, word in lists}
        return not any(re.search(re.escape(word) + r" \{\{size " + fact + r"\b", self.source) for word in typed)


def verbs_before(text, verbs):
    """Directions and sizes under which the house lists the verb or noun that ends the text."""
    text, found = text.rstrip(), set()
    for direction in ("up", "down"):
        sizes = [verbs[direction], *[kind.get(direction, {}) for kind in verbs.get("kinds", {}).values()]]
        for lists in sizes:
            for size, forms in lists.items():
                for form in forms:
                    for word in (form["past"], form["participle"]):
                        if re.search(r"(^|\W)" + re.escape(word) + "$", text):
                            found.add((direction, size, word))
    for form in verbs["flat"]:
        if text.endswith(form["past"]):
            found.add(("flat", "flat", form["past"]))
    longest = max((len(word) for _, _, word in found), default=0)
    return {each for each in found if len(each[2]) == longest}


FAMILY = {"shares": "short-interest", "contracts": "position", "money": "money", "score": "survey", "net percent": "survey"}


def band_of(found, bands):
    """The size of a move by its place among past ones, or by a table, or neutral."""
    if found.ranked >= bands["ranked"]:
        return first_under(found.rank, bands["rank"])
    table = bands["tables"].get(FAMILY.get(found.series.unit)) if found.ranked >= bands["counted"] else None
    if table is None:
        return "neutral"
    return first_under(abs(found.value) * (100 if table["unit"] == "percent" else 1), table)


def first_under(size, ends):
    for name in ("nil", "tiny", "small", "large", "very large"):
        if size <= ends[name]:
            return "tiny" if name == "nil" else name
    return "extreme"


def close(theirs, ours):
    return abs(theirs - ours) <= 1e-9 * max(abs(theirs), abs(ours), 1e-12)
