import { TestBed } from '@angular/core/testing';
import { Messages } from '../../core/messages';
import { RowWords } from './row-words';

describe('What rows are called', () => {
  const words = () => TestBed.inject(RowWords);

  beforeEach(() => TestBed.inject(Messages).setLanguage('en'));

  it('is told by the channel of the report', () => {
    expect([words().name('asset', 'email'), words().name('asset', 'sms')]).toEqual(['Email', 'SMS']);
  });

  it('heads their names, with a capital for the first only', () => {
    expect(words().heading(['program', 'domain'], 'email')).toBe('Program / recipient domain');
    expect(words().heading(['program', 'asset'], 'sms')).toBe('Program / SMS');
    TestBed.inject(Messages).setLanguage('fr');
    expect(words().heading(['domain', 'asset'], 'email')).toBe('Domaine du destinataire / e-mail');
  });

  it('is counted in the right number', () => {
    const counts = [
      { kind: 'program', count: 1 },
      { kind: 'domain', count: 12 },
    ] as const;
    expect(words().counts(counts)).toBe('1 program, 12 domains');
  });
});
