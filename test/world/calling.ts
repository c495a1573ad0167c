import { type IncomingHttpHeaders, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** What a test asks over HTTP. `body` is sent as JSON unless it is text already. */
export interface Asked {
  method?: string;
  token?: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What came back; `body` is what its text says as JSON, where it is JSON. */
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: unknown;
}

/** One request, with exactly the headers that are given: nothing is added, followed, kept or unpacked. */
export function call(origin: string, path: string, asked: Asked = {}): Promise<Answered> {
  const { token, cookie, body, headers } = asked;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    method: asked.method ?? (text === undefined ? 'GET' : 'POST'),
    agent: false,
    rejectUnauthorized: false,
    headers: {
      ...(text !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const request = (origin.startsWith('https:') ? requestHttps : requestHttp)(
      `${origin}${path}`,
      options,
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: said,
            body: parsed(said),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

/** The cookies that an answer set, as a browser would send them back. */
export function cookiesOf({ headers }: Answered): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
