/** What the archive keeps of an edition that a later one may point to. */
interface EarlierEdition {
  readonly report: string;
  readonly title: string;
  readonly asOf: string;
  readonly published: string;
}

const AUTHOR = "The Notewright desk";

const EDITIONS: readonly EarlierEdition[] = [
  {
    report: "futures-positions",
    title: "Futures: What Large Speculators Hold as April Ends",
    asOf: "2025-04-25",
    published: "2025-04-29",
  },
  {
    report: "options-mood",
    title: "Call Buyers Are Back, Though Short of Euphoria",
    asOf: "2025-05-02",
    published: "2025-05-06",
  },
  {
    report: "small-caps",
    title: "Small Caps Climb Back Towards the Floor They Lost in March",
    asOf: "2025-05-09",
    published: "2025-05-13",
  },
];

export function earlierEditions(): readonly (readonly [path: string, text: string])[] {
  return EDITIONS.map((each) => {
    const { report, title, asOf, published } = each;
    const href = `https://letters.example/${report}/${published}/`;
    const edition = { report, title, author: AUTHOR, asOf, published, href };
    return [
      `archive/${report}/${published}/edition.json`,
      `${JSON.stringify(edition, null, 2)}\n`,
    ] as const;
  });
}
