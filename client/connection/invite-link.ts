import { decoded } from './base.ts';

/** The secret in a link's fragment, `#invite=…` or `%23invite=…`, and the address without it; null where there is none. */
export function inviteIn(href: string): { invite: string; without: string } | null {
  const found = /(?:#|%23)invite=([^&#]+)/i.exec(href);
  if (!found?.[1]) return null;
  return {
    invite: decoded(found[1]),
    without: href.slice(0, found.index) + href.slice(found.index + found[0].length),
  };
}

/** Takes an invite out of the address bar before anything is fetched, so that no history or screenshot keeps it. */
export function takeInvite(): string | null {
  const found = inviteIn(location.href);
  if (found) history.replaceState(history.state, '', found.without);
  return found?.invite ?? null;
}
