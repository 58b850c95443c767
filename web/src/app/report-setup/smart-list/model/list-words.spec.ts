import type { SmartList, SmartListRule } from '@tallysheet/contract';
import { listWords, type Names } from './list-words';

const TYPES: Record<string, 'number' | 'date' | 'boolean'> = {
  Âge: 'number',
  'Signed up': 'date',
  Newsletter: 'boolean',
};
const NODES: Record<string, string> = { p1: 'Spring launch', c1: 'Teaser', e1: 'Two days left', e2: 'Last call' };

const namesIn = (language: 'en' | 'fr'): Names => ({
  language,
  typeOf: (attribute) => TYPES[attribute] ?? 'text',
  node: (_, id) => NODES[id] ?? id,
  list: (id) => (id === 'vip' ? 'VIP' : undefined),
});
const all = (...rules: SmartListRule[]): SmartList => ({ match: 'all', rules });
const said = (list: SmartList) => [listWords(list, namesIn('en')), listWords(list, namesIn('fr'))];

describe('A smart list in words', () => {
  it('names what is known of people and what they did', () => {
    const list = all(
      { attribute: 'Country', operator: 'is', values: ['France', 'Belgium'] },
      { did: 'opened', timeFrame: { preset: 'last-30-days' } },
    );
    expect(said(list)).toEqual([
      'Country is France or Belgium · opened in the last 30 days',
      'Country est France ou Belgium · a ouvert dans les 30 derniers jours',
    ]);
  });

  it.each<[SmartListRule, string, string]>([
    [{ attribute: 'Country', operator: 'is-empty' }, 'Country is empty', 'Country est vide'],
    [
      { attribute: 'Âge', operator: 'between', from: 1000, to: 2500.5 },
      'Âge is between 1,000 and 2,500.5',
      'Âge est entre 1\u202f000 et 2\u202f500,5',
    ],
    [{ attribute: 'Âge', operator: 'at-least', value: 18 }, 'Âge is at least 18', 'Âge est au moins 18'],
    [
      { attribute: 'Signed up', operator: 'after', value: '2026-03-02' },
      'Signed up is after 2 Mar 2026',
      'Signed up est après le 2 mars 2026',
    ],
    [
      { attribute: 'Signed up', operator: 'between', from: '2026-03-02', to: '2026-03-04' },
      'Signed up is between 2 Mar 2026 and 4 Mar 2026',
      'Signed up est entre le 2 mars 2026 et le 4 mars 2026',
    ],
    [
      { attribute: 'Signed up', operator: 'in-past', amount: 30, unit: 'day' },
      'Signed up is in the past 30 days',
      'Signed up date d’au plus 30 jours',
    ],
    [
      { attribute: 'Signed up', operator: 'in-future', amount: 1, unit: 'year' },
      'Signed up is in the next year',
      'Signed up arrive d’ici 1 an',
    ],
    [{ attribute: 'Newsletter', operator: 'is', values: [true] }, 'Newsletter is yes', 'Newsletter est oui'],
    [{ did: 'clicked', not: true }, 'did not click', 'n’a pas cliqué'],
    [{ did: 'opened', not: true, atLeast: 3 }, 'opened fewer than 3 times', 'a ouvert moins de 3 fois'],
    [
      { did: 'clicked', atLeast: 2, link: 'shoes', timeFrame: { from: '2026-03-01', to: '2026-03-31' } },
      'clicked on a link with “shoes” at least 2 times from 1 Mar 2026 to 31 Mar 2026',
      'a cliqué sur un lien avec «\u00a0shoes\u00a0» au moins 2 fois du 1 mars 2026 au 31 mars 2026',
    ],
    [
      { did: 'opened', assets: ['e1', 'e2'], timeFrame: { from: '2026-03-01', to: '2026-03-01' } },
      'opened Two days left or Last call on 1 Mar 2026',
      'a ouvert Two days left ou Last call le 1 mars 2026',
    ],
    [
      { did: 'sent', not: true, programs: ['p1'] },
      'was not sent anything of Spring launch',
      'ne s’est pas vu envoyer un message de Spring launch',
    ],
    [
      { did: 'delivered', assets: ['e1'], campaigns: ['c1'], programs: ['p1'] },
      'received Two days left of Teaser of Spring launch',
      'a reçu Two days left de Teaser de Spring launch',
    ],
    [{ list: 'vip' }, 'in list “VIP”', 'dans la liste «\u00a0VIP\u00a0»'],
    [
      { list: 'old', not: true },
      'not in list “a list that is gone”',
      'hors de la liste «\u00a0une liste disparue\u00a0»',
    ],
  ])('tells %j', (rule, english, french) => {
    expect(said(all(rule))).toEqual([english, french]);
  });

  it('tells how rules go together, group in group', () => {
    const list: SmartList = {
      match: 'any',
      rules: [
        { did: 'opened' },
        { match: 'none', rules: [{ did: 'clicked' }, { match: 'any', rules: [] }] },
        { match: 'any', rules: [{ list: 'vip' }] },
      ],
    };
    expect(listWords(list, namesIn('en'))).toBe('any of: opened · (none of: clicked · (everybody)) · (in list “VIP”)');
  });

  it('counts names when there are many', () => {
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(said(all({ attribute: 'City', operator: 'contains', values }))).toEqual([
      'City contains a, b, c, d, or 3 others',
      'City contient a, b, c, d ou 3 autres',
    ]);
  });
});
