import { TestBed } from '@angular/core/testing';
import { Messages } from './messages';

describe('The language of the screen', () => {
  beforeEach(() => localStorage.clear());

  it('is the workspace’s until the reader chooses one', () => {
    const messages = TestBed.inject(Messages);
    messages.followWorkspace('fr');
    expect(messages.t('shell.settings')).toBe('Paramètres');

    messages.setLanguage('en');
    messages.followWorkspace('fr');
    expect(messages.t('shell.settings')).toBe('Settings');
  });

  it('is remembered in this browser', () => {
    TestBed.inject(Messages).setLanguage('fr');
    TestBed.resetTestingModule();
    expect(TestBed.inject(Messages).language()).toBe('fr');
  });

  it('is told to the browser', () => {
    TestBed.inject(Messages).setLanguage('fr');
    TestBed.tick();
    expect(document.documentElement.lang).toBe('fr');
  });
});
