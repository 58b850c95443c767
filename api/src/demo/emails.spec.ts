import { EMAILS } from './emails/emails';
import { renderMail } from './mail/render-mail';

describe('the demo emails', () => {
  const mails = EMAILS.map((copy) => ({ copy, mail: renderMail(copy) }));

  it('all differ, in both languages', () => {
    expect(new Set(mails.map(({ mail }) => mail.html)).size).toBe(30);
    expect(new Set(mails.map(({ copy }) => copy.subject)).size).toBe(30);
    expect(new Set(mails.map(({ copy }) => copy.content.layout)).size).toBe(14);
    expect(mails.filter(({ copy }) => copy.language === 'fr').length).toBeGreaterThan(10);
  });

  it.each(mails.map(({ copy, mail }) => [copy.name, copy, mail] as const))(
    '%s can be left, read as text and viewed as a page',
    (_, copy, mail) => {
      expect(mail.html).toContain('https://mail.northfold.example/unsubscribe?');
      expect(mail.html).toContain('https://mail.northfold.example/view?');
      expect(mail.html).toContain(copy.preheader.replace(/&/g, '&amp;').replace(/"/g, '&quot;'));
      expect(mail.html).not.toMatch(/<script|<form|javascript:|undefined|\bon\w+=/);
      expect(mail.text).toContain('https://mail.northfold.example/unsubscribe?');
      expect(mail.text).not.toMatch(/<|undefined|NaN/);
    },
  );

  it('name as links what can be clicked in them, and nothing else', () => {
    for (const { mail } of mails) {
      const hrefs = [...mail.html.matchAll(/href="([^"]*)"/g)].map((match) => (match[1] ?? '').replace(/&amp;/g, '&'));
      const tracked = new Set(hrefs.filter((href) => !href.startsWith('https://mail.northfold.example/')));
      expect(new Set(mail.links.map((link) => link.url))).toEqual(tracked);
      expect(mail.links.length).toBeGreaterThanOrEqual(3);
      expect(mail.links.every((link) => link.label.length <= 255 && link.weight > 0)).toBe(true);
    }
  });

  it('give the preview pictures to refuse in some, and none from outside in others', () => {
    const remote = mails.filter(({ mail }) => /<img[^>]+src="https:/.test(mail.html));
    expect(mails.filter(({ mail }) => mail.html.includes('width="1" height="1"')).length).toBeGreaterThan(5);
    expect(mails.filter(({ mail }) => mail.html.includes('images.northfold.example')).length).toBeGreaterThan(2);
    expect(remote.length).toBeLessThan(mails.length);
  });
});
