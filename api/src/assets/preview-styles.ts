import sanitizeHtml from 'sanitize-html';

/** All style sheets that stand in a mail, in their order, as one; still as they came. */
export function collectStyles(html: string): string {
  const sheets: string[] = [];
  sanitizeHtml(html, {
    allowedTags: ['style'],
    allowVulnerableTags: true,
    allowedAttributes: { style: ['media'] },
    exclusiveFilter: ({ tag, text, attribs }) => {
      if (tag === 'style') sheets.push(inMedia(text, attribs['media']));
      return true;
    },
  });
  return sheets.join('\n');
}

function inMedia(css: string, media: string | undefined): string {
  const condition = media?.trim();
  // A sheet that leaves a brace open is closed by its end tag: the next one must not fall into it.
  const closed = css + '}'.repeat(Math.max(0, openBraces(css)));
  return condition && /^[\w\s,():.\-<>=]+$/.test(condition) ? `@media ${condition} {\n${closed}\n}` : closed;
}

function openBraces(css: string): number {
  const bare = css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g, '');
  return (bare.match(/\{/g)?.length ?? 0) - (bare.match(/\}/g)?.length ?? 0);
}
