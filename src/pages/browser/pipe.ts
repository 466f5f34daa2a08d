import type { ChildProcess } from "node:child_process";
import { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

/** The browser's two pipes: messages in JSON, each closed by a zero byte. */
export function pipeTransport({ stdio }: ChildProcess): ConnectionTransport {
  const [, , , output, input] = stdio;
  if (!(output instanceof Writable) || !(input instanceof Readable)) {
    throw new Error("the browser was started without its pipes");
  }
  let rest: readonly Buffer[] = [];
  const transport: ConnectionTransport = {
    send: (message) => void output.write(`${message}\0`),
    close: () => {
      output.destroy();
      input.destroy();
    },
  };
  input.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...rest, chunk.subarray(from, end)]).toString("utf8");
      rest = [];
      from = end + 1;
      setImmediate(() => transport.onmessage?.(message));
    }
    if (from < chunk.length) rest = [...rest, chunk.subarray(from)];
  });
  input.on("close", () => transport.onclose?.());
  for (const stream of [output, input]) stream.on("error", () => transport.onclose?.());
  return transport;
}
