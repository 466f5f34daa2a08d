const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** The digits between the two places as one whole number. */
export function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place++) {
    const digit = (bytes[place] ?? 0) - 48;
    if (digit >= 0) value = value * 10 + digit;
  }
  return value;
}

/** Where the cell that begins at the place ends; −1 where its quotes are not plain. */
export function endOfCell(bytes: Uint8Array, from: number, delimiter: number): number {
  let place = from;
  const end = bytes.length;
  if (bytes[place] === QUOTE) {
    place = bytes.indexOf(QUOTE, place + 1) + 1;
    const after = bytes[place];
    const ends = after === delimiter || after === NEWLINE || after === RETURN || place === end;
    const plain = place > 0 && ends;
    return plain && !bytes.subarray(from, place).includes(NEWLINE) ? place : -1;
  }
  while (place < end && bytes[place] !== delimiter && bytes[place] !== NEWLINE) {
    if (bytes[place] === QUOTE) return -1;
    place += 1;
  }
  return place;
}
