import type { Fields } from './fields';
import { type Labels, LabelCollector } from './labels';

/**
 * What the customer wrote on a message: the header `X-Mailin-custom` (JSON, or `name:value|name:value`), tags, the
 * template or, of a marketing campaign, its id and name. Brevo's contact id comes with some events of a message only and
 * is therefore kept away from the names that stand for a person by default.
 */
export function brevoLabels(fields: Fields): Labels {
  const labels = new LabelCollector();
  const custom = fields.text('X-Mailin-custom');
  labels.fields(custom);
  if (custom !== undefined && !custom.startsWith('{')) {
    for (const pair of custom.split('|')) {
      const colon = pair.indexOf(':');
      if (colon > 0) labels.one(pair.slice(0, colon).trim(), pair.slice(colon + 1));
    }
  }
  return labels
    .one('campaign_id', fields.raw('camp_id'))
    .one('campaign_name', fields.raw('campaign name'))
    .list('tag', fields.raw('tags'))
    .list('tag', listIn(fields.raw('tag')))
    .one('template_id', fields.raw('template_id'))
    .one('brevo_contact_id', fields.raw('contact_id')).all;
}

/** A tag, or a list of them written as JSON. */
export function listIn(text: unknown): unknown {
  if (typeof text !== 'string' || !text.trim().startsWith('[')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
