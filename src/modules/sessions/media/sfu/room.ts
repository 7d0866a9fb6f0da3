import type {
  BrowserSignal,
  RoomView,
  ServerSignal,
  SignalReply,
  SourceStates,
} from '../embedded-signal.js';
import type { MediaEvent, MediaKindSent, ParticipantStatus } from '../video-port.js';
import { BrowserSeat, type SeatNetwork } from './browser-seat.js';
import type { Downlink } from './downlink.js';
import { ROOM_SEATS, SOURCES, slotOf } from './layout.js';
import { Member } from './member.js';
import type { RoomFeed, RoomTap } from './room-tap.js';
import type { Seat, SeatEvents } from './seat.js';
import { BUDGET_BPS_MAX, nextBudget } from './send-budget.js';
import { SfuRefusal } from './sfu-refusal.js';

/** A line that was heard nothing of for this long is down. */
const SILENCE_MS = 3_000;
/** A silent seat is kept this long for its packets to come back, then its port is freed. */
const SILENT_SEAT_KEPT_MS = 30_000;
/** A seat whose connection does not stand by then never will. */
const CONNECT_MS_MAX = 15_000;

export interface RoomSurroundings {
  readonly network: SeatNetwork;
  readonly wallClockMs: () => number;
  readonly announce: (event: MediaEvent) => void;
  readonly tell: (participantId: string, message: ServerSignal) => void;
  /** One at a time: werift looks for a free port and binds it in two steps. */
  readonly oneAtATime: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A media event without what the room knows itself. */
type RoomEvent = MediaEvent extends infer E
  ? E extends MediaEvent
    ? Omit<E, 'roomId' | 'atMs'>
    : never
  : never;

/** Who is in one room, and which packets go from whom to whom. */
export class Room {
  private readonly members = new Map<string, Member>();
  private readonly taps = new Set<RoomTap>();
  private revision = 0;
  private isClosed = false;

  constructor(
    readonly roomId: string,
    private readonly around: RoomSurroundings,
  ) {}

  admit(participantId: string): void {
    if (this.members.has(participantId)) return;
    if (this.members.size >= ROOM_SEATS) throw new SfuRefusal('room_full', String(ROOM_SEATS));
    this.members.set(participantId, new Member(participantId, BUDGET_BPS_MAX / 2));
  }

  async hear(participantId: string, signal: BrowserSignal): Promise<SignalReply> {
    const member = this.members.get(participantId);
    if (member === undefined) throw new SfuRefusal('not_admitted', participantId);
    if (signal.type === 'join') return await this.join(member, signal);
    const seat = [member.seat, member.waitingSeat].find((one) => one?.seatId === signal.seatId);
    if (!seat) throw new SfuRefusal('seat_gone', signal.seatId);
    if (signal.type === 'leave') {
      await seat.close();
      this.lose(member, seat);
      return { type: 'left' };
    }
    if (signal.type === 'sources') this.changeSources(member, seat, signal.sources);
    return { type: 'room', room: this.viewOf(member) };
  }

  /** Sets a seat that is connected from the start, as the generated ones are. */
  seatAtOnce(participantId: string, makeSeat: (events: SeatEvents) => Seat): void {
    this.admit(participantId);
    const member = this.members.get(participantId);
    if (member === undefined) return;
    const seat: Seat = makeSeat(this.eventsOf(member, () => seat));
    this.count(member, seat);
  }

  async remove(participantId: string, reason: 'removed' | 'room_closed'): Promise<void> {
    const member = this.members.get(participantId);
    if (member === undefined) return;
    this.members.delete(participantId);
    this.around.tell(participantId, { type: 'closed', reason });
    const seats = [member.seat, member.waitingSeat];
    member.waitingSeat = null;
    if (member.seat) this.lose(member, member.seat);
    for (const other of this.members.values()) other.forget(participantId);
    this.rewire();
    for (const seat of seats) await seat?.close();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const everybody = [...this.members.keys()];
    await Promise.all(everybody.map((id) => this.remove(id, 'room_closed')));
  }

  tap(tap: RoomTap): void {
    this.taps.add(tap);
    tap.follow(this.feeds());
  }

  untap(tap: RoomTap): void {
    this.taps.delete(tap);
  }

