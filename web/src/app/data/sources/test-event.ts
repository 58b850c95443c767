/** An event that shows whether a source's way in works. It is marked as a test, so that no report counts it. */
export function testEvent(now: Date) {
  return {
    kind: 'sent',
    at: now.toISOString(),
    channel: 'email',
    campaign: { id: 'test-campaign' },
    asset: { id: 'test-email' },
    person: { address: 'test@example.com' },
    test: true,
  };
}

/** The command that sends the same event from anywhere; the token is made on the command line. */
export function curlLine(origin: string, source: string, now: Date): string {
  const body = JSON.stringify([testEvent(now)]);
  return (
    `curl -X POST '${origin}/api/events?source=${encodeURIComponent(source)}' ` +
    `-H 'Authorization: Bearer YOUR_TOKEN' -H 'Content-Type: application/json' -d '${body}'`
  );
}
