import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Asset } from '@tallysheet/contract';
import { Api } from '../core/api';
import { ApiProblem } from '../core/api-problem';
import { Catalogue } from '../core/catalogue';
import { Messages } from '../core/messages';
import { PreviewDrawer } from './preview-drawer';

const ASSET: Asset = {
  id: '42',
  name: 'Spring is here – EN',
  channel: 'email',
  programId: '1',
  programName: 'Spring launch',
  subject: 'Spring is here',
  fromName: 'Northfold',
  fromEmail: 'hello@northfold.example',
  replyTo: 'hello@northfold.example',
  preheader: 'Three pieces',
  text: 'Hello in text',
  hasHtml: true,
  hasContent: true,
  openTracking: true,
  remotePictures: 2,
};

/** jsdom lays nothing out: the frame is told that there is room. */
class RoomObserver {
  constructor(private readonly tell: (entries: { contentRect: { width: number; height: number } }[]) => void) {}
  observe(): void {
    this.tell([{ contentRect: { width: 800, height: 600 } }]);
  }
  disconnect(): void {
    this.tell([]);
  }
}

describe('The preview beside a sheet', () => {
  let fixture: ComponentFixture<PreviewDrawer>;
  let page: HTMLElement;
  const asset = jest.fn<Promise<Asset>, [string]>();
  const heard = { closed: jest.fn(), next: jest.fn(), previous: jest.fn() };
  const columns = [
    { id: 'sent', label: 'Sent', unit: 'count', rule: '' },
    { id: 'openRate', label: '% Opened', unit: 'rate', rule: 'Opened ÷ Delivered' },
    { id: 'clickToOpenRate', label: 'Click to open', unit: 'rate', rule: '' },
  ];
  const api = {
    asset,
    previewUrl: (id: string, { pictures }: { pictures: boolean }) =>
      `/api/assets/${id}/preview${pictures ? '?pictures=remote' : ''}`,
  };

  beforeEach(() => {
    jest.clearAllMocks();
    Object.assign(globalThis, { ResizeObserver: RoomObserver });
    asset.mockResolvedValue(ASSET);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Api, useValue: { ...api, settings: () => new Promise(() => undefined) } },
        { provide: Catalogue, useValue: { types: () => [{ columns }] } },
      ],
    });
    TestBed.inject(Messages).setLanguage('en');
  });
  afterEach(() => page.remove());

  async function show(inputs: Record<string, unknown> = {}): Promise<void> {
    fixture = TestBed.createComponent(PreviewDrawer);
    fixture.componentRef.setInput('assetId', '42');
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    for (const [name, listener] of Object.entries(heard)) {
      fixture.componentInstance[name as keyof typeof heard].subscribe(listener);
    }
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await settled();
  }
  async function settled(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) await fixture.whenStable();
  }
  const words = (selector: string) => readWords(page.querySelector(selector));
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((candidate) => candidate.textContent.trim() === name)!;
  const press = (key: string) => page.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

  it('shows name, subject, sender, preheader and the figures of the row', async () => {
    await show({ values: { sent: 31940, openRate: 0.402, clickToOpenRate: null, subject: 'x' } });
    expect(words('h2')).toBe('Spring is here – EN');
    expect(words('ts-preview-facts')).toBe(
      'Subject Spring is here From Northfold <hello@northfold.example> Preheader Three pieces',
    );
    expect(words('ts-preview-figures')).toBe('Sent 31,940 % Opened 40.2% Click to open –');
  });

  it('holds the mail in a frame without scripts and without an origin of its own', async () => {
    await show();
    const frame = page.querySelector('iframe')!;
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('src')).toBe('/api/assets/42/preview');
  });

  it('fetches remote pictures only when asked, and asks anew for the next email', async () => {
    await show();
    button('Allow remote pictures').click();
    await settled();
    expect(page.querySelector('iframe')!.getAttribute('src')).toBe('/api/assets/42/preview?pictures=remote');
    asset.mockResolvedValue({ ...ASSET, id: '43' });
    fixture.componentRef.setInput('assetId', '43');
    await settled();
    expect(page.querySelector('iframe')!.getAttribute('src')).toBe('/api/assets/43/preview');
  });

  it('does not offer remote pictures where there are none', async () => {
    asset.mockResolvedValue({ ...ASSET, remotePictures: 0 });
    await show();
    expect(button('Allow remote pictures')).toBeUndefined();
  });

  it('shows the text version', async () => {
    await show();
    button('Text').click();
    await settled();
    expect(words('pre')).toBe('Hello in text');
    expect(page.querySelector('iframe')).toBeNull();
  });

  it('says what to do where no content was imported', async () => {
    asset.mockResolvedValue({ ...ASSET, hasHtml: false, hasContent: false, text: null, subject: null });
    await show();
    expect(words('.state-title')).toBe('No content imported');
    expect(page.querySelector('a[href="/data?format=marketo-assets"]')).not.toBeNull();
  });

  it('says what failed and tries again', async () => {
    asset.mockRejectedValueOnce(new ApiProblem({ code: 'internal', detail: 'It broke.', requestId: 'r-1' }));
    await show();
    expect(words('.state')).toBe('The email could not be loaded. It broke. Try again Request r-1');
    button('Try again').click();
    await settled();
    expect(words('h2')).toBe('Spring is here – EN');
  });

  it('goes up and down by keys, not past the ends, and Esc closes', async () => {
    await show({ position: { index: 1, count: 2 } });
    expect(words('.position')).toBe('1 of 2');
    expect(document.activeElement).toBe(page);
    press('ArrowUp');
    expect(heard.previous).not.toHaveBeenCalled();
    press('ArrowDown');
    expect(heard.next).toHaveBeenCalledTimes(1);
    fixture.componentRef.setInput('position', { index: 2, count: 2 });
    await settled();
    press('ArrowDown');
    expect(heard.next).toHaveBeenCalledTimes(1);
    press('ArrowUp');
    expect(heard.previous).toHaveBeenCalledTimes(1);
    press('Escape');
    expect(heard.closed).toHaveBeenCalledTimes(1);
  });
});

/** What is read on screen: the texts inside, one after the other. */
function readWords(element: Node | null): string {
  if (!element) return '';
  if (element.nodeType === Node.TEXT_NODE) return element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return [...element.childNodes].map(readWords).filter(Boolean).join(' ');
}
