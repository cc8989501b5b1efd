/**
 * Emigration rates, destination shares and return shares from published aggregate tables,
 * computed in the browser.
 *
 * ```js
 * import * as utvandring from "./utvandring.js";
 * await utvandring.ready;
 * await utvandring.use("teaching");
 * const { rows } = utvandring.compute({ measure: "rate", by: ["group", "year"] });
 * ```
 *
 * The same object is `window.utvandring` on the page, on the site and in `offline.html`.
 * Importing the module starts loading; nothing leaves the browser. Every function but
 * {@link mount} needs {@link ready} to have been awaited, and throws an `Error` before that.
 *
 * Words in answers, problems and the audit are English; words in figures are in the language asked
 * for. Properties that are not described here are ignored, except inputs of {@link calculate}, which
 * are refused.
 */

/**
 * Resolves when all data and the WebAssembly module are there and the functions of this module can
 * be called; rejects when the module or the list of packages could not be fetched. What is wrong with
 * a package is told by the functions that are asked about it.
 */
export const ready: Promise<void>;

/**
 * Resolves when all of the page that {@link mount} shows is there, after {@link ready}: until then the
 * visitor sees its first view. Without a page, soon after {@link ready}.
 */
export const shown: Promise<void>;

/**
 * Shows the whole app inside an element, in place of what is in it, as soon as the data are there.
 */
export function mount(element: Element): Promise<void>;

/**
 * Opens tables of the visitor's and puts them in use: contract CSV files, or a `datapackage.json`
 * with its files.
 *
 * Files of statistics offices (CSV, PX, JSON-stat, SDMX-CSV, xlsx ...) are opened as well when nothing
 * in them is open to question; otherwise the error has the `questions` that {@link understand} gives.
 *
 * All or nothing: when a file cannot be used, the promise is rejected with every problem in
 * `problems`, and what was open stays open. The data set gets the name of its package, or of the
 * first file without its ending; an opened one of the same name is replaced, a published one never.
 * A `Blob` without a name is called `table-1.csv`, `table-2.csv` and so on by its place in the list.
 */
export function open(
  files: OpenableFile | ReadonlyArray<OpenableFile> | FileList,
  options?: OpenOptions,
): Promise<Opened>;

/**
 * Tells what files of statistics offices are understood to be, as the page for them would show it, and puts
 * nothing in use. What is open to question is answered in `answers` of {@link open}.
 *
 * @throws {UtvandringError} when a file cannot be read as a table.
 */
export function understand(
  files: OpenableFile | ReadonlyArray<OpenableFile> | FileList,
  options?: OpenOptions,
): Promise<Understood>;

/**
 * Puts a data set in use: `"teaching"`, `"report-2026"`, another name in `data/index.json`, or the
 * name of an opened one. Where a published one has the same name, an opened one is meant with `~`
 * before it, as in `"~teaching"`.
 *
 * It takes effect at once, except for a package that the publisher has marked as `lazy`: that one
 * is fetched first, and a promise is returned. `await utvandring.use(name)` serves both.
 */
export function use(name: "teaching" | "report-2026" | (string & {})): void | Promise<void>;

/** The tables of the data set in use. */
export function tables(): Table[];

/**
 * Answers a question from the smallest table that has the dimensions, codes and counts it needs.
 *
 * @throws {UtvandringError} when no table can answer; the message says what the closest one lacks.
 */
export function compute(question: Question): Answer;
/**
 * Answers an analysis: a statistical method, by its name, applied to the data set in use.
 *
 * @throws {UtvandringError} when something is missing or does not fit; the message names it.
 */
export function compute(question: AnalysisQuestion): AnalysisAnswer;

/**
 * Draws a figure of the report by its id (`"fig1"` to `"fig18"`, or the number alone), or the
 * figure of a question. The promise is rejected when the data set lacks the numbers.
 */
export function figure(figure: string | number | FigureSpec, options?: FigureOptions): Promise<Blob>;

/**
 * Runs one statistical method on given numbers.
 *
 * @throws {UtvandringError} for an unknown method or input, an input left out or not readable, and
 * lists of unequal length. What a method says about its numbers is in `status` instead.
 */
export function calculate(input: MethodInput): MethodResult;

