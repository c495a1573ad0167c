import { jwtVerify, SignJWT } from 'jose';

/** How long a permission to give orders holds: as long as it takes to send one, in seconds. */
const holds = 60;

/** A permission to give orders to a running server. Whoever can make one knows SECRET, and could as well be it. */
export async function signControl(secret: string, now: number): Promise<string> {
  return new SignJWT({ use: 'control' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(now / 1000) + holds)
    .sign(new TextEncoder().encode(secret));
}

/** Whether a text is such a permission, of this secret and still in time. */
export async function isControl(token: string, secret: string, now: number): Promise<boolean> {
  try {
    const options = { algorithms: ['HS256'], currentDate: new Date(now), requiredClaims: ['exp'] };
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), options);
    return payload['use'] === 'control';
  } catch {
    return false;
  }
}
