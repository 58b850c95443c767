/** What a text that should be something else seems to be; `text` when nothing tells. */
export type LooksLike = 'html' | 'xml' | 'json' | 'zip' | 'pdf' | 'binary' | 'text';

/** Names what a wrong file looks like from its first characters: an error page, a workbook, a picture … */
export function looksLike(text: string): LooksLike {
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith('PK\u0003\u0004')) return 'zip';
  if (start.startsWith('%PDF-')) return 'pdf';
  if (isMostlyControl(start)) return 'binary';
  if (/^<(!doctype html|html|head|body)\b/i.test(start) || /^<[^>]*>\s*<html\b/i.test(start)) return 'html';
  if (start.startsWith('<')) return 'xml';
  if (/^(\{\s*("|\}|$)|\[\s*([[{"\]]|$))/.test(start)) return 'json';
  return 'text';
}

const CONTROL = /[\u0001-\u0008\u000b\u000e-\u001f\u007f\ufffd]/g;

function isMostlyControl(start: string): boolean {
  const found = start.match(CONTROL)?.length ?? 0;
  return found > 2 && found > start.length / 50;
}
