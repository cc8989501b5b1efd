// Zip archives and workbooks made on the spot, so that a test can say what is in them.
import { crc32, inflateRawSync } from "node:zlib";

/** A zip archive whose members are stored: `[name, content]`. */
export function zip(members) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of members) {
    const bytes = Buffer.from(content);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = [Buffer.from("PK\x03\x04"), common, path, bytes];
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, place, path);
    offset += Buffer.concat(local).length;
    parts.push(...local);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), end]);
}

/** A workbook with one sheet of texts and numbers, row by row. */
export function workbook(rows) {
  const cell = (value) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  return zip([
    ["[Content_Types].xml", `<Types xmlns="${packaged}/content-types"/>`],
    [
      "_rels/.rels",
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData>${lines}</sheetData></worksheet>`],
  ]);
}

/** The files of a zip archive, by name, from the directory at its end. */
export function unzipped(bytes) {
  const files = new Map();
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, start] = [at + 20, at + 42].map((place) => bytes.readUInt32LE(place));
    const named = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + named);
    files.set(name, inflateRawSync(bytes.subarray(start + 30 + named, start + 30 + named + packed)));
    at += 46 + named;
  }
  return files;
}
