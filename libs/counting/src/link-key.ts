/**
 * Parameters that senders hang on a link to know the person who clicks: the same link for everybody without them.
 * Campaign parameters (`utm_…`) stay, since they tell two links of one email to one page apart.
 */
export const PERSONAL_PARAMETERS: readonly string[] = [
  'mkt_tok',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  'vero_id',
  'oly_enc_id',
  'oly_anon_id',
  'sfmc_sub',
  'ml_subscriber',
  'ml_subscriber_hash',
  'elqTrackId',
  'dm_i',
  '_ke',
  '__s',
  'trk_contact',
  'wickedid',
];

/** What every link counts as that is no address at all. */
export const MALFORMED_LINK = 'malformed';

const PERSONAL: ReadonlySet<string> = new Set(PERSONAL_PARAMETERS.map((name) => name.toLowerCase()));
/** `www.example.com/a`: how some exports write an address. */
const BARE_HOST = /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)/;
const KNOWN_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);

/**
 * What makes two clicked addresses one link: the address without its fragment and personal parameters, its scheme and
 * host in lower case; the rest word for word. Addresses that are none are one link together. `alsoPersonal` are further
 * parameters that a workspace takes for personal.
 */
export function linkKey(url: string, alsoPersonal: readonly string[] = []): string {
  const trimmed = url.trim();
  const text = BARE_HOST.test(trimmed) ? `http://${trimmed}` : trimmed;
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (!parsed || !KNOWN_SCHEMES.has(parsed.protocol)) return MALFORMED_LINK;
  // Not written anew from its parts: that would change how parameters are encoded.
  const { href, hash } = parsed;
  const whole = hash === '' ? href.replace(/#$/, '') : href.slice(0, -hash.length);
  const at = whole.indexOf('?');
  if (at < 0) return whole;
  const also = new Set(alsoPersonal.map((name) => name.toLowerCase()));
  const kept = whole
    .slice(at + 1)
    .split('&')
    .filter((part) => part !== '' && !PERSONAL.has(nameOf(part)) && !also.has(nameOf(part)));
  return kept.length === 0 ? whole.slice(0, at) : `${whole.slice(0, at)}?${kept.join('&')}`;
}

function nameOf(parameter: string): string {
  const name = parameter.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