/**
 * Each number and claim of the report, beside what the data set in use gives.
 *
 * @throws {UtvandringError} when the publisher gives no table of claims.
 */
export function audit(): Finding[];

/**
 * Holds a claim against the data set in use, as the page `#/check` does. What the claim does not name has
 * the default of that page.
 *
 * @throws {UtvandringError} when a part of the claim is not known, or names nothing in the data.
 */
export function check(claim: ClaimParts, options?: OverviewOptions): ClaimCheck;

/**
 * What the front page (`#/`) shows of the data set in use: the numbers that stand by themselves, and a
 * section for each question that the data answer.
 */
export function overview(options?: OverviewOptions): Promise<Overview>;

/**
 * Starts a fresh module in place of one that has stopped: after a trap of WebAssembly, such as for want of memory,
 * every function throws an `Error` that says so, and a page that {@link mount} shows tells its visitor and offers the
 * same. Data that were opened are opened again, and the page is where its address says. Does nothing while the module
 * runs.
 */
export function again(): Promise<void>;

declare global {
  interface Window {
    /** This module, on the page and in `offline.html`. */
    utvandring?: typeof import("./utvandring.js");
  }
}

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

/** A measure column of the contract; a package may declare further ones. */
export type MeasureColumn =
  | "emigrations"
  | "person_years"
  | "population_jan1"
  | "population_dec31"
  | "persons"
  | "returned_5y"
  | "returned"
  | "rate_percent"
  | "destination_share_percent"
  | "return_share_percent"
  | (string & {});

/** A blob with the file name that messages should use. */
export interface NamedBlob {
  name?: string;
  blob: Blob;
}

export type OpenableFile = File | Blob | NamedBlob;

export interface OpenOptions {
  /** The text of a `mapping.csv`, or the file: what the columns of such files were said to mean before. */
  mapping?: string | Blob;
  /** Answers to questions: the `value` of a choice by the `id` of its question. */
  answers?: { readonly [id: string]: string };
}

/** What was understood of files. */
export interface Understood {
  /** Whether {@link open} would open them as they are. */
  ready: boolean;
  /** What must be said first. */
  questions: OpenQuestion[];
  /** What was done on the way and what was assumed, in English. */
  remarks: string[];
  tables: UnderstoodTable[];
}

/** A question about files that nothing in them answers. */
export interface OpenQuestion {
  id: string;
  text: string;
  choices: { value: string; text: string }[];
}

export interface UnderstoodTable {
  /** The file, and the sheet of a workbook. */
  name: string;
  /** Rows in long form, with one number for each measure. */
  rows: number;
  dimensions: {
    /** The name in the contract, else that of the column. */
    name: Dimension;
    /** The name of the column. */
    label: string;
    /**
     * Whether the sum over the values is the whole. Over `not_parts` and `unknown` nothing is added up: a
     * published total answers, or one value that is told, or the number is left out.
     */
    additive: "parts" | "not_parts" | "unknown";
    /** The values, without totals. */
    values: string[];
  }[];
  measures: {
    /** The name in the contract; empty when the column is not used. */
    name: MeasureColumn;
    /** The name in the file. */
    label: string;
    unit: string | null;
    /** What the numbers are multiplied by. */
    scale: number;
  }[];
}

export interface Opened {
  /** The tables now in use. */
  tables: Table[];
  /** Always empty: whatever is wrong with a file prevents opening and is an error instead. */
  problems: Problem[];
}

export interface Table {
  name: string;
  /** The number of rows, without the header. */
  rows: number;
  /** Each dimension with the codes that occur. */
  dimensions: { name: Dimension; values: string[] }[];
  measures: MeasureColumn[];
}

/**
 * - `emigrations`, `persons`, `person_years`: sums of the column.
 * - `population`: mid-year population, the mean of 1 January and 31 December; over several years
 *   the mean of the years.
 * - `rate`: emigrations per mid-year population or per person-year.
 * - `destination_share`: of the emigrations, the part that went to each destination, or to each
 *   `destination_kind` when the question names that dimension. One of the two must be in `by` or
 *   `where`.
 * - `return_share`: of the emigrations, the part resident again on 1 January five years after.
 * - `return_curve`: of the emigrations, the part back after each number of years; by
 *   `years_since`.
 *
 * Numerators and denominators are summed first and divided last.
 */
