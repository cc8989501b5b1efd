"""Person files counted by `utvandring tabulate` and by hand-written pandas and polars, in one run.

    python compare.py <utvandring> <folder> <million person-years> <runs>

The files are made on the spot, the same for the same size. Every contestant is a process of its own, makes the same
tables, and its sums must agree, or there is no result. polars takes part twice: as a script that makes the tables and
nothing else, and as one that does the work of ours, with every check of the input, the distinct persons behind each row
and the hashes of the files; what it finds wrong must agree too.
"""

import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time

YEARS = (2000, 2023)
AGES = (18, 35)
GROUPS = 5

SPEC = {
    "package": {
        "name": "bench",
        "title": "Synthetic benchmark",
        "synthetic": True,
        "labels": {
            "group": {f"g{n}": {"en": f"Group {n}"} for n in range(GROUPS)},
            "education": {"no_higher": {"en": "Lower"}, "bachelor_plus": {"en": "Higher"}},
            "destination": {name: {"en": name} for name in ["origin", "nordic", "other", "unknown"]},
        },
    },
    "ages": list(AGES),
    "years": list(YEARS),
    "last_january": 2024,
    "inputs": {
        "person": "person.parquet",
        "resident": "resident.parquet",
        "emigration": "emigration.parquet",
        "country_groups": "country_groups.csv",
    },
    "rules": {
        "education_dec31": "next_january",
        "missing_education": "refuse",
        "unknown_country": "refuse",
        "bad_rows": "refuse",
    },
    "disclosure": {"threshold": 3, "interval": 3},
    "tables": [
        {
            "name": "by_age_year",
            "dimensions": ["group", "age", "year"],
            "measures": ["emigrations", "person_years", "population_jan1", "population_dec31"],
        },
        {
            "name": "by_education_year",
            "dimensions": ["group", "education", "year"],
            "measures": ["emigrations", "person_years"],
        },
        {
            "name": "destinations",
            "dimensions": ["group", "education", "year", "destination"],
            "measures": ["emigrations"],
        },
        {
            "name": "returns",
            "dimensions": ["group", "education", "year"],
            "measures": ["emigrations", "returned_5y"],
        },
    ],
}


def make(folder, millions):
    """Writes the files: persons with scattered numbers, nine years of residence each."""
    import duckdb

    persons = int(millions * 1e6 / 9.0)
    os.makedirs(folder, exist_ok=True)
    con = duckdb.connect()
    con.execute("SET preserve_insertion_order = false; SET memory_limit = '3GB'; SET enable_progress_bar = false")
    con.execute(f"SET temp_directory = '{folder}/spill'")
    con.execute(
        f"CREATE VIEW somebody AS SELECT i, CAST(hash(i) >> 2 AS BIGINT) AS person, 1965 + i % 41 AS birth_year, "
        f"'g' || (i % {GROUPS}) AS grp, CAST(hash(i + 7) % 15 AS INTEGER) AS start FROM range({persons}) t(i)"
    )
    # Resident from some year on between 18 and 36 years of age, for nine or ten 1 Januaries.
    con.execute(
        f"COPY (SELECT person, birth_year, grp AS \"group\", CASE WHEN i % 3 = 0 THEN 'b' || (i % 7) END AS origin_base "
        f"FROM somebody) TO '{folder}/person.parquet'"
    )
    con.execute(
        f"COPY (SELECT person, CAST(greatest(2000, birth_year + 18) + start % 5 + k AS BIGINT) AS year, "
        f"CASE WHEN (i + k) % 11 > 6 THEN 'bachelor_plus' ELSE 'no_higher' END AS education "
        f"FROM somebody, range(9) s(k) WHERE greatest(2000, birth_year + 18) + start % 5 + k <= 2024) "
        f"TO '{folder}/resident.parquet'"
    )
    con.execute(
        f"COPY (SELECT person, 1 AS emigration_no, CAST(greatest(2000, birth_year + 18) + start % 9 AS BIGINT) AS year, "
        f"CASE WHEN i % 5 = 0 THEN 'bachelor_plus' ELSE 'no_higher' END AS education, "
        f"CASE WHEN i % 4 = 0 THEN NULL ELSE 'c' || (i % 9) END AS destination_country "
        f"FROM somebody WHERE i % 90 < 1 AND greatest(2000, birth_year + 18) + start % 9 <= 2023) "
        f"TO '{folder}/emigration.parquet'"
    )
    with open(f"{folder}/country_groups.csv", "w") as out:
        out.write("country,base_group,origin_group,destination\n")
        for n in range(9):
            out.write(f"c{n},b{n % 7},o{n % 7},{'nordic' if n < 3 else 'other'}\n")
    with open(f"{folder}/spec.json", "w") as out:
        json.dump(SPEC, out)
    return con.execute(f"SELECT COUNT(*) FROM '{folder}/resident.parquet'").fetchone()[0]


