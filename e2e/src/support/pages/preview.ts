import type { FrameLocator, Locator, Page } from '@playwright/test';

/** An email beside the sheet. */
export class Preview {
  readonly drawer: Locator;
  readonly name: Locator;
  readonly frame: Locator;
  readonly mail: FrameLocator;

  constructor(page: Page) {
    this.drawer = page.locator('ts-preview-drawer');
    this.name = this.drawer.getByRole('heading', { level: 2 });
    this.frame = page.locator('iframe');
    this.mail = page.frameLocator('iframe');
  }

  /** What stands beside a word of the head, such as Subject. */
  fact(label: string): Locator {
    return this.drawer.page().locator('ts-preview-facts dt', { hasText: label }).locator('+ dd');
  }

  view(name: 'Desktop' | 'Phone' | 'Text'): Locator {
    return this.drawer.page().getByRole('group', { name: 'How the email is shown' }).getByRole('button', { name });
  }

  button(name: string): Locator {
    return this.drawer.getByRole('button', { name, exact: true });
  }
}
