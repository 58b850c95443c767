import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Link, LinkPage, LinkPatch } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { ApiProblem } from '../../core/api-problem';
import { Messages } from '../../core/messages';
import { Toasts } from '../../core/toasts';
import { LinksPage } from './links-page';

const LONG = `https://shop.example/${'boots/'.repeat(30)}?utm_content=footer-link`;
const link = (values: Partial<Link>): Link => ({
  id: 'a',
  url: 'https://shop.example/shoes',
  label: null,
  category: null,
  type: 'tracked',
  totalClicks: 12345,
  ...values,
});

describe('The page of links', () => {
  let fixture: ComponentFixture<LinksPage>;
  let page: HTMLElement;
  let links: Link[];
  let next: number | null;
  let isRecounting: boolean;
  const api = {
    links: jest.fn((_: { search?: string; after?: number }): Promise<LinkPage> =>
      Promise.resolve({ links, total: links.length, next }),
    ),
    updateLink: jest.fn((id: string, patch: LinkPatch) => {
      const changed = { ...links.find((known) => known.id === id)!, ...patch };
      links = links.map((known) => (known.id === id ? changed : known));
      return Promise.resolve(changed);
    }),
    settings: jest.fn(() => Promise.resolve({ rebuilding: isRecounting })),
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    localStorage.clear();
    links = [link({ label: 'Shoes', category: 'Shop' }), link({ id: 'b', url: 'malformed', totalClicks: 0 })];
    next = null;
    isRecounting = false;
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: api }] });
    TestBed.inject(Messages).setLanguage('en');
  });
  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  async function settled(ms = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    await fixture.whenStable();
  }
  async function open(): Promise<void> {
    fixture = TestBed.createComponent(LinksPage);
    page = fixture.nativeElement as HTMLElement;
    const shown = fixture.whenStable();
    await jest.advanceTimersByTimeAsync(0);
    await shown;
    await settled();
  }
  const rows = () => [...page.querySelectorAll<HTMLElement>('tbody tr')];
  const text = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim();
  const button = (name: string) => [...page.querySelectorAll('button')].find((candidate) => text(candidate) === name)!;
  async function choose(row: number, type: string): Promise<void> {
    const field = rows()[row]!.querySelector('select')!;
    field.value = type;
    field.dispatchEvent(new Event('change'));
    await settled();
  }
  async function type(words: string): Promise<void> {
    const field = page.querySelector<HTMLInputElement>('input[type=search]')!;
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await settled(100);
  }

  it('names each link, what it is for, what that counts as, and its clicks', async () => {
    await open();
    const [first, second] = rows();
    expect(text(first?.querySelector('b'))).toBe('Shoes');
    expect(text(first?.querySelector('.address'))).toBe('https://shop.example/shoes');
    expect(text(first?.querySelector('.category'))).toBe('Shop');
    expect(first?.querySelector('select')?.value).toBe('tracked');
    expect(text(first?.querySelector('.as'))).toBe('Click, open');
    expect(text(first?.querySelector('.clicks .wide-only'))).toBe('12,345');
    expect(text(second?.querySelector('.address'))).toBe('Malformed addresses');
  });

  it('tells the whole of an address that is too long for its place', async () => {
    links = [link({ url: LONG })];
    await open();
    const address = rows()[0]!.querySelector<HTMLElement>('.address')!;
    expect(address.title).toBe(LONG);
    expect(text(address.lastElementChild)).toBe('tm_content=footer-link');
  });

  it('searches when typing rests, and keeps what is searched for in the address', async () => {
    await open();
    await type('sho');
    await type('shoes');
    expect(api.links).toHaveBeenCalledTimes(1);
    await settled(300);
    expect(api.links).toHaveBeenCalledTimes(2);
    expect(api.links).toHaveBeenLastCalledWith({ search: 'shoes' });
    expect(TestBed.inject(Router).url).toBe('/?search=shoes');
  });

  it('says what was not found, and takes the search back', async () => {
    await open();
    const all = links;
    links = [];
    await type('hats');
    await settled(300);
    expect(text(page.querySelector('.nothing p'))).toBe('No link has “hats” in its address or name.');
    links = all;
    button('Clear the search').click();
    await settled();
    expect(rows()).toHaveLength(2);
  });

  it('shows further links on demand', async () => {
    next = 2;
    await open();
    links = [link({ id: 'c', label: 'Hats' })];
    next = null;
    button('Show more').click();
    await settled();
    expect(api.links).toHaveBeenLastCalledWith({ search: '', after: 2 });
    expect(rows()).toHaveLength(3);
    expect(button('Show more')).toBeUndefined();
  });

  it('says that links are being recounted once a type was changed, and then shows the new numbers', async () => {
    await open();
    isRecounting = true;
    await choose(0, 'unsubscribe');
    expect(api.updateLink).toHaveBeenCalledWith('a', { type: 'unsubscribe' });
    expect(text(rows()[0]?.querySelector('.as'))).toBe('Opt-out click, open');
    expect(TestBed.inject(Toasts).current()?.text).toBe('Clicks on this link now count as opt-out clicks.');
    expect(text(page.querySelector('.head [role=status]'))).toContain('Links are being recounted.');
    links = links.map((known) => ({ ...known, totalClicks: 0 }));
    await settled(2000);
    expect(text(page.querySelector('.head [role=status]'))).toContain('Links are being recounted.');
    isRecounting = false;
    await settled(2000);
    expect(text(page.querySelector('.head [role=status]'))).toBe('2 links');
    expect(text(rows()[0]?.querySelector('.clicks .wide-only'))).toBe('0');
  });

  it('takes a change of type back', async () => {
    await open();
    await choose(0, 'mirror');
    TestBed.inject(Toasts).act(TestBed.inject(Toasts).current()!);
    await settled();
    expect(api.updateLink).toHaveBeenLastCalledWith('a', { type: 'tracked' });
    expect(rows()[0]?.querySelector('select')?.value).toBe('tracked');
  });

  it('puts the type back that could not be changed, and says why', async () => {
    await open();
    api.updateLink.mockRejectedValueOnce(new ApiProblem({ code: 'offline' }));
    await choose(0, 'mirror');
    expect(rows()[0]?.querySelector('select')?.value).toBe('tracked');
    expect(TestBed.inject(Toasts).current()?.text).toBe('The server does not answer. Nothing was changed.');
  });

  it('is only to look at for who may not change it', async () => {
    await open();
    api.updateLink.mockRejectedValueOnce(new ApiProblem({ code: 'forbidden', status: 403 }));
    await choose(0, 'mirror');
    expect(text(page.querySelector('.notice'))).toBe('You may look at links, but not change them.');
    expect(page.querySelector('tbody select, tbody button')).toBeNull();
    expect(text(rows()[0]?.querySelector('.type'))).toBe('Tracked');
  });

  it('says what will stand here while nobody has clicked', async () => {
    links = [];
    await open();
    expect(text(page.querySelector('.empty h2'))).toBe('No link has been clicked yet');
    expect(page.querySelector('.empty a')?.getAttribute('href')).toBe('/data');
  });

  it('says what failed, and tries again', async () => {
    api.links.mockRejectedValueOnce(new ApiProblem({ code: 'offline' }));
    await open();
    expect(text(page.querySelector('[role=alert]'))).toContain('The server does not answer.');
    button('Try again').click();
    await settled();
    expect(rows()).toHaveLength(2);
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('gives a link another name and category', async () => {
    // Where nothing is laid out, the dialog cannot see that its field can take the focus.
    jest.spyOn(console, 'warn').mockImplementationOnce(() => undefined);
    await open();
    page.querySelector<HTMLButtonElement>('tbody .act button')!.click();
    await settled();
    const dialog = document.querySelector('ts-link-dialog')!;
    expect(text(dialog.querySelector('.address'))).toBe('https://shop.example/shoes');
    for (const [id, value] of [
      ['link-label', 'All shoes'],
      ['link-category', ' '],
    ] as const) {
      const field = dialog.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }
    dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled(500);
    expect(api.updateLink).toHaveBeenCalledWith('a', { label: 'All shoes', category: null });
    expect(text(rows()[0]?.querySelector('b'))).toBe('All shoes');
    expect(text(rows()[0]?.querySelector('.category'))).toBe('');
  });
});
