import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(home, 'src');
const target = join(home, 'dist');

// Node strips types but knows no JSX, so what the API imports is built. Only files directly in src are imported by
// others; `@zahlwerk/*` stays outside, since the other packages run from source.
const entryPoints = readdirSync(source)
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => join(source, name));

rmSync(target, { recursive: true, force: true });
await build({
  entryPoints,
  outdir: target,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  // react-email is bundled to shake off its highlighter, Tailwind and preview server, which would load with it.
  external: ['@zahlwerk/*', 'react', 'react/*', 'react-dom', 'react-dom/*', 'qrcode'],
  logLevel: 'warning',
});
