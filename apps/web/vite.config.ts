import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? '4600'}`;

// Vite wants a default export.
export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
  server: {
    proxy: {
      '/trpc': { target: server, ws: true },
      '/api': { target: server },
    },
  },
});