export type Measure =
  | "emigrations"
  | "persons"
  | "population"
  | "person_years"
  | "rate"
  | "destination_share"
  | "return_share"
  | "return_curve";

/** One code or several. Codes are text; years and ages may be given as numbers. */
export type Codes = string | number | ReadonlyArray<string | number>;

/** How an interval is formed. */
export type IntervalMethod =
  | "garwood"
  | "midp"
  | "byar"
  | "wilson"
  | "clopper_pearson"
  | "goodman"
  | "none";

export interface Question {
  measure: Measure;
  /** One row for each combination of codes of these dimensions; none gives one row. */
  by?: ReadonlyArray<Dimension>;
  /** Only these codes count; a dimension that is not named is unrestricted. */
  where?: { readonly [dimension: string]: Codes };
  /**
   * For shares of destinations: without the codes named, the rest adding up to 1. `true` leaves
   * out the own or parents' origin and unknown (`origin` and `unknown`). `left_out` and the notes
   * say how many were left out.
   */
  rebase?: boolean | string | ReadonlyArray<string>;
  /**
   * The denominator of a rate. When not given: the mid-year population for single years (by
   * `year`, or one year in `where`) and person-years for everything else. The other one is used
   * where the tables lack the wanted one; the notes say which it was.
   */
  denominator?: "mid_year" | "person_years";
  /**
   * The method of the interval. For `rate`: `garwood` (when not given), `midp` or `byar`. For
   * shares and the return curve: `wilson` (when not given) or `clopper_pearson`. For destination
   * shares whose dimension stands in `by` also `goodman`: intervals that hold at once for all shares
   * of a total. `none` for any measure, and the only one for counts.
   */
  interval?: IntervalMethod;
  /** The confidence level of the interval, above 0 and below 1; 0.95 when not given. */
  level?: number;
}

/**
 * Methods that {@link compute} applies to the data set. All rates are emigrations per exposure, all
 * shares parts of 1; `lower` and `upper` are the limits that are named here.
 *
 * - `share_goodman`: the shares of one total with joint intervals; `by` holds `destination` or
 *   `destination_kind`.
 * - `dsr`: directly standardised rate of each group. `over`: the dimensions that are made alike
 *   (`age` when not given); `standard`: the code of a group, or all groups pooled when not given.
 *   Interval `fay_feuer` (when not given) or `dobson_byar`. Numerator and denominator are those of
 *   the crude rate. Details: `crude`.
 * - `smr`: observed over expected, indirectly standardised; `over` and `standard` as for `dsr`. The
 *   numerator is observed, the denominator expected. Details: `indirect_rate`, `crude`.
 * - `rate_ratio`: each group against `reference`, which has no row of its own. Intervals `exact`
 *   (when not given), `midp` or `wald`. Details: `own`, the group's own rate.
 * - `rate_diff`: the same as a difference. Intervals `mover_score` (when not given) or
 *   `mover_garwood`. Details: `own`.
 * - `share_diff_newcombe`: the same difference for the share that `of` names. Details: `own`.
 * - `heterogeneity`: are all groups equal? One row with the likelihood ratio G² as `value`. Without
 *   `of` it is about rates. Details: `df`, `p`, `pearson`, `p_pearson`, `pooled`, `min_expected`.
 * - `kitagawa`: the gap between the rates of `group` and `reference`, taken apart over one
 *   dimension (`age` when `over` is not given). One row a `part`: `rate1`, `rate2`, `gap`,
 *   `composition_` with the dimension, `rates`.
 * - `das_gupta_cross`: the same over two dimensions.
 * - `cumulative`: the chance of at least one emigration over the ages of the data, under the rates
 *   of the period or, with `born`, of a cohort. Details: `expected_moves`.
 * - `cohorts`: birth cohorts of `width` years (1 when not given) along the diagonals of a table of
 *   single ages and single years. One row a cohort and age with the rate; `born`: only the cohort
 *   with that year. Intervals `garwood` (when not given), `midp` or `byar`. Details: `chance`,
 *   `chance_lower`, `chance_upper` of at least one emigration by the end of that age, for cohorts
 *   observed from the first age on; `period_rate`, `period_chance` of all years pooled.
 * - `trend`: annual change in per cent. `without`: years to leave out. The limits allow for
 *   over-dispersion. Details: `slope`, `dispersion`, `years`.
 * - `funnel_rate`: each group with the limits at its size round the pooled value, at 0.95. Details:
 *   `target`, `position` (-1 below, 0 inside, 1 above), and `outer_lower`, `outer_upper`,
 *   `outer_position` at 0.998.
 * - `funnel_share`: the same for the share that `of` names.
 * - `unknown_bounds`: the share to own or parents' country of origin when the part `q` of the
 *   unknown went there (0.5 when not given); limits from none to all of them. Details: `known`,
 *   `unknown`, `rebased`, `outer_lower`, `outer_upper`.
 * - `suppressed_rate`: rates with suppressed cells of 1 to 4 as ranges; `value` only where nothing
 *   is suppressed. Details: `known_events`, `suppressed_cells`, `each_min`, `each_max`,
 *   `outer_lower`, `outer_upper`.
 */
