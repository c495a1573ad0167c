import * as z from 'zod';
import { readPublicUrl } from './access/public-url.ts';
import { leastSecret } from './access/secret.ts';

const wholePort = 'write a number from 0 to 65535';
const wholeBytes = 'write a number of bytes from 1000000 on';
const subnets = 'write addresses or networks, as 10.0.0.0/8';
const list = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '');
const cidr = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], subnets);
const hopsOrSubnets = z.union(
  [
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
    z
      .string()
      .transform(list)
      .pipe(z.array(z.union([cidr, z.enum(['loopback', 'linklocal', 'uniquelocal'])]))),
  ],
  'write how many proxies there are, or their networks, as loopback or 10.0.0.0/8',
);

/** The addresses under which people reach this server, each with what is wrong with it. */
const publicUrls = z.string().transform((text, { issues }) => {
  const texts = list(text);
  const urls: string[] = [];
  const complain = (message: string) => issues.push({ code: 'custom', input: text, message });
  for (const each of texts) {
    const read = readPublicUrl(each);
    if (read.ok) urls.push(read.url);
    else complain(read.why);
  }
  if (texts.length === 0) complain('write at least one address');
  if (new Set(urls.map((url) => new URL(url).pathname)).size > 1)
    complain('the same path for every address: one server stands below one path');
  return urls;
});

/** Every setting there is, from the environment alone, each with what it means. */
export const configSchema = z.object({
  PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, wholePort)
    .transform(Number)
    .pipe(z.number().max(65_535, wholePort))
    .optional()
    .describe('port to listen on (3000, or the next free one where unset; 0 picks one)'),
  HOST: z
    .string()
    .transform((host) => host.trim().replace(/^\[(.*)\]$/, '$1'))
    .default('0.0.0.0')
    .describe('address to listen on'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe('folder of the log, the lock, the secret and what was revoked'),
  SECRET: z
    .string()
    .min(leastSecret)
    .optional()
    .describe('signs badges and invites, 16 characters or more; made once and kept in DATA_DIR where unset'),
  PUBLIC_URL: publicUrls
    .optional()
    .describe(
      'addresses under which people reach this server, with its path where it stands below one; the first goes into every QR, link and calendar',
    ),
  MAX_EVENT_BYTES: z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, wholeBytes)
    .transform(Number)
    .pipe(z.number().min(1_000_000, wholeBytes))
    .default(2_000_000_000)
    .describe(
      'bytes that an event may hold in the log (2 GB); past them it takes votes and what the staff does, and no more texts of the audience',
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
    Object.entries(env).filter(([name, value]) => name in configSchema.shape && value?.trim() !== ''),
  );
  const parsed = configSchema.safeParse(given);
  const errors = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if ('TLS_CERT' in given !== 'TLS_KEY' in given) {
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
