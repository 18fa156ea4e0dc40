import { type Middleware, refuse } from './shell.ts';

/**
 * Lets a browser act for its user only from our own pages: neither `Origin` nor `Sec-Fetch-Site` may say otherwise.
 * Programs send none of them. Requests with a key carry no cookie's rights and need none of this.
 */
export const originGuard =
  (origins: ReadonlySet<string>): Middleware =>
  async (c, next) => {
    if (c.req.header('authorization')) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const foreign =
      (origin !== undefined && !origins.has(origin)) ||
      (site !== undefined && !/^(same-origin|none)$/.test(site));
    if (foreign) return refuse(c, 403, 'ORIGIN_NOT_ALLOWED', 'Requests come from our own pages only.');
    return next();
  };

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** JSON in UTF-8, uncompressed. Anything else could be sent by a page that is not ours, or read in two ways. */
export const jsonOnly: Middleware = async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? ''))
    return refuse(c, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json in UTF-8.');
  const encoding = c.req.header('content-encoding');
  if (encoding && encoding !== 'identity')
    return refuse(c, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body uncompressed.');
  return next();
};
