import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import { BadStrokeError, TooManyDrawingsError } from '../domain/sessions.errors.js';
import { isStroke, type StrokePoints } from '../domain/stroke.js';
import { StillRecord, StrokeRecord } from '../persistence/session.records.js';

const STILLS_MAX = 60;
const STROKES_MAX = 2_000;

export interface StrokeView {
  readonly id: string;
  readonly clientId: string;
  readonly drawnBy: string;
  readonly points: StrokePoints;
}

export interface StillView {
  readonly id: string;
  readonly fileId: string;
  readonly frozenBy: string;
  readonly width: number;
  readonly height: number;
  /** RFC 3339, UTC. */
  readonly frozenAt: string;
  /** Both look at it now. */
  readonly isOpen: boolean;
  /** In the order in which they were drawn. */
  readonly strokes: readonly StrokeView[];
}

export interface NewStill {
  readonly fileId: string;
  readonly width: number;
  readonly height: number;
}

/** Frozen pictures of a session and what was drawn on them. Whoever calls has checked who asks. */
@Injectable()
export class Stills {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Opens a picture for both in place of the one that was open; the same file again is the same still. */
  async freeze(sessionId: string, frozenBy: string, still: NewStill): Promise<StillView> {
    const { manager } = this.unitOfWork;
    if ((await manager.countBy(StillRecord, { sessionId })) >= STILLS_MAX)
      throw new TooManyDrawingsError();
    const record = {
      ...still,
      id: this.ids.next(),
      sessionId,
      frozenBy,
      frozenAt: this.clock.now(),
      closedAt: null,
    };
    try {
      await this.unitOfWork.run(async () => {
        await this.putAway(sessionId);
        await this.unitOfWork.manager.insert(StillRecord, record);
      });
      return viewOf(record, []);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return this.view(
        await manager.findOneByOrFail(StillRecord, { fileId: still.fileId, sessionId }),
      );
    }
  }

  /** Back to the moving picture, for both. */
  async putAway(sessionId: string): Promise<void> {
    await this.unitOfWork.manager.update(
      StillRecord,
      { sessionId, closedAt: IsNull() },
      { closedAt: this.clock.now() },
    );
  }

  /** A stroke that is sent again after a lost answer is the first one. @throws BadStrokeError, NotFoundError */
  async draw(
    sessionId: string,
    stillId: string,
    drawnBy: string,
    clientId: string,
    points: unknown,
  ): Promise<StrokeView> {
    if (!isStroke(points)) throw new BadStrokeError();
    await this.ofSession(sessionId, stillId);
    const { manager } = this.unitOfWork;
    if ((await manager.countBy(StrokeRecord, { stillId })) >= STROKES_MAX)
      throw new TooManyDrawingsError();
    const record = { id: this.ids.next(), stillId, drawnBy, clientId, points };
    try {
      await manager.insert(StrokeRecord, record);
      return strokeOf(record);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return strokeOf(await manager.findOneByOrFail(StrokeRecord, { stillId, clientId }));
    }
  }

  /** Takes back own strokes: the last, or all. @returns the ids of those that are gone */
  async takeBack(
    sessionId: string,
    stillId: string,
    drawnBy: string,
    which: 'last' | 'all',
  ): Promise<string[]> {
    await this.ofSession(sessionId, stillId);
    const { manager } = this.unitOfWork;
    const own = await manager.find(StrokeRecord, {
      where: { stillId, drawnBy },
      order: { id: 'DESC' },
      ...(which === 'last' ? { take: 1 } : {}),
    });
    const ids = own.map(({ id }) => id);
    if (ids.length > 0) await manager.delete(StrokeRecord, ids);
    return ids;
  }

  /** Oldest first. */
  async of(sessionId: string): Promise<StillView[]> {
    const records = await this.unitOfWork.manager.find(StillRecord, {
      where: { sessionId },
      order: { id: 'ASC' },
    });
    return Promise.all(records.map((record) => this.view(record)));
  }

  private async ofSession(sessionId: string, id: string): Promise<void> {
    if (!(await this.unitOfWork.manager.existsBy(StillRecord, { id, sessionId })))
      throw new NotFoundError('still');
  }

  private async view(record: StillRecord): Promise<StillView> {
    const strokes = await this.unitOfWork.manager.find(StrokeRecord, {
      where: { stillId: record.id },
      order: { id: 'ASC' },
    });
    return viewOf(record, strokes);
  }
}

function viewOf(record: StillRecord, strokes: readonly StrokeRecord[]): StillView {
  const { id, fileId, frozenBy, width, height, frozenAt, closedAt } = record;
  return {
    id,
    fileId,
    frozenBy,
    width,
    height,
    frozenAt: frozenAt.toString(),
    isOpen: closedAt === null,
    strokes: strokes.map(strokeOf),
  };
}

function strokeOf({ id, clientId, drawnBy, points }: StrokeRecord): StrokeView {
  return { id, clientId, drawnBy, points };
}