export type AnalysisMeasure =
  | "share_goodman"
  | "dsr"
  | "smr"
  | "rate_ratio"
  | "rate_diff"
  | "share_diff_newcombe"
  | "heterogeneity"
  | "kitagawa"
  | "das_gupta_cross"
  | "cumulative"
  | "cohorts"
  | "trend"
  | "funnel_rate"
  | "funnel_share"
  | "unknown_bounds"
  | "suppressed_rate";

export interface AnalysisQuestion {
  measure: AnalysisMeasure;
  /** The dimensions that tell the groups apart. */
  by?: ReadonlyArray<Dimension>;
  /** Only these codes count, as in {@link Question}. */
  where?: { readonly [dimension: string]: Codes };
  /** The share that is compared, tested or set in a funnel. */
  of?: "return_share" | "destination_share";
  /** The dimensions that are made alike, or taken apart by. */
  over?: Dimension | ReadonlyArray<Dimension>;
  /** The group that others are set against: a code for each dimension of `by`. */
  reference?: Codes;
  /** The group that stands first in a decomposition. */
  group?: Codes;
  /** The group whose composition is the standard; all groups pooled when not given. */
  standard?: Codes;
  /** The part of the unknown destinations that is taken to be the country of origin, 0 to 1. */
  q?: number;
  /** Years that a trend leaves out. */
  without?: Codes;
  /** The year of birth of a cohort. */
  born?: number;
  /** How many years of birth make a cohort, 1 to 20. */
  width?: number;
  /** The denominator of rates, as in {@link Question}. */
  denominator?: "mid_year" | "person_years";
  /** A variant of the interval, as listed at {@link AnalysisMeasure}. */
  interval?: string;
  /** The confidence level, above 0 and below 1; 0.95 when not given. */
  level?: number;
}

export interface AnalysisAnswer {
  /** One row for each group, part or category. */
  rows: AnalysisRow[];
  /** What should be known about the rows, in plain English. */
  notes: string[];
  /** The name of the table that answered. */
  table: string;
}

export interface AnalysisRow {
  /** The code of each dimension of `by`; of a decomposition the `part`. */
  key: { [dimension: string]: string };
  /** What is counted above the line; `null` where the number is formed from many parts. */
  numerator: number | null;
  /** What it is set against. */
  denominator: number | null;
  /** Unrounded; `null` when there is no such number, and `status` says why. */
  value: number | null;
  lower: number | null;
  /** `Infinity` for a ratio to a rate of 0. */
  upper: number | null;
  status: Status;
  /** Further numbers, as listed at {@link AnalysisMeasure}. */
  details: { [name: string]: number | null };
}

export interface Answer {
  /** One row for each combination of codes that occurs, in display order. */
  rows: AnswerRow[];
  /** What should be known about the rows, in plain English. */
  notes: string[];
  /** The name of the table that answered. */
  table: string;
}

export interface AnswerRow {
  /** The code of each dimension of `by`. */
  key: { [dimension: string]: string };
  /** Events or persons counted; `null` when only the rounded result was published. */
  numerator: number | null;
  /** What they are set against; `null` for counts, too. */
  denominator: number | null;
  /** Unrounded, a share of 1 or per person-year; `null` when `status` is not `"ok"`. */
  value: number | null;
  /** Lower limit of the interval; `null` where there is none. */
  lower: number | null;
  /** Upper limit of the interval; `null` where there is none. */
  upper: number | null;
  /** `"ok"`, or the reason why there is no value. */
  status: Status;
  /** For a re-based share: the emigrations left out of the base. */
  left_out: number | null;
  /** Where the true value lies when the publisher gave a rounded one, or has changed the counts: from and to. */
  rounding: [number, number] | null;
}

