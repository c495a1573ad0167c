import { type Request, type Response, Router } from 'express';
import { unknownQuestion } from '../../shared/questions/find.ts';
import { questionQuerySchema } from '../../shared/wire/questions.ts';
import { questionPage } from '../live/question-page.ts';
import { understand } from '../socket/parse.ts';
import { answerRefusal, hasRunOut, staffOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';
import { numberOf } from './query.ts';

/** The questions that a desk's view leaves out: for the staff, page by page, and found by a search. */
export function questionRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/api/events/:slug/questions', async (request, response) => page(context, request, response));
  return router;
}

/** Refuses: `malformed`, `question-unknown`. */
async function page(context: HttpContext, request: Request, response: Response): Promise<void> {
  const asked = questionQueryOf(request);
  if (!asked.ok) return answerRefusal(response, asked);
  const found = await staffOfRequest(context, request, response);
  if (!found) return;
  const { live, ticker } = found.running;
  const cursor = asked.value.before ?? asked.value.after;
  if (cursor !== undefined && !live.state.tables.questions.has(cursor))
    return answerRefusal(response, unknownQuestion);
  const questions = await questionPage(() => ticker.views.context, asked.value);
  if (hasRunOut(context, found.running, found.badge, response)) return;
  response.setHeader('Cache-Control', 'private, no-store');
  response.json(questions);
}

/** What a request asks for, in the shape it has to have. Refuses: `malformed`. */
export function questionQueryOf(request: Pick<Request, 'query'>) {
  return understand(questionQuerySchema, {
    ...request.query,
    ...listOf(request, 'status'),
    ...listOf(request, 'ids'),
    ...numberOf(request, 'limit'),
  });
}

/** A list in the query, with commas between; empty where an empty text stands there. */
function listOf({ query }: Pick<Request, 'query'>, name: string): object {
  const said = query[name];
  return typeof said === 'string' ? { [name]: said.split(',') } : {};
}
