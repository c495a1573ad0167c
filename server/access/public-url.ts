/** Paths that mean something to the server itself: below one of them a request would be read in two ways. */
const ownPaths =
  /^\/(e|j|api|assets|help|socket\.io|icon\.svg|boot\.js|healthz|readyz|metrics|control)(\/|$)/i;

/** What a part of a path is made of, unescaped: nothing that proxies, cookies or pages could read as something else. */
const plainPart = /^[\p{L}\p{M}\p{N} ._~-]+$/u;

/** An address that was read, without a slash at its end and in one notation; or why it cannot be one, in a sentence. */
type PublicUrl = { ok: true; url: string } | { ok: false; why: string };

/** Reads an address under which people reach this server, with its path where it stands below one. */
export function readPublicUrl(text: string): PublicUrl {
  if (/[@?#]/.test(text)) return no('write an address without @, ? and #');
  if (!/^https?:\/\/[^/\\]/i.test(text) || !URL.canParse(text))
    return no('write a whole address, as https://uni.example or https://uni.example/backrow');
  const { origin, hostname, pathname } = new URL(text);
  if (hostname === '0.0.0.0' || hostname === '[::]')
    return no(`write an address that people can open, which ${hostname} is not`);
  const parts = pathname.split('/').filter((part) => part !== '');
  const plain = parts.map(unescaped);
  if (!plain.every((part) => plainPart.test(part)))
    return no('write a path of letters, digits, - _ . and ~, as /backrow');
  const path = plain.map((part) => `/${encodeURIComponent(part)}`).join('');
  return ownPaths.test(path)
    ? no('write a path that is none of the server’s own (/e, /j, /api, /help …)')
    : { ok: true, url: `${origin}${path}` };
}

/** A part of a path without escapes; empty where they mean nothing. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function no(why: string): PublicUrl {
  return { ok: false, why };
}