/** `"ok"`, or why there is no value or what must be said beside it. */
export type Status =
  | "ok"
  /** Neither events nor exposure: there is nothing to divide by. */
  | "no_exposure"
  /** Events where nobody was at risk; an error in the input. */
  | "events_without_exposure"
  /** A share of nothing. */
  | "no_denominator"
  /** Negative or fractional events, a part above its whole, a level outside 0 to 1. */
  | "invalid"
  /** A part is missing, so the whole is missing. */
  | "missing_input"
  /** A part is suppressed (a small number that exists), so the whole is not known. */
  | "suppressed_input"
  /** No cohort has been observed for the whole window. */
  | "no_complete_cohort"
  | "not_applicable"
  /** No row of the table belongs here. */
  | "not_in_table"
  /** No events at all, so a comparison or a point has nothing to rest on. */
  | "no_events"
  /** The rate above the line is 0: the ratio is 0, with an upper limit only. */
  | "zero_numerator"
  /** The rate below the line is 0: the ratio has a lower limit only. */
  | "zero_denominator"
  /** A stratum that counts has no exposure. */
  | "no_exposure_in_stratum"
  /** The reference has no exposure in a stratum the group is exposed in. */
  | "no_reference_rate"
  /** Nothing was expected and nothing observed. */
  | "no_expected"
  /** Events observed where none were expected. */
  | "events_without_expected"
  /** A comparison of groups needs at least two with exposure. */
  | "one_group"
  /** A trend needs at least three years. */
  | "too_few_years"
  /** All events in the first or the last year: the slope is infinite. */
  | "no_finite_estimate"
  /** Everything is of unknown kind: the bounds are 0 and 1. */
  | "no_known"
  /** A funnel round a share of 0 or 1 has no width. */
  | "degenerate_target"
  /** No set of whole numbers fits what is published. */
  | "inconsistent"
  /** Only a range may be stated, never a point or a confidence interval. */
  | "range_only"
  /** A numerical method stopped at its bound. Not expected for any input in range. */
  | "not_converged";

/** The figure of a question: values along one dimension, in series by another. */
export interface FigureSpec {
  measure: Measure;
  /** The dimension along the axis; none gives a single number. */
  by?: Dimension;
  /** The dimension of the series; none gives one series. */
  split?: Dimension;
  /** Only these codes count, as in {@link Question}. */
  where?: { readonly [dimension: string]: Codes };
  /** For shares of destinations: without the own or parents' origin and unknown. */
  rebase?: boolean;
  /** The denominator of a rate, as in {@link Question}. */
  denominator?: "mid_year" | "person_years";
  /** The kind of figure; the one that suits the question when not given or when it does not suit. */
  kind?: "line" | "bars" | "sums" | "stacked" | "dots" | "slope" | "heat" | "flow" | "people" | "map";
  /** Codes of series that are not shown. */
  hidden?: readonly string[];
  /** Codes of series, or of places on the axis, that stand out from the others. */
  focus?: readonly string[];
  /** Confidence intervals; at 95 per cent where there is room when not given. */
  intervals?: "none" | "90" | "95" | "99";
  /**
   * How the intervals are formed, as `interval` in {@link Question}; the default of the measure when
   * not given.
   */
  method?: IntervalMethod;
  /** The dimension that gives small multiples. */
  facets?: Dimension;
  /** Whether the number of events is shown instead of the rate or share. */
  counts?: boolean;
  /** Whether equal ratios have equal lengths. */
  log?: boolean;
  /** By year: the year whose value all others of a series are set against, in per cent of it. */
  index?: string;
  /** On a map by destination: the code of the country that lines go out from, as "no". */
  from?: string;
  /** A heading instead of the figure's own. A remark says that these words are not the publisher's. */
  title?: string;
  /** A remark below the figure. */
  note?: string;
  /** A source that is named after that of the data. */
  source?: string;
  /** Places on a numeric axis, as years, and what is written there; eight at most. */
  marks?: { readonly [at: string]: string };
}

