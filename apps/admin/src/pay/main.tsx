/** @jsxImportSource preact */
import './pay.css';
import { render } from 'preact';
import { DataPage } from './data-page.tsx';
import { Gone } from './gone.tsx';
import { LinkPage } from './link-page.tsx';
import { MethodPage } from './method-page.tsx';
import { PayPage } from './pay-page.tsx';
import { browserLanguage } from './words.ts';

/** The addresses that customers get by mail, and the public one; the last part of each is a secret of its sender. */
const PAGES = { pay: PayPage, method: MethodPage, data: DataPage, link: LinkPage } as const;

const [, name = '', token = ''] =
  /^\/(pay|method|data|link)\/([\w-]+)\/?$/.exec(window.location.pathname) ?? [];
const Page = name in PAGES ? PAGES[name as keyof typeof PAGES] : null;

document.documentElement.lang = browserLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for its content.');
render(Page ? <Page token={token} /> : <Gone language={browserLanguage()} />, root);
