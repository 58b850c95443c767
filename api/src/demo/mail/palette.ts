/** The colours of one email: its page, its paper, and what is written and drawn on it. */
export interface Palette {
  page: string;
  paper: string;
  tint: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  onAccent: string;
}

export const PALETTES = {
  spring: {
    page: '#EEF1EC',
    paper: '#FFFFFF',
    tint: '#F4F1EA',
    ink: '#23362F',
    soft: '#5C6B64',
    line: '#DDE3DC',
    accent: '#23362F',
    onAccent: '#FFFFFF',
  },
  autumn: {
    page: '#F3ECE3',
    paper: '#FFFDF9',
    tint: '#F6E9DA',
    ink: '#3A2A20',
    soft: '#77604F',
    line: '#E8D9C7',
    accent: '#B4502B',
    onAccent: '#FFFFFF',
  },
  night: {
    page: '#0E1B20',
    paper: '#14262C',
    tint: '#1C343B',
    ink: '#EAF2F0',
    soft: '#A3B8B6',
    line: '#2B464D',
    accent: '#F2B66D',
    onAccent: '#1B2427',
  },
  snow: {
    page: '#E9EEF2',
    paper: '#FFFFFF',
    tint: '#F0F4F7',
    ink: '#1F3242',
    soft: '#5B6E7D',
    line: '#D9E2E9',
    accent: '#2F5D84',
    onAccent: '#FFFFFF',
  },
  ember: {
    page: '#F6EEEA',
    paper: '#FFFFFF',
    tint: '#FBEFE8',
    ink: '#2E2522',
    soft: '#75655F',
    line: '#EFDDD4',
    accent: '#C4412F',
    onAccent: '#FFFFFF',
  },
  paper: {
    page: '#F2F0EA',
    paper: '#FFFFFF',
    tint: '#F7F5EF',
    ink: '#2B2B28',
    soft: '#6C6A62',
    line: '#E2DFD5',
    accent: '#4A6B4F',
    onAccent: '#FFFFFF',
  },
} as const satisfies Record<string, Palette>;
export type PaletteName = keyof typeof PALETTES;

export const SANS = "'Helvetica Neue',Helvetica,Arial,sans-serif";
export const SERIF = "Georgia,'Times New Roman',serif";
