import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SettingsAnswer, SettingsPatch } from '@tallysheet/contract';
import { Api } from '../core/api';
import { ApiProblem } from '../core/api-problem';
import { Messages } from '../core/messages';
import { Toasts } from '../core/toasts';
import { SettingsPage } from './settings-page';

describe('The settings page', () => {
  let fixture: ComponentFixture<SettingsPage>;
  let page: HTMLElement;
  let saved: SettingsAnswer;
  const api = {
    settings: jest.fn(() => Promise.resolve(saved)),
    updateSettings: jest.fn((patch: SettingsPatch) => Promise.resolve((saved = { ...saved, ...patch }))),
  };

  beforeEach(async () => {
    localStorage.clear();
    jest.clearAllMocks();
    saved = {
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
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: api }] });
    TestBed.inject(Messages).setLanguage('en');
    fixture = TestBed.createComponent(SettingsPage);
    page = fixture.nativeElement as HTMLElement;
    // A submit button outside its form reaches it only in the document.
    document.body.append(page);
    await fixture.whenStable();
  });

  afterEach(() => {
    fixture.destroy();
    page.remove();
  });

  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((candidate) => candidate.textContent.trim() === name)!;
  async function type(text: string): Promise<void> {
    const field = page.querySelector<HTMLInputElement>('#workspace-name')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }
  async function choose(label: string): Promise<void> {
    const option = [...page.querySelectorAll('label')].find((candidate) => candidate.textContent.includes(label))!;
    option.querySelector('input')!.click();
    await fixture.whenStable();
  }
  async function save(): Promise<void> {
    button('Save').click();
    await fixture.whenStable();
  }

  it('has nothing to save at first', () => {
    expect(button('Save').disabled).toBe(true);
    expect(page.textContent).not.toContain('Not saved');
  });

  it('marks what is not saved, and saves it', async () => {
    await type('Southfold');
    expect(page.textContent).toContain('Not saved');
    await save();
    expect(api.updateSettings).toHaveBeenCalledWith({ workspaceName: 'Southfold' });
    expect(page.textContent).not.toContain('Not saved');
    expect(TestBed.inject(Toasts).current()?.text).toBe('Settings saved.');
  });

  it('says at the field what is missing, and does not save', async () => {
    await type(' ');
    expect(page.querySelector('#workspace-name')?.getAttribute('aria-invalid')).toBe('true');
    expect(page.textContent).toContain('The workspace needs a name.');
    expect(button('Save').disabled).toBe(true);
  });

  it('says at the field what the server refuses', async () => {
    const refused = new ApiProblem({ code: 'unknown-time-zone', status: 400, path: 'timeZone' });
    api.updateSettings.mockRejectedValueOnce(refused);
    await type('Southfold');
    await save();
    const row = page.querySelector('ts-time-zone-field')!.closest('ts-setting-row')!;
    expect(row.querySelector('.field-error')?.textContent).toBe('This time zone is not known.');
    expect(page.textContent).toContain('Not saved');
  });

  it('says what else went wrong, and keeps what was typed', async () => {
    api.updateSettings.mockRejectedValueOnce(new ApiProblem({ code: 'offline' }));
    await type('Southfold');
    await save();
    expect(page.querySelector('.notice-negative')?.textContent).toContain('The server does not answer.');
    expect(page.querySelector<HTMLInputElement>('#workspace-name')?.value).toBe('Southfold');
  });

  it('warns before a change that recounts everything', async () => {
    expect(page.textContent).not.toContain('Saving this recounts everything.');
    await choose('The soft bounce counts');
    expect(page.textContent).toContain('Saving this recounts everything.');
  });

  it('asks for the key only where sends are told apart', async () => {
    expect(page.querySelector('#repeat-key')).toBeNull();
    await choose('A message per send');
    expect(page.querySelector('#repeat-key')).not.toBeNull();
  });

  it('shows that everything is being recounted', async () => {
    api.updateSettings.mockImplementationOnce((patch) => Promise.resolve({ ...saved, ...patch, rebuilding: true }));
    await choose('The soft bounce counts');
    await save();
    expect(page.querySelector('[role=status]')?.textContent).toContain('Everything is being recounted.');
  });

  it('saves a parameter of links that is personal, and warns of what that recounts', async () => {
    const field = page.querySelector<HTMLInputElement>('#personal-parameters')!;
    field.value = 'seat,';
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(page.textContent).toContain('Saving this joins or parts links');
    await save();
    expect(api.updateSettings).toHaveBeenCalledWith({ links: { personalParameters: ['seat'] } });
    expect(page.textContent).not.toContain('Saving this joins or parts links');
  });

  it('says that links cannot change while something is being recounted', async () => {
    api.updateSettings.mockRejectedValueOnce(new ApiProblem({ code: 'settings-changing', status: 409 }));
    const field = page.querySelector<HTMLInputElement>('#personal-parameters')!;
    field.value = 'seat,';
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    await save();
    expect(page.querySelector('.notice-negative')?.textContent).toContain('Everything is being recounted.');
    expect(page.textContent).toContain('Not saved');
  });

  it('says at a domain alias what is wrong with it once its row is left, and saves it when it is right', async () => {
    button('Add a domain').click();
    await fixture.whenStable();
    const [alias, main] = page.querySelectorAll<HTMLInputElement>('ts-domain-aliases input');
    const enterText = async (field: HTMLInputElement, text: string) => {
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    await enterText(alias!, 'GoogleMail.com');
    expect(page.querySelector('ts-domain-aliases .field-error')).toBeNull();
    expect(button('Save').disabled).toBe(true);
    page.querySelector<HTMLInputElement>('#workspace-name')!.focus();
    await fixture.whenStable();
    expect(page.querySelector('ts-domain-aliases .field-error')?.textContent).toBe('Both domains are needed.');
    await enterText(main!, 'gmail.com');
    await save();
    expect(api.updateSettings).toHaveBeenCalledWith({ domains: { aliases: { 'googlemail.com': 'gmail.com' } } });
  });

  it('says when everything has been recounted', async () => {
    api.updateSettings.mockImplementationOnce((patch) => Promise.resolve({ ...saved, ...patch, rebuilding: true }));
    await choose('The soft bounce counts');
    jest.useFakeTimers();
    try {
      button('Save').click();
      await jest.advanceTimersByTimeAsync(2000);
      expect(TestBed.inject(Toasts).current()?.text).toBe('Everything has been recounted.');
    } finally {
      jest.useRealTimers();
    }
  });
});
