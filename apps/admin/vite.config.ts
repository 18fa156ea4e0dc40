import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { graphqlDocuments } from './scripts/graphql-documents.ts';

const api = `http://127.0.0.1:${process.env.ZAHLWERK_PORT ?? '4000'}`;

const FOUNDATION =
  /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack\/(query-core|react-query|router-core|react-router|history|store|react-store))\//;

/** Two entries that share nothing at run time: the panel (React, Mantine) and the customer's pay page (Preact). */
export default defineConfig({
  plugins: [graphqlDocuments(), react({ exclude: /src\/pay\// })],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', pay: 'pay.html' },
      output: {
        // What every screen needs comes in one file; the components of the library stay with the screens that use them.
        codeSplitting: { groups: [{ name: 'vendor', test: FOUNDATION, priority: 1 }] },
      },
    },
  },
  server: { proxy: { '/graphql': api, '/api': api, '/documents': api } },
});
