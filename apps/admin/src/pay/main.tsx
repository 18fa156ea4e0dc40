/** @jsxImportSource preact */
import './pay.css';
import { render } from 'preact';
import { DataPage } from './data-page.tsx';
import { Gone } from './gone.tsx';
import { MethodPage } from './method-page.tsx';
import { PayPage } from './pay-page.tsx';
import { browserLanguage } from './words.ts';

/** The three addresses that customers get by mail; the last part of each is a secret. */
const PAGES = { pay: PayPage, method: MethodPage, data: DataPage } as const;

const [, name = '', token = ''] = /^\/(pay|method|data)\/([\w-]+)\/?$/.exec(window.location.pathname) ?? [];
const Page = name in PAGES ? PAGES[name as keyof typeof PAGES] : null;

document.documentElement.lang = browserLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its content.');
render(Page ? <Page token={token} /> : <Gone language={browserLanguage()} />, root);
