import { parseCookie, stringifySetCookie } from 'cookie';
import { type Role, roles } from '../../shared/people/role.ts';

/** The name of the cookie that holds a browser's badge of one event and role. */
function cookieName(slug: string, role: Role): string {
  return `badge.${slug}.${role}`;
}

/** The badges' tokens of an event that a request carries, by role. */
export function tokensOf(header: string | undefined, slug: string): Map<Role, string> {
  const cookies = parseCookie(header ?? '');
  const tokens = new Map<Role, string>();
  for (const role of roles) {
    const token = cookies[cookieName(slug, role)];
    if (token !== undefined) tokens.set(role, token);
  }
  return tokens;
}

/** The Set-Cookie header for a badge: not readable by scripts, not sent by other sites or past the path `base`, `Secure` only by https. */
export function badgeCookie(
  slug: string,
  role: Role,
  token: string,
  expiresAt: number,
  { secure, base }: { secure: boolean; base: string },
): string {
  return stringifySetCookie({
    name: cookieName(slug, role),
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: base === '' ? '/' : base,
    secure,
    expires: new Date(expiresAt),
  });
}
