/**
 * The different texts of a column, each under a number of its own. A column repeats itself: the same
 * member a thousand times over, or day after day in the same order for the next member. So the text
 * that followed the last one before is tried first, byte by byte, and nearly always is the one.
 */
export class Words {
  readonly #texts = new Map<string, number>();
  readonly #starts: number[] = [];
  readonly #next: number[] = [];
  #pool = new Uint8Array(1 << 12);
  #used = 0;
  #last = 0;

  get size(): number {
    return this.#starts.length;
  }

  /** The number of the text that stands at the place and ends before the delimiter; −1: another one. */
  guess(bytes: Uint8Array, at: number, delimiter: number): number {
    const word = this.#next[this.#last];
    if (word === undefined) return -1;
    const pool = this.#pool;
    const start = this.#starts[word] ?? 0;
    const end = this.#starts[word + 1] ?? this.#used;
    let place = at;
    for (let each = start; each < end; each++, place++) {
      if (bytes[place] !== pool[each]) return -1;
    }
    const after = bytes[place];
    if (after !== delimiter && after !== 10 && after !== undefined) return -1;
    this.#last = word;
    return word;
  }

  /** Length of a text in bytes. */
  length(word: number): number {
    return (this.#starts[word + 1] ?? this.#used) - (this.#starts[word] ?? 0);
  }

  /** The number of the text between the two places: a new one, equal to `size` before, where it is new. */
  take(bytes: Uint8Array, from: number, to: number): number {
    const text = String.fromCharCode(...bytes.subarray(from, to));
    const word = this.#texts.get(text) ?? this.#add(text, bytes.subarray(from, to));
    this.#next[this.#last] = word;
    this.#last = word;
    return word;
  }

  #add(text: string, bytes: Uint8Array): number {
    const word = this.#starts.length;
    while (this.#used + bytes.length > this.#pool.length) {
      const larger = new Uint8Array(this.#pool.length * 2);
      larger.set(this.#pool);
      this.#pool = larger;
    }
    this.#pool.set(bytes, this.#used);
    this.#starts.push(this.#used);
    this.#used += bytes.length;
    this.#texts.set(text, word);
    return word;
  }
}
