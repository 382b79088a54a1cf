export interface Notice {
  /** Of two with one id the later is shown. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** What was pushed. Whoever knows a device's address can push: what cannot be read is shown as nothing in particular. */
export function noticeIn(data: { json(): unknown } | null): Notice {
  const told = read(data);
  const text = (name: keyof Notice, fallback: string) => {
    const value = told[name];
    return typeof value === 'string' && value !== '' ? value : fallback;
  };
  return {
    id: text('id', 'atelier'),
    title: text('title', 'Atelier'),
    body: text('body', ''),
    path: pathIn(told.path),
  };
}

/** A page of ours, and never one of somebody else's. */
export function pathIn(data: unknown): string {
  return typeof data === 'string' && /^\/(?![/\\])/.test(data) ? data : '/';
}

function read(data: { json(): unknown } | null): Partial<Record<keyof Notice, unknown>> {
  try {
    const told = data?.json();
    return typeof told === 'object' && told !== null ? told : {};
  } catch {
    return {};
  }
}
