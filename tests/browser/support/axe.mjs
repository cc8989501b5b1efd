// What axe-core finds on a page. It is brought in by the debugger, which the page's content
// security policy does not bind, and only in tests.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Findings in a form to read: rule, impact, and the elements with what is wrong. */
export async function findings(page) {
  const present = await page.evaluate(() => typeof window.axe === "object");
  if (!present) {
    await page.evaluate(await readFile(SOURCE, "utf8"));
  }
  return page.evaluate(async () => {
    // The one rule for WCAG 2.2 is not among those that run by themselves.
    const rules = { "target-size": { enabled: true } };
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules });
    return violations.map(({ id, impact, nodes }) => ({
      rule: `${id} (${impact})`,
      where: nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 160)}: ${failureSummary}`),
      count: nodes.length,
    }));
  });
}