  statuses(): ParticipantStatus[] {
    for (const member of this.members.values()) this.noteLastPacket(member);
    return [...this.members.values()].map((member) => ({
      participantId: member.participantId,
      connected: member.isConnected,
      lastPacketAtMs: member.lastPacketAtMs,
      audioLossPercent: member.audioLossPercent,
      sources: [...member.published],
    }));
  }

  /** Notices silence and return, and repeats requests for key frames. Twice a second. */
  checkLines(): void {
    const now = this.around.network.monotonicMs();
    for (const member of this.members.values()) {
      const { seat } = member;
      if (seat === null) continue;
      for (const source of SOURCES) seat.uplinks[source].askAgain(now);
      const silentMs = now - seat.lastPacketMs;
      if (member.isConnected && silentMs > SILENCE_MS) this.setConnected(member, false);
      else if (!member.isConnected && silentMs <= SILENCE_MS) this.setConnected(member, true);
      if (silentMs > SILENT_SEAT_KEPT_MS) {
        void seat.close();
        this.lose(member, seat);
      }
    }
  }

  /** Tells every sender what the lines of its listeners carry. Once a second. */
  shareBudgets(): void {
    const lines = new Map([...this.members.values()].map((m) => [m, m.seat?.line() ?? null]));
    for (const member of this.members.values()) {
      const listeners = [...lines].flatMap(([listener, line]) => {
        if (listener === member || line === null) return [];
        const senders = [...this.members.values()].filter((one) => one !== listener);
        const pictures = senders.filter((one) => one.picturesSent > 0).length;
        return [{ ...line, pictures: Math.max(1, pictures) }];
      });
      member.budgetBps = nextBudget(member.budgetBps, listeners);
      member.seat?.limitSending(member.budgetBps);
    }
  }

  /** Measures and announces everybody's line. Every five seconds. */
  measureQuality(): void {
    for (const member of this.members.values()) {
      const { seat } = member;
      if (seat === null || !member.isConnected) continue;
      const losses = [seat.uplinks.microphone.takeLossPercent(), seat.downLossPercent()];
      const known = losses.filter((loss) => loss !== null);
      member.audioLossPercent = known.length === 0 ? null : toTenths(Math.max(...known));
      if (member.audioLossPercent === null) continue;
      const { participantId, audioLossPercent } = member;
      this.announce({ kind: 'quality', participantId, audioLossPercent });
    }
  }

  private async join(
    member: Member,
    signal: Extract<BrowserSignal, { type: 'join' }>,
  ): Promise<SignalReply> {
    await member.waitingSeat?.close();
    const seat: BrowserSeat = new BrowserSeat(
      signal.seatId,
      signal.sources,
      this.around.network,
      this.eventsOf(member, () => seat),
    );
    member.waitingSeat = seat;
    try {
      const sdp = await this.around.oneAtATime(() => seat.answer(signal.sdp));
      if (member.waitingSeat !== seat || this.isClosed) {
        throw new SfuRefusal('seat_gone', signal.seatId);
      }
      this.giveUpLater(member, seat);
      return { type: 'joined', seatId: seat.seatId, sdp, room: this.viewOf(member) };
    } catch (error) {
      if (member.waitingSeat === seat) member.waitingSeat = null;
      await seat.close();
      throw error;
    }
  }

  private eventsOf(member: Member, seat: () => Seat): SeatEvents {
    return {
      onConnected: () => this.count(member, seat()),
      onClosed: () => this.lose(member, seat()),
      onSourceLive: (source) => this.noteLive(member, seat(), source),
    };
  }

  /** From here on this seat is the participant; the one before it, if any, is told and closed. */
  private count(member: Member, seat: Seat): void {
    if (this.members.get(member.participantId) !== member) return void seat.close();
    const before = member.seat;
    if (member.waitingSeat === seat) member.waitingSeat = null;
    member.seat = seat;
    this.announceUnpublished(member);
    if (before !== null && before !== seat) {
      this.around.tell(member.participantId, { type: 'replaced', seatId: before.seatId });
      void before.close();
    }
    if (member.isConnected) this.rewire();
    else this.setConnected(member, true);
    for (const source of SOURCES) {
      if (seat.uplinks[source].isLive) this.noteLive(member, seat, source);
    }
  }

  private lose(member: Member, seat: Seat): void {
    if (member.waitingSeat === seat) member.waitingSeat = null;
    if (member.seat !== seat) return;
    this.noteLastPacket(member);
    member.seat = null;
    if (member.isConnected) this.setConnected(member, false);
    else this.rewire();
  }