export interface FigureOptions {
  /** `"svg"` when not given. */
  format?: "svg" | "png";
  /** The language of the text in the figure; Norwegian bokmål when not given. */
  lang?: "nb" | "nn" | "en";
  /** In CSS pixels; 900 when not given, and at least 240. */
  width?: number;
  /** In CSS pixels; what the content needs when not given, and never less than can be read. */
  height?: number;
  /** Device pixels in a CSS pixel of a PNG; 2 when not given. */
  scale?: number;
}

/**
 * The methods by name, with their inputs and results. Inputs in parentheses may be left out: `per`
 * is then 1000, `conf` and `level` 0.95, `window` 5. Where `status` is among the results, it says
 * why a number is `null`.
 *
 * Rates and shares
 * - `rate_point`: rate from mid-year population or person-years, pooled. kind (`midyear_mean`,
 *   `midyear_given` or `person_years`), events list, (pop_start list, pop_end list, exposure list,
 *   per) -> exposure, rate, status
 * - `rate_ci_garwood`, `rate_ci_midp`, `rate_ci_byar`: rate with exact interval (Garwood); rate
 *   with mid-P interval; rate with Byar's interval. events, exposure, (per, conf) -> rate, lower,
 *   upper, status
 * - `share_wilson`, `share_clopper_pearson`: share with Wilson's interval; share with exact
 *   interval (Clopper-Pearson). k, n, (conf) -> share, lower, upper, status
 * - `share_goodman`: all shares of one total with simultaneous intervals (Goodman). counts list,
 *   (conf) -> share list, lower list, upper list, status
 * - `return_cohorts`: share returned within a window, complete cohorts only. years list, emigrated
 *   list, returned list, last_year, (window, conf) -> eligible list, k, n, share, lower, upper,
 *   status
 *
 * Standardisation and comparison
 * - `dsr`: directly standardised rate (Fay-Feuer; Dobson with Byar). events list, exposure list,
 *   weights list, (per, conf) -> rate, ff_lower, ff_upper, dobson_byar_lower, dobson_byar_upper,
 *   status
 * - `smr`: ratio observed to expected, indirectly standardised rate. observed, exposure list,
 *   ref_events list, ref_exposure list, (per, conf) -> expected, ratio, exact_lower, exact_upper,
 *   byar_lower, byar_upper, indirect_rate, status
 * - `rate_ratio`: ratio of two rates (conditional exact, mid-P, Wald). x1, t1, x2, t2, (conf) ->
 *   ratio, exact_lower, exact_upper, midp_lower, midp_upper, wald_lower, wald_upper, status
 * - `rate_diff`: difference of two rates (MOVER with score or Garwood limits, Wald). x1, t1, x2,
 *   t2, (per, conf) -> diff, mover_score_lower, mover_score_upper, mover_garwood_lower,
 *   mover_garwood_upper, wald_lower, wald_upper, status
 * - `share_diff_newcombe`: difference of two shares (Newcombe). k1, n1, k2, n2, (conf) -> diff,
 *   lower, upper, status
 * - `heterogeneity`: test for equal rates (Pearson, likelihood ratio). events list, exposure list,
 *   (per) -> pooled, df, pearson, p_pearson, lr, p_lr, min_expected, small_expected, status
 *
 * Decomposition
 * - `kitagawa`: gap between two rates: rate effect and composition effect. exposure1 list,
 *   exposure2 list, events1 list, events2 list, (per) -> rate1, rate2, gap, rate_effect,
 *   comp_effect, rate_by list, comp_by list, status
 * - `das_gupta`: gap between two products of factors. factors1 table, factors2 table -> value1,
 *   value2, gap, effects list, status
 * - `das_gupta_cross`: gap between two rates with a two-way composition. exposure1 table, exposure2
 *   table, events1 table, events2 table, (per) -> rate1, rate2, gap, row_effect, col_effect,
 *   rate_effect, status
 *
 * Ages and years
 * - `cumulative`: chance of at least one emigration over a span of ages. events list, exposure
 *   list, widths list, (conf) -> sum, se_sum, chance, logdelta_lower, logdelta_upper, delta_lower,
 *   delta_upper, gamma_lower, gamma_upper, status
 * - `lexis`: exposure and rates by age and calendar year. kind (`square` or `parallelogram`), pop
 *   table, events table, (per) -> exposure table, rate table, rate_by_age list, rate_by_year list,
 *   status
 * - `trend`: annual per cent change (Poisson, quasi-Poisson). years list, events list, exposure
 *   list, (conf) -> beta, se, apc, lower, upper, dispersion, deviance, quasi_se, quasi_lower,
 *   quasi_upper, status
 *
 * Many groups
 * - `funnel_rate`: funnel limits of a rate. observed, exposure, target_events, target_exposure,
 *   (per, level) -> target_rate, expected, lower_count, upper_count, lower_rate, upper_rate, flag,
 *   status
 * - `funnel_share`: funnel limits of a share. observed, n, target_k, target_n, (level) ->
 *   target_share, lower_share, upper_share, flag, status
 *
 * Incomplete tables
 * - `unknown_bounds`: bounds of a share when some are of unknown kind. k, known, unknown, q, (conf)
 *   -> rebased, lower, upper, at_q, outer_lower, outer_upper, status
 * - `suppressed_rate`: range of a rate with suppressed cells. known_events, suppressed_cells,
 *   each_min, each_max, exposure, (per, conf) -> events_min, events_max, rate_min, rate_max,
 *   outer_lower, outer_upper, status
 * - `suppressed_share`: range of a share with suppressed cells. k_known, k_suppressed, rest_known,
 *   rest_suppressed, each_min, each_max, (total, conf) -> share_min, share_max, outer_lower,
 *   outer_upper, status
 * - `rounding`: range behind a rounded rate. rate_text (text: the printed digits count), (per,
 *   exposure) -> rate_min, rate_max, events_min, events_max, status
 * - `small_numbers`: flags for small, suppressed and missing numbers. kind (`rate` or `share`),
 *   (events, n), suppressed_cells, missing_cells -> flags, point, ranked
 *
 * Special functions
 * - `special`: special functions: tails and quantiles. fn (`norm_quantile_upper`, `norm_sf`,
 *   `ln_gamma`, `gamma_p`, `gamma_q`, `gamma_p_inv`, `gamma_q_inv`, `beta_i`, `beta_inv`, `chi2_sf`
 *   or `t_quantile_upper`), (a, b), p -> value
 */
