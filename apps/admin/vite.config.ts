import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { graphqlDocuments } from './scripts/graphql-documents.ts';

const api = `http://127.0.0.1:${process.env.ZAHLWERK_PORT ?? '4000'}`;

/** Two entries that share nothing at run time: the panel (React, Mantine) and the customer's pay page (Preact). */
export default defineConfig({
  plugins: [graphqlDocuments(), react({ exclude: /src\/pay\// })],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: 'index.html', pay: 'pay.html' } },
  },
  server: { proxy: { '/graphql': api, '/api': api, '/documents': api } },
});
