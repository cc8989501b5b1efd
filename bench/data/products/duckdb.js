// DuckDB-Wasm with its `eh` bundle, as its documentation starts it.
import * as duckdb from "@duckdb/duckdb-wasm";

const FILE = "table.csv";
const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;

// Years and ages are read as whole numbers and compared as such.
const NUMERIC = ["year", "age"];
const literal = (name, code) => (NUMERIC.includes(name) ? code : quoted(code));

const sql = (from, { by, where }) => {
  const conditions = Object.entries(where).map(
    ([name, codes]) => `"${name}" IN (${codes.map((code) => literal(name, code))})`,
  );
  const keys = by.map((name) => `"${name}"`).join(", ");
  return `SELECT ${keys}, CAST(SUM(emigrations) AS DOUBLE) AS emigrations,
    SUM(person_years) AS person_years FROM ${from}
    ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""} GROUP BY ${keys}`;
};

let db;
let connection;

const rowsOf = (result, { by }) =>
  result.toArray().map((row) => ({
    key: by.map((name) => String(row[name])),
    emigrations: row.emigrations,
    personYears: row.person_years,
  }));

const register = (file) =>
  db.registerFileHandle(FILE, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);

window.product = {
  start: async () => {
    const worker = new Worker("duckdb-browser-eh.worker.js");
    db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await db.instantiate(new URL("duckdb-eh.wasm", location.href).href);
    connection = await db.connect();
  },
  load: async (file) => {
    await register(file);
    await connection.query(`CREATE OR REPLACE TABLE t AS SELECT * FROM read_csv('${FILE}')`);
  },
  ask: async (question) => rowsOf(await connection.query(sql("t", question)), question),
  cold: async (file, question) => {
    await register(file);
    return rowsOf(await connection.query(sql(`read_csv('${FILE}')`, question)), question);
  },
};
