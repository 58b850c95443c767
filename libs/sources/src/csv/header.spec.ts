import { normalizeName, readHeader, resolveColumns } from './header';
import { looksLike } from './looks-like';

const wanted = new Set(['leadid', 'activitydate']);

describe('reading a header', () => {
  it.each([
    ['leadId,activityDate,note', ',', ['leadId', 'activityDate', 'note']],
    ['leadId\tactivityDate\tnote, long', '\t', ['leadId', 'activityDate', 'note, long']],
    ['leadId;activityDate;a,b,c,d', ';', ['leadId', 'activityDate', 'a,b,c,d']],
    ['"lead, the id","activityDate"', ',', ['lead, the id', 'activityDate']],
    ['x;y', ';', ['x', 'y']],
  ])('splits %j', (line, delimiter, names) => {
    expect(readHeader(line, wanted)).toEqual({ delimiter, names });
  });

  it('takes no line with broken quotes for a header', () => {
    expect(readHeader('"leadId', wanted)).toBeNull();
  });

  it('compares names without regard to case, spaces and a byte order mark', () => {
    expect(normalizeName('\ufeffLead  ID ')).toBe('leadid');
  });
});

describe('finding columns', () => {
  const columns = ['leadId', 'activityDate', 'campaignId'] as const;
  const find = (names: string[], mapping: [(typeof columns)[number], string][] = []): unknown =>
    resolveColumns(names, columns, ['leadId', 'activityDate'], new Map(mapping));

  it('finds them in any order, by their own or their given name', () => {
    expect(find(['ActivityDate', 'note', 'Lead Id'])).toEqual({ leadId: 2, activityDate: 0 });
    expect(
      find(
        ['Wann', 'Wer'],
        [
          ['leadId', 'wer'],
          ['activityDate', 'WANN'],
        ],
      ),
    ).toEqual({ leadId: 1, activityDate: 0 });
  });

  it('names what is missing, beside what is there', () => {
    expect(() => find(['leadId', 'x'])).toThrow(
      expect.objectContaining({ code: 'missing-columns', params: { missing: 'activityDate', found: 'leadId, x' } }),
    );
  });

  it('does not take another column for one that the mapping names', () => {
    expect(() => find(['leadId', 'activityDate', 'campaignId'], [['campaignId', 'Kampagne']])).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ missing: 'Kampagne' }) }),
    );
  });

  it('refuses a column that stands there twice, if it is used', () => {
    expect(() => find(['leadId', 'Lead ID', 'activityDate'])).toThrow(
      expect.objectContaining({ code: 'duplicate-columns', params: { columns: 'leadId' } }),
    );
    expect(find(['leadId', 'activityDate', 'note', 'note'])).toEqual({ leadId: 0, activityDate: 1 });
  });
});

describe('naming what a wrong file looks like', () => {
  it.each([
    ['\n<!DOCTYPE html><html>', 'html'],
    ['<html lang="en">', 'html'],
    ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['<?xml version="1.0"?><Error><Code>AccessDenied</Code>', 'xml'],
    ['{"success":false}', 'json'],
    ['[\n  {"id": 1}', 'json'],
    ['PK\u0003\u0004\u0014\u0006', 'zip'],
    ['%PDF-1.7', 'pdf'],
    ['\u0001\u0002\u0003abc\u0004', 'binary'],
    ['\ufffdPNG\r\n\u001a\n\rIHDR\u0001\ufffd\ufffd', 'binary'],
    ['a,b,c', 'text'],
    ['[x]', 'text'],
  ])('takes %j for %s', (text, name) => {
    expect(looksLike(text)).toBe(name);
  });
});
