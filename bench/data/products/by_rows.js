// Answers from an array of rows as objects, for the libraries that read a file and leave the rest
// to the page.
export function grouped(rows, { by, where }) {
  const wanted = Object.entries(where).map(([name, codes]) => [name, new Set(codes)]);
  const groups = new Map();
  for (const row of rows) {
    if (!wanted.every(([name, codes]) => codes.has(row[name]))) {
      continue;
    }
    const key = by.map((name) => row[name]).join("|");
    let group = groups.get(key);
    if (!group) {
      group = { key: by.map((name) => row[name]), emigrations: 0, personYears: 0 };
      groups.set(key, group);
    }
    group.emigrations += row.emigrations;
    group.personYears += row.person_years;
  }
  return [...groups.values()];
}

const MEASURES = ["emigrations", "returned_5y", "person_years", "population_jan1"];

/** Turns the measures of a row into numbers, in place. */
export function withNumbers(row) {
  for (const name of MEASURES) {
    row[name] = Number(row[name]);
  }
  return row;
}
