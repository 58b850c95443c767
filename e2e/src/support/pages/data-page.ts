import type { Locator, Page } from '@playwright/test';

interface NamedFile {
  name: string;
  content: string | Buffer;
}

/** Where files are brought in. */
export class DataPage {
  readonly history: Locator;

  constructor(private readonly page: Page) {
    this.history = page.locator('ts-import-history');
  }

  /** Chooses files, as the button does. */
  async choose(...files: NamedFile[]): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser');
    await this.page.locator('button', { hasText: 'Choose files' }).click();
    await (
      await chosen
    ).setFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })),
    );
  }

  /** Drags a file over the page and lets it go. */
  async drop({ name, content }: NamedFile): Promise<void> {
    const bytes = [...Buffer.from(content)];
    const carried = await this.page.evaluateHandle(
      ([fileName, data]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(data)], fileName));
        return transfer;
      },
      [name, bytes] as const,
    );
    const zone = this.page.locator('ts-drop-zone');
    await zone.dispatchEvent('dragenter', { dataTransfer: carried });
    await zone.dispatchEvent('dragover', { dataTransfer: carried });
    await zone.dispatchEvent('drop', { dataTransfer: carried });
  }

  /** What is said about the newest file of this name. */
  result(fileName: string): Locator {
    return this.page
      .locator('ts-import-result-card, ts-import-failure')
      .filter({ has: this.page.getByText(fileName) })
      .first();
  }

  /** One number of a result, such as Accepted. */
  figure(fileName: string, label: string): Locator {
    return this.result(fileName).locator('dt', { hasText: label }).locator('+ dd');
  }
}
