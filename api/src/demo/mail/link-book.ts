/** A tracked link of an email. `weight` says how much it draws clicks, compared with the others. */
export interface EmailLink {
  url: string;
  label: string;
  weight: number;
}

const SHOP = 'https://www.northfold.example';

/** Makes the links of one email as they are written, and so knows all of them when it is finished. */
export class LinkBook {
  private readonly byUrl = new Map<string, EmailLink>();

  constructor(private readonly campaign: string) {}

  get links(): readonly EmailLink[] {
    return [...this.byUrl.values()];
  }

  /** The address of a tracked link into the shop. */
  to(path: string, label: string, weight: number): string {
    const mark = path.includes('?') ? '&' : '?';
    const url = `${SHOP}${path}${mark}utm_source=email&utm_campaign=${this.campaign}`;
    // A picture and a button often lead to one page: the link goes by the name of what draws more clicks.
    if (weight > (this.byUrl.get(url)?.weight ?? 0)) this.byUrl.set(url, { url, label, weight });
    return url;
  }

  /** The address of the page that ends the subscription; it is no tracked link. */
  unsubscribe(): string {
    return `https://mail.northfold.example/unsubscribe?m=${this.campaign}`;
  }

  /** The address of the same email as a web page; it is no tracked link. */
  mirror(): string {
    return `https://mail.northfold.example/view?m=${this.campaign}`;
  }
}
