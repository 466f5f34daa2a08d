import type { Told } from "../../src/desk/preview/told.ts";

export interface Stream {
  /** The next state told after those already taken. */
  readonly next: () => Promise<Told>;
  /** The next state that fits, the others passed over. */
  readonly until: (fits: (told: Told) => boolean) => Promise<Told>;
  /** States told so far and not taken. */
  readonly waiting: () => number;
  readonly close: () => void;
}

/** Listens as the desk in the browser does. */
export async function listen(address: string): Promise<Stream> {
  const stop = new AbortController();
  const answer = await fetch(address, { signal: stop.signal });
  if (!answer.ok || answer.body === null) throw new Error(`the stream answered ${answer.status}`);
  const told: Told[] = [];
  const waiting: ((told: Told) => void)[] = [];
  void read(answer.body, (each) => {
    const first = waiting.shift();
    if (first === undefined) told.push(each);
    else first(each);
  });
  const next = (): Promise<Told> => {
    const first = told.shift();
    return first === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(first);
  };
  return {
    next,
    async until(fits) {
      for (;;) {
        const each = await next();
        if (fits(each)) return each;
      }
    },
    waiting: () => told.length,
    close: () => stop.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, tell: (told: Told) => void): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const bytes of body) {
      text += decoder.decode(bytes, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const each of events) {
        const data = /^data: (.*)$/m.exec(each)?.[1];
        if (data !== undefined) tell(JSON.parse(data) as Told);
      }
    }
  } catch {
    // The listener has gone.
  }
}
