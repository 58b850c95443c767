const words = (list: string): string[] => list.split(' ');

/** Elements that a mail is built of. What is not listed is dropped; its contents stay, as mail readers do it. */
export const KEPT_ELEMENTS = [
  ...words('div p span center section article header footer main nav aside address figure figcaption'),
  ...words('h1 h2 h3 h4 h5 h6 hgroup blockquote pre hr br wbr ul ol li dl dt dd'),
  ...words('table caption colgroup col thead tbody tfoot tr td th'),
  ...words('a abbr b bdi bdo big cite code del dfn em font i ins kbd mark nobr q'),
  ...words('s samp small strike strong sub sup time tt u var ruby rb rt rp'),
  'img',
  // Drawings without scripts, references, animation, or a way back into HTML.
  ...words('svg g defs path rect circle ellipse line polyline polygon text tspan'),
  ...words('lineargradient radialgradient stop clippath'),
];

/** Elements whose contents are no words for a reader. */
export const DROPPED_WITH_CONTENTS = [
  ...words('script style title template textarea option datalist xml xmp plaintext noembed noframes iframe'),
  ...words('foreignobject desc metadata math audio video canvas'),
];

const EVERYWHERE = words('class id dir lang title align valign width height bgcolor style hidden role');
const DRAWING = [
  ...words('xmlns viewbox preserveaspectratio d points x y x1 y1 x2 y2 dx dy cx cy r rx ry'),
  ...words(
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray',
  ),
  ...words('opacity transform clip-path clip-rule clippathunits gradientunits gradienttransform spreadmethod fx fy'),
  ...words('offset stop-color stop-opacity font-family font-size font-weight font-style letter-spacing text-anchor'),
];
const CELL = words('colspan rowspan nowrap scope abbr headers bordercolor');

const BY_ELEMENT: Record<string, readonly string[]> = {
  table: words('border cellpadding cellspacing frame rules summary bordercolor'),
  td: CELL,
  th: CELL,
  col: words('span'),
  colgroup: words('span'),
  font: words('color face size'),
  hr: words('size color noshade'),
  br: words('clear'),
  ol: words('start type reversed'),
  ul: words('type'),
  li: words('value type'),
  img: words('alt border hspace vspace'),
  time: words('datetime'),
  body: words('text link vlink alink leftmargin topmargin marginwidth marginheight'),
};
const DRAWING_ELEMENTS = new Set(KEPT_ELEMENTS.slice(KEPT_ELEMENTS.indexOf('svg')));

/** Whether an attribute only describes the look. Addresses, handlers, names and `data-` are none of these. */
export function isKeptAttribute(element: string, attribute: string): boolean {
  if (EVERYWHERE.includes(attribute)) return true;
  return (DRAWING_ELEMENTS.has(element) ? DRAWING : (BY_ELEMENT[element] ?? [])).includes(attribute);
}

/** Whether an attribute's value is read as CSS and can hold `url(…)`. */
export const isCssAttribute = (element: string, attribute: string): boolean =>
  attribute === 'style' || (DRAWING_ELEMENTS.has(element) && !['class', 'id', 'title', 'xmlns'].includes(attribute));