export type MethodName =
  | "rate_point"
  | "rate_ci_garwood"
  | "rate_ci_midp"
  | "rate_ci_byar"
  | "share_wilson"
  | "share_clopper_pearson"
  | "share_goodman"
  | "return_cohorts"
  | "dsr"
  | "smr"
  | "rate_ratio"
  | "rate_diff"
  | "share_diff_newcombe"
  | "heterogeneity"
  | "kitagawa"
  | "das_gupta"
  | "das_gupta_cross"
  | "cumulative"
  | "lexis"
  | "trend"
  | "funnel_rate"
  | "funnel_share"
  | "unknown_bounds"
  | "suppressed_rate"
  | "suppressed_share"
  | "rounding"
  | "small_numbers"
  | "special";

/** A number, or text; `null`, `""`, `".."` and `"."` are missing, `":"` is suppressed, `"-"` is 0. */
export type MethodCell = number | string | null;

/**
 * A single value, a list or a table row by row. Text may hold a whole list with `;` (`"1;2;3"`) or
 * a whole table with `|` between the rows (`"1;2|3;4"`); decimals are written with a point.
 */
export type MethodValue = MethodCell | ReadonlyArray<MethodCell> | ReadonlyArray<ReadonlyArray<MethodCell>>;

export interface MethodInput {
  method: MethodName;
  [input: string]: MethodValue;
}

/**
 * Results by name. Lists and tables are text in the form of the inputs (`"0.4;0.15;0.45"`). A value
 * without bound, such as the upper limit of a ratio to a rate of 0, is `Infinity`: show it in
 * words. What cannot be given is `null`, and an empty element inside a list.
 */
export interface MethodResult {
  status?: Status;
  [result: string]: number | string | null | undefined;
}

