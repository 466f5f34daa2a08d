/** How the program ends. No other codes are used; scripts rely on them. */
export const EXIT = {
  done: 0,
  /** Problems the user can mend: listed, nothing written. */
  problems: 1,
  usage: 2,
  /** Our own fault. */
  fault: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** The user, or the system, asked us to stop. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly code: number;
  constructor(code: number) {
    super("interrupted");
    this.code = code;
  }
}

/** The command was used wrongly: a report that does not exist, a day that is none. */
export class Usage extends Error {
  override readonly name = "Usage";
}

/** Says what went wrong on stderr and gives the exit code. */
export function report(error: unknown, debug: boolean): number {
  if (error instanceof Usage) {
    process.stderr.write(`notewright: ${error.message}\n`);
    return EXIT.usage;
  }
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`notewright: our own fault: ${text}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  else process.stderr.write("Run it again with --debug to see where; please tell us.\n");
  return EXIT.fault;
}
