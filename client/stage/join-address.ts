/** The address people type, without scheme and code: `ask.example.org`, `uni.example/backrow`. Null where nobody can reach this server yet. */
export function typedAddress(joinUrl: string | null): string | null {
  const url = joinUrl === null ? null : parsed(joinUrl);
  if (url === null) return null;
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/j\/[^/]*$/, '')}`;
}

/**
 * What a QR code of the link holds: in capitals, which need a smaller code, where nothing is lost by it. Scheme,
 * host and `/j/CODE` mean the same in capitals; any other path may not.
 */
export function qrText(joinUrl: string): string {
  const url = parsed(joinUrl);
  if (url === null) return joinUrl;
  const { pathname, search, hash } = url;
  const safe = /^\/j\/[a-z0-9]+$/i.test(pathname) && search === '' && hash === '';
  const capitals = joinUrl.toUpperCase();
  return safe && /^[0-9A-Z $%*+\-./:]+$/.test(capitals) ? capitals : joinUrl;
}

/** `URL.canParse` is younger than the browsers inside mixers. */
function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
