/** Short words that are words. All others of three letters or fewer are taken for initials. */
const WORDS = new Set(
  "the and of for new old one two air bay big bio box car fox gas gym ice inn key lab oil pet pro red sea sky sun tri us up on in at by to".split(
    " ",
  ),
);

/** Words that stay small inside a name. */
const SMALL = new Set(["and", "of", "the", "for", "in", "on", "at", "by", "to"]);

/** What follows the name proper: the class of the share, the form of the company. */
const FORM = /(?:,? (?:CLASS [A-Z]|INC|CORP|LTD|LLC|CO)\.?)+$/;

/**
 * A name that a list writes in capitals, as a note would print it: "FTAI AVIATION LTD" is "FTAI
 * Aviation". The class of the share and the form of the company fall away. What is the ticker itself,
 * has a digit, or no vowel, or at most three letters and is no known word, stays as it is.
 */
export function inSmallLetters(name: string, ticker: string): string {
  const words = name
    .replace(FORM, "")
    .split(/\s+/)
    .map((word, at) => {
      const low = word.toLowerCase();
      if (word === ticker || /\d/.test(word) || !/[AEIOUY]/.test(word)) return word;
      if (word.length <= 3 && !WORDS.has(low)) return word;
      if (at > 0 && SMALL.has(low)) return low;
      return low.replaceAll(/(^|[-/.&(])([a-z])/g, (found) => found.toUpperCase());
    });
  return words.join(" ");
}
