// The pages of the app, by the hash that opens them.
export const ROUTES = [
  ...["", "report", "explore", "analysis", "check", "calculator", "audit", "beyond", "data", "tasks", "recipes"],
  "about",
];
export const LANGUAGES = ["nb", "nn", "en"];

/** A hash with the data that have everything, when it names none. */
export const ofTeaching = (hash = "#/") =>
  hash.includes("data=") ? hash : `${hash}${hash.includes("?") ? "&" : "?"}data=teaching`;

/** The hash of a page in a language, of the data that have everything. */
export const hashOf = (route, language = "nb") => ofTeaching(`#/${route}?lang=${language}`);
