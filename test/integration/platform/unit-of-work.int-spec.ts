import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Mailbox } from '../../../src/platform/mail/mailbox.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

describe.each(STORES)('UnitOfWork on %s', (store) => {
  let test: TestApp;
  let unitOfWork: UnitOfWork;
  let mailbox: Mailbox;
  beforeAll(async () => {
    test = await startTestApp({ store });
    unitOfWork = test.get(UnitOfWork);
    mailbox = test.get(Mailbox);
  });
  afterAll(() => test.close());

  const send = (key: string): Promise<void> =>
    mailbox.send({ key, to: 'a@b.example', subject: key, text: key });
  const subjects = async (): Promise<string[]> =>
    (await mailbox.list({ offset: 0, limit: 100 })).items.map((mail) => mail.subject);

  it('keeps a plain insert that was made while another transaction was open and rolled back', async () => {
    const failing = unitOfWork.run(async () => {
      await send('rolled-back');
      await sleep(50);
      throw new Error('roll back');
    });
    await sleep(10);
    const plain = send('plain');
    await expect(failing).rejects.toThrow('roll back');
    await plain;
    expect(await subjects()).toContain('plain');
    expect(await subjects()).not.toContain('rolled-back');
  });

  it('keeps a transaction that committed while another one rolled back', async () => {
    const failing = unitOfWork.run(async () => {
      await send('other-rolled-back');
      await sleep(50);
      throw new Error('roll back');
    });
    const committed = unitOfWork.run(() => send('committed'));
    await expect(failing).rejects.toThrow('roll back');
    await committed;
    expect(await subjects()).toContain('committed');
    expect(await subjects()).not.toContain('other-rolled-back');
  });

  it('joins a nested run, so that the outer rollback takes the inner work back', async () => {
    const outer = unitOfWork.run(async () => {
      await unitOfWork.run(() => send('nested'));
      throw new Error('outer failed');
    });
    await expect(outer).rejects.toThrow('outer failed');
    expect(await subjects()).not.toContain('nested');
  });

  it('runs effects after the commit and never after a rollback', async () => {
    const effects: string[] = [];
    await unitOfWork.run(async () => {
      unitOfWork.afterCommit(() => effects.push('committed'));
      await send('with-effect');
      expect(effects).toEqual([]);
    });
    const failing = unitOfWork.run(() => {
      unitOfWork.afterCommit(() => effects.push('rolled back'));
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(effects).toEqual(['committed']);
  });

  it('keeps amounts beyond two to the fifty-third exact', async () => {
    const [row] = await test
      .get(DataSource)
      .query<{ big: unknown }[]>('SELECT 9007199254740993 AS big');
    expect(String(row?.big)).toBe('9007199254740993');
  });
});
