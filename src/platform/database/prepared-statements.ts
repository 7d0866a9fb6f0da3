/** What a connection gives for the text of a statement. */
interface Connection {
  prepare(text: string): object;
}

/** Lists of different lengths are texts of their own, so there are more of them than queries in the program. */
const KEPT_MAX = 500;

/**
 * Makes a connection give the same statement for the same text. TypeORM keeps statements with the runner, and our
 * runners live for one call: without this every query is compiled anew, and the memory of the old one is
 * given back only when the garbage collector comes around to it.
 */
export function keepPrepared(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, object>();
  connection.prepare = (text) => {
    const known = kept.get(text);
    if (known) {
      // What was used last stands last, so that the first is the one to forget.
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const statement = prepare(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}
