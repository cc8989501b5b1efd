// Perspective: columns in a worker of its own.
import perspective from "@perspective-dev/client/inline";

const DIMENSIONS = ["year", "sex", "education", "group", "age", "region", "origin", "destination"];
const SCHEMA = {
  ...Object.fromEntries(DIMENSIONS.map((name) => [name, "string"])),
  emigrations: "integer",
  returned_5y: "integer",
  person_years: "float",
  population_jan1: "float",
};

let client;
let table;

window.product = {
  start: async () => {
    client = await perspective.worker();
  },
  load: async (file) => {
    table = await client.table(SCHEMA);
    await table.update(await file.text(), { format: "csv" });
    await table.size();
  },
  ask: async ({ by, where }) => {
    const view = await table.view({
      group_by: by,
      columns: ["emigrations", "person_years"],
      aggregates: { emigrations: "sum", person_years: "sum" },
      filter: Object.entries(where).map(([name, codes]) => [name, "in", codes]),
    });
    const rows = await view.to_json();
    await view.delete();
    // Totals of the outer levels come too.
    return rows
      .filter((row) => row.__ROW_PATH__.length === by.length)
      .map((row) => ({
        key: row.__ROW_PATH__.map(String),
        emigrations: row.emigrations,
        personYears: row.person_years,
      }));
  },
};
