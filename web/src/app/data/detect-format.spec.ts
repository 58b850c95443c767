import { detectFormat } from './detect-format';
import { fileStart } from './file-start';

jest.mock('./file-start', () => ({ fileStart: jest.fn() }));

describe('The format of a file', () => {
  it.each([
    ['\ufeff  {"result": []}', 'marketo-assets'],
    ['[\n{}]', 'marketo-assets'],
    ['leadId,activityDate', 'marketo-activities'],
    ['[{"id": "1", "kind" : "sent", "at": "2026-03-02T08:00:00Z"', 'events'],
    ['{"kind":"sent","at":"2026-03-02T08:00:00Z"}\n{', 'events'],
    ['\ufeffid;"kind";at;person.id\n1;sent;', 'events'],
    ['kind,at', 'events'],
    ['mankind,at\nkind,at', 'marketo-activities'],
    ['id,email,First name,City', 'people'],
    ['\ufeff"E-Mail";"Attributes"', 'marketo-activities'],
    ['\ufeff"E-Mail";"Stadt"\r\n', 'people'],
    ['leadId\tScore\tCreated At', 'people'],
    ['email,Type,Birthday', 'people'],
    ['Lead ID,Date,Type,Campaign', 'marketo-activities'],
    ['Person ID,activityTypeId,Email', 'marketo-activities'],
    ['City,Country', 'marketo-activities'],
    ['<!doctype html>', 'marketo-activities'],
    ['', 'marketo-activities'],
  ])('of one that begins with %j is %s', async (start, format) => {
    jest.mocked(fileStart).mockResolvedValue(start);
    expect(await detectFormat(new File([], 'x'))).toBe(format);
  });
});
