import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? '4600'}`;
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
export default defineConfig({
  plugins: [react(), tailwindcss(), publicPages],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: page('index.html'), book: page('book.html') } },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/trpc': { target: server, ws: true },
      '/api': { target: server },
    },
  },
});
