/**
 * Emigration rates, destination shares and return shares from published aggregate tables,
 * computed in the browser.
 *
 * ```js
 * import * as utvandring from "./utvandring.js";
 * await utvandring.ready;
 * utvandring.use("teaching");
 * const { rows } = utvandring.compute({ measure: "rate", by: ["group", "year"] });
 * ```
 *
 * The same object is `window.utvandring` on the page, on the site and in `offline.html`.
 * Importing the module starts loading; nothing leaves the browser. Every function but
 * {@link mount} needs {@link ready} to have been awaited. Errors are {@link UtvandringError}s.
 */

/** Resolves when all data are there and the functions of this module can be called. */
export const ready: Promise<void>;

/**
 * Shows the whole app inside an element, in place of what is in it, as soon as the tables of its
 * first view are there.
 */
export function mount(element: Element): Promise<void>;

/**
 * Opens tables of the visitor's: contract CSV files, or the files of a data package.
 *
 * All or nothing: when a file cannot be used, every problem is reported and what was open stays
 * open.
 */
export function open(files: File | Blob | NamedBlob | ReadonlyArray<File | Blob | NamedBlob>): Promise<Opened>;

/** Makes a data set the open one: `"teaching"`, `"report-2026"`, or the name of an opened one. */
export function use(name: "teaching" | "report-2026" | (string & {})): void | Promise<void>;

/** The tables of the open data set. */
export function tables(): Table[];

/**
 * Answers a question from the smallest table that has the dimensions and counts it needs.
 *
 * @throws {UtvandringError} when no table can answer; `problems` says what is missing where.
 */
export function compute(question: Question): Answer;

/** Draws a figure of the report by its id, or any figure by its specification. */
export function figure(figure: string | FigureSpec, options: FigureOptions): Promise<Blob>;

/**
 * Runs one statistical method on given numbers.
 *
 * Inputs are numbers, or text in the form of a table file: decimals (`"0.95"`), lists with `;`
 * (`"1;2;3"`), matrices with `|` between the rows (`"1;2|3;4"`). Absent results are `null`.
 */
export function calculate(input: MethodInput): MethodResult;

/** Each number and claim of the report, beside what the open data set gives. */
export function audit(): Finding[];

/** A dimension of the contract; tables may have further ones. */
export type Dimension =
  | "group"
  | "origin"
  | "education"
  | "sex"
  | "age"
  | "year"
  | "period"
  | "destination"
  | "destination_kind"
  | "years_since"
  | (string & {});

/** A measure column of the contract. */
export type MeasureColumn =
  | "emigrations"
  | "person_years"
  | "population_jan1"
  | "population_dec31"
  | "persons"
  | "returned_5y"
  | (string & {});

/** A blob with the file name that messages should use. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}

export interface Opened {
  /** The tables now open. */
  tables: Table[];
  /** What should be known about them. What prevents opening is an error instead. */
  problems: Problem[];
}

export interface Table {
  name: string;
  /** The number of rows, without the header. */
  rows: number;
  /** Each dimension with the values that occur. */
  dimensions: { name: Dimension; values: string[] }[];
  measures: MeasureColumn[];
}

export interface Question {
  /**
   * - `emigrations`, `person_years`: sums of the column.
   * - `population`: mid-year population, the mean of 1 January and 31 December.
   * - `rate`: emigrations per mid-year population over time, else per person-year.
   * - `destination_share`: of the emigrations, the part that went to each destination.
   * - `return_share`: of the emigrations, the part resident again on 1 January five years after.
   */
  measure:
    | "emigrations"
    | "population"
    | "person_years"
    | "rate"
    | "destination_share"
    | "return_share"
    | (string & {});
  /** One row for each combination of values of these dimensions; none gives one row. */
  by?: Dimension[];
  /** Only these values count; a dimension that is not named is unrestricted. */
  where?: { [dimension: string]: ReadonlyArray<string | number> };
  /**
   * For shares of destinations: without the destinations named, the rest summing to 1. `true`
   * leaves out the own or parents' origin and unknown destinations. The notes say what was left out.
   */
  rebase?: boolean | ReadonlyArray<string>;
  /** The denominator of a rate. */
  denominator?: "mid_year" | "person_years";
  /** The method of the interval. */
  interval?: "garwood" | "midp" | "byar" | "wilson" | "clopper_pearson" | "none";
  /** The confidence level of the interval, between 0 and 1; 0.95 when not given. */
  level?: number;
}

export interface Answer {
  rows: AnswerRow[];
  /** What should be known about the rows, in plain words. */
  notes: string[];
}

export interface AnswerRow {
  /** The value of each dimension of `by`. */
  key: { [dimension: string]: string };
  numerator: number | null;
  denominator: number | null;
  /** Unrounded; `null` when `status` is not `"ok"`. */
  value: number | null;
  /** Lower limit of the interval; `null` where there is none. */
  lower: number | null;
  /** Upper limit of the interval; `null` where there is none. */
  upper: number | null;
  /** `"ok"`, or the reason why there is no value. */
  status: "ok" | (string & {});
}

/** A figure as data. The figures of the report are examples; unknown names are refused. */
export interface FigureSpec {
  [name: string]: unknown;
}

export interface FigureOptions {
  format: "svg" | "png";
  /** The language of the text in the figure; Norwegian bokmål when not given. */
  lang?: "nb" | "en";
  /** In CSS pixels. */
  width?: number;
  /** In CSS pixels. */
  height?: number;
}

export interface MethodInput {
  /** The name of the method, for example `"rate_ci_garwood"`. */
  method: string;
  [input: string]: string | number;
}

export interface MethodResult {
  status: "ok" | (string & {});
  [result: string]: string | number | null;
}

export interface Finding {
  id: string;
  /** What the report says. */
  claim: string;
  /** The number as printed. */
  printed: string | number | null;
  /** The same from the open data set, unrounded. */
  computed: number | string | null;
  verdict: "holds" | "differs" | "not_computable" | "inconsistent_in_source";
}

/** Something that is wrong with a file or a question, and what to do about it. */
export interface Problem {
  file: string | null;
  /** Counted from 1, the header included. */
  line: number | null;
  column: string | null;
  found: string | null;
  expected: string | null;
  remedy: string | null;
  /** All of it in one sentence. */
  message: string;
}

/** What the functions of this module throw. */
export interface UtvandringError extends Error {
  problems: Problem[];
}
