import { PREVIEW_CSP, previewDocument } from './preview-document';

const HOSTILE = [
  '<script>run()</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>run()</script>',
  '<img src=x onerror=run()>',
  '<img src="javascript:run()">',
  '<img """><script>run()</script>">',
  '<svg onload=run()><path d="M0 0"/></svg>',
  '<svg><script>run()</script></svg>',
  '<svg><style><img src=x onerror=run()></style></svg>',
  '<svg><a xlink:href="javascript:run()"><text>x</text></a></svg>',
  '<svg><use href="https://evil.example/a.svg#x"/></svg>',
  '<svg><animate attributeName=href values=javascript:run()></svg>',
  '<svg><foreignObject><iframe src=javascript:run()></iframe></foreignObject></svg>',
  '<svg><title><style><img src=x onerror=run()></style></title></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=run()&gt;">',
  '<math href="javascript:run()">x</math>',
  '<a href="javascript:run()">x</a>',
  '<a href=" &#14; java&#x09;script:run()">x</a>',
  '<a href="data:text/html,<script>run()</script>">x</a>',
  '<a href="vbscript:run()" target=_top>x</a>',
  '<a href="https://ok.example" onclick=run() ping="https://evil.example/p">x</a>',
  '<map name=m><area href="https://evil.example/a" shape=default></map><img usemap=#m src=x>',
  '<iframe src="https://evil.example/f"></iframe>',
  '<iframe srcdoc="<script>run()</script>"></iframe>',
  '<object data="https://evil.example/o"></object><embed src="https://evil.example/e">',
  '<form action="https://evil.example/"><input name=a><button formaction="https://evil.example/b">x</button></form>',
  '<input type=image src="https://evil.example/i.png">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href="https://evil.example/l.css">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<video poster="https://evil.example/v.png" src="https://evil.example/v"></video>',
  '<audio src="https://evil.example/a"></audio>',
  '<picture><source srcset="https://evil.example/s.png"><img src="https://evil.example/p.png"></picture>',
  '<img srcset="https://evil.example/s.png 2x" src="https://evil.example/p.png">',
  '<img lowsrc="https://evil.example/l.png" dynsrc="https://evil.example/d" longdesc="https://evil.example/t">',
  '<table background="https://evil.example/b.png"><tr><td background="//evil.example/b.png">x</td></tr></table>',
  '<body background="https://evil.example/b.png" onload=run()>',
  '<div style="background:url(https://evil.example/c.png)">x</div>',
  '<div style="background:u\\72l(https://evil.example/c.png)">x</div>',
  '<div style="background:URL(&quot;https://evil.example/c.png&quot;)">x</div>',
  '<div style="background:url(/**/https://evil.example/c.png)">x</div>',
  '<div style="background-image:image-set(&quot;https://evil.example/c.png&quot; 1x)">x</div>',
  '<div style="list-style:url(//evil.example/c.png)">x</div>',
  '<div style="width:expression(run())">x</div>',
  '<style>@import "https://evil.example/i.css";</style>',
  '<style>@\\69mport url(https://evil.example/i.css);</style>',
  '<style>@media all{@import "https://evil.example/i.css";}</style>',
  '<style>@font-face{font-family:f;src:url(https://evil.example/f.woff)}p{font-family:f}</style>',
  '<style>p{background:url("https://evil.example/\\62.png")}</style>',
  '<style>p{content:"</style><script>run()</script>"}</style>',
  '<style><!--</style><img src=x onerror=run()>--></style>',
  '<style>p{--x:url(https://evil.example/v.png);background:var(--x)}</style>',
  '<style media="x{}</style><script>run()</script>">p{}</style>',
  '<noscript><p title="</noscript><img src=x onerror=run()>"></noscript>',
  '<template><script>run()</script></template>',
  '<xmp><img src=x onerror=run()></xmp>',
  '<textarea></textarea><img src=x onerror=run()></textarea>',
  '<!--><img src=x onerror=run()>-->',
  '<![CDATA[<img src=x onerror=run()>]]>',
  '<?xml-stylesheet href="https://evil.example/x.css"?>',
  '<plaintext><img src=x onerror=run()>',
  '<p id=a" onclick=run() x=">x</p>',
  '<p title="a&quot; onclick=&quot;run()">x</p>',
  '<html manifest="https://evil.example/m"><body style="x:y&quot; onload=run()">',
];

