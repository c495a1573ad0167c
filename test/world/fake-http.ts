import { onTestFinished, vi } from 'vitest';

/** One request of a page. */
export interface Request {
  /** `GET /api/events`, without what follows a `?`. */
  what: string;
  body: unknown;
}

/** An answer of a server to a page; `lost`: none comes. */
export type HttpAnswer = { status: number; json: unknown } | 'lost';

/** Answers what a page asks over HTTP until the test ends; gives what was asked so far, in order. */
export function answerHttp(answer: (request: Request, query: URLSearchParams) => HttpAnswer): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    const request = {
      what: `${method} ${path.split('?')[0]}`,
      body: typeof body === 'string' ? parsed(body) : body,
    };
    asked.push(request);
    const answered = answer(request, new URLSearchParams(path.split('?')[1]));
    if (answered === 'lost') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answered.json), { status: answered.status });
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return asked;
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}
