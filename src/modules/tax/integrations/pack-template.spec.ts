import { fillIn, maskMarks, nameJurisdiction } from './pack-template.js';

const TEMPLATE = {
  status: 'complete',
  liability: [
    { id: '__cc__.l1', when: { 'seller.country': '__CC__' } },
    { id: '__cc__.l9', when: {} },
  ],
  rates: { zero: ['0'] },
  notes: { n: { en: 'Exempt' } },
};
const read = (_name: string, jurisdiction: string): unknown =>
  JSON.parse(nameJurisdiction(JSON.stringify(TEMPLATE), jurisdiction));

describe('fillIn', () => {
  it('puts own rules before those of the template and names the jurisdiction in them', () => {
    const filled = fillIn(
      { template: 'vat', jurisdiction: 'SG', liability: [{ id: 'sg.x', when: {} }] },
      read,
    );
    expect(filled).toMatchObject({
      status: 'complete',
      template: 'vat',
      liability: [
        { id: 'sg.x' },
        { id: 'sg.l1', when: { 'seller.country': 'SG' } },
        { id: 'sg.l9' },
      ],
    });
  });

  it('lets an own rule with the same id take the place of the template’s', () => {
    const own = { id: 'sg.l1', when: { live: true } };
    expect(fillIn({ template: 'vat', jurisdiction: 'SG', liability: [own] }, read)).toMatchObject({
      liability: [own, { id: 'sg.l9' }],
    });
  });

  it('leaves out what the file does without, and merges mappings', () => {
    const filled = fillIn(
      {
        template: 'vat',
        jurisdiction: 'SG',
        without: ['sg.l1', 'zero'],
        notes: { n: { fr: 'Exonéré' } },
      },
      read,
    );
    expect(filled).toEqual({
      template: 'vat',
      jurisdiction: 'SG',
      status: 'complete',
      liability: [{ id: 'sg.l9', when: {} }],
      rates: {},
      notes: { n: { en: 'Exempt', fr: 'Exonéré' } },
    });
  });

  it('leaves a file without a template as it is', () => {
    const file = { jurisdiction: 'DE', liability: [] };
    expect(fillIn(file, read)).toBe(file);
  });
});

describe('maskMarks', () => {
  it('hides the marks from YAML until the jurisdiction is known', () => {
    expect(nameJurisdiction(maskMarks('{ id: {cc}.l1, when: {CC} }'), 'CA-ON')).toBe(
      '{ id: ca-on.l1, when: CA-ON }',
    );
  });
});
