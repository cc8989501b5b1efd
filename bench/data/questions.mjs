// What is asked of every product: emigrations and person-years in groups, some rows only.
export const QUESTIONS = [
  { name: "year x sex", by: ["year", "sex"], where: {} },
  { name: "age x education, women", by: ["age", "education"], where: { sex: ["women"] } },
  {
    name: "origin, five years, two groups",
    by: ["origin"],
    where: {
      year: ["2016", "2017", "2018", "2019", "2020"],
      group: ["synthetic_migrants", "synthetic_others"],
    },
  },
  {
    name: "destination x region, age 18-24",
    by: ["destination", "region"],
    where: { age: ["18", "19", "20", "21", "22", "23", "24"] },
  },
];

/** The dimensions that a question looks at. */
export const dimensionsOf = ({ by, where }) => [...new Set([...by, ...Object.keys(where)])];

/**
 * Says where two answers differ, or nothing. Counts must be the same; person-years are sums of
 * decimals, which differ in the last digits with the order of the rows.
 */
export function difference(ours, theirs) {
  const keyed = new Map(theirs.map((row) => [row.key.join("|"), row]));
  if (keyed.size !== ours.length) {
    return `${ours.length} groups and ${keyed.size} groups`;
  }
  for (const { key, emigrations, personYears } of ours) {
    const other = keyed.get(key.join("|"));
    const near = other && Math.abs(personYears / other.personYears - 1) < 1e-9;
    if (!near || other.emigrations !== emigrations) {
      return `${key.join(", ")}: ${emigrations} / ${personYears} and ${other?.emigrations} / ${other?.personYears}`;
    }
  }
}
