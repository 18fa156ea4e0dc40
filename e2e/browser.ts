import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';

/** Once per clone and version, and not in /tmp, where another user may have put a file of that name. */
const CACHE = join(import.meta.dirname, '../node_modules/.cache/zahlwerk');
const UNPACK = join(import.meta.dirname, 'unpack-chromium.ts');
const FONTS = join(import.meta.dirname, 'fonts.conf');

const packaged = (): { folder: string; version: string } => {
  const require = createRequire(import.meta.url);
  const folder = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = require(join(folder, 'package.json')) as { version: string };
  return { folder, version };
};

const unpackTo = (target: string, folder: string): void => {
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  execFileSync(process.execPath, [UNPACK, folder], { env: { ...process.env, TMPDIR: unfinished } });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another run was faster; its copy is as good.
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true });
  }
};

/**
 * Starts the Chromium that comes as an npm package, with its own libraries and fonts: nothing has to be installed,
 * and it runs as root as well. Takes seconds the first time, half a second after that. Stories connect to it.
 */
export const launchBrowser = async (): Promise<BrowserServer> => {
  const { folder, version } = packaged();
  const home = join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) unpackTo(home, folder);
  return chromium.launchServer({
    executablePath: join(home, 'chromium'),
    headless: true,
    // Root may not use Chromium's sandbox; the stories visit nothing but this desk.
    args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      // The package's own configuration knows its fonts only below /tmp; without any font Chromium dies.
      FONTCONFIG_FILE: FONTS,
      XDG_DATA_HOME: join(home, 'fonts'),
      XDG_CACHE_HOME: home,
    },
  });
};
