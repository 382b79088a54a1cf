import { parseArgs } from 'node:util';

const HELP = `Runs Atelier on this machine: database, server, worker and pages on one address.

  pnpm start [--no-demo] [--dev]

  --no-demo  without the demo studio and its sandbox calendar server
  --dev      pages from Vite with hot reload, server and worker restarted when their files change

Settings come from the environment; docs/operator-guide.md lists them.
`;

// Checked before anything is imported that needs it.
if (typeof Temporal === 'undefined') {
  process.stderr.write(
    `Node ${process.version} is too old for Atelier, which needs 26. On Linux \`npx -y pnpm@12.21.0 start\` brings its own; elsewhere install Node 26.\n`,
  );
  process.exit(1);
}

const { values } = parseArgs({
  options: {
    'no-demo': { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  const { runStudio } = await import('./start/run-studio.ts');
  await runStudio({ demo: !values['no-demo'], dev: values.dev });
}
