"""Which function reads what a matched pattern says."""

from __future__ import annotations

from collections.abc import Callable

from checker.dates import counted_forms as counted
from checker.dates import day_forms as days
from checker.dates import season_forms as seasons
from checker.dates import span_forms as spans
from checker.dates.forms import Form
from checker.dates.groups import Match

HANDLERS: dict[str, Callable[[Match], list[Form]]] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "day_month": days.day_month,
    "month_day": days.month_day,
    "week_of_month": days.week_of_month,
    "weekday_day": days.weekday_day,
    "day_of_month": days.day_of_month,
    "weekdays": days.weekdays,
    "weekday_set": days.weekday_set,
    "weekday": days.weekday,
    "deictic": days.deictic,
    "named": days.named,
    "month_year": spans.month_year,
    "decade": spans.decade,
    "short_decade": spans.short_decade,
    "decade_word": spans.decade_word,
    "century": spans.century,
    "centuries": spans.centuries,
    "ancient_century": spans.century,
    "iso_week": spans.iso_week,
    "short_range": spans.short_range,
    "part_of_year": spans.part_of_year,
    "part": spans.part,
    "year": spans.year,
    "ancient": spans.ancient,
    "anno": spans.anno,
    "season": seasons.season,
    "year_season": seasons.year_season,
    "decade_of_century": spans.decade_of_century,
    "first_months": spans.first_months,
    "year_end": spans.year_end,
    "code": spans.code,
    "spelled": spans.spelled,
    "which_unit": counted.which_unit,
    "year_before": counted.year_before,
    "edge": counted.edge,
    "day_reference": counted.day_reference,
    "shift": counted.shift,
    "vague": counted.vague,
    "every": counted.every,
    "duration": counted.duration,
    "plural": counted.plural,
}
