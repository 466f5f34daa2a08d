/**
 * The different texts of a column of a file, each under a number of its own. A column repeats itself:
 * the same member a thousand times over, or day after day in the same order for the next member. So
 * the text that followed the last one before is tried first, byte by byte, and nearly always is the one.
 */
export class Words {
  readonly #bytes: Uint8Array;
  readonly #texts = new Map<string, number>();
  /** Where each text stood first, how long it is, and what came after it the last time. */
  #starts = new Int32Array(64);
  #lengths = new Int32Array(64);
  #next = new Int32Array(64);
  #count = 0;
  #last = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The number of the text that stands at the place and ends before the delimiter; −1: another one. */
  guess(at: number, delimiter: number): number {
    const bytes = this.#bytes;
    const word = this.#next[this.#last] ?? 0;
    const length = this.#lengths[word] ?? 0;
    const after = bytes[at + length];
    if (after !== delimiter && after !== 10) return -1;
    const start = this.#starts[word] ?? 0;
    for (let each = length - 1; each >= 0; each--) {
      if (bytes[at + each] !== bytes[start + each]) return -1;
    }
    this.#last = word;
    return word;
  }

  /** Length of a text in bytes. */
  length(word: number): number {
    return this.#lengths[word] ?? 0;
  }

  /** The number of the text between the two places: a new one is numbered on. */
  take(from: number, to: number): number {
    const text = String.fromCharCode(...this.#bytes.subarray(from, to));
    const word = this.#texts.get(text) ?? this.#add(text, from, to);
    this.#next[this.#last] = word;
    this.#last = word;
    return word;
  }

  #add(text: string, from: number, to: number): number {
    const word = this.#count;
    if (word === this.#starts.length) {
      this.#starts = twice(this.#starts);
      this.#lengths = twice(this.#lengths);
      this.#next = twice(this.#next);
    }
    this.#starts[word] = from;
    this.#lengths[word] = to - from;
    this.#count += 1;
    this.#texts.set(text, word);
    return word;
  }
}

function twice(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
