const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Origins whose pages are ours: the public address and, for a desk on this very machine, its other names. */
export const trustedOrigins = (publicUrl: string): ReadonlySet<string> => {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return new Set([origin]);
  const suffix = port ? `:${port}` : '';
  return new Set(LOOPBACK.map((name) => `${protocol}//${name}${suffix}`));
};
