import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CalendarServer {
  /** Where it is, without a path. */
  readonly origin: string;
  /** What it answers from now on. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A calendar somewhere else, on loopback. */
export async function startCalendarServer(): Promise<CalendarServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    calendar.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const calendar: CalendarServer = {
    origin: `http://127.0.0.1:${port}`,
    answer: (_, response) => response.writeHead(404).end(),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return calendar;
}

/** A feed of events, each from one instant to another, in UTC. */
export function feedOf(events: readonly { from: string; to: string; uid?: string }[]): string {
  const stamp = (text: string): string => new Date(text).toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//elsewhere//EN',
    ...events.flatMap(({ from, to, uid }, index) => [
      'BEGIN:VEVENT',
      `UID:${uid ?? `event-${index}`}`,
      `DTSTART:${stamp(from)}`,
      `DTEND:${stamp(to)}`,
      'SUMMARY:Dentist',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
