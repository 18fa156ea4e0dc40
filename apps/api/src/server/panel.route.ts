import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import { refuse, type Shell, type ShellContext } from './shell.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const COMPRESSIBLE = /^(text|application|image\/svg)/;
const compress = promisify(gzip);

interface Asset {
  readonly modified: number;
  readonly mediaType: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
}

const read = async (path: string, modified: number): Promise<Asset> => {
  const bytes = new Uint8Array(await readFile(path));
  const mediaType = MEDIA_TYPES[extname(path)] ?? 'application/octet-stream';
  const worth = COMPRESSIBLE.test(mediaType) && bytes.length > 1_000;
  return {
    modified,
    mediaType,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    bytes,
    gzipped: worth ? new Uint8Array(await compress(bytes)) : null,
  };
};

/** Files of the built panel, kept in memory until they change on the disk. Null outside of the folder. */
const createAssets = (folder: string) => {
  const known = new Map<string, Asset>();
  return async (name: string): Promise<Asset | null> => {
    const path = normalize(join(folder, name));
    if (!path.startsWith(folder + sep)) return null;
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) return null;
    const asset = known.get(path);
    if (asset?.modified === found.mtimeMs) return asset;
    const fresh = await read(path, found.mtimeMs);
    known.set(path, fresh);
    return fresh;
  };
};

/** Names with a hash in them never change. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ALWAYS_ASK = 'no-cache';

const send = (c: ShellContext, asset: Asset, cacheControl: string): Response => {
  const headers = { 'cache-control': cacheControl, etag: asset.etag, vary: 'accept-encoding' };
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
  const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? asset.gzipped : null;
  return c.body(zipped ?? asset.bytes, 200, {
    ...headers,
    'content-type': asset.mediaType,
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
  });
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
};

/** The customer's pages are an entry of their own; every other address belongs to the panel's router. */
const entryOf = (path: string): string =>
  /^\/(pay|method|data|link)\//.test(path) ? 'pay.html' : 'index.html';

/** The built panel and pay page. Files answer as themselves, addresses with the page that knows them. */
export const panelRoute = (folder: string): Hono<Shell> => {
  const assets = createAssets(normalize(folder));
  return new Hono<Shell>().get('*', async (c) => {
    const path = decoded(c.req.path);
    const file = path.includes('\0') ? null : await assets(path);
    if (file) return send(c, file, path.startsWith('/assets/') ? IMMUTABLE : ALWAYS_ASK);
    if (/^\/(assets|api|webhooks|documents)\//.test(path))
      return refuse(c, 404, 'NOT_FOUND', 'There is no such file.');
    const page = await assets(entryOf(path));
    return page
      ? send(c, page, ALWAYS_ASK)
      : refuse(c, 503, 'PANEL_NOT_BUILT', 'The panel has not been built yet.');
  });
};
