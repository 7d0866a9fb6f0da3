import 'reflect-metadata';
import { openStore } from '../../../platform/process/open-store.js';
import { sha256 } from '../application/sha256.js';
import { termsOf } from '../application/session-view.js';
import { billedSeconds, type MeterLog, verifyLog } from '../domain/meter.js';
import { isOver } from '../domain/session-state.js';
import { MeterEntryRecord, SessionRecord } from '../persistence/session.records.js';
import { priceOf } from '../../../shared/metered-price.js';
import { money } from '../../../shared/money.js';

const USAGE =
  'npm run meter -- verify [SESSION or BOOKING]   recomputes every bill, or that of one session, from the log of its meter\n';

/** `npm run meter -- verify`: every chain is whole, and what each session costs follows from its own log. */
async function main([command, which]: readonly string[]): Promise<number> {
  if (command !== 'verify') {
    process.stderr.write(USAGE);
    return 2;
  }
  const store = await openStore([SessionRecord, MeterEntryRecord]);
  try {
    const sessions = await store.manager.find(SessionRecord, {
      // A session, or the booking or help request it came from.
      ...(which ? { where: [{ id: which }, { sourceId: which }] } : {}),
      order: { id: 'ASC' },
    });
    let broken = 0;
    for (const session of sessions) {
      const entries = await store.manager.find(MeterEntryRecord, {
        where: { sessionId: session.id },
        order: { seq: 'ASC' },
      });
      const log = entries.map(({ seq, kind, at, reason, hash }) => ({
        seq,
        kind,
        atMs: at.epochMilliseconds,
        reason,
        hash,
      }));
      const problem = problemOf(session, log);
      if (problem) broken += 1;
      if (problem || which)
        process.stdout.write(`${session.id}  ${describe(session, log)}  ${problem ?? 'whole'}\n`);
    }
    process.stdout.write(`${sessions.length} sessions, ${broken} with a problem\n`);
    return broken > 0 || (which !== undefined && sessions.length === 0) ? 1 : 0;
  } finally {
    await store.destroy();
  }
}

function problemOf(session: SessionRecord, log: MeterLog): string | null {
  const verdict = verifyLog(log, sha256);
  if (!verdict.ok) return `line ${verdict.refusal.seq}: ${verdict.refusal.problem} does not fit`;
  const isClosed = log.at(-1)?.kind === 'closed';
  return isOver(session.state) === isClosed
    ? null
    : `is ${session.state}, but its log says ${isClosed ? 'closed' : 'open'}`;
}

function describe(session: SessionRecord, log: MeterLog): string {
  const endMs = session.endedAt?.epochMilliseconds ?? log.at(-1)?.atMs ?? 0;
  const seconds = Math.min(billedSeconds(log, endMs), session.ceilingSeconds);
  const ceiling =
    session.ceilingMinor === null ? null : money(session.ceilingMinor, session.currency);
  const price = priceOf(termsOf(session), seconds, ceiling);
  return `${seconds} s, ${price.amountMinor} ${price.currency} (minor units)`;
}

process.exitCode = await main(process.argv.slice(2));
