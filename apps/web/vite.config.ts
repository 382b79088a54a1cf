import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { shellWorker } from './shell-worker.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? '4600'}`;
/** The mode that builds the pages of clients. */
const CLIENTS = 'clients';
const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

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
    publicPages,
    mode !== CLIENTS &&
      shellWorker({ worker: page('src/offline/worker/service-worker.ts'), still: page('public') }),
    compression({ algorithms: ['gzip', 'brotliCompress'] }),
  ],
  resolve: { alias: { 'react-style-singleton': page('src/ui/overlay/style-singleton.ts') } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // Two builds into one folder: what the pages of clients share with the studio's would be fetched in sixty pieces.
    ...(mode === CLIENTS && { emptyOutDir: false, copyPublicDir: false }),
    rolldownOptions: {
      input: mode === CLIENTS ? { book: page('book.html') } : { index: page('index.html') },
      // What a page needs at once comes at once.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
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
