"""How the house writes figures, days and lengths of time: the rules of docs/voice.md and of the voice
pack, in decimal arithmetic. Half away from zero, no minus zero, never more decimals than are known."""

from decimal import Decimal

from . import calendar
from .figures import rounded

WORDS = "zero one two three four five six seven eight nine ten".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = {
    "points": ("point", "points", "pt", "pts"),
    "sessions": ("session", "sessions", "session", "sessions"),
    "days": ("day", "days", "day", "days"),
    "weeks": ("week", "weeks", "week", "weeks"),
    "months": ("month", "months", "month", "months"),
    "multiple": ("times", "times", "×", "×"),
    "yield": ("percent", "percent", "%", "%"),
    "basis points": ("basis point", "basis points", "bp", "bp"),
}
SPELLED = ("count", "points", "sessions", "days", "weeks", "months")
NEVER_SPELLED = ("index", "price", "money", "shares", "contracts", "correlation", "percentile")
# Large sums by their power of ten, and the power in whose decimals it is told how much is known.
SUMS = ((12, "trillion"), (9, "billion"), (6, "million"), (0, None))
# Contracts are told in thousands where room is short.
COMPACT_CONTRACTS = ((3, "thousand"), (0, None))
COUNTED_IN = {"money": 9, "shares": 6, "contracts": 0}


class House:
    """A voice pack's way of writing; `voice` is its YAML."""

    def __init__(self, voice):
        figures = voice["figures"]
        self.minus, self.plus = figures.get("minus", "−"), figures.get("plus", "+")
        self.percent = figures.get("percent", {})
        self.currency, self.decimals = figures.get("currency", "$"), figures["decimals"]
        self.words = figures.get("words", WORDS)
        thousands = figures.get("thousands", {})
        self.mark, self.levels = thousands.get("mark", ","), thousands.get("levels", 10000)
        self.thousands = thousands.get("from", 1000)
        self.sums = {name: figures.get(name) for _, name in (*SUMS, *COMPACT_CONTRACTS) if name}
        dates = voice.get("dates", {})
        self.today, self.tomorrow = dates.get("today", "later today"), dates.get("tomorrow", "tomorrow")
        self.verbs, self.bands = voice["verbs"], voice["bands"]

    def value(self, value, unit, known, digits=None, sign="plain", style="text", words=None, named=True):
        """The printed text of a value; `known` are the decimals the inputs allow in the printed unit."""
        power, places, sum_name = self.scale(value, unit, known, digits, style)
        printed = rounded(Decimal(repr(float(value))).scaleb(power), places)
        size = format(abs(printed), "f")
        head = "" if sign == "absolute" or printed == 0 else self.minus if printed < 0 else self.plus if sign == "signed" else ""
        spelled = unit in SPELLED if words is None else words
        if spelled and style == "text" and not head and "." not in size and unit not in NEVER_SPELLED and int(size) < len(self.words):
            return self.spelled(int(size), unit, named)
        text = self.grouped(size, self.levels if unit in ("index", "score") else self.thousands)
        return head + (self.with_unit(text, size, unit, style, sum_name) if named else text)

    def scale(self, value, unit, known, digits, style="text"):
        """Power of ten to the printed unit, decimals of it, and the name of a large sum."""
        if unit not in COUNTED_IN:
            usual = self.decimals.get("score" if unit == "index" and abs(value) < 100 else unit, 0)
            wanted = usual if digits is None else digits
            return (2 if unit in ("ratio", "percentile") else 0), min(wanted, known), None
        size, fits = abs(Decimal(repr(float(value)))), []
        sums = COMPACT_CONTRACTS if unit == "contracts" and style == "compact" else SUMS
        for power, name in sums:
            # Decimals of this unit that the inputs know; a unit they know no whole number of is not used.
            most = known + power - COUNTED_IN[unit]
            if most >= 0 or power >= COUNTED_IN[unit]:
                fits.append((power, name, max(min(most, self.wanted(name, unit, size, digits)), 0)))
        at = next((i for i, each in enumerate(fits) if size >= Decimal(10) ** each[0]), len(fits) - 1)
        power, _, places = fits[at]
        if at > 0 and rounded(size.scaleb(-power), places).scaleb(power) >= Decimal(10) ** fits[at - 1][0]:
            at -= 1
        power, name, places = fits[at]
        return -power, places, name

    def wanted(self, name, unit, size, digits):
        """Ones are whole, but for cents of small sums; a trillion has decimals of its own."""
        if name is None:
            return self.decimals.get("price", 2) if unit == "money" and size < 1000 else 0
        usual = self.decimals.get("trillion", 2) if name == "trillion" else self.decimals[unit]
        return usual if digits is None else digits

    def spelled(self, count, unit, named):
        if not named or unit == "count":
            return self.words[count]
        if unit == "points" and count == 1:
            return "a point"
        one, other = UNITS[unit][:2] if unit in UNITS else ("", "")
        return f"{self.words[count]} {one if count == 1 else other}".rstrip()

    def with_unit(self, text, size, unit, style, sum_name):
        before = self.currency if unit in ("money", "price") else ""
        if sum_name:
            return before + text + (" " if style == "text" else "") + self.sums[sum_name][style]["other"]
        if unit == "ratio":
            name = self.percent[style]
            return text + (name if name == "%" else f" {name}")
        if unit == "percentile":
            return f"{ordinal(int(size))} percentile" if style == "text" else f"{ordinal(int(size))} pctl"
        if unit not in UNITS:
            return before + text
        name = UNITS[unit][(0 if Decimal(size) == 1 and "." not in size else 1) + (2 if style == "compact" else 0)]
        tight = not name[0].isalpha() or (style == "compact" and unit not in SPELLED)
        return text + ("" if tight else " ") + name

    def grouped(self, size, start):
        whole, _, rest = size.partition(".")
        whole = f"{int(whole):,}".replace(",", self.mark) if int(whole) >= start else whole
        return whole + (f".{rest}" if rest else "")


