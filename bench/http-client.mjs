import { Agent, request } from 'node:http';

/** A client that costs little itself: connections are kept, answers are read as one text. */
export function httpClient(address, lanes) {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const send = (path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          agent,
          hostname,
          port,
          path,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        },
        (response) => {
          const pieces = [];
          response.on('data', (piece) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  return { send, close: () => agent.destroy() };
}

/** Fails loudly: a measurement of refusals would be a fast one. */
export function demandData(answer) {
  const text = answer.body.toString('utf8');
  if (answer.status !== 200 || text.startsWith('{"errors"') || text.includes('"errors":['))
    throw new Error(`The answer was ${answer.status}: ${text.slice(0, 400)}`);
  return JSON.parse(text).data;
}
