// d3-dsv: the text of the file, then rows.
import { csvParse } from "d3-dsv";
import { grouped, withNumbers } from "./by_rows.js";

let rows;

window.product = {
  start: async () => {},
  load: async (file) => {
    rows = csvParse(await file.text(), withNumbers);
  },
  ask: async (question) => grouped(rows, question),
};
