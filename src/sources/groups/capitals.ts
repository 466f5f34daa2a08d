/** Short words that are words. All others of three letters or fewer are taken for initials. */
const WORDS = new Set(
  "inc ltd co the and of for new old one two air bay big bio box car fox gas gym ice inn key lab oil pet pro red sea sky sun tri us up on in at by to".split(
    " ",
  ),
);

/** Words that stay small inside a name. */
const SMALL = new Set(["and", "of", "the", "for", "in", "on", "at", "by", "to"]);

/**
 * A name that a list writes in capitals, with small letters: "FTAI AVIATION LTD" is "FTAI Aviation
 * Ltd". What is the ticker itself, has a digit, or no vowel, or at most three letters and is no known
 * word, stays as it is.
 */
export function inSmallLetters(name: string, ticker: string): string {
  const words = name.split(/\s+/).map((word, at) => {
    const low = word.toLowerCase();
    if (word === ticker || /\d/.test(word) || !/[AEIOUY]/.test(word)) return word;
    if (word.length <= 3 && !WORDS.has(low)) return word;
    if (at > 0 && SMALL.has(low)) return low;
    return low.replaceAll(/(^|[-/.&(])([a-z])/g, (found) => found.toUpperCase());
  });
  return words
    .join(" ")
    .replaceAll(/\b(LTD|LLC|CORP|INC)\b/g, (each) =>
      each === "LLC" ? each : `${each.charAt(0)}${each.slice(1).toLowerCase()}`,
    );
}
