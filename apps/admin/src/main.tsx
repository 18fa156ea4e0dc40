import '@mantine/core/styles.css';
import '@fontsource-variable/inter';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startLanguage } from './i18n/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the panel.');
await startLanguage();
createRoot(root).render(<App />);
