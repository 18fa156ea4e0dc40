import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import type { Role } from './people.ts';
import { EMPTY, logsOf, type Stack, stackAt, startStack } from './stack.ts';

/** How long a person would wait before calling something broken. */
const PATIENCE = 15_000;

/** What every page showed when a story failed, and what the desk had logged. */
const FAILURES = join(import.meta.dirname, '../node_modules/.cache/zahlwerk/failures');

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface Stage {
  readonly stack: Stack;
  /** A browser of its own for each person: own session, own storage. Ends with the story. */
  readonly enter: (options?: BrowserContextOptions) => Promise<Page>;
  /** The same for somebody of the house, who has signed in already. */
  readonly enterAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
  /** What went wrong on the pages without anybody seeing it. */
  readonly problems: string[];
}

/** The desk and the browser of the run, for one story; a story that kills the desk has one of its own. */
export const useStage = ({ ownDesk = false }: { readonly ownDesk?: boolean } = {}): Stage => {
  let stack = stackAt(inject('stack'));
  const problems: string[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    if (ownDesk) stack = await startStack(EMPTY);
  });
  afterAll(async () => {
    await browser?.close();
    if (ownDesk) await stack.stop();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(FAILURES, { recursive: true });
    writeFileSync(join(FAILURES, 'desk.log'), logsOf(stack.dataDir));
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page, index) => page.screenshot({ path: join(FAILURES, `${index}.png`) })));
  });
  const enter = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: stack.deskUrl,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: DESKTOP,
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    context.on('weberror', (error) => problems.push(error.error().message));
    return context.newPage();
  };
  return {
    get stack() {
      return stack;
    },
    problems,
    enter,
    enterAs: async (role, options) => {
      const page = await enter(options);
      const cookies = inject('sessions')
        [role].split('; ')
        .map((pair) => {
          const [name = '', ...value] = pair.split('=');
          return { name, value: value.join('='), url: stack.deskUrl };
        });
      await page.context().addCookies(cookies);
      return page;
    },
  };
};
