import { describe, expect, it } from "vitest";
import { areaPath, boxPath, linePath, num } from "../../src/charts/path.ts";

const HERE = { x: 0, y: 0 };
const at = (x: number, y: number) => ({ x, y });

/** Follows a path of M, l, h and v back to the spots it runs through. */
function spots(path: string): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mlhv])([^Mlhv]*)/g)].map(([, command, rest = ""]) => {
    const numbers = [...rest.matchAll(/-?(?:\d+\.\d+|\.\d+|\d+)/g)].map(Number);
    const [a = 0, b = 0] = numbers;
    if (command === "M") [x, y] = [a, b];
    if (command === "l") [x, y] = [x + a, y + b];
    if (command === "h") x += a;
    if (command === "v") y += a;
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
  });
}

describe("paths", () => {
  it("write numbers to a tenth, without a needless zero", () => {
    expect([0.25, -0.5, 12, 3.04].map(num)).toEqual([".3", "-.5", "12", "3"]);
  });

  it("go from spot to spot by steps, level and upright ones shorter", () => {
    expect(linePath([at(0, 10), at(5, 10), at(5, 4.5), at(7, 3)], HERE)).toBe("M0 10h5v-5.5l2-1.5");
  });

  it("do not drift, however many steps they take", () => {
    const line = Array.from({ length: 2000 }, (_, index) =>
      at(index * 0.333, Math.sin(index) * 50),
    );
    const last = spots(linePath(line, HERE)).at(-1);
    expect(last?.[0]).toBeCloseTo(1999 * 0.333, 0);
    expect(Math.abs((last?.[0] ?? 0) - 1999 * 0.333)).toBeLessThanOrEqual(0.06);
    expect(Math.abs((last?.[1] ?? 0) - Math.sin(1999) * 50)).toBeLessThanOrEqual(0.06);
  });

  it("hold a step's value until the next", () => {
    expect(linePath([at(0, 0), at(10, 5)], HERE, "step-after")).toBe("M0 0h10v5");
    expect(linePath([at(0, 0), at(10, 5)], HERE, "step-before")).toBe("M0 0v5h10");
  });

  it("close areas at their foot", () => {
    const spans = [
      { x: 0, y: 5, foot: 20 },
      { x: 10, y: 8, foot: 20 },
    ];
    expect(areaPath(spans, HERE, "linear")).toBe("M0 5l10 3L10 20h-10z");
  });

  it("go round boxes", () => {
    expect(boxPath({ x: 1, y: 2, width: 3.5, height: 4 })).toBe("M1 2h3.5v4h-3.5z");
  });
});