  private setConnected(member: Member, isConnected: boolean): void {
    member.isConnected = isConnected;
    this.noteLastPacket(member);
    const { participantId } = member;
    if (isConnected) this.announce({ kind: 'connected', participantId });
    else this.announce({ kind: 'disconnected', participantId }, member.lastPacketAtMs);
    this.rewire();
  }

  private noteLive(member: Member, seat: Seat, source: MediaKindSent): void {
    if (member.seat !== seat || seat.sources[source] === 'off') return;
    if (member.published.has(source)) return;
    member.published.add(source);
    this.announce({ kind: 'published', participantId: member.participantId, source });
  }

  private changeSources(member: Member, seat: Seat, sources: SourceStates): void {
    for (const source of SOURCES) {
      if (sources[source] !== 'off' && seat.sources[source] === 'off') {
        seat.uplinks[source].isLive = false; // the next packet publishes it again
      }
    }
    seat.sources = sources;
    this.announceUnpublished(member);
    this.rewire();
  }

  private announceUnpublished(member: Member): void {
    for (const source of [...member.published]) {
      if (member.stateOf(source) !== 'off') continue;
      member.published.delete(source);
      this.announce({ kind: 'unpublished', participantId: member.participantId, source });
    }
  }

  /** Tunes every downlink to what it should carry now, and tells everybody how the room looks. */
  private rewire(): void {
    for (const member of this.members.values()) {
      for (const downlink of this.idleDownlinksOf(member)) downlink.tune(null);
      for (const other of this.othersOf(member)) {
        for (const source of SOURCES) {
          const slot = slotOf(member.placeOf(other.participantId), source);
          const isOn = other.stateOf(source) !== 'off';
          member.seat?.downlinks[slot]?.tune(
            isOn && other.seat ? other.seat.uplinks[source] : null,
          );
        }
      }
    }
    for (const tap of this.taps) tap.follow(this.feeds());
    this.revision += 1;
    for (const member of this.members.values()) {
      const isWatching = member.waitingSeat !== null || (member.seat?.downlinks.length ?? 0) > 0;
      if (!isWatching) continue;
      this.around.tell(member.participantId, { type: 'room', room: this.viewOf(member) });
    }
  }

  private feeds(): RoomFeed[] {
    return [...this.members.values()].flatMap((member) =>
      SOURCES.flatMap((source) => {
        const uplink = member.stateOf(source) === 'off' ? undefined : member.seat?.uplinks[source];
        return uplink ? [{ personId: member.participantId, source, uplink }] : [];
      }),
    );
  }

  private idleDownlinksOf(member: Member): Downlink[] {
    const taken = this.othersOf(member).map((other) => member.placeOf(other.participantId));
    return (member.seat?.downlinks ?? []).filter(
      (_, slot) => !taken.includes(Math.floor(slot / SOURCES.length)),
    );
  }

  private viewOf(member: Member): RoomView {
    const people = this.othersOf(member).map((other) => ({
      participantId: other.participantId,
      connected: other.isConnected,
      sources: SOURCES.filter((source) => other.stateOf(source) !== 'off').map((source) => ({
        source,
        slot: slotOf(member.placeOf(other.participantId), source),
        muted: other.stateOf(source) === 'muted',
      })),
    }));
    return { revision: this.revision, people };
  }

  private othersOf(member: Member): Member[] {
    return [...this.members.values()].filter((other) => other !== member);
  }

  private giveUpLater(member: Member, seat: Seat): void {
    const timer = setTimeout(() => {
      if (member.waitingSeat !== seat) return;
      member.waitingSeat = null;
      void seat.close();
    }, CONNECT_MS_MAX);
    timer.unref();
  }

  private noteLastPacket(member: Member): void {
    if (member.seat === null) return;
    const { wallClockMs, network } = this.around;
    const agoMs = network.monotonicMs() - member.seat.lastPacketMs;
    member.lastPacketAtMs = Math.round(wallClockMs() - agoMs);
  }

  private announce(event: RoomEvent, atMs: number | null = null): void {
    this.around.announce({
      ...event,
      roomId: this.roomId,
      atMs: atMs ?? this.around.wallClockMs(),
    });
  }
}

function toTenths(percent: number): number {
  return Math.round(percent * 10) / 10;
}
