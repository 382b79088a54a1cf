import type { Demo } from './demo.ts';
import type { FirstAdmin } from './first-admin.ts';

export interface Greeted {
  /** Where people reach it. */
  readonly address: string;
  readonly admin: FirstAdmin | null;
  readonly demo: Demo | null;
}

/** What a person needs to begin, and nothing else. */
export function greeting({ address, admin, demo }: Greeted): string {
  const lines = [
    '',
    `  Atelier is running:  ${address}`,
    `  Clients book at      ${new URL('/book', address)}`,
  ];
  if (admin) {
    lines.push('', `  Sign in as           ${admin.email}`);
    lines.push(`  with the password    ${admin.password ?? '(the one in ATELIER_ADMIN_PASSWORD)'}`);
    if (admin.password) lines.push('  Shown this once: write it down.');
  }
  if (demo) {
    lines.push('', `  Demo calendar server ${demo.url}`);
    for (const { name, password } of demo.users) lines.push(`    user ${name}, password ${password}`);
    lines.push('  Point any CalDAV client at it. Without the demo: pnpm start --no-demo');
  }
  lines.push('', '  Ctrl-C stops everything.', '');
  return `${lines.join('\n')}\n`;
}
