import { readFileSync } from 'node:fs';
import openapiTs, { astToString } from 'openapi-typescript';
import { describeApi } from '../../src/platform/http/api-description.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const TYPES = new URL('../../web/src/shared/api/schema.d.ts', import.meta.url);

describe('the description of the API', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is what the types of the pages were generated from (npm run api-types)', async () => {
    const description = JSON.parse(JSON.stringify(describeApi(test.app))) as Parameters<
      typeof openapiTs
    >[0];
    const fresh = astToString(await openapiTs(description, { alphabetize: true }));
    expect(lines(readFileSync(TYPES, 'utf8'))).toEqual(lines(fresh));
  });

  it('names the answer of every route that gives one', () => {
    const silent = Object.entries(describeApi(test.app).paths).flatMap(([path, methods]) =>
      Object.entries(
        methods as Record<string, { responses?: Record<string, { content?: object }> }>,
      )
        .filter(
          ([, operation]) =>
            !Object.entries(operation.responses ?? {}).some(
              ([status, answer]) => status === '204' || answer.content,
            ),
        )
        .map(([method]) => `${method} ${path}`),
    );
    expect(
      silent.filter(
        (route) => !/(files\/\{id\}|pictures\/\{fileId\}|pdf|\.ics|webhooks)/.test(route),
      ),
    ).toEqual([]);
  });
});

/** The header names the tool that wrote it; only what it says counts. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^( \*|\/\*\*)/.test(line));
}