def with_polars(folder):
    import polars as pl

    (first, last), (young, old) = YEARS, AGES
    person = pl.scan_parquet(f"{folder}/person.parquet")
    resident = pl.scan_parquet(f"{folder}/resident.parquet")
    stock = (
        resident.filter(pl.col("year").is_between(first, last + 1))
        .join(person.select("person", "birth_year", "group"), on="person")
        .group_by("group", "education", "birth_year", "year")
        .len()
        .collect(engine="streaming")
    )
    ends = []
    for end in (0, 1):
        part = stock.with_columns((pl.col("year") - end).alias("year"))
        part = part.with_columns((pl.col("year") - pl.col("birth_year")).alias("age"), pl.lit(end).alias("end"))
        ends.append(part.filter(pl.col("age").is_between(young, old) & pl.col("year").is_between(first, last)))
    both = pl.concat(ends)
    both.group_by("group", "age", "year", "end").agg(pl.col("len").sum())
    both.group_by("group", "education", "year").agg(pl.col("len").sum())
    country = pl.scan_csv(f"{folder}/country_groups.csv")
    moves = (
        pl.scan_parquet(f"{folder}/emigration.parquet")
        .join(person, on="person")
        .join(country, left_on="destination_country", right_on="country", how="left")
        .with_columns(
            (pl.col("year") - pl.col("birth_year")).alias("age"),
            pl.when(pl.col("base_group").is_null()).then(pl.lit("unknown"))
            .when(pl.col("base_group") == pl.col("origin_base")).then(pl.lit("origin"))
            .otherwise(pl.col("destination")).alias("to"),
            (pl.col("year") + 5).alias("later"),
        )
        .filter(pl.col("age").is_between(young, old) & pl.col("year").is_between(first, last))
        .collect(engine="streaming")
    )
    moves.group_by("group", "education", "year", "to").len()
    moves.group_by("group", "age", "year").len()
    back = resident.select("person", "year").join(
        moves.lazy().select("person", "group", "education", "later"),
        left_on=["person", "year"], right_on=["person", "later"],
    ).group_by("group", "education", "year").len().collect(engine="streaming")
    return int(both["len"].sum()), moves.height, int(back["len"].sum())


