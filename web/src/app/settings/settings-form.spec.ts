import type { SettingsAnswer } from '@tallysheet/contract';
import { SettingsForm } from './settings-form';

const SAVED: SettingsAnswer = {
  workspaceName: 'Northfold',
  timeZone: 'Europe/Paris',
  weekStart: 'monday',
  language: 'en',
  repeatSends: 'collapse',
  repeatKey: 'run',
  softBounce: 'last-word',
  bots: { proximitySeconds: 0 },
  links: { personalParameters: [] },
  domains: { aliases: {} },
  rebuilding: false,
};

function loaded(): SettingsForm {
  const form = new SettingsForm();
  form.reset(SAVED);
  return form;
}

describe('The settings being edited', () => {
  it('are unchanged at first', () => {
    const form = loaded();
    expect(form.dirty()).toBe(false);
    expect(form.changes()).toEqual({});
  });

  it('send only what was changed', () => {
    const form = loaded();
    form.set('weekStart', 'sunday');
    form.set('bots', { proximitySeconds: 2 });
    expect(form.changes()).toEqual({ weekStart: 'sunday', bots: { proximitySeconds: 2 } });
  });

  it('are unchanged again when a change is taken back', () => {
    const form = loaded();
    form.set('bots', { proximitySeconds: 2 });
    form.set('bots', { proximitySeconds: 0 });
    expect(form.dirty()).toBe(false);
  });

  it('go back to what is saved when they are discarded', () => {
    const form = loaded();
    form.set('workspaceName', 'Southfold');
    form.discard();
    expect(form.draft()?.workspaceName).toBe('Northfold');
  });

  it.each([
    ['repeatSends', 'separate', true],
    ['softBounce', 'wins', true],
    ['bots', { proximitySeconds: 1 }, true],
    ['timeZone', 'UTC', false],
    ['workspaceName', 'Southfold', false],
  ] as const)('know for %s whether saving recounts everything', (field, value, recounts) => {
    const form = loaded();
    form.set(field, value);
    expect(form.recounts()).toBe(recounts);
  });

  it('leave the key of repeated sends alone while they count once', () => {
    const form = loaded();
    form.set('repeatKey', 'messageId');
    expect(form.changes()).toEqual({});
    form.set('repeatSends', 'separate');
    expect(form.changes()).toEqual({ repeatSends: 'separate', repeatKey: 'messageId' });
  });

  it('ask for a name of reasonable length', () => {
    const form = loaded();
    form.set('workspaceName', '   ');
    expect(form.errors()).toEqual({ workspaceName: 'settings.workspace-name-missing' });
    form.set('workspaceName', 'n'.repeat(256));
    expect(form.errors()).toEqual({ workspaceName: 'settings.workspace-name-long' });
    expect(form.valid()).toBe(false);
  });

  it('know that personal parameters recount the messages of some links, not everything', () => {
    const form = loaded();
    form.set('links', { personalParameters: ['seat'] });
    expect(form.changes()).toEqual({ links: { personalParameters: ['seat'] } });
    expect([form.recountsLinks(), form.recounts()]).toEqual([true, false]);
  });

  it('take no parameter that is too long, and not too many', () => {
    const form = loaded();
    form.set('links', { personalParameters: ['p'.repeat(129)] });
    expect(form.errors()).toEqual({ links: 'settings.personal-parameters-limit' });
    form.set('links', { personalParameters: Array.from({ length: 201 }, (_, n) => `p${n}`) });
    expect(form.errors()).toEqual({ links: 'settings.personal-parameters-limit' });
  });

  it('are not valid while a domain alias is half-written, and are as saved once it is taken away', () => {
    const form = loaded();
    form.setAliasRows([{ alias: 'googlemail.com', main: '' }]);
    expect([form.dirty(), form.valid()]).toEqual([true, false]);
    form.setAliasRows([{ alias: 'googlemail.com', main: 'gmail.com' }]);
    expect(form.changes()).toEqual({ domains: { aliases: { 'googlemail.com': 'gmail.com' } } });
    expect(form.valid()).toBe(true);
    form.setAliasRows([{ alias: '', main: '' }]);
    expect([form.dirty(), form.valid()]).toEqual([false, true]);
  });

  it('bring saved domain aliases back when changes to them are discarded', () => {
    const form = new SettingsForm();
    form.reset({ ...SAVED, domains: { aliases: { 'googlemail.com': 'gmail.com' } } });
    form.setAliasRows([]);
    expect(form.changes()).toEqual({ domains: { aliases: {} } });
    form.discard();
    expect(form.aliasRows()).toEqual([{ alias: 'googlemail.com', main: 'gmail.com' }]);
  });
});
