import type { Config } from '@atelier/runtime/config';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What a studio may show inside its own site: where clients book or describe an idea, without signing in, and the
 * script that puts it there.
 */
const EMBEDDED = /^\/(?:book|idea)(?:\/|$)|^\/embed\.js$/;

/** Scripts only from here, so that a script in an event's text stays text even if a page had a hole. */
export function securityHeaders(config: Pick<Config, 'publicUrl'>): RequestHandler {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const [closed, embedded] = [headersFor(secure, "'none'"), headersFor(secure, '*')];
  return (request, response, next) => {
    const framed = (request.method === 'GET' || request.method === 'HEAD') && EMBEDDED.test(request.path);
    return (framed ? embedded : closed)(request, response, next);
  };
}

function headersFor(secure: boolean, frameAncestors: "'none'" | '*') {
  const open = frameAncestors === '*';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The riddle that keeps programs away is solved beside the page.
        workerSrc: ["'self'"],
        // FullCalendar and positioned popovers set style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Pictures that somebody has chosen are shown before they are sent.
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [frameAncestors],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    // Older browsers know this one only, and it cannot say “any site”.
    frameguard: open ? false : { action: 'deny' },
    crossOriginResourcePolicy: { policy: open ? 'cross-origin' : 'same-origin' },
  });
}
