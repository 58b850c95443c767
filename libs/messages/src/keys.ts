import type { Language } from '@tallysheet/contract';
import { en } from './en';
import { fr } from './fr';

/** The name of one text, such as `sheet.total`. */
export type MessageKey = keyof typeof en;

/** All texts of a language; a language that misses one does not compile. */
export type MessageTable = Record<MessageKey, string>;

export const TEXTS: Record<Language, MessageTable> = { en, fr };
