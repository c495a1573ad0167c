import type * as z from 'zod/mini';
import type { Attendance } from '../../shared/people/participant.ts';
import {
  type EventList,
  eventListSchema,
  installationSchema,
  type Joined,
  joinedSchema,
  type Redeemed,
  redeemedSchema,
} from '../../shared/wire/http.ts';
import { refusalSchema, type SpokenRefusal } from '../../shared/wire/refusals.ts';
import { base } from './base.ts';
import { pageRefusal } from './page-refusals.en.ts';

/** What a request gave: what was asked for, or why not. A server that cannot be reached is `unavailable`. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: SpokenRefusal };

/** Where the events of this server are. */
export const eventsPath = `${base}/api/events`;

/** The public list of events. */
export function listEvents(): Promise<Answer<EventList>> {
  return ask(eventsPath, eventListSchema);
}

/** Whether this browser may make events here; where the server does not say so, it may not. */
export async function mayMakeEvents(): Promise<boolean> {
  const answer = await ask(`${base}/api/installation`, installationSchema);
  return answer.ok && answer.value.makesEvents;
}

/**
 * Joins an event as an attendee; again with a badge (the browser's, or the one that this page was given): the same
 * participant with another name or attendance.
 */
export function join(
  slug: string,
  who: { name?: string; attendance: Attendance; passcode?: string },
  badge?: string,
): Promise<Answer<Joined>> {
  return ask(`${eventPath(slug)}/join`, joinedSchema, who, badge);
}

/** Redeems an invite for a badge. */
export function redeem(slug: string, invite: string): Promise<Answer<Redeemed>> {
  return ask(`${eventPath(slug)}/redeem`, redeemedSchema, { invite });
}

/**
 * Asks this server for something and parses what comes; with a body it is a POST, or a PUT where that is asked for: of a file
 * as it is (a `Blob`), of anything else as JSON. `badge` is shown besides the browser's cookies.
 */
export async function ask<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  body?: object,
  badge?: string,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Answer<z.infer<S>>> {
  const file = body instanceof Blob;
  const type = file ? 'application/octet-stream' : 'application/json';
  return answerOf(
    fetch(path, {
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': type }),
        ...(badge !== undefined && { authorization: `Bearer ${badge}` }),
      },
      ...(body && { method, body: file ? body : JSON.stringify(body) }),
    }),
    schema,
  );
}

/** What came of a request that is under way, parsed. */
export async function answerOf<S extends z.ZodMiniType>(
  request: Promise<Response>,
  schema: S,
): Promise<Answer<z.infer<S>>> {
  try {
    const response = await request;
    const answer: unknown = await response.json();
    const value = response.ok ? schema.safeParse(answer) : undefined;
    if (value?.success) return { ok: true, value: value.data };
    return { ok: false, refusal: refusalSchema.safeParse(answer).data ?? unreachable };
  } catch {
    return { ok: false, refusal: unreachable };
  }
}

/** The address of an event's part of the server. */
export function eventPath(slug: string): string {
  return `${eventsPath}/${encodeURIComponent(slug)}`;
}

/** The address of an event's logo by the digest that views have of it; null where it has none. */
export function logoPath(slug: string, logo: string | null | undefined): string | null {
  return logo == null ? null : `${eventPath(slug)}/logo?v=${logo}`;
}

const unreachable = pageRefusal('unreachable');
