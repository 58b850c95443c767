import { detectFormat } from './detect-format';
import { fileStart } from './file-start';

jest.mock('./file-start', () => ({ fileStart: jest.fn() }));

describe('The format of a file', () => {
  it.each([
    ['\ufeff  {"result": []}', 'marketo-assets'],
    ['[\n{}]', 'marketo-assets'],
    ['leadId,activityDate', 'marketo-activities'],
    ['<!doctype html>', 'marketo-activities'],
    ['', 'marketo-activities'],
  ])('of one that begins with %j is %s', async (start, format) => {
    jest.mocked(fileStart).mockResolvedValue(start);
    expect(await detectFormat(new File([], 'x'))).toBe(format);
  });
});
