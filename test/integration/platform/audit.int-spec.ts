import { Audit } from '../../../src/platform/audit/audit.js';
import { AuditRecord } from '../../../src/platform/audit/audit.record.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

describe.each(STORES)('the audit log on %s', (store) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ store });
    await app.get(Audit).record({
      actorId: 'actor-1',
      action: 'vetting.application.approve',
      subjectKind: 'vetting.application',
      subjectId: 'subject-1',
      facts: { outcome: 'asked' },
    });
  }, 60_000);
  afterAll(() => app.close());

  it('gives back what was written, newest first', async () => {
    const { items, total } = await app.get(Audit).list({ offset: 0, limit: 10 });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      actorId: 'actor-1',
      subjectId: 'subject-1',
      facts: { outcome: 'asked' },
      at: app.clock.now().toString(),
    });
  });

  it('refuses that an entry is changed or removed, whoever asks the store', async () => {
    const { manager } = app.get(UnitOfWork);
    await expect(
      manager.update(AuditRecord, { subjectId: 'subject-1' }, { actorId: 'somebody else' }),
    ).rejects.toThrow(/append-only/);
    await expect(manager.delete(AuditRecord, { subjectId: 'subject-1' })).rejects.toThrow(
      /append-only/,
    );
    expect((await app.get(Audit).list({ offset: 0, limit: 10 })).items[0]?.actorId).toBe('actor-1');
  });
});
