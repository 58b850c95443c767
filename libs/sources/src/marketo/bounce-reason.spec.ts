import { bounceReasonCode } from './bounce-reason';

describe('the reason of a bounce', () => {
  it.each([
    ['1', '550 5.1.1 user unknown', 'refused'],
    ['2', undefined, 'user-unknown'],
    ['2', '550 5.1.1 The email account that you tried to reach does not exist', 'user-unknown'],
    ['2', '550 5.1.2 bad destination', 'invalid-domain'],
    ['2', 'Host unknown', 'invalid-domain'],
    ['2', '550 5.2.1 The email account is disabled', 'account-disabled'],
    ['2', 'Message rejected as spam', 'user-unknown'],
    ['3', undefined, 'unreachable'],
    ['3', '452 4.2.2 The email account is over quota', 'mailbox-full'],
    ['3', '554 5.7.1 rejected', 'refused'],
    ['4', undefined, 'not-defined'],
    ['4', '421 4.4.2 Connection timed out', 'unreachable'],
    ['9', 'something odd', 'not-defined'],
    [undefined, '550 5.7.606 Access denied, banned sending IP', 'refused'],
    [undefined, 'from 10.5.1.1: odd', 'not-defined'],
    [undefined, undefined, 'not-defined'],
  ])('of category %s with %j is %s', (category, details, code) => {
    expect(bounceReasonCode({ Category: category, Details: details })).toBe(code);
  });

  it('reads numbers, and the category from the subcategory when it is missing', () => {
    expect(bounceReasonCode({ Category: 2 })).toBe('user-unknown');
    expect(bounceReasonCode({ Subcategory: 1999 })).toBe('refused');
    expect(bounceReasonCode({ Category: 'null', Subcategory: '2003' })).toBe('user-unknown');
  });
});
