import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Look = readonly [size: { readonly width: number; readonly height: number }, scheme: 'light' | 'dark'];

/** Where somebody works all day long. */
export const EVERY_LOOK: readonly Look[] = [
  [DESKTOP, 'light'],
  [DESKTOP, 'dark'],
  [PHONE, 'light'],
  [PHONE, 'dark'],
];
/** Both sizes and both schemes, once each. */
export const TWO_LOOKS: readonly Look[] = [
  [DESKTOP, 'light'],
  [PHONE, 'dark'],
];

const WIDTHS = [320, 768, 1280];
const EXCESS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What axe finds on the screen as it stands: rule and element, one line each. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  // Our pages have no frames, and only what is wrong is asked for: half the time of a look with all the rest.
  const look = new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false });
  const { violations } = await look.withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

/** Whether the screen has to be scrolled sideways at one of the widths, and by how much. */
export const tooWide = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const excess = await page.evaluate<number>(EXCESS);
    if (excess > 0) found.push(`${excess} px too wide at ${width} px`);
  }
  return found;
};

/** Everything wrong with how a screen looks: what axe finds in each of the looks, and at which width it does not fit. */
export const flawsOf = async (page: Page, looks: readonly Look[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [size, colorScheme] of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const findings = await axeFindings(page);
    found.push(...findings.map((finding) => `${size.width} px, ${colorScheme}: ${finding}`));
  }
  return [...found, ...(await tooWide(page))];
};
