import { DomainError } from '../domain-error.js';
import type { Zone } from './zone.js';

/**
 * Zones in the packed form of the moment-timezone data: a zone is
 * `name|abbreviations|offsets|indices|untils|population`, numbers in base 60, minutes throughout,
 * offsets counted west of UTC; a link is `name|other name`.
 */
export interface PackedZones {
  /** The tz release the data was made from, such as `2026f`. */
  readonly version: string;
  readonly zones: readonly string[];
  readonly links: readonly string[];
}

export class UnknownZoneError extends DomainError {
  constructor(name: string) {
    super('invalid', 'time.unknown_zone', `no time zone is called ${name}`, { timeZone: name });
  }
}

/**
 * Every zone of one release of the tz database. Ours and not the runtime's, because runtimes carry
 * old rules for years; the version is kept with whatever was agreed by it. A zone is unpacked when it
 * is first asked for.
 */
export class ZoneTable {
  private readonly unpacked = new Map<string, Zone>();

  private constructor(
    readonly version: string,
    private readonly packed: ReadonlyMap<string, string>,
    private readonly targets: ReadonlyMap<string, string>,
  ) {}

  static fromPacked({ version, zones, links }: PackedZones): ZoneTable {
    return new ZoneTable(
      version,
      new Map(zones.map((zone) => [zone.slice(0, zone.indexOf('|')), zone])),
      new Map(
        links.map((link) => {
          const [target = '', name = ''] = link.split('|');
          return [name, target];
        }),
      ),
    );
  }

  has(name: string): boolean {
    return this.packed.has(this.targets.get(name) ?? name);
  }

  /** Names of all zones and of the links to them. */
  names(): string[] {
    return [...this.packed.keys(), ...this.targets.keys()].sort();
  }

  /** @throws UnknownZoneError */
  zone(name: string): Zone {
    const known = this.unpacked.get(name);
    if (known) return known;
    const packed = this.packed.get(this.targets.get(name) ?? name);
    if (packed === undefined) throw new UnknownZoneError(name);
    const zone = unpack(name, packed);
    this.unpacked.set(name, zone);
    return zone;
  }
}

function unpack(name: string, packed: string): Zone {
  const [, , offsets = '', indices = '', untils = ''] = packed.split('|');
  const offsetsWestMs = offsets.split(' ').map((text) => msOfBase60(text));
  const pauses = untils === '' ? [] : untils.split(' ').map((text) => minutesOfBase60(text));
  const startsMs = [-Infinity];
  let endMs = 0;
  for (const minutes of pauses.slice(0, indices.length - 1)) {
    endMs = Math.round(endMs + minutes * 60_000);
    startsMs.push(endMs);
  }
  return {
    name,
    startsMs,
    // Adding zero turns the -0 of UTC into 0.
    offsetsMs: [...indices].map((index) => 0 - (offsetsWestMs[minutesOfBase60(index)] ?? 0)),
  };
}

function msOfBase60(text: string): number {
  return Math.round(minutesOfBase60(text) * 60_000);
}

function minutesOfBase60(text: string): number {
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.slice(isNegative ? 1 : 0).split('.');
  const size =
    [...whole].reduce((sum, digit) => sum * 60 + valueOfDigit(digit), 0) +
    [...fraction].reduceRight((sum, digit) => (sum + valueOfDigit(digit)) / 60, 0);
  return isNegative ? -size : size;
}

/** Digits run 0-9, a-z, A-X. */
function valueOfDigit(digit: string): number {
  const code = digit.charCodeAt(0);
  if (code > 96) return code - 87;
  return code > 64 ? code - 29 : code - 48;
}
