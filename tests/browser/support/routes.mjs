// The pages of the app, by the hash that opens them.
export const ROUTES = ["report", "explore", "analysis", "calculator", "audit", "beyond", "data", "tasks", "about"];
export const LANGUAGES = ["nb", "nn", "en"];

/** The hash of a page in a language. */
export const hashOf = (route, language = "nb") => `#/${route}?lang=${language}`;