/** What a browser could act on: elements, attribute names, addresses. */
const DANGEROUS: readonly [string, RegExp][] = [
  [
    'an element that runs, embeds, submits or leads away',
    /<(?:script|iframe|object|embed|form|input|button|link|base|area|video|audio|source|use|animate|set|foreignobject|math|template|noscript|xmp|textarea|plaintext)\b/i,
  ],
  ['a handler', /<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+\s*=/i],
  [
    'an attribute that fetches or leads',
    /<[^>"]*(?:"[^"]*"[^>"]*)*\s(?:href|xlink:href|srcset|srcdoc|action|formaction|background|poster|ping|target|lowsrc|dynsrc)\s*=/i,
  ],
  ['a source from outside', /\ssrc="(?!data:image\/)/i],
  ['style from outside', /url\(\s*["']?(?!data:image\/|#|&quot;#)/i],
  ['an import or font', /@(?:import|font-face)/i],
  ['a refresh', /http-equiv/i],
  ['a comment', /<!--/],
];

const bodyOf = (html: string, pictures: 'none' | 'remote' = 'none'): string =>
  /<body[^>]*>([\s\S]*)<\/body>/.exec(previewDocument(html, { pictures }).document)?.[1] ?? '';

describe('the preview document', () => {
  it.each(HOSTILE)('leaves nothing to run, to follow or to fetch in %s', (html) => {
    const { document } = previewDocument(`${html}<p>after</p>`, { pictures: 'none' });
    expect(DANGEROUS.flatMap(([what, pattern]) => (pattern.test(document) ? [what] : []))).toEqual([]);
  });

  it('is answered with a policy that forbids everything but inline styles and the pictures asked for', () => {
    expect(PREVIEW_CSP('none')).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(PREVIEW_CSP('remote')).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:",
    );
  });

  it('keeps the look of a mail: tables, colours, inline and sheet styles, media rules, pictures inside', () => {
    const mail = `<html lang="fr"><head><style>@media (max-width: 600px) { .w { width: 100% !important } }</style></head>
      <body bgcolor="#eeeeee" style="margin:0"><table width="600" cellpadding="0" border="0" align="center" class="w">
      <tr><td style="padding:8px" bgcolor="#ffffff" colspan="2"><font color="red" face="Arial">Bonjour</font>
      <img src="data:image/png;base64,AAAA" width="10" height="10"></td></tr></table></body></html>`;
    const { document } = previewDocument(mail, { pictures: 'none' });
    for (const part of [
      '<html lang="fr">',
      '@media (max-width: 600px) { .w { width: 100% !important } }',
      '<body bgcolor="#eeeeee" style="margin:0">',
      '<table width="600" cellpadding="0" border="0" align="center" class="w">',
      '<td style="padding:8px" bgcolor="#ffffff" colspan="2">',
      '<font color="red" face="Arial">Bonjour</font>',
      'src="data:image/png;base64,AAAA"',
    ]) {
      expect(document).toContain(part);
    }
  });

  it('keeps drawings with their own gradients and drops what they would fetch', () => {
    const body = bodyOf(`<svg viewBox="0 0 9 9"><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
      <rect width="9" height="9" fill="url(#g)"/><rect fill="url(https://evil.example/g.svg#g)"/><image href="https://evil.example/i"/></svg>`);
    expect(body).toContain('fill="url(&quot;#g&quot;)"');
    expect(body).toContain('<rect fill="none">');
    expect(body).not.toContain('evil.example');
  });

  it('lays a mail out in the mode that it was written for', () => {
    const doctype = (html: string): string => previewDocument(html, { pictures: 'none' }).document.split('\n')[0] ?? '';
    expect(doctype('<p>x</p>')).toBe('<!doctype html>');
    expect(doctype('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><p>')).toContain(
      'XHTML 1.0 Transitional',
    );
  });

  it('takes links their way out and says on hover where they led', () => {
    const body = bodyOf('<a href="https://shop.example/?a=1&amp;b=2" title="Buy">Shop</a> <a href="#top">Top</a>');
    expect(body).toBe(
      '<a title="https://shop.example/?a=1&amp;b=2" data-href="https://shop.example/?a=1&amp;b=2">Shop</a> <a>Top</a>',
    );
  });

  it('keeps the styles that speak of links', () => {
    const { document } = previewDocument('<style>a:link{color:red} a[href^="tel"]{color:blue}</style>', {
      pictures: 'none',
    });
    expect(document).toContain('a:is([data-href]){color:red} a[data-href^="tel"]{color:blue}');
  });

  it('shows the words of what it drops, but not those that are no words', () => {
    expect(bodyOf('<form>Your <button>choice</button></form><o:p>here</o:p><title>t</title><xml><w>9</w></xml>')).toBe(
      'Your choicehere',
    );
  });

  it('copes with nothing, with half a tag and with very deep nesting', () => {
    expect(bodyOf('')).toBe('');
    expect(bodyOf('<p>half <a href="')).toContain('half');
    expect(bodyOf(`${'<div>'.repeat(3000)}deep`)).toContain('deep');
  });
});

describe('remote pictures', () => {
  const hero = '<img src="https://img.example/hero.jpg" width="600" height="200" alt="Spring">';

  it('become placeholders of the same size until the user asks', () => {
    const { document, remotePictures } = previewDocument(hero, { pictures: 'none' });
    expect(remotePictures).toBe(1);
    expect(document).not.toContain('img.example');
    expect(document).toMatch(
      /<img width="600" height="200" alt="Spring" src="data:image\/svg\+xml,[^"]*width%3D'600'%20height%3D'200'[^"]*Spring/,
    );
  });

  it('are fetched when the user asks, without saying from where', () => {
    const { document, remotePictures } = previewDocument(hero, { pictures: 'remote' });
    expect(remotePictures).toBe(1);
    expect(document).toContain('src="https://img.example/hero.jpg" referrerpolicy="no-referrer"');
  });

  it('are fetched over https where the address leaves it open', () => {
    expect(bodyOf('<img src="//img.example/a.png">', 'remote')).toContain('src="https://img.example/a.png"');
  });

  it.each([
    ['an attached picture', '<img src="cid:part1@mail">'],
    ['a path without a host', '<img src="/logo.png">'],
    ['a file', '<img src="file:///etc/passwd">'],
    ['an address with a password', '<img src="https://a:b@img.example/x.png">'],
    ['a token of the sender', '<img src="{{my.picture}}">'],
  ])('stay placeholders when there is nothing to fetch: %s', (_, html) => {
    const { document, remotePictures } = previewDocument(html, { pictures: 'remote' });
    expect(remotePictures).toBe(0);
    expect(document).toMatch(/src="data:image\/svg\+xml,/);
  });

  it('never come from styles, even when asked for', () => {
    const { document } = previewDocument(
      '<td background="https://a.example/b.png"><p style="background:url(https://a.example/c.png)">',
      {
        pictures: 'remote',
      },
    );
    expect(document).not.toContain('a.example');
  });
});

describe('tracking pictures', () => {
  const picture = (more: string, address = 'https://img.example/a.png'): string => `<img src="${address}" ${more}>`;

  it.each([
    ['one pixel by attribute', picture('width="1" height="1"')],
    ['three pixels by style', picture('style="width:3px;height:3px"')],
    ['no height', picture('width="600" height="0"')],
    ['hidden', picture('style="display:none"')],
    ['hidden with importance', picture('style="DISPLAY : none !important"')],
    ['transparent', picture('style="opacity:0"')],
    ['invisible', picture('style="visibility:hidden"')],
    ['hidden by attribute', picture('hidden')],
    ['out of sight', picture('style="position:absolute;left:-9999px"')],
    ['inside something hidden', `<div style="display:none"><p>${picture('')}</p></div>`],
    ['inside something without height', `<div style="max-height:0;overflow:hidden">${picture('')}</div>`],
    ['hidden by a style sheet', `<style>.px{display:none}</style>${picture('class="px"')}`],
    ['hidden by a later style sheet', `${picture('id="px"')}<style>img#px{width:1px}</style>`],
    ['of Marketo', picture('', 'https://go.example.com/trk?t=1&mid=abc')],
    ['of SendGrid', picture('', 'https://u1.ct.sendgrid.net/wf/open?upn=abc')],
    ['of Mailchimp', picture('', 'https://x.us1.list-manage.com/track/open.php?u=1')],
    ['of Mailgun', picture('', 'https://email.example.com/o/eJwVyEEKwyAQAMDX')],
    ['of HubSpot', picture('', 'https://t.example.com/e3t/Bto/abc')],
    ['of Salesforce', picture('', 'https://click.example.com/open.aspx?ffcb10')],
    ['of Campaign Monitor', picture('', 'https://x.cmail20.com/t/d-o-abc/o.gif')],
    ['of Adobe Campaign', picture('', 'https://t.example.com/r/?id=h1a2b,3c4d,1')],
    ['of Amazon SES', picture('', 'https://x.r.us-east-1.awstrack.me/I0/0100/abc')],
    ['of Postmark', picture('', 'https://pstmrk.it/open/abc')],
    ['of an analytics service', picture('', 'https://www.google-analytics.com/collect?v=1')],
  ])('are never fetched: %s', (_, html) => {
    const { document, remotePictures } = previewDocument(html, { pictures: 'remote' });
    expect(remotePictures).toBe(0);
    expect(document).not.toMatch(/\ssrc="http/);
  });

  it.each([
    [
      'a picture for phones, shown again by a media rule',
      '<style>.m{display:none}@media (max-width:600px){.m{display:block}}</style>' + picture('class="m"'),
    ],
    [
      'a picture in a block hidden in place and shown again',
      '<style>@media (max-width:600px){.m{display:block!important}}</style><div class="m" style="display:none">' +
        picture('') +
        '</div>',
    ],
    ['a picture without a size', picture('')],
    ['a picture in a folder called open', picture('', 'https://img.example/open/house.jpg')],
    ['a picture of full width', picture('width="100%" style="height:auto;max-width:100%"')],
  ])('are not seen in %s', (_, html) => {
    expect(previewDocument(html, { pictures: 'remote' }).remotePictures).toBe(1);
  });
});
