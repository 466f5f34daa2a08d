/** Numbers that look like chance and are the same on every run. */
export interface Random {
  /** Evenly spread between 0 and 1, both left out. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
}

/**
 * A stream of its own for every name, so that a change in one stretch of the sample leaves the
 * others as they were. Marsaglia's xorshift with a Weyl sequence added.
 */
export function stream(name: string): Random {
  let state = seedOf(name);
  let weyl = 0;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    weyl = (weyl + 0x9e3779b9) >>> 0;
    return (((state + weyl) >>> 0) + 0.5) / 2 ** 32;
  };
  for (let index = 0; index < 16; index++) uniform();
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

/** Fowler, Noll and Vo's hash of the name; never zero, which xorshift could not leave. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
}
