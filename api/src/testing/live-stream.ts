/** What a page that follows the numbers is told, read as a browser reads it. */
export class LiveStream {
  /** The revisions it was told, with their ids. */
  readonly told: { id: string; data: string }[] = [];
  isOver = false;
  private readonly controller = new AbortController();

  private constructor(readonly status: number) {}

  static async open(address: string, headers: Record<string, string> = {}): Promise<LiveStream> {
    const controller = new AbortController();
    const answer = await fetch(`${address}/api/live`, { headers, signal: controller.signal });
    const stream = new LiveStream(answer.status);
    stream.controller.signal.addEventListener('abort', () => controller.abort());
    void stream
      .read(answer)
      .catch(() => undefined)
      .finally(() => (stream.isOver = true));
    return stream;
  }

  get latest(): number | undefined {
    const last = this.told.at(-1);
    return last && Number(last.data);
  }

  close(): void {
    this.controller.abort();
  }

  private async read(answer: Response): Promise<void> {
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (text + chunk).split('\n\n');
      text = parts.pop()!;
      for (const part of parts) {
        const fields = Object.fromEntries(part.split('\n').map((line) => line.split(': ', 2)));
        if (fields['event'] === 'revision') this.told.push({ id: fields['id'], data: fields['data'] });
      }
    }
  }
}
