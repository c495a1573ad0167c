import * as z from 'zod/mini';

/** How long the signature at an invite's end is, in characters. */
const signatureLength = 43;

const claimsSchema = z.object({ event: z.string() });

/**
 * Whether an invite that the server does not know lost something on its way, or was changed: it names this event, or says
 * nothing any more. One that is whole and names another event is for that one.
 */
export function isBroken(invite: string, slug: string): boolean {
  const [, claims = '', signature = ''] = invite.split('.');
  if (signature.length !== signatureLength) return true;
  const { data } = claimsSchema.safeParse(parsed(claims));
  return data === undefined || data.event === slug || data.event === '*';
}

/** What is written in base64url; undefined where that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
