import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseAllowList } from './allow-list.ts';
import { createGuardedHttp, type GuardedHttp, USER_AGENT } from './guarded-http.ts';
import { type Resolve, systemResolve } from './guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from './http-limits.ts';

interface Host extends AsyncDisposable {
  readonly url: URL;
  readonly seen: IncomingMessage[];
}

async function host(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Host> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Options {
  readonly allow?: string;
  readonly resolve?: Resolve;
  readonly limits?: Partial<HttpLimits>;
}

function client({
  allow = '127.0.0.1',
  resolve = systemResolve,
  limits,
}: Options = {}): GuardedHttp & AsyncDisposable {
  const http = createGuardedHttp({
    allow: parseAllowList(allow),
    resolve,
    limits: { ...DEFAULT_HTTP_LIMITS, ...limits },
    monotonicMs: () => performance.now(),
  });
  return { ...http, [Symbol.asyncDispose]: http.close };
}

async function fetched(http: GuardedHttp, url: URL, signal?: AbortSignal): Promise<string> {
  const answer = await http.send({ method: 'GET', url, headers: {}, ...(signal && { signal }) });
  return Buffer.concat(await Array.fromAsync(answer.body)).toString();
}

describe('requests', () => {
  test('name the product, take gzip, and carry no cookie from one to the next', async () => {
    await using at = await host((_, response) => {
      response
        .setHeader('set-cookie', 'session=1')
        .setHeader('content-encoding', 'gzip')
        .end(gzipSync('hello'));
    });
    await using http = client();
    expect(await fetched(http, at.url)).toBe('hello');
    expect(await fetched(http, at.url)).toBe('hello');
    expect(at.seen[1]?.headers).toMatchObject({ 'user-agent': USER_AGENT, 'accept-encoding': 'gzip' });
    expect(at.seen[1]?.headers.cookie).toBeUndefined();
  });

  test('are counted, with the bytes they bring after decompression', async () => {
    await using at = await host((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(1000)));
    });
    await using http = client();
    const meter = { requests: 0, bytesIn: 0 };
    const answer = await http.send({ method: 'GET', url: at.url, headers: {}, meter });
    await Array.fromAsync(answer.body);
    expect(meter).toEqual({ requests: 1, bytesIn: 1000 });
  });

  test('S11 wait for a place at their host and leave it when the body is dropped', async () => {
    await using at = await host((_, response) => response.end('hello'));
    await using http = client({ limits: { requestsPerHost: 1 } });
    for (let count = 0; count < 3; count += 1) {
      (await http.send({ method: 'GET', url: at.url, headers: {} })).discard();
    }
    expect(await fetched(http, at.url)).toBe('hello');
  });

  test("end with the caller's own reason when he cancels", async () => {
    await using at = await host(() => undefined);
    await using http = client();
    const abort = new AbortController();
    const reading = fetched(http, at.url, abort.signal);
    abort.abort(new Error('no longer wanted'));
    await expect(reading).rejects.toThrow('no longer wanted');
  });
});

describe('S14 private hosts', () => {
  test('are refused by address and by name, before any byte is sent', async () => {
    await using at = await host((_, response) => response.end('secret'));
    await using http = client({ allow: '' });
    const named = new URL(`http://localhost:${at.url.port}/`);
    await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'refused-address' });
    await expect(fetched(http, named)).rejects.toMatchObject({ kind: 'refused-address' });
    expect(at.seen).toHaveLength(0);
  });

  test('cannot be reached by a name that changes its answer', async () => {
    await using at = await host((_, response) => response.end('secret'));
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const asked: string[] = [];
    const resolve: Resolve = async (name) => {
      asked.push(name);
      return (answers.shift() ?? ['127.0.0.1']).map((address) => ({ address, family: 4 }));
    };
    await using http = client({ allow: '', resolve, limits: { connectMs: 50, totalMs: 300 } });
    const url = new URL(`http://rebinding.example:${at.url.port}/`);
    await expect(fetched(http, url)).rejects.toMatchObject({ name: 'ProviderFailure' });
    await expect(fetched(http, url)).rejects.toMatchObject({ kind: 'refused-address' });
    expect(asked).toEqual(['rebinding.example', 'rebinding.example']);
    expect(at.seen).toHaveLength(0);
  });

  test('can be let through by name', async () => {
    await using at = await host((_, response) => response.end('hello'));
    const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    await using http = client({ allow: 'nas.local', resolve });
    expect(await fetched(http, new URL(`http://nas.local:${at.url.port}/`))).toBe('hello');
  });
});

describe('S14 case 19: redirects', () => {
  test('on the same origin repeat method, body and sign-in', async () => {
    await using at = await host((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/dav/' }).end();
      else request.pipe(response);
    });
    await using http = client();
    const headers = { authorization: 'Basic x' };
    const answer = await http.send({ method: 'PROPFIND', url: at.url, headers, body: '<x/>' });
    expect(Buffer.concat(await Array.fromAsync(answer.body)).toString()).toBe('<x/>');
    expect(answer.url.pathname).toBe('/dav/');
    expect(at.seen.map(({ method, headers: sent }) => [method, sent.authorization])).toEqual([
      ['PROPFIND', 'Basic x'],
      ['PROPFIND', 'Basic x'],
    ]);
  });

  test('to another origin are not followed, and the failure names it', async () => {
    await using other = await host((_, response) => response.end('mine'));
    await using at = await host(
      (_, response) => void response.writeHead(302, { location: other.url.href }).end(),
    );
    await using http = client();
    await expect(fetched(http, at.url)).rejects.toMatchObject({
      kind: 'cross-origin-redirect',
      message: expect.stringContaining(other.url.origin),
    });
    expect(other.seen).toHaveLength(0);
  });

  test('that never arrive are given up after five', async () => {
    await using at = await host((_, response) => void response.writeHead(302, { location: '/again' }).end());
    await using http = client();
    await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'wrong-service' });
    expect(at.seen).toHaveLength(6);
  });
});

describe('S11 deadlines', () => {
  const QUICK: Partial<HttpLimits> = { headersMs: 60, idleBodyMs: 60, totalMs: 2_000 };

  test.each([
    ['no headers', () => undefined],
    ['a body that stops', (_: IncomingMessage, response: ServerResponse) => void response.write('x')],
  ])('%s', async (_, answer) => {
    await using at = await host(answer);
    await using http = client({ limits: QUICK });
    await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a body that drips', async () => {
    await using at = await host((_, response) => {
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    });
    await using http = client({ limits: { ...QUICK, drip: { bytes: 1000, perMs: 100 } } });
    await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('an exchange that takes too long as a whole', async () => {
    await using at = await host((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(5000)), 10);
      response.on('close', () => clearInterval(timer));
    });
    await using http = client({ limits: { ...QUICK, totalMs: 150 } });
    await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a connection cut in the middle is no complete answer', async () => {
    await using at = await host((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x');
      setImmediate(() => response.destroy());
    });
    await using http = client();
    await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

test('S13 a body over the cap is cut off', async () => {
  await using at = await host((_, response) => response.end('x'.repeat(5000)));
  await using http = client({ limits: { maxBytes: 1000 } });
  await expect(fetched(http, at.url)).rejects.toMatchObject({ kind: 'too-large' });
});

test('S9 a port where nobody listens is unreachable', async () => {
  const { url } = await host(() => undefined).then(async (at) => {
    await at[Symbol.asyncDispose]();
    return at;
  });
  await using http = client();
  await expect(fetched(http, url)).rejects.toMatchObject({ kind: 'unreachable' });
});
