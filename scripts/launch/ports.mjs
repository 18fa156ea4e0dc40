import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';
import { PORTS } from './settings.mjs';

/**
 * Refuses with one sentence when something else listens. The IPv6 loopback counts, too: `localhost` may mean it.
 * @param {{ host: string, ports: Record<string, number> }} settings
 */
export const refuseBusyPorts = async ({ host, ports }) => {
  for (const [name, port] of Object.entries(ports)) {
    const hosts = name === 'api' && host !== '127.0.0.1' ? [host] : ['127.0.0.1', '::1'];
    for (const address of hosts) {
      const problem = await problemWith(address, port);
      if (problem) throw new Refusal(sentence(problem, address, port, PORTS[name].variable));
    }
  }
};

const problemWith = (host, port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(host === '::1' && code !== 'EADDRINUSE' ? null : code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });

const sentence = (code, host, port, variable) => {
  if (code === 'EADDRINUSE') {
    const holder = holderOf(port);
    return `Port ${port} is in use${holder ? ` by ${holder}` : ''}: end that program, or choose another port with ${variable}.`;
  }
  if (code === 'EACCES')
    return `This user may not listen on port ${port}: choose one above 1023 with ${variable}.`;
  return `Zahlwerk cannot listen on ${host}, port ${port} (${code}).`;
};

/** "process 123 (nginx)", as far as this user may know it; Linux only. */
const holderOf = (port) => {
  try {
    const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => listening(`/proc/net/${table}`, port)));
    const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holds(entry, sockets));
    return pid ? `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})` : null;
  } catch {
    return null;
  }
};

const LISTEN = '0A';

const listening = (table, port) =>
  readFileSync(table, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local = '', , state]) => state === LISTEN && Number.parseInt(local.split(':')[1], 16) === port,
    )
    .map((fields) => `socket:[${fields[9]}]`);

const holds = (pid, sockets) => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(linkOf(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false;
  }
};

const linkOf = (path) => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};
