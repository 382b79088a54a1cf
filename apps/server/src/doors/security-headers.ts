import type { Config } from '@atelier/runtime/config/config';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Headers = Pick<Config, 'publicUrl'>;

/**
 * What two libraries write into the page as it is, by its hash: the looks of messages (sonner, whose element is empty
 * at first) and the scroll bar of lists to choose from (Radix). A new version of theirs has another; every browser test
 * fails until it stands here.
 */
const STYLES_OF_LIBRARIES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  "'sha256-441zG27rExd4/il+NvIqyL8zFx5XmyNQtE381kSkUJk='",
];

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
        styleSrc: ["'self'", ...STYLES_OF_LIBRARIES],
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
