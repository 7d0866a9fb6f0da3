import { taxQuery } from './tax-query';

describe('taxQuery', () => {
  it('leaves out what is empty and what is not asked', () => {
    expect(taxQuery(new URLSearchParams('seller=FR&buyer=&price= 60 &utm=x'))).toEqual({
      seller: 'FR',
      price: '60',
    });
  });

  it('reads a decimal comma', () => {
    expect(taxQuery(new URLSearchParams({ price: '12,50' }))).toEqual({ price: '12.50' });
  });
});