def ordinal(number):
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


class Days:
    """Days as the published day sees them."""

    def __init__(self, house, published):
        self.house, self.published = house, published

    def back(self, day):
        return calendar.month_number(self.published) - calendar.month_number(day)

    def same_year(self, day):
        return calendar.date(day).year == calendar.date(self.published).year

    def bare(self, day):
        """Does day and month say enough? Up to nine months back, ten within the year, and to come."""
        back = self.back(day)
        return self.same_year(day) if back < 0 else back <= (10 if self.same_year(day) else 9)

    def date(self, day, every):
        text = f"{calendar.date(day).day} {MONTHS[calendar.date(day).month - 1]}"
        if self.bare(day):
            return text
        years = calendar.date(self.published).year - calendar.date(day).year
        return f"{text} last year" if years == 1 and day < self.published else self.full(day, every)

    def month(self, day, every):
        name, back = MONTHS[calendar.date(day).month - 1], self.back(day)
        if (self.same_year(day) and back <= 10) or 0 <= back <= 3:
            return name
        return f"last {name}" if 0 < back <= 10 else f"{name} {calendar.date(day).year}"

    def period(self, day, every):
        if every == "half-month":
            text = ("mid-" if calendar.date(day).day <= 16 else "end-") + MONTHS[calendar.date(day).month - 1]
            return text if self.bare(day) else f"{text} {calendar.date(day).year}"
        if every == "month":
            return self.month(day, every)
        return ("the week to " if every == "week" else "") + self.date(day, every)

    def full(self, day, every):
        when = calendar.date(day)
        return f"{when.day} {MONTHS[when.month - 1]} {when.year}"

    def year(self, day, every):
        return str(calendar.date(day).year)

    def since(self, day, every):
        if every in ("half-month", "month"):
            return self.period(day, every)
        return self.date(day, every) if self.bare(day) else self.month(day, every)

    def within(self, day, every):
        text = self.month(day, every)
        return text if text.startswith("last ") else f"in {text}"

    def at(self, day, every):
        if every == "half-month":
            return f"in {self.period(day, every)}" if calendar.date(day).day <= 16 else f"at the end of {self.month(day, every)}"
        if every == "month":
            return self.within(day, every)
        return f"in {self.period(day, every)}" if every == "week" else f"on {self.date(day, every)}"

    def week(self, day, every):
        weeks = (calendar.monday_of(self.published) - calendar.monday_of(day)) // 7
        if weeks in (0, 1):
            return ("this week", "last week")[weeks]
        return f"in the week to {self.date(day, every)}"

    def when(self, day, every):
        away = day - self.published
        if away in (0, 1):
            return (self.house.today, self.house.tomorrow)[away]
        weeks = (calendar.monday_of(day) - calendar.monday_of(self.published)) // 7
        if away > 1 and weeks <= 1:
            return f"{('on', 'next')[weeks]} {WEEKDAYS[calendar.weekday(day)]}"
        return f"on {self.date(day, every)}"

    def ago(self, day, every):
        return length(self.published - day)


def counted(count, one, half=""):
    """"a week", "three weeks", "two and a half months", "a year and a half"."""
    if count == 1:
        return f"a {one}{half}"
    return f"{WORDS[count] if count < len(WORDS) else count}{half} {one}s"


def length(days):
    """A length of time in words, no more precise than is true: docs/voice.md, spans."""
    half = " and a half"
    if days == 0:
        return "no time"
    if days == 7 or days >= 14 and days <= 58:
        whole, rest = divmod(days, 7)
        return (
            counted(whole, "week"),
            counted(whole, "week"),
            f"just over {counted(whole, 'week')}",
            counted(whole, "week", half),
            counted(whole, "week", half),
            f"almost {counted(whole + 1, 'week')}",
            counted(whole + 1, "week"),
        )[rest]
    if days < 14:
        return counted(days, "day")
    if days >= 2 * 365.25 - 30:
        return years(days / 365.25)
    months = days / 30.4375
    whole, rest = int(months), months - int(months)
    if months < 11.85:
        if rest < 0.15:
            return counted(whole, "month")
        if rest < 0.35:
            return f"just over {counted(whole, 'month')}"
        if rest < 0.7:
            return counted(whole, "month", half)
        return ("almost " if rest < 0.85 else "") + counted(whole + 1, "month")
    nearest = int(months + 0.5)
    if nearest == 12:
        return "a year" if months < 12.15 else "just over a year"
    return "a year and a half" if nearest == 18 else counted(nearest, "month")


def years(count):
    whole, rest = int(count), count - int(count)
    half = " and a half"
    if rest < 0.08:
        return counted(whole, "year")
    if rest < 0.2:
        return f"just over {counted(whole, 'year')}"
    if rest >= 0.92:
        return counted(whole + 1, "year")
    if rest >= 0.7:
        return f"almost {counted(whole + 1, 'year')}"
    if whole >= 10 or rest < 0.4:
        return f"more than {counted(whole, 'year')}"
    return ("" if rest < 0.6 else "more than ") + counted(whole, "year", half)
