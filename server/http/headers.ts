import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { directionOf, foreignOrigin, isSecure } from '../access/origin.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';

/** The headers of every answer: nothing runs and nothing is fetched but what this server serves. */
export function securityHeaders(context: Pick<HttpContext, 'trusted' | 'base'>): RequestHandler {
  const plain = headers(false, false);
  const secure = headers(true, context.base === '');
  return (request, response, next) => {
    const own = directionOf(request, context.trusted);
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
    (isSecure(own) ? secure : plain)(request, response, next);
  };
}

/** Refuses what a page of another origin would do here; reading is harmless, since cookies stay away from it. */
export function originGuard(context: Pick<HttpContext, 'trusted' | 'publicOrigins'>): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const expected = foreignOrigin(directionOf(request, context.trusted), context.publicOrigins);
    if (expected === null) return next();
    return answerRefusal(
      response,
      refuse('not-allowed', 'foreign-origin', {
        of: 'origin',
        expected,
      }),
    );
  };
}

/**
 * HSTS and isolation need https; over plain http on a network address browsers ignore or complain about them. HSTS binds
 * the whole host: below a path of somebody else's it is theirs to say (`ownHost`).
 */
function headers(secure: boolean, ownHost: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", (request) => socketsOf(request.headers.host)],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: ownHost ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
  });
}

/**
 * The sockets of a host as they stand in a policy, for browsers whose `'self'` leaves them out. Policies know no IPv6
 * addresses (`'self'` has to do), and whatever else a header says must not write policy.
 */
function socketsOf(host: string | undefined): string {
  if (host?.startsWith('[')) return "'self'";
  const named = host !== undefined && /^[A-Za-z0-9.:-]+$/.test(host) ? host : 'localhost';
  return `ws://${named} wss://${named}`;
}
