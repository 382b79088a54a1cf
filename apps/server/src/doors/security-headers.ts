import type { Config } from '@atelier/runtime/config/config';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Headers = Pick<Config, 'publicUrl'>;

/** Scripts only from here, so that a script in an event's text stays text even if a page had a hole. */
export function securityHeaders(config: Headers): RequestHandler {
  return headersFor(config, "'none'");
}

/** Of routes that a studio may show inside its own site: where clients book or describe an idea, without signing in. */
export function shownAnywhere(config: Headers): RequestHandler {
  const open = headersFor(config, '*');
  return (request, response, next) => {
    // Older browsers know this one only, and it cannot say “any site”.
    response.removeHeader('X-Frame-Options');
    open(request, response, next);
  };
}

function headersFor({ publicUrl }: Headers, frameAncestors: "'none'" | '*') {
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
    strictTransportSecurity: publicUrl?.startsWith('https:') ?? false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: open ? false : { action: 'deny' },
    crossOriginResourcePolicy: { policy: open ? 'cross-origin' : 'same-origin' },
  });
}
