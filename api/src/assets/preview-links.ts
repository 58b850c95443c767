const SHOWN_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);

/** Where a link leads, as words to be read, never to be followed; null for anchors and for anything that could run. */
export function linkAddress(href: string | undefined): string | null {
  const written = (href ?? '').replace(/[\u0000-\u001f\u007f]/g, '').trim();
  if (!written || written.startsWith('#')) return null;
  // A token of the sender, such as {{system.unsubscribeLink}}, is filled in when the mail is sent.
  if (/^(?:\{\{|\[\[|%%|\$\{|<%)/.test(written)) return written;
  const scheme = URL.parse(written.startsWith('//') ? `https:${written}` : written)?.protocol;
  return scheme && SHOWN_SCHEMES.has(scheme) ? written : null;
}
