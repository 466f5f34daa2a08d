import type { Day, Facts, Place, Request } from "../../model/index.ts";
import { addDays, addMonths } from "../../model/index.ts";
import type { Book } from "../../stats/index.ts";
import type { Shelf } from "../book.ts";
import { bookAt } from "../book.ts";
import { evaluate } from "../evaluate.ts";
import { trustIn } from "../trust.ts";
import type { Question } from "./questions.ts";

/** What was known at the end of a day, and what follows from it. */
export interface Known {
  readonly book: Book;
  readonly facts: Facts;
}

/** What is known at the end of a day, and what follows from it; each day is looked at once. */
export interface Desk {
  readonly at: (day: Day) => Known;
  /** A single question of an earlier day: only what it rests on is asked. */
  readonly again: (question: Question, day: Day) => Known;
}

export function deskOf(shelf: Shelf, requests: readonly Request[]): Desk {
  const books = new Map<Day, Book>();
  const held = new Map<Day, Known>();
  const bookOf = (day: Day): Book => {
    const book = books.get(day) ?? bookAt(shelf, day, day);
    books.set(day, book);
    return book;
  };
  const answers = (asked: readonly Request[], day: Day): Known => {
    const book = bookOf(day);
    const place = (id: string): Place => asked.find((each) => each.id === id)?.place ?? NOWHERE;
    return { book, facts: evaluate(asked, book, trustIn(book), place).facts };
  };
  return {
    at: (day) => {
      const known = held.get(day) ?? answers(requests, day);
      held.set(day, known);
      return known;
    },
    again: ({ needs }, day) => answers(needs, day),
  };
}

const NOWHERE: Place = { file: "", line: 1, column: 1 };

/** The as-of day of an edition so many before. */
export function earlierDay(day: Day, cadence: "week" | "month", steps: number): Day {
  return cadence === "week" ? addDays(day, -7 * steps) : addMonths(day, -steps);
}