def with_checks(folder):
    """What ours does as well, in the usual way of polars."""
    import polars as pl

    (first, last), (young, old) = YEARS, AGES
    person = pl.scan_parquet(f"{folder}/person.parquet")
    resident = pl.scan_parquet(f"{folder}/resident.parquet")
    emigration = pl.scan_parquet(f"{folder}/emigration.parquet")
    country = pl.scan_csv(f"{folder}/country_groups.csv")
    get = lambda frame: frame.collect(engine="streaming")
    found = {}
    keys = {
        "person": (person, ["person"]),
        "resident": (resident, ["person", "year"]),
        "emigration": (emigration, ["person", "emigration_no"]),
        "country": (country, ["country"]),
    }
    for name, (frame, key) in keys.items():
        twice = frame.group_by(key).len().filter(pl.col("len") > 1).select(pl.len())
        found[f"{name}_twice"] = get(twice).item()
    rows = {name: get(frame.select(pl.len())).item() for name, (frame, _) in keys.items()}
    age = (pl.col("year") - pl.col("birth_year")).alias("age")
    scope = pl.col("age").is_between(young, old) & pl.col("year").is_between(first, last)
    # One pass over everybody: the counts of all rows have what is wrong with them.
    cube = get(
        resident.join(person.with_columns(listed=True), on="person", how="left")
        .group_by("group", "education", "birth_year", "year", "listed")
        .len()
    ).with_columns(age)

    def wrong(frame, name, number, before):
        found[f"{name}_without_person"] = int(frame.filter(pl.col("listed").is_null())[number].sum())
        found[f"{name}_before_birth"] = int(frame.filter(before)[number].sum())
        unknown = pl.col("education").is_null() | (pl.col("education") == "")
        found[f"{name}_without_education"] = int(frame.filter(unknown & scope)[number].sum())

    wrong(cube, "resident", "len", pl.col("year") <= pl.col("birth_year"))
    assert set(range(first, last + 2)) <= set(cube["year"])
    ends = []
    for end in (0, 1):
        part = cube.with_columns(pl.col("year") - end, pl.col("age") - end, end=pl.lit(end))
        ends.append(part.filter(scope))
    both = pl.concat(ends)
    both.group_by("group", "age", "year", "end").agg(pl.col("len").sum())
    both.group_by("group", "education", "year").agg(pl.col("len").sum())
    every = get(
        emigration.join(person.with_columns(listed=True), on="person", how="left")
        .join(country, left_on="destination_country", right_on="country", how="left")
        .with_columns(age, one=1)
        .with_columns(
            pl.when(pl.col("base_group").is_null()).then(pl.lit("unknown"))
            .when(pl.col("base_group") == pl.col("origin_base")).then(pl.lit("origin"))
            .otherwise(pl.col("destination")).alias("to"),
            (pl.col("year") + 5).alias("later"),
        )
    )
    wrong(every, "emigration", "one", pl.col("year") < pl.col("birth_year"))
    named = pl.col("destination_country").is_not_null() & (pl.col("destination_country") != "")
    found["unknown_country"] = every.filter(named & pl.col("base_group").is_null()).height
    bases = country.select("base_group").unique()
    lost = person.filter(pl.col("origin_base").is_not_null()).join(
        bases, left_on="origin_base", right_on="base_group", how="anti"
    )
    found["unknown_origin_base"] = get(lost.select(pl.len())).item()
    moves = every.filter(scope)
    seen = get(resident.join(moves.lazy().select("person").unique(), on="person", how="semi"))
    inside = seen.join(get(person.join(moves.lazy(), on="person", how="semi")), on="person").with_columns(age)
    found["emigrants_never_resident"] = moves.join(inside.filter(scope), on="person", how="anti")["person"].n_unique()
    for key in (["group", "education", "year", "to"], ["group", "age", "year"], ["group", "education", "year"]):
        moves.group_by(key).agg(pl.len(), pl.col("person").n_unique())
    moves.group_by("year", "to").len()
    back = moves.join(
        seen.select("person", "year", back=1), left_on=["person", "later"], right_on=["person", "year"], how="left"
    ).with_columns(pl.col("back").fill_null(0))
    persons = back.group_by("group", "education", "year", "person").agg(pl.col("back").sum(), pl.len())
    persons.group_by("group", "education", "year").agg(
        emigrations=pl.col("len").sum(), emigrants=pl.len(), returned=pl.col("back").sum(),
        returners=(pl.col("back") > 0).sum(), stayers=(pl.col("back") < pl.col("len")).sum(),
    )
    for name in ("person.parquet", "resident.parquet", "emigration.parquet", "country_groups.csv"):
        with open(f"{folder}/{name}", "rb") as file:
            hashlib.file_digest(file, "sha256")
    assert rows["resident"] == cube["len"].sum()
    return int(both["len"].sum()), moves.height, int(back["back"].sum()), found


