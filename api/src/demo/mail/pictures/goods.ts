import type { MailLanguage } from '../../people/regions';

/** How the things of the shop are drawn, 120 by 120, in a main colour and a darker one. */
const DRAWINGS = {
  jacket: (main: string, dark: string) =>
    `<path d="M36 30 50 22h20l14 8 16 50-14 5-6-20v37H40V65l-6 20-14-5z" fill="${main}"/><path d="M50 22h20l-5 12H55z" fill="${dark}"/><path d="M60 34v68" stroke="${dark}" stroke-width="2"/><path d="M45 72h9M66 72h9" stroke="${dark}" stroke-width="2" stroke-linecap="round"/>`,
  vest: (main: string, dark: string) =>
    `<path d="M38 28 50 22h20l12 6 2 74H36z" fill="${main}"/><path d="M36 46h48M36 60h48M36 74h48M36 88h48" stroke="${dark}" stroke-width="2"/><path d="M50 22h20l-4 14H54z" fill="${dark}"/><path d="M60 36v66" stroke="${dark}" stroke-width="2.5"/>`,
  trousers: (main: string, dark: string) =>
    `<path d="M38 18h44l8 86H70L60 48l-8 56H32z" fill="${main}"/><path d="M38 18h44l1 8H37z" fill="${dark}"/><path d="M42 58h10M70 58h10" stroke="${dark}" stroke-width="2" stroke-linecap="round"/>`,
  shoe: (main: string, dark: string) =>
    `<path d="M18 76c14-4 20-22 26-32l22 20c12 8 32 6 38 18v10H18z" fill="${main}"/><path d="M16 90h90v9H22q-6 0-6-9z" fill="${dark}"/><path d="m48 56 8-7M55 63l8-7M63 69l7-6" stroke="#fff" stroke-width="3" stroke-linecap="round"/>`,
  pack: (main: string, dark: string) =>
    `<path d="M40 34c0-16 40-16 40 0l6 62q0 8-8 8H42q-8 0-8-8z" fill="${main}"/><path d="M42 66h36v26q0 5-5 5H47q-5 0-5-5z" fill="${dark}"/><path d="M40 50h40" stroke="${dark}" stroke-width="3"/><path d="M52 22c0-8 16-8 16 0" stroke="${dark}" stroke-width="4" fill="none"/><path d="M56 76h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/>`,
  tee: (main: string, dark: string) =>
    `<path d="m34 30 16-7c4 7 16 7 20 0l16 7 12 22-14 8-6-9v51H42V51l-6 9-14-8z" fill="${main}"/><path d="M50 23c4 7 16 7 20 0l-2 6c-4 4-12 4-16 0z" fill="${dark}"/>`,
  socks: (main: string, dark: string) =>
    `<path d="M36 22h22v44l24 22c6 8-4 18-14 14L40 84q-4-3-4-8z" fill="${main}"/><path d="M36 22h22v12H36zM66 74l12 11c6 8-2 16-12 12l-10-6z" fill="${dark}"/>`,
  blanket: (main: string, dark: string) =>
    `<rect x="24" y="38" width="72" height="54" rx="8" fill="${main}"/><path d="M24 56h72M24 68h72" stroke="${dark}" stroke-width="5"/><path d="M32 92v8M44 92v8M56 92v8M68 92v8M80 92v8M90 92v8" stroke="${dark}" stroke-width="2"/>`,
  tent: (main: string, dark: string) =>
    `<path d="M60 26 108 96H12z" fill="${main}"/><path d="m60 26 18 70H44z" fill="${dark}"/><path d="m60 26-4-8M60 26l5-8M8 98h104" stroke="${dark}" stroke-width="3"/>`,
  flask: (main: string, dark: string) =>
    `<rect x="44" y="38" width="32" height="66" rx="8" fill="${main}"/><rect x="48" y="20" width="24" height="14" rx="3" fill="${dark}"/><path d="M44 58h32" stroke="${dark}" stroke-width="4"/>`,
} as const;
type Drawing = keyof typeof DRAWINGS;

export interface Product {
  name: Record<MailLanguage, string>;
  price: number;
  path: string;
  drawing: Drawing;
  colours: readonly [string, string];
}

export const PRODUCTS = {
  fjell: {
    name: { en: 'Fjell shell jacket', fr: 'Veste Fjell' },
    price: 189,
    path: '/fjell-shell-jacket',
    drawing: 'jacket',
    colours: ['#5E8673', '#31594A'],
  },
  vidda: {
    name: { en: 'Vidda trousers', fr: 'Pantalon Vidda' },
    price: 119,
    path: '/vidda-trousers',
    drawing: 'trousers',
    colours: ['#B98A5E', '#8A6340'],
  },
  stien: {
    name: { en: 'Stien trail shoe', fr: 'Chaussure Stien' },
    price: 139,
    path: '/stien-trail-shoe',
    drawing: 'shoe',
    colours: ['#4F6F8F', '#2C4257'],
  },
  lys: {
    name: { en: 'Lys down vest', fr: 'Gilet en duvet Lys' },
    price: 129,
    path: '/lys-down-vest',
    drawing: 'vest',
    colours: ['#C87E63', '#95523B'],
  },
  tind: {
    name: { en: 'Tind 28 pack', fr: 'Sac à dos Tind 28' },
    price: 109,
    path: '/tind-28-pack',
    drawing: 'pack',
    colours: ['#7A8F55', '#4E5F33'],
  },
  elv: {
    name: { en: 'Elv merino tee', fr: 'Tee-shirt mérinos Elv' },
    price: 59,
    path: '/elv-merino-tee',
    drawing: 'tee',
    colours: ['#A9C3CB', '#6E93A0'],
  },
  bekk: {
    name: { en: 'Bekk wool socks', fr: 'Chaussettes Bekk' },
    price: 19,
    path: '/bekk-wool-socks',
    drawing: 'socks',
    colours: ['#C4412F', '#F2E3D5'],
  },
  hytte: {
    name: { en: 'Hytte blanket', fr: 'Couverture Hytte' },
    price: 89,
    path: '/hytte-blanket',
    drawing: 'blanket',
    colours: ['#8C5438', '#F0C48F'],
  },
  leir: {
    name: { en: 'Leir two-person tent', fr: 'Tente deux places Leir' },
    price: 329,
    path: '/leir-tent',
    drawing: 'tent',
    colours: ['#E0A552', '#A86B25'],
  },
  kilde: {
    name: { en: 'Kilde flask', fr: 'Gourde Kilde' },
    price: 29,
    path: '/kilde-flask',
    drawing: 'flask',
    colours: ['#6C7F8C', '#33434E'],
  },
} as const satisfies Record<string, Product>;
export type ProductKey = keyof typeof PRODUCTS;

/** A product on a ground of its own, as a picture for an email. */
export function goods(key: ProductKey, ground: string): string {
  const { drawing, colours } = PRODUCTS[key];
  const shape = DRAWINGS[drawing](colours[0], colours[1]);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 120 120"><rect width="120" height="120" fill="${ground}"/>${shape}</svg>`;
}
