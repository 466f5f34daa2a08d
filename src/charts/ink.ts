import type { Box, Segment } from "./geometry.ts";

const CELL = 2;

/** How much is drawn where, so that words can be kept off it. */
export interface Ink {
  /** Ink under the box; 1 stands for a square unit of a full line. */
  readonly under: (box: Box) => number;
}

/** Collects strokes and fills, then answers sums over any box at once (a summed-area table). */
export class InkPad {
  private readonly columns: number;
  private readonly rows: number;
  private readonly cells: Float32Array;

  constructor(width: number, height: number) {
    this.columns = Math.ceil(width / CELL);
    this.rows = Math.ceil(height / CELL);
    this.cells = new Float32Array(this.columns * this.rows);
  }

  stroke({ from, to }: Segment, weight: number): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CELL));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      this.mark(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, weight);
    }
  }

  shade(box: Box, weight: number): void {
    for (let y = box.y + CELL / 2; y < box.y + box.height; y += CELL) {
      for (let x = box.x + CELL / 2; x < box.x + box.width; x += CELL) this.mark(x, y, weight);
    }
  }

  dry(): Ink {
    const { columns, rows } = this;
    const wide = columns + 1;
    const sums = new Float64Array(wide * (rows + 1));
    for (let row = 0; row < rows; row++) {
      let line = 0;
      for (let column = 0; column < columns; column++) {
        line += this.cells[row * columns + column] ?? 0;
        sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] ?? 0) + line;
      }
    }
    const at = (column: number, row: number): number => sums[row * wide + column] ?? 0;
    const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
    return {
      under: (box) => {
        const left = clamp(Math.floor(box.x / CELL), columns);
        const top = clamp(Math.floor(box.y / CELL), rows);
        const right = clamp(Math.ceil((box.x + box.width) / CELL), columns);
        const bottom = clamp(Math.ceil((box.y + box.height) / CELL), rows);
        const sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
        return sum * CELL * CELL;
      },
    };
  }

  /** The heaviest ink of a cell counts, so that strokes over each other weigh no more than one. */
  private mark(x: number, y: number, weight: number): void {
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
    const place = row * this.columns + column;
    this.cells[place] = Math.max(this.cells[place] ?? 0, weight);
  }
}
