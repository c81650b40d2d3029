import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

/**
 * A client that costs little itself, because it shares the machine with what it measures: connections are kept, one
 * request at a time on each, and of an answer it understands the status, the cookies and the length.
 */
export function httpClient(address) {
  const { hostname, port } = new URL(address);
  const all = [];
  const idle = [];
  const open = () => {
    const connection = new Connection(connect({ host: hostname, port: Number(port), noDelay: true }), hostname);
    all.push(connection);
    return connection;
  };
  return {
    async send(path, body, headers = {}) {
      const connection = idle.pop() ?? open();
      const answer = await connection.send(path, body, headers);
      idle.push(connection);
      return answer;
    },
    close: () => all.forEach((connection) => connection.socket.destroy()),
  };
}

class Connection {
  constructor(socket, host) {
    this.socket = socket;
    this.host = host;
    this.pieces = [];
    this.waiting = undefined;
    socket.on('data', (piece) => this.take(piece));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server ended the connection.')));
  }

  send(path, body, headers) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = Buffer.byteLength(body);
    this.socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n${body}`,
    );
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject, missing: undefined };
    });
  }

  take(piece) {
    const { waiting } = this;
    this.pieces.push(piece);
    if (waiting.missing === undefined) {
      const soFar = Buffer.concat(this.pieces);
      const end = soFar.indexOf(HEAD_END);
      if (end < 0) {
        this.pieces = [soFar];
        return;
      }
      waiting.head = soFar.toString('latin1', 0, end);
      const length = /^content-length: (\d+)$/im.exec(waiting.head);
      if (!length) throw new Error('An answer without its length.');
      const body = soFar.subarray(end + HEAD_END.length);
      this.pieces = [body];
      waiting.missing = Number(length[1]) - body.length;
    } else {
      waiting.missing -= piece.length;
    }
    if (waiting.missing > 0) return;
    const body = Buffer.concat(this.pieces);
    this.pieces = [];
    this.waiting = undefined;
    waiting.resolve({ status: Number(waiting.head.slice(9, 12)), head: waiting.head, body });
  }
}

/** Fails loudly: a measurement of refusals would be a fast one. */
export function demandData({ status, body }) {
  const text = body.toString('utf8');
  if (status !== 200 || text.includes('"errors":[')) throw new Error(`The answer was ${status}: ${text.slice(0, 400)}`);
  return JSON.parse(text).data;
}
