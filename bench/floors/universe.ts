/**
 * The floor of a universe: the file is read, the close of each row is made a number, nothing is
 * checked, and plain loops count the crossings of an RSI and a MACD. Argument: the CSV file, ticker
 * by ticker. Prints the milliseconds since its own start.
 */
import { readFileSync } from "node:fs";

const begun = performance.now();
const bytes = readFileSync(process.argv[2] ?? "");
const closes = new Float64Array(Math.ceil(bytes.length / 30));
const starts: number[] = [];
const COMMA = 44;
const NEWLINE = 10;
let count = 0;
let at = bytes.indexOf(NEWLINE) + 1;
let before = -1;
while (at < bytes.length) {
  let place = at;
  let name = 0;
  for (; bytes[place] !== COMMA; place++) name = (Math.imul(name, 31) + (bytes[place] ?? 0)) | 0;
  if (name !== before) starts.push(count);
  before = name;
  place += 12;
  for (let cell = 0; cell < 3; cell++) {
    while (bytes[place] !== COMMA) place++;
    place += 1;
  }
  let value = 0;
  let decimals = 0;
  for (; bytes[place] !== COMMA; place++) {
    const digit = (bytes[place] ?? 0) - 48;
    if (digit < 0) decimals = place;
    else value = (value * 10 + digit) | 0;
  }
  closes[count] = decimals === 0 ? value : value / 10 ** (place - decimals - 1);
  count += 1;
  while (bytes[place] !== NEWLINE) place++;
  at = place + 1;
}
starts.push(count);
const parsed = performance.now();
let crossings = 0;
for (let member = 0; member < starts.length - 1; member++) {
  crossings += crossed(closes.subarray(starts[member], starts[member + 1]));
}
const ended = performance.now();
process.stdout.write(`${ended - begun} ${parsed - begun} ${count} ${crossings}\n`);

/** How often the RSI (14) crosses 30 or 70, and the MACD (12, 26) its signal (9). */
function crossed(close: Float64Array): number {
  let found = 0;
  let [up, down, fast, slow, signal] = [0, 0, close[0] ?? 0, close[0] ?? 0, 0];
  let zone = 0;
  let side = 0;
  for (let row = 1; row < close.length; row++) {
    const price = close[row] ?? 0;
    const change = price - (close[row - 1] ?? 0);
    up += ((change > 0 ? change : 0) - up) / 14;
    down += ((change < 0 ? -change : 0) - down) / 14;
    const rsi = (100 * up) / (up + down);
    const now = rsi > 70 ? 1 : rsi < 30 ? -1 : 0;
    if (now !== zone) found += 1;
    zone = now;
    fast += (price - fast) * (2 / 13);
    slow += (price - slow) * (2 / 27);
    signal += (fast - slow - signal) * 0.2;
    const above = fast - slow > signal ? 1 : -1;
    if (above !== side) found += 1;
    side = above;
  }
  return found;
}
