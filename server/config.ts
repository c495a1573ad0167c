import * as z from 'zod';

/** Paths that mean something to the server itself: below one of them a request would be read in two ways. */
const ownPaths = /^\/+(e|j|api|assets|help|socket\.io|icon\.svg|healthz|readyz|metrics|control)(\/|$)/i;

/** An address under which people reach this server, without a slash at its end: `https://uni.example/backrow`. */
const publicUrl = z
  .url({ protocol: /^https?$/ })
  .transform((url) => new URL(url))
  .refine(
    ({ username, search, hash }) => username + search + hash === '',
    'write an address without @, ? and #',
  )
  .refine(
    ({ pathname }) => /^[\w/.~%-]*$/.test(pathname),
    'write a path of letters, digits, - _ . and ~, as /backrow',
  )
  .refine(
    ({ pathname }) => !ownPaths.test(pathname),
    'write a path that is none of the server’s own (/e, /j, /api, /help …)',
  )
  .transform(({ origin, pathname }) => `${origin}${pathname.replace(/\/+/g, '/').replace(/\/$/, '')}`);
const publicUrls = z
  .array(publicUrl)
  .min(1)
  .refine(
    (urls) => new Set(urls.map((url) => new URL(url).pathname)).size === 1,
    'the same path for every address: one server stands below one path',
  );
const list = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '');
const cidr = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()]);
const hopsOrSubnets = z.union([
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
  z
    .string()
    .transform(list)
    .pipe(z.array(z.union([cidr, z.enum(['loopback', 'linklocal', 'uniquelocal'])]))),
]);

/** Every setting there is, from the environment alone, each with what it means. */
export const configSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('port to listen on (3000, or the next free one where unset; 0 picks one)'),
  HOST: z
    .string()
    .transform((host) => host.trim().replace(/^\[(.*)\]$/, '$1'))
    .default('0.0.0.0')
    .describe('address to listen on'),
  DATA_DIR: z.string().min(1).default('./data').describe('folder of the log, the lock and the secret'),
  SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('signs badges and invites; made once and kept in DATA_DIR where unset'),
  PUBLIC_URL: z
    .string()
    .transform(list)
    .pipe(publicUrls)
    .optional()
    .describe(
      'addresses under which people reach this server, with its path where it stands below one; the first goes into every QR, link and calendar',
    ),
  TLS_CERT: z.string().optional().describe('certificate file, to serve https directly'),
  TLS_KEY: z.string().optional().describe('key file of TLS_CERT'),
  TRUST_PROXY: hopsOrSubnets.optional().describe('proxies in front: number of hops, or subnets'),
  TRUSTED_NETWORKS: z
    .string()
    .transform(list)
    .pipe(z.array(cidr))
    .default([])
    .describe('networks without limits per address; loopback always'),
  METRICS_TOKEN: z
    .string()
    .min(8)
    .optional()
    .describe('bearer token for /metrics from elsewhere than loopback'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('how much is logged'),
});
export type Config = z.infer<typeof configSchema>;

/** The configuration of an environment, or every line of what is wrong with it. */
export function readConfig(
  env: NodeJS.ProcessEnv,
): { ok: true; config: Config } | { ok: false; errors: string[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in configSchema.shape && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  const errors = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if ((env['TLS_CERT'] ?? '') === '' ? (env['TLS_KEY'] ?? '') !== '' : (env['TLS_KEY'] ?? '') === '') {
    errors.push('TLS_CERT, TLS_KEY: give both or none');
  }
  return parsed.success && errors.length === 0 ? { ok: true, config: parsed.data } : { ok: false, errors };
}

/** Every setting with what it means, one a line. */
export function settingsHelp(): string {
  return Object.entries(configSchema.shape)
    .map(([name, schema]) => `  ${name.padEnd(17)} ${schema.description ?? ''}`)
    .join('\n');
}

/** The help text of the server: its arguments and every setting. */
export function configHelp(): string {
  return [
    'Usage: npm start [-- --empty | --help]',
    '',
    '  --empty           start an empty data folder without the sample events',
    '',
    'Environment:',
    settingsHelp(),
  ].join('\n');
}
