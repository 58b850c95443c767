import type { Fields } from './fields';
import { type Labels, LabelCollector } from './labels';
import { collectHeaders, namedValue } from './named-values';

/** Message tags, then headers of the customer's own. */
export function sesLabels(mail: Fields, part: Fields): Labels {
  const labels = new LabelCollector().fields(mail.raw('tags'));
  const headers = mail.list('headers');
  for (const { name, value } of headers.map(namedValue)) {
    if (name?.toLowerCase() === 'x-ses-message-tags' && typeof value === 'string') messageTags(labels, value);
  }
  return collectHeaders(labels, headers).one('template', part.raw('templateName')).all;
}

/** Feedback notifications have no tags, only the header that they were asked for with: `campaign=spring, asset=7`. */
function messageTags(labels: LabelCollector, header: string): void {
  for (const tag of header.split(',')) {
    const [name, value] = tag.split('=', 2);
    if (name) labels.one(name.trim(), value);
  }
}
