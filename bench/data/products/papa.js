// Papa Parse: reads the file in pieces and gives rows.
import Papa from "papaparse";
import { grouped, withNumbers } from "./by_rows.js";

let rows;

window.product = {
  start: async () => {},
  load: async (file) => {
    rows = [];
    await new Promise((resolve, reject) => {
      Papa.parse(file, {
        header: true,
        skipEmptyLines: true,
        chunk: ({ data }) => {
          for (const row of data) {
            rows.push(withNumbers(row));
          }
        },
        complete: resolve,
        error: reject,
      });
    });
  },
  ask: async (question) => grouped(rows, question),
};
