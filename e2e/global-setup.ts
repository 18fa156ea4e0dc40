import type { TestProject } from 'vitest/node';
import { launchBrowser } from './browser.ts';
import { type Sessions, signUpPeople } from './people.ts';
import { EMPTY, type StackAddress, startStack } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackAddress;
    browser: string;
    sessions: Sessions;
  }
}

/** One desk and one browser for all stories: that is what two cores carry. Each story founds its own business. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [stack, browser] = await Promise.all([startStack(EMPTY), launchBrowser()]);
  provide('stack', stack.address);
  provide('browser', browser.wsEndpoint());
  provide('sessions', await signUpPeople(stack.deskUrl));
  return async () => {
    await browser.close();
    await stack.stop();
  };
};
