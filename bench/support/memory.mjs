// The memory of the process that holds a page: its thread, its workers and every WebAssembly memory.
// Linux tells the most that a process ever had in memory (VmHWM), which no sampling can miss.
import { readFile } from "node:fs/promises";

const KIB = 1024;

async function status(pid) {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const read = (name) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+) kB`, "m"))?.[1]) * KIB;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

/** Memory of the browser's largest page process, in bytes; `NaN` where it cannot be told. */
export async function ofPages(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  const all = await Promise.all(pages.map(({ id }) => status(id)));
  return all.reduce((most, one) => (one.peak > (most?.peak ?? 0) ? one : most), undefined) ?? {
    now: NaN,
    peak: NaN,
  };
}
