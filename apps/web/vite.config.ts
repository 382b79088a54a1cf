import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { firstFiles } from './first-files.ts';
import { shellWorker } from './shell-worker.ts';
import { nativeTemporal } from './temporal.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? '4600'}`;
/** The mode that builds the pages of clients. */
const CLIENTS = 'clients';
const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What every page needs comes at once; what some of them share comes in a few pieces, not in one for each icon. */
const PIECES = [
  { name: 'first', tags: ['$initial' as const] },
  { name: 'icons', test: /\/lucide-react\//, minShareCount: 2 },
];

/** The pages that people open first, by address: what they are made of is fetched at once. */
const FIRST_PAGES = {
  '/': '/src/dashboard/dashboard-page.tsx',
  '/agenda': '/src/agenda/agenda-page.tsx',
  '/waiting': '/src/waiting/waiting-page.tsx',
  '/bookings': '/src/bookings/bookings-page.tsx',
  '/mail': '/src/mail/mail-page.tsx',
  '/health': '/src/health/health-page.tsx',
};
const WORDS = {
  first: { en: '/words/src/studio/parts/first-en.ts', fr: '/words/src/studio/parts/first-fr.ts' },
  rest: { en: '/words/src/studio/parts/rest-en.ts', fr: '/words/src/studio/parts/rest-fr.ts' },
};

/** What the server does with the built pages: these addresses are those of clients, who get a page of their own. */
const publicPages: Plugin = {
  name: 'public-pages',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      if (/^\/(book|booking|idea)(\/|\?|$)/.test(request.url ?? '')) request.url = '/book.html';
      next();
    });
  },
};

// Vite wants a default export.
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    tailwindcss(),
    nativeTemporal(),
    publicPages,
    mode !== CLIENTS && firstFiles({ script: page('src/ahead/ahead.ts'), pages: FIRST_PAGES, words: WORDS }),
    mode !== CLIENTS &&
      shellWorker({ worker: page('src/offline/worker/service-worker.ts'), still: page('public') }),
    compression({ algorithms: ['gzip', 'brotliCompress'] }),
  ],
  resolve: {
    alias: [
      { find: 'react-style-singleton', replacement: page('src/ui/overlay/style-singleton.ts') },
      { find: /^zod$/, replacement: page('src/api/zod-without-eval.ts') },
    ],
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // Every browser that runs what is built here knows it.
    modulePreload: { polyfill: false },
    // Two builds into one folder: what the pages of clients share with the studio's would be fetched in sixty pieces.
    ...(mode === CLIENTS && { emptyOutDir: false, copyPublicDir: false }),
    rolldownOptions: {
      input: mode === CLIENTS ? { book: page('book.html') } : { index: page('index.html') },
      output: { codeSplitting: { groups: PIECES } },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/trpc': { target: server, ws: true },
      '/api': { target: server },
    },
  },
}));
