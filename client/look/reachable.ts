/** A path of this server as a link for other people: on the origin they reach it under, else on the one of this page. */
export function reachable(path: string, joinUrl: string | null): string {
  return new URL(path, joinUrl ?? location.origin).href;
}
