import { connect, type Socket } from 'node:net';

/** A caller that says how much it will send, sends the first half, and hears whatever the server says. */
export class HalfCall {
  answer = '';
  isClosed = false;
  private readonly socket: Socket;

  constructor(
    address: string,
    path: string,
    private readonly body: string,
  ) {
    const { hostname, port } = new URL(address);
    this.socket = connect(Number(port), hostname);
    this.socket.on('data', (chunk) => (this.answer += chunk.toString()));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => (this.isClosed = true));
    this.socket.write(`POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${body.length}\r\n\r\n`);
    this.socket.write(body.slice(0, body.length / 2));
  }

  sendTheRest(): void {
    this.socket.write(this.body.slice(this.body.length / 2));
  }

  hangUp(): void {
    this.socket.destroy();
  }
}
