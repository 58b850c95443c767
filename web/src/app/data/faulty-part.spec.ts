import type { RejectedRow } from '@tallysheet/contract';
import { readHead } from './csv-line';
import { markFault } from './faulty-part';

const row = (raw: string, field: string | null, code: RejectedRow['code'] = 'bad-date'): RejectedRow => ({
  ...{ line: 7, code, field, detail: '', raw },
});

describe('The fault in a rejected row', () => {
  it('is the field that the head of the file names', () => {
    const head = readHead('leadId;"Date";type\n1;2;3');
    expect(head).toEqual({ delimiter: ';', names: ['leadId', 'Date', 'type'] });
    expect(markFault(row('12;yesterday;6', 'activityDate'), head, { activityDate: 'Date' })).toEqual({
      before: '12;',
      fault: 'yesterday',
      after: ';6',
    });
  });

  it('is found by the usual order of columns where the file is not at hand', () => {
    expect(markFault(row('g,1,tomorrow,6,5,4,"a, b",{}', 'activityDate'), null).fault).toBe('tomorrow');
    expect(markFault(row('g,1,x,6,5,4,"a, b",{', 'attributes'), null).fault).toBe('{');
  });

  it('shows an empty field by what stands around it', () => {
    expect(markFault(row('g,,2026,6,5,4,n,{}', 'leadId', 'missing-person'), null)).toEqual({
      before: 'g',
      fault: ',,',
      after: '2026,6,5,4,n,{}',
    });
  });

  it('is the last field where the file ends in it', () => {
    expect(markFault(row('g,1,2026-11-20T17:2', null, 'file-ends-early'), null).fault).toBe('2026-11-20T17:2');
  });

  it('is not marked where it is not known, and line ends are shown as such', () => {
    expect(markFault(row('a,b\nc', null, 'bad-quote'), null)).toEqual({ before: 'a,b⏎c', fault: '', after: '' });
    expect(markFault(row('a,b', 'leadId'), null).fault).toBe('');
  });

  it('stays in sight in a long row', () => {
    const marked = markFault(row(`${'x'.repeat(300)},1,bad,6,5,4,n,{}`, 'activityDate'), null);
    expect(marked.before).toHaveLength(45);
    expect(marked.before.startsWith('…')).toBe(true);
  });
});
