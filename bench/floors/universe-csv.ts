/**
 * What a general reader of CSV takes for the same file, before any arithmetic: csv-parse, row by row.
 * Argument: the CSV file. Prints the milliseconds since its own start.
 */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const begun = performance.now();
let count = 0;
let closes = 0;
const reader = createReadStream(process.argv[2] ?? "").pipe(parse({ from_line: 2 }));
reader.on("readable", () => {
  for (;;) {
    const row: unknown = reader.read();
    if (!Array.isArray(row)) return;
    closes += Number(row[5]);
    count += 1;
  }
});
await new Promise((resolve) => reader.on("end", resolve));
process.stdout.write(`${performance.now() - begun} ${count} ${closes}\n`);
