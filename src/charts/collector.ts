/** A logger of Vega's kind that keeps what is said. */
export function collector(into: string[]): Collector {
  const keep = (...words: readonly unknown[]): Collector => {
    into.push(words.map(String).join(" "));
    return logger;
  };
  const ignore = (): Collector => logger;
  const logger: Collector = {
    level: () => logger,
    error: keep,
    warn: keep,
    info: ignore,
    debug: ignore,
  };
  return logger;
}

interface Collector {
  level(): Collector;
  error(...words: readonly unknown[]): Collector;
  warn(...words: readonly unknown[]): Collector;
  info(): Collector;
  debug(): Collector;
}
