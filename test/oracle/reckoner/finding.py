"""What a statistic finds, or why it finds nothing."""

import dataclasses
import re


class Withheld(Exception):
    """It cannot honestly be said; `kinds` are the classes of reason that hold, of KINDS."""

    def __init__(self, *kinds):
        super().__init__(*kinds)
        self.kinds = kinds


def all_of(*questions):
    """The answers, or every reason at once why some cannot be had: which is told first is no matter."""
    answers, kinds = [], []
    for question in questions:
        try:
            answers.append(question())
        except Withheld as reason:
            kinds += reason.kinds
    if kinds:
        raise Withheld(*kinds)
    return answers


# Classes of reasons, and how the house words them.
KINDS = {
    "rests": r"^it rests on|could meet is withheld",
    "unknown": r"^nothing of .* (is|was) known",
    "later": r"lies after the as-of day",
    "stale": r"is stale",
    "suspect": r"is suspect",
    "hole": r"is missing in the week to|has no figures? (for|between)|figures up to .* are missing|since its end are missing|reaches back to the start|would be compared from .* to |is not known for all of|the settlement of .* is not known|to hold .* against are missing|do not both|lacks? .* in the window",
    "few": r"too few|readings only|fewer than|reaches back over more than|too young|no window before|windows only|too few past|only \d+ (?:readings|years)|not worth a word|too short to look back|one as long ended|streaks and more|not among the",
    "coarse": r"is not told (often enough|by |every )",
    "base": r"no percentage (starts|ends)|is tiny beside|too small for the precision|more than eleven times|is zero|relative changes need values|readings of zero or less|hardly varied",
    "incomplete": r"not declared complete",
    "unlike": r"cannot be (compared|set off|divided)|is not set off with|is told in points|is a percentage itself|is an amount, not|are not told alike",
}


def kind_of(reason):
    for kind, pattern in KINDS.items():
        if re.search(pattern, reason):
            return kind
    return "nothing"


@dataclasses.dataclass
class Finding:
    value: float
    unit: str
    day: int
    basis: str = "reported"
    state: str = None
    named: dict = None
    # Rows of files it rests on: (series, day).
    rows: list = dataclasses.field(default_factory=list)
    # Series it is about.
    series: object = None
    # Place of the size among past changes, and how many; None where the oracle does not reckon it.
    rank: float = None
    ranked: int = None
    # Decimals that the inputs allow where that does not follow from series and unit.
    digits: int = None
    # First and last day of what it rests on; None where the oracle does not say.
    window: tuple = None


STATISTICS = {}
TOLERANCE = {}


def statistic(name, tolerance=1e-9):
    """Enters a function (options, context) -> {part: Finding or Withheld} under the statistic's name."""

    def enter(function):
        STATISTICS[name] = function
        TOLERANCE[name] = tolerance
        return function

    return enter


def withhold(*kinds):
    """Ends a statistic without a finding; of several kinds any will do."""
    raise Withheld(*kinds)
