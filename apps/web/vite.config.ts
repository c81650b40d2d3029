import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const api = process.env.TOUCHSTONE_API_URL ?? 'http://localhost:3000';

/** The API serves the respondent's page at /r; while developing this server does. */
const respondentAddress: Plugin = {
  name: 'respondent-address',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      if (request.url === '/r') request.url = '/respond.html';
      next();
    });
  },
};

export default defineConfig({
  plugins: [
    // The respondent's page is Preact: React's refresh must not be woven into it.
    react({ exclude: [/\/node_modules\//, /\/src\/respond\//] }),
    respondentAddress,
  ],
  resolve: { conditions: ['@touchstone/source', ...defaultClientConditions] },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: api, ws: true },
      '/files': { target: api },
      '/imports': { target: api },
      '/exports': { target: api },
      '/health': { target: api },
    },
  },
  build: {
    manifest: true,
    sourcemap: false,
    // Charts are one lazy chunk by design; the limit that counts is checked by scripts/check-bundles.mjs.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Two pages that share nothing but the tokens: a respondent's phone never downloads the application.
      input: { app: resolve(import.meta.dirname, 'index.html'), respond: resolve(import.meta.dirname, 'respond.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'data', test: /node_modules[\\/](@apollo|graphql|graphql-ws|rxjs)[\\/]/, priority: 20 },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
            // Libraries that every visit needs come in one file instead of forty. The respondent's page has its own.
            { name: 'libraries', tags: ['$initial'], test: /node_modules[\\/](?!@?preact)/, priority: 10 },
          ],
        },
      },
    },
  },
});
