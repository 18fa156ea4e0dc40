/** Settings of a desk: one machine, some dozen connections, and nothing answered that a power cut could take back. */
const DESK = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path is limited to 107 characters, and a password over TCP is enough on one machine.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

/** Tests throw their data away, so they need not wait for the disk. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A database lives for a minute: nothing is worth cleaning up.
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Every test file has a database and pools of its own.
  max_connections: '300',
};

export const serverArguments = (clusterDir: string, port: number, durable: boolean): string[] => [
  '-D',
  clusterDir,
  '-p',
  String(port),
  ...Object.entries({ ...DESK, ...(durable ? {} : THROW_AWAY) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]),
];

/** Sorting and case do not depend on the machine's locale, so that a data folder can move to another one. */
export const initArguments = (clusterDir: string, passwordFile: string, durable: boolean): string[] => [
  `--pgdata=${clusterDir}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  ...(durable ? [] : ['--no-sync']),
];

/** None of the program's own environment: it holds secrets that the server has no use for. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
