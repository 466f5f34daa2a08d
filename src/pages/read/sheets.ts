import { openPdf } from "./open.ts";

/** How far down a sheet its text reaches. Points, from the sheet's foot. */
export interface Sheet {
  readonly height: number;
  readonly lowest: number;
}

/** Lines under this height are the running foot. */
const FOOT = 46;

/** Only how well the sheets are filled: all that a try needs. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return openPdf(bytes, async (document) => {
    const sheets: Sheet[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const { height } = page.getViewport({ scale: 1 });
      const lines = items.flatMap((each) =>
        "str" in each && each.str.trim() !== "" ? [Number(each.transform[5])] : [],
      );
      sheets.push({ height, lowest: Math.min(height, ...lines.filter((each) => each > FOOT)) });
    }
    return sheets;
  });
}
