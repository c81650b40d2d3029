import type { TestClient } from './test-application.js';

const BOUNDARY = 'a-boundary-that-no-file-holds';

/** Uploads a file as a browser does; gives its id. */
export async function upload(client: TestClient, content: Buffer | string, name = 'answers.csv'): Promise<string> {
  const response = await client.inject({
    method: 'POST',
    url: '/files',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      Buffer.from(content as string),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  });
  if (response.statusCode !== 201) throw new Error(`The upload was answered with ${response.body}`);
  return response.json().fileId as string;
}
