import { connect, type Socket } from 'node:net';

const GO_ON = 'HTTP/1.1 100 Continue\r\n\r\n';

/** A caller that says how much it will send, sends the first half, and hears whatever the server says. */
export class HalfCall {
  isClosed = false;
  private heard = '';
  private readonly socket: Socket;

  constructor(
    address: string,
    path: string,
    private readonly body: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const { hostname, port } = new URL(address);
    this.socket = connect(Number(port), hostname);
    this.socket.on('data', (chunk) => (this.heard += chunk.toString()));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => (this.isClosed = true));
    // The server says `100 Continue` once the call is under way.
    const all = { Host: hostname, 'Content-Length': body.length, Expect: '100-continue', ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    this.socket.write(body.slice(0, body.length / 2));
  }

  get isUnderWay(): boolean {
    return this.heard.startsWith(GO_ON);
  }

  /** What the server has said to the call itself: nothing before it decides, and for ever if it cuts it off. */
  get answer(): string {
    return this.isUnderWay ? this.heard.slice(GO_ON.length) : this.heard;
  }

  sendTheRest(): void {
    this.socket.write(this.body.slice(this.body.length / 2));
  }

  hangUp(): void {
    this.socket.destroy();
  }
}