def with_pandas(folder):
    import pandas as pd

    (first, last), (young, old) = YEARS, AGES
    person = pd.read_parquet(f"{folder}/person.parquet")
    resident = pd.read_parquet(f"{folder}/resident.parquet")
    joined = resident[resident.year.between(first, last + 1)].merge(
        person[["person", "birth_year", "group"]], on="person"
    )
    stock = joined.groupby(["group", "education", "birth_year", "year"]).size().rename("n").reset_index()
    del joined
    ends = []
    for end in (0, 1):
        part = stock.assign(year=stock.year - end, end=end)
        part["age"] = part.year - part.birth_year
        ends.append(part[part.age.between(young, old) & part.year.between(first, last)])
    both = pd.concat(ends)
    both.groupby(["group", "age", "year", "end"]).n.sum()
    both.groupby(["group", "education", "year"]).n.sum()
    country = pd.read_csv(f"{folder}/country_groups.csv")
    moves = pd.read_parquet(f"{folder}/emigration.parquet").merge(person, on="person")
    moves = moves.merge(country, left_on="destination_country", right_on="country", how="left")
    moves["age"] = moves.year - moves.birth_year
    moves = moves[moves.age.between(young, old) & moves.year.between(first, last)].copy()
    moves["to"] = moves.destination.where(moves.base_group != moves.origin_base, "origin")
    moves.loc[moves.base_group.isna(), "to"] = "unknown"
    moves.groupby(["group", "education", "year", "to"]).size()
    moves.groupby(["group", "age", "year"]).size()
    moves["later"] = moves.year + 5
    back = moves.merge(
        resident[["person", "year"]], left_on=["person", "later"], right_on=["person", "year"], suffixes=("", "_r")
    )
    back.groupby(["group", "education", "year"]).size()
    return int(both.n.sum()), len(moves), len(back)


def with_utvandring(program, folder):
    """The whole command: checks of the input, tables, hashes of the inputs."""
    out = f"{folder}/counted"
    run = subprocess.run(
        [program, "tabulate", "run", f"{folder}/spec.json", "--out", out, "--json"],
        env={**os.environ, "UTVANDRING_PYTHON": sys.executable}, capture_output=True, text=True, check=False,
    )
    if run.returncode != 0:
        sys.exit(run.stdout + run.stderr)
    import csv

    with open(f"{out}/counted/by_age_year.csv") as table:
        rows = list(csv.DictReader(table))
    population = sum(int(r["population_jan1"]) + int(r["population_dec31"]) for r in rows)
    emigrations = sum(int(r["emigrations"]) for r in rows)
    with open(f"{out}/results/moves_returns.csv") as table:
        back = sum(int(r["returned"]) for r in csv.DictReader(table))
    with open(f"{out}/run.json") as told:
        found = {check["problem"]: check["found"] for check in json.load(told)["checks"]}
    return population, emigrations, back, found


def one(name, program, folder):
    """Runs a contestant in this process and prints its sums, time and greatest memory, its children's included."""
    start = time.perf_counter()
    contestants = {"pandas": with_pandas, "polars": with_polars, "the same work": with_checks}
    sums = contestants[name](folder) if name in contestants else with_utvandring(program, folder)
    seconds = time.perf_counter() - start
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    peak = max(of.ru_maxrss for of in used)
    processor = sum(of.ru_utime + of.ru_stime for of in used)
    print(json.dumps({"sums": sums, "seconds": seconds, "processor": processor, "megabytes": peak / 1024}))


def main():
    if sys.argv[1] == "one":
        return one(*sys.argv[2:5])
    program, folder, millions, runs = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    rows = make(folder, millions)
    print(f"{rows:,} rows of residents")
    names = ["utvandring", "the same work", "polars"] + (["pandas"] if millions <= 40 else [])
    measured = {name: [] for name in names}
    for run in range(runs):
        # Each is first in some run.
        for name in names[run % len(names):] + names[: run % len(names)]:
            command = [sys.executable, __file__, "one", name, program, folder]
            measured[name].append(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    sums = {name: measured[name][0]["sums"] for name in names}
    counts = {tuple(own[:3]) for own in sums.values()}
    if len(counts) != 1 or sums["utvandring"] != sums["the same work"]:
        sys.exit(f"the contestants do not agree: {sums}")
    median = lambda name, what: statistics.median(run[what] for run in measured[name])
    print(f"{'':14}{'seconds':>10}{'of processor':>14}{'rows a second':>16}{'peak MB':>10}")
    for name in names:
        peak = max(run["megabytes"] for run in measured[name])
        seconds, busy = median(name, "seconds"), median(name, "processor")
        print(f"{name:14}{seconds:10.1f}{busy:14.1f}{rows / seconds:16,.0f}{peak:10,.0f}")
    for other in names[1:]:
        ratios = [median("utvandring", what) / median(other, what) for what in ("seconds", "processor")]
        print(f"utvandring to {other}: {ratios[0]:.2f} in seconds, {ratios[1]:.2f} in time of the processor (goal 0.50)")


if __name__ == "__main__":
    main()
