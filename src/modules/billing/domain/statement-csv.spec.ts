import { money } from '../../../shared/money.js';
import { statementCsv, type StatementRow } from './statement-csv.js';

const ROW: StatementRow = {
  performedOn: '2026-11-22',
  kind: 'session',
  title: 'Rescue your sourdough',
  sessionId: 's1',
  collected: money(1234n, 'EUR'),
  commission: money(247n, 'EUR'),
  commissionTax: money(49n, 'EUR'),
  withheld: money(0n, 'EUR'),
  paid: money(938n, 'EUR'),
};

describe('statementCsv', () => {
  it('writes one line for each session, amounts with all their digits', () => {
    const [head, line] = statementCsv([ROW]).split('\r\n');
    expect(head).toBe(
      'performed_on,kind,title,session_id,currency,collected,commission,commission_tax,withheld,paid_out',
    );
    expect(line).toBe('2026-11-22,session,Rescue your sourdough,s1,EUR,12.34,2.47,0.49,0.00,9.38');
  });

  it('quotes what would break a line, and lets no title be run as a formula', () => {
    const csv = statementCsv([{ ...ROW, title: '=cmd|"/c calc", twice' }]);
    expect(csv).toContain(`"'=cmd|""/c calc"", twice"`);
  });
});
