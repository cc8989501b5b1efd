#!/usr/bin/env python3
"""Second opinion on the audit: does a data package satisfy the printed claims?

    python3 tests/oracle/check_facts.py [package folder] [facts.csv] [--all]

Reads only the written files, shares no code with the product and needs nothing but the
standard library. Prints every claim that does not hold (all claims with --all) and a summary.
Verdicts: holds, differs, not_computable, inconsistent_in_source.
"""
import csv
import itertools
import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "www" / "data"

ALIASES = {
    "descendants": ["nb_two_immigrant_parents", "immigrated_age_0_9"],
    "selected3": ["nb_two_immigrant_parents", "immigrated_age_0_9", "nb_one_foreign_parent"],
}
AREAS = ["nordic", "uk", "usa_canada", "germany", "other"]
DIMENSIONS = {
    "group", "origin", "education", "age", "year", "period", "destination", "destination_kind",
}


class NotComputable(Exception):
    """The tables at hand cannot answer."""


def span(text):
    """'2000..2003' -> ['2000', ..., '2003']."""
    first, last = text.split("..")
    return [str(n) for n in range(int(first), int(last) + 1)]


class Package:
    """The tables of a package and the sums that can be taken from them."""

    def __init__(self, folder):
        meta = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.codes = {dim: list(labels) for dim, labels in meta["labels"].items()}
        self.tables = {}
        for resource in meta["resources"]:
            fields = resource["schema"]["fields"]
            with open(folder / resource["path"], encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            coverage = {}
            for source in (meta.get("coverage", {}), resource.get("coverage", {})):
                for dim, values in source.items():
                    coverage[dim] = [v for x in values for v in (span(x) if ".." in x else [x])]
            self.tables[resource["name"]] = {
                "dims": [f["name"] for f in fields if f["role"] == "dimension"],
                "measures": [f["name"] for f in fields if f["role"] == "measure"],
                "rows": rows,
                "coverage": coverage,
            }

    def sum(self, measure, where, family):
        """Sum of a measure over the rows selected, from the smallest table that can give it."""
        def fits(name):
            table = self.tables[name]
            if measure not in table["measures"]:
                return None
            if family == "destinations" and not name.startswith("destinations"):
                return None
            if family == "returns" and not name.startswith("returns"):
                return None
            if family == "emigrations" and name.startswith(("destinations", "returns", "return_")):
                return None
            wanted = dict(where)
            if "year" in wanted and "year" not in table["dims"]:
                years = wanted.pop("year")
                if "period" in table["dims"]:
                    periods = [p for p in self.codes["period"] if p[:4] in years]
                    if [y for p in periods for y in span(p.replace("-", ".."))] != years:
                        return None
                    wanted["period"] = periods
                elif table["coverage"].get("year") != years:
                    return None
            for dim, values in wanted.items():
                if dim not in table["dims"]:
                    return None
                if not set(values) <= set(table["coverage"].get(dim, values)):
                    return None
            if "group" not in wanted and "group" in table["coverage"]:
                return None
            return wanted

        usable = [(len(self.tables[n]["rows"]), n) for n in self.tables if fits(n) is not None]
        if not usable:
            raise NotComputable(f"no table has {measure} by {', '.join(where)}")
        name = min(usable)[1]
        wanted = fits(name)
        total = 0.0
        for row in self.tables[name]["rows"]:
            if all(row[dim] in values for dim, values in wanted.items()):
                if row[measure] in ("", "..", ":", "."):
                    raise NotComputable(f"{measure} has a cell without a number in {name}")
                total += float(row[measure])
        return total


def totals_that_disagree(data):
    """Sums by group that differ between two tables which cover the same years and groups."""
    apart = []
    for name, group in itertools.product(
        ("emigrations", "person_years", "population_jan1", "population_dec31"), data.codes["group"]
    ):
        seen = {}
        for title, table in data.tables.items():
            complete = len(table["coverage"].get("year", [])) in (0, 24)
            known = any(row.get("group") == group for row in table["rows"])
            if name in table["measures"] and complete and known:
                seen[title] = sum(float(r[name]) for r in table["rows"] if r["group"] == group)
        if len(set(seen.values())) > 1:
            apart.append(f"{name} of {group}: {seen}")
    return apart


class Side:
    """One side of a claim: what is selected, which parts are bound to each value in turn."""

    def __init__(self, text, package):
        self.pool, self.each, self.options = {}, {}, {}
        for part in filter(None, (p.strip() for p in text.split(";"))):
            key, _, value = part.partition("=")
            if not value or key not in DIMENSIONS:
                self.options[key] = value
                continue
            bound = re.fullmatch(r"each\((.*)\)", value)
            target = self.each if bound else self.pool
            if key == "period":
                # Periods are named by their number in time order.
                target[key] = [package.codes[key][int(number) - 1] for number in value.split("|")]
                continue
            values = expand(key, bound[1] if bound else value, package)
            if key in ("year", "age") and set(values) - set(span("1..9999")):
                raise NotComputable(value)
            target[key] = values

    def selections(self):
        keys = list(self.each)
        for combination in itertools.product(*self.each.values()):
            yield {**self.pool, **{k: [v] for k, v in zip(keys, combination)}}


def expand(dim, text, package):
    """Values named by 'a|b', '2000..2019', '*', '*-a-b' or an alias."""
    if ".." in text:
        return span(text)
    if text.startswith("*"):
        left_out = text[1:].split("-")
        return [code for code in package.codes[dim] if code not in left_out]
    values = []
    for value in text.split("|"):
        if dim == "group" and value == "all":
            values += package.codes["group"]
        elif dim == "group" and value in ALIASES:
            values += ALIASES[value]
        elif dim in package.codes and value not in package.codes[dim]:
            raise NotComputable(f"the tables have no {dim} {value}")
        else:
            values.append(value)
    return values


def ratio(top, bottom):
    if bottom == 0:
        raise NotComputable("nothing in the denominator")
    return top / bottom


def measure(name, where, family, data):
    """Value of a measure for one selection."""
    where = dict(where)
    without = lambda *dims: {k: v for k, v in where.items() if k not in dims}  # noqa: E731
    total = lambda m, w=None: data.sum(m, where if w is None else w, family)  # noqa: E731
    if name == "count":
        return total("emigrations")
    if name in ("persons", "person_years", "emigrations"):
        return total(name)
    if name == "returned_count":
        return total("returned_5y")
    if name == "mean_annual_count":
        return total("emigrations") / len(where["year"])
    if name in ("population", "mean_population"):
        return (total("population_jan1") + total("population_dec31")) / 2 / len(where["year"])
    if name == "rate":
        return 100 * ratio(total("emigrations"), total("person_years"))
    if name == "return_share":
        return 100 * ratio(total("returned_5y"), total("emigrations"))
    if name == "destination_share":
        return 100 * ratio(total("emigrations"), total("emigrations", without("destination")))
    if name == "destination_kind_share":
        return 100 * ratio(total("emigrations"), total("emigrations", without("destination_kind")))
    if name == "rebased_destination_share":
        base = {**where, "destination": AREAS}
        return 100 * ratio(total("emigrations"), total("emigrations", base))
    if name == "group_share_of_emigrations":
        return 100 * ratio(total("emigrations"), total("emigrations", without("group")))
    if name in ("origin_composition", "origin_share_of_emigrations"):
        return 100 * ratio(total("emigrations"), total("emigrations", without("origin")))
    if name == "emigrations_per_person":
        return ratio(total("emigrations"), total("persons"))
    if name == "rate_ratio_bachelor_plus_to_no_higher":
        high, low = ({**where, "education": [e]} for e in ("bachelor_plus", "no_higher"))
        return ratio(measure("rate", high, family, data), measure("rate", low, family, data))
    if name == "peak_age":
        return max(
            (measure("rate", {**where, "age": [age]}, family, data), int(age))
            for age in span("18..35")
        )[1]
    raise NotComputable(f"not expressed by the tables: {name}")


def structure(fact, side, data):
    """Claims about codes and bounds rather than about counts."""
    tables, name = data.tables, fact["measure"]
    column = lambda table, dim: {row[dim] for row in tables[table]["rows"]}  # noqa: E731
    table = "returns" if fact["table"] == "returns" else "by_age_year"
    if name in ("min_year", "max_year"):
        # The years with observed returns, in the table of returns.
        years = [
            int(row["year"]) for row in tables[table]["rows"] if row.get("returned_5y") != "."
        ]
        return min(years) if name == "min_year" else max(years)
    if name in ("min_age", "max_age"):
        ages = [int(age) for age in column("by_age_year", "age")]
        return min(ages) if name == "min_age" else max(ages)
    if name == "n_ages":
        return len(column("by_age_year", "age"))
    if name == "n_years":
        return len(column("by_age_year", "year"))
    if name == "n_birth_cohorts":
        return len({int(r["year"]) - int(r["age"]) for r in tables["by_age_year"]["rows"]})
    if name == "n_groups":
        return len(column("by_year", "group") & set(side.pool.get("group", data.codes["group"])))
    if name == "n_education_levels":
        return len(column("by_age", "education"))
    if name == "n_origin_groups":
        return len(column("by_origin", "origin"))
    if name == "n_origin_groups_shown_singly":
        return len(column("by_origin", "origin") & set(side.pool["origin"]))
    if name == "n_destination_codes":
        return len(column("destinations", "destination"))
    if name == "n_separate_destination_areas":
        return len(column("destinations", "destination") & set(side.pool["destination"]))
    if name == "n_periods":
        return len(column("by_origin", "period"))
    if name == "return_horizon":
        return 5 if "returned_5y" in tables["returns"]["measures"] else 0
    return None


def slope(values):
    middle = (len(values) - 1) / 2
    return sum((i - middle) * v for i, v in enumerate(values))


def series(fact, side, where, data):
    over = side.options["over"]
    if over == "listed_order":
        parts = [{**where, "origin": [origin]} for origin in where["origin"]]
    elif over == "year":
        parts = [{**where, "year": [year]} for year in where["year"]]
    else:
        rest = {k: v for k, v in where.items() if k != "year"}
        parts = [{**rest, "year": span(p.replace("-", ".."))} for p in data.codes["period"]]
    return [measure(fact["measure"], part, fact["table"], data) for part in parts]


def trend_holds(relation, values):
    rises = values[-1] > values[0] and slope(values) > 0
    falls = values[-1] < values[0] and slope(values) < 0
    # Stable: the last value exceeds the first by at most a twentieth.
    stable = values[-1] <= 1.05 * values[0]
    return {"increasing": rises, "decreasing": falls, "stable_or_decreasing": falls or stable}[
        relation
    ]


def compare(fact, a, b=None):
    """One value against the printed one, or against another value."""
    relation = fact["relation"]
    tolerance = fact["tolerance"]
    if relation == "greater_than":
        return a > b
    if relation == "not_greater_than":
        return a <= b
    if relation == "greater_or_equal":
        return a >= b
    if relation == "similar_to":
        apart = abs(a / b - 1) if fact["unit"] == "ratio" else abs(a - b)
        return apart <= float(tolerance)
    if relation == "sum_le":
        return a + b <= float(fact["value"])
    if relation in ("between", "peak_age_between"):
        low, high = map(float, fact["value"].split(".."))
        slack = float(tolerance or 0) + 1e-9
        return low - slack <= a <= high + slack
    value = float(fact["value"])
    if tolerance.startswith("rel:"):
        slack = float(tolerance[4:]) * value
    else:
        slack = float(tolerance or 0)
    if relation in ("eq", "approx", "sum_eq"):
        return abs(a - value) <= slack + 1e-9
    if relation == "lt":
        return a < value + slack
    if relation == "gt":
        return a > value - slack
    if relation == "le":
        return a <= value + slack
    if relation == "ge":
        return a >= value - slack
    raise NotComputable(f"no rule for {relation}")


def growth(side, where, data):
    name = side.options["measure"]
    values = []
    for key in ("from", "to"):
        years = side.options[key]
        years = span(years) if ".." in years else [years]
        name = "mean_annual_count" if name == "count" else name
        values.append(measure(name, {**where, "year": years}, "emigrations", data))
    return ratio(values[1], values[0])


def claim_holds(fact, texts, data):
    """Whether a claim without a bound origin holds, and the values it rests on."""
    relation, name, family = fact["relation"], fact["measure"], fact["table"]
    sides = [Side(text, data) for text in texts]
    first = sides[0]

    if relation in ("defined_as", "among_largest_single_areas", "mostly_from", "few"):
        raise NotComputable("a definition" if relation == "defined_as" else "finer codes needed")
    if name == "rate" and "worked_example" in first.options:
        value = 100 * float(first.options["emigrations"]) / float(first.options["person_years"])
        return compare(fact, value), [value]
    if name == "period_bounds":
        found = "|".join(period.replace("-", "..") for period in first.pool["period"])
        return found == fact["value"], [found]
    value = structure(fact, first, data)
    if value is not None:
        return compare(fact, value), [value]

    if name == "spread_over_origins":
        spreads = []
        for side in sides:
            shares = [
                measure(side.options["measure"], {**side.pool, "origin": [o]}, family, data)
                for o in data.codes["origin"]
            ]
            spreads.append(max(shares) - min(shares))
        return compare(fact, *spreads), spreads
    if name == "growth_factor":
        values = [growth(side, side.pool, data) for side in sides]
        return compare(fact, *values), values
    if relation in ("increasing", "decreasing", "stable_or_decreasing"):
        values = series(fact, first, first.pool, data)
        return trend_holds(relation, values), values
    if relation == "trend_same_as":
        both = [series(fact, side, side.pool, data) for side in sides]
        return (slope(both[0]) > 0) == (slope(both[1]) > 0), [v for s in both for v in s]
    if relation in ("ranks_first", "ranks_last"):
        among = re.fullmatch(r"(\w+)(?:\((.*)\))?", first.options["among"])
        rivals = expand(among[1], among[2] or "*", data)
        if name == "rebased_destination_share" and among[1] == "destination":
            rivals = AREAS
        ok, shown = True, []
        for where in first.selections():
            own = measure(name, where, family, data)
            others = [
                measure(name, {**where, among[1]: [rival]}, family, data)
                for rival in rivals
                if [rival] != where.get(among[1])
            ]
            best = max(others) if relation == "ranks_first" else min(others)
            ok &= own > best if relation == "ranks_first" else own < best
            shown += [own, best]
        return ok, shown
    if relation == "similar_to" and len(sides) == 1:
        spreads = []
        for destination in first.each["destination"]:
            shares = [
                measure(name, {**first.pool, "group": [g], "destination": [destination]}, family, data)
                for g in first.each["group"]
            ]
            spreads.append(max(shares) - min(shares))
        return max(spreads) <= float(fact["tolerance"]), spreads

    values = [
        [(where, measure(name, where, family, data)) for where in side.selections()]
        for side in sides
    ]
    if len(values) == 1:
        shown = [v for _, v in values[0]]
        return all(compare(fact, v) for v in shown), shown
    # Years bound on both sides run together; everything else is compared in all pairs.
    together = set(sides[0].each) & set(sides[1].each) & {"year"}
    pairs = [
        (a, b)
        for (x, a), (y, b) in itertools.product(*values)
        if all(x[dim] == y[dim] for dim in together)
    ]
    shown = [min(a for a, _ in pairs), max(b for _, b in pairs)]
    return all(compare(fact, a, b) for a, b in pairs), shown


def verdict(fact, data):
    if fact["kind"] == "inconsistency":
        return "inconsistent_in_source", []
    selection = fact["selection"]
    bound = re.match(r"(each|most|many|some) origin in \((.*?)\): (.*)", selection)
    texts = (bound[3] if bound else selection).split(" vs ")
    try:
        if not bound:
            ok, shown = claim_holds(fact, texts, data)
        else:
            hits, shown = [], []
            origins = expand("origin", bound[2], data)
            for origin in origins:
                named = [
                    text if "origin=" in re.sub(r"destination=\S+", "", text)
                    else f"{text}; origin={origin}"
                    for text in texts
                ]
                hit, values = claim_holds(fact, named, data)
                hits.append(hit)
                shown += [origin if hit else origin.upper(), *values]
            needed = {
                "each": len(hits), "most": len(hits) / 2 + 0.5, "many": len(hits) / 2, "some": 2
            }
            ok = sum(hits) >= needed[bound[1]]
            shown.insert(0, f"{sum(hits)} of {len(hits)}")
    except NotComputable as reason:
        return "not_computable", [str(reason)]
    except KeyError as missing:
        return "not_computable", [f"the package has no {missing.args[0]}"]
    return ("holds" if ok else "differs"), shown


def main():
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder = Path(names[0]) if names else DATA / "teaching"
    facts = Path(names[1]) if len(names) > 1 else DATA / "report-2026" / "facts.csv"
    data = Package(folder)
    unmet = set()
    if (folder / "unmet.csv").exists():
        with open(folder / "unmet.csv", encoding="utf-8", newline="") as file:
            unmet = {row["id"] for row in csv.DictReader(file)}
    tally, surprises = Counter(), []
    with open(facts, encoding="utf-8", newline="") as file:
        for fact in csv.DictReader(file):
            result, shown = verdict(fact, data)
            tally[result] += 1
            if result == "differs" and fact["id"] not in unmet:
                surprises.append(fact["id"])
            if "--all" in sys.argv or result in ("differs", "not_computable"):
                values = ", ".join(f"{v:.4g}" if isinstance(v, float) else str(v) for v in shown)
                printed = f"{fact['relation']} {fact['value']}".strip()
                print(f"{fact['id']} {result:15} {fact['measure']}: {fact['selection']}")
                print(f"     {printed}: {values[:400]}")
    print(", ".join(f"{n} {v}" for v, n in sorted(tally.items())))
    print("differs without being listed in unmet.csv:", ", ".join(surprises) or "none")
    apart = totals_that_disagree(data)
    print("totals that disagree between tables:", "; ".join(apart) or "none")
    return bool(surprises or apart)


if __name__ == "__main__":
    sys.exit(main())
