// The three browsers, started without any traffic of their own.
import puppeteer from "puppeteer-core";
import { launch } from "./webkit/browser.mjs";

const CHROMIUM_ARGUMENTS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  // Every window would load the pages of its own address bar, which takes as long as some tests do.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
  // A first visit begins in the browser's language, and the tests read bokmål where they name no other.
  "--accept-lang=nb-NO,nb",
];

const FIREFOX_PREFERENCES = {
  "app.update.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.enabled": false,
  "intl.accept_languages": "nb-NO, nb",
  // Canvas contents are read back by the tests.
  "privacy.resistFingerprinting": false,
};

const isAdministrator = process.getuid?.() === 0;

export const BROWSERS = {
  /** `more` are further settings of puppeteer. */
  chromium: (more = {}) =>
    puppeteer.launch({
      ...more,
      executablePath: named("UTVANDRING_CHROMIUM"),
      headless: true,
      // Chromium's sandbox cannot be had as the administrator.
      args: isAdministrator ? [...CHROMIUM_ARGUMENTS, "--no-sandbox"] : CHROMIUM_ARGUMENTS,
    }),
  firefox: (more = {}) =>
    puppeteer.launch({
      ...more,
      browser: "firefox",
      executablePath: named("UTVANDRING_FIREFOX"),
      headless: true,
      extraPrefsFirefox: FIREFOX_PREFERENCES,
    }),
  webkit: () => launch(named("UTVANDRING_WEBKIT")),
};

/** What a test can need that a browser or its driver does not do, and why; in one place only where that is named. */
const LACKS = {
  webkit: {
    "second page": "its requests are not told apart by page",
    "full page": "its driver takes pictures of the window, blank ones of a window as high as the report",
    "other fonts": "its driver begins one browser for all tests",
    pdf: "its driver makes no PDF",
    "fractional scale": "its windows have whole pixels to a point",
    "files in workers": { offline: "it keeps a visitor's files from the workers of a page that is opened from the disk" },
  },
};

/** Why a browser does not do in a place what a test needs; nothing where it does. */
export function lacks(browserName, place, need) {
  const why = LACKS[browserName]?.[need];
  return typeof why === "object" ? why[place] : why;
}

function named(variable) {
  const path = process.env[variable];
  if (!path) {
    throw new Error(`set ${variable} to the path of the browser, or run cargo xtask test`);
  }
  return path;
}