export interface Finding {
  id: string;
  /** What the report says, as a sentence. */
  claim: string;
  /** The number as printed, or what is claimed instead of one. */
  printed: string;
  /**
   * The same from the data set in use, unrounded and in the unit of the claim: per cent as 39.6. Of
   * two numbers compared it is the first, of a trend the last; `null` when there are several
   * comparisons or none.
   */
  computed: number | null;
  /** The same as text, also where several numbers are compared; empty when there is none. */
  computed_text: string;
  verdict: "holds" | "differs" | "not_computable" | "inconsistent_in_source";
  /** The number of the figure that shows it. */
  figure: number | null;
}

/** A claim in parts, under the names that the address of `#/check` has. */
export interface ClaimParts {
  /**
   * - `compare`: `a` is higher or lower than `b`.
   * - `bound`: the number is above or below `value`.
   * - `since`: the number has risen or fallen from `since` to `year`.
   * - `rank`: `a` is the largest or the smallest of all.
   */
  form?: "compare" | "bound" | "since" | "rank";
  measure?:
    | "rate"
    | "emigrations"
    | "destination_share"
    | "rebased_share"
    | "return_share"
    | "population"
    | "person_years";
  /** The dimension of `a` and `b`; empty, where the form allows it, for everyone together. */
  of?: Dimension;
  /** The code that something is claimed of. */
  a?: string | number;
  /** The code that it is compared with. */
  b?: string | number;
  /** Higher, above, risen, largest; or the other way. */
  way?: "more" | "less";
  /** A number, per cent as 39.6; text is read as the language writes numbers. */
  value?: number | string;
  /** The first year of a change. */
  since?: string | number;
  /** The year, the last one when not given; empty for all years together. */
  year?: string | number;
  /** The destination of a share. */
  to?: string;
  /** One code of other dimensions. */
  where?: { readonly [dimension: string]: string | number };
}

/** A claim that was held against data. */
export interface ClaimCheck extends Omit<ClaimReading, "reading"> {
  /** The claim as a sentence. */
  claim: string;
  /** How sure it is, and what must be known. */
  notes: string[];
  /** In how many readings the claim holds. */
  holds_in: number;
  /** How many readings the data can answer. */
  of: number;
  /** Where the page shows the check, from `#` on. */
  address: string;
  /** Other years, another base and the like; the claim as it is said first. */
  readings: ClaimReading[];
}

/** One way to read a claim. */
export interface ClaimReading {
  /** What is read in it. */
  reading: string;
  verdict: "holds" | "differs" | "not_computable";
  /** Why it cannot be told; empty when it can. */
  reason: string;
  /** The numbers, unrounded, per cent as 39.6; of two that are compared that of `a`, or of the last year, first. */
  values: number[];
  /** The same as text. */
  computed_text: string;
}

export interface OverviewOptions {
  /** The language of the words; that of the page when not given, as its `<html lang>` names it. */
  lang?: "nb" | "nn" | "en";
}

/** What a data set tells by itself. */
export interface Overview {
  /** The name of the data set, as addresses and {@link use} have it. */
  dataset: string;
  title: string;
  /** Whether the numbers are made up. */
  synthetic: boolean;
  /** Those of the last year, or of everything where there are no years. */
  keys: KeyNumber[];
  /** In reading order, the first one first: seven at most, none where the data answer nothing. */
  sections: OverviewSection[];
}

export interface KeyNumber {
  /** What it is. */
  caption: string;
  /** As it is read, in the language asked for. */
  text: string;
  /** Unrounded, a rate as a part of 1; `null` for what is not one number, as the years of the data. */
  value: number | null;
}

export interface OverviewSection {
  /** `trend`, `who`, `age`, `destination`, `return`, `sex`, `most` or `growth`. */
  id: string;
  question: string;
  /** The answer. */
  sentence: string;
  /** What was left out of it, in whole sentences; mostly empty. */
  left_out: string;
  /** Where the page shows its figure, from `#` on. */
  address: string;
  /** Where the figure stands alone, to be shown by other pages; from `#` on. */
  embed: string;
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
  /** All of it in a sentence or two. */
  message: string;
  /** How many further places have the same problem in the same column. */
  repeats: number;
}

/**
 * What the functions of this module throw or reject with. `problems` is missing on errors of the
 * browser, of a call before {@link ready}, and of something that is not a file.
 */
export interface UtvandringError extends Error {
  problems?: Problem[];
  /** What must be answered before files can be opened. */
  questions?: OpenQuestion[];
}
