// Arquero: columns in the page's own thread.
import * as aq from "arquero";

const DIMENSIONS = ["year", "sex", "education", "group", "age", "region", "origin", "destination"];
// Codes stay text, as in the other products.
const parse = Object.fromEntries(DIMENSIONS.map((name) => [name, (text) => text]));

let table;

window.product = {
  start: async () => {},
  load: async (file) => {
    table = aq.fromCSV(await file.text(), { parse });
  },
  ask: async ({ by, where }) => {
    let rows = table;
    for (const [name, codes] of Object.entries(where)) {
      const wanted = new Set(codes);
      rows = rows.filter(aq.escape((row) => wanted.has(row[name])));
    }
    return rows
      .groupby(...by)
      .rollup({
        emigrations: aq.op.sum("emigrations"),
        personYears: aq.op.sum("person_years"),
      })
      .objects()
      .map((row) => ({
        key: by.map((name) => row[name]),
        emigrations: row.emigrations,
        personYears: row.personYears,
      }));
  },
};
