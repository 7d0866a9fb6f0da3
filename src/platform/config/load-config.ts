import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppConfig, DatabaseConfig, Secrets } from './config.js';
import { readPayments } from './payments-config.js';
import { readRoomFiles } from './room-files-config.js';
import { readRanking, type SearchConfig } from './search-config.js';
import { readVideo } from './video-config.js';

/** The environment cannot be right; lists every problem at once, one sentence each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment once; the only place that does.
 *
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function loadConfig(env: Env): { config: AppConfig; secrets: Secrets } {
  const problems: string[] = [];
  const isProduction = env['NODE_ENV'] === 'production';
  const dataDir = resolve(env['DATA_DIR'] ?? 'data');
  const port = readInteger(env, 'PORT', 3000, { min: 0, max: 65535 }, problems);
  const isLan = env['VISAVIS_LAN'] === '1';
  const database = readDatabase(env, dataDir, problems);
  refuseWrongCombinations(env, database, problems);
  const isDemo = readFlag(env, 'DEMO', !isProduction, problems);
  if (isProduction && isDemo)
    problems.push(
      'DEMO=1 is refused with NODE_ENV=production: demo people must not mix with real ones.',
    );
  const appSecret = readAppSecret(env, dataDir, isProduction, problems);
  const publicUrl = (
    env['PUBLIC_URL'] ?? `${isLan ? 'https' : 'http'}://localhost:${port}`
  ).replace(/\/$/, '');
  const { video, secrets: videoSecrets } = readVideo(env, publicUrl, problems);
  const allowsLocalAddresses = readFlag(env, 'OUTBOUND_LOCAL', false, problems);
  if (isProduction && allowsLocalAddresses)
    problems.push(
      'OUTBOUND_LOCAL=1 is refused with NODE_ENV=production: anybody could have this machine read its own network.',
    );
  const { payments, stripe } = readPayments(env, { isProduction, isDemo }, problems);
  const config: AppConfig = {
    isProduction,
    dataDir,
    filesDir: readFilesDir(env, dataDir, problems),
    isOneOfMany: Boolean(env['REDIS_URL']),
    isDemo,
    http: {
      host: env['HOST'] ?? (isLan || isProduction ? '0.0.0.0' : '127.0.0.1'),
      port,
      publicUrl,
      isLan,
      trustedProxies: readInteger(env, 'TRUSTED_PROXIES', 0, { min: 0, max: 8 }, problems),
    },
    database,
    defaultCountry: readCountry(env, 'DEFAULT_COUNTRY', 'FR', problems),
    defaultLanguage: env['DEFAULT_LANGUAGE'] ?? 'en',
    commission: {
      percent: readPercent(env, 'COMMISSION_PERCENT', '20', problems),
      base: readChoice(env, 'COMMISSION_BASE', ['collected', 'net'] as const, problems),
    },
    payouts: {
      minimum: readInteger(env, 'PAYOUT_MINIMUM', 10, { min: 1, max: 10_000 }, problems),
    },
    platformTax: {
      country: readCountry(env, 'PLATFORM_COUNTRY', 'FR', problems),
      actsAs: readChoice(
        env,
        'PLATFORM_ACTS_AS',
        ['disclosed_agent', 'own_name'] as const,
        problems,
      ),
      registrations: (env['PLATFORM_REGISTRATIONS'] ?? 'FR,EU-OSS').split(',').filter(Boolean),
      servesShippedPacks: isDemo,
    },
    operator: {
      legalName: env['OPERATOR_NAME'] ?? 'Visavis (demo installation)',
      address: env['OPERATOR_ADDRESS'] ?? '12 rue des Exemples, 75002 Paris, France',
      taxId: env['OPERATOR_TAX_ID'] ?? 'FR40303265045',
      email: env['OPERATOR_EMAIL'] ?? 'hello@visavis.example',
    },
    media: {
      publicAddress: env['MEDIA_PUBLIC_ADDRESS'] ?? null,
      turnUrls: readTurnUrls(env, problems),
      udpPortMin: readInteger(
        env,
        'MEDIA_UDP_PORT_MIN',
        40000,
        { min: 1024, max: 65535 },
        problems,
      ),
      udpPortMax: readInteger(
        env,
        'MEDIA_UDP_PORT_MAX',
        49999,
        { min: 1024, max: 65535 },
        problems,
      ),
    },
    video,
    payments,
    outbound: { allowsLocalAddresses },
    roomFiles: readRoomFiles(env, problems),
    search: readSearch(env, problems),
    logLevel: env['LOG_LEVEL'] ?? 'info',
  };
  if (problems.length > 0) throw new ConfigError(problems);
  const secrets: Secrets = {
    appSecret,
    databaseUrl: env['DATABASE_URL'] ?? null,
    smtpUrl: env['SMTP_URL'] ?? null,
    redisUrl: readRedisUrl(env, problems),
    video: videoSecrets,
    meilisearchKey: env['MEILI_KEY'] ?? null,
    stripe: Object.freeze(stripe),
    turn: env['MEDIA_TURN_SECRET'] ?? null,
  };
  return { config: deepFreeze(config), secrets: Object.freeze(secrets) };
}

function readTurnUrls(env: Env, problems: string[]): readonly string[] {
  const urls = (env['MEDIA_TURN_URLS'] ?? '').split(',').filter(Boolean);
  if (urls.some((url) => !/^turns?:/.test(url)))
    problems.push('MEDIA_TURN_URLS holds addresses that start with turn: or turns:, with commas.');
  if (urls.length > 0 !== Boolean(env['MEDIA_TURN_SECRET']))
    problems.push('MEDIA_TURN_URLS and MEDIA_TURN_SECRET go together: set both or neither.');
  return urls;
}

function readSearch(env: Env, problems: string[]): SearchConfig {
  const ranking = readRanking(env['SEARCH_RANKING'] ?? '', problems);
  const url = env['MEILI_URL'] ?? '';
  if (url !== '' && !/^https?:\/\//.test(url))
    problems.push(
      'MEILI_URL must start with http:// or https://, or be left out to search in process.',
    );
  return { ranking, meilisearchUrl: url === '' ? null : url.replace(/\/$/, '') };
}

/** A folder of its own, or one on a disk that all copies share. */
function readFilesDir(env: Env, dataDir: string, problems: string[]): string {
  const url = env['STORAGE_URL'] ?? '';
  if (url === '') return join(dataDir, 'files');
  if (url.startsWith('file:///')) return fileURLToPath(url);
  problems.push(
    'STORAGE_URL must be file:/// and the folder that all copies share; other stores are not built in yet.',
  );
  return join(dataDir, 'files');
}

function readRedisUrl(env: Env, problems: string[]): string | null {
  const url = env['REDIS_URL'] ?? '';
  if (url !== '' && !/^rediss?:\/\//.test(url))
    problems.push('REDIS_URL must start with redis:// or rediss://, or be left out for one copy.');
  return url === '' ? null : url;
}

function readDatabase(env: Env, dataDir: string, problems: string[]): DatabaseConfig {
  const url = env['DATABASE_URL'];
  if (url === undefined || url === '') return { kind: 'sqlite', file: join(dataDir, 'visavis.db') };
  if (!/^(mysql|mariadb):\/\//.test(url)) {
    problems.push(
      'DATABASE_URL must start with mysql:// or mariadb://, or be left out to use the SQLite file.',
    );
  }
  return {
    kind: 'mysql',
    poolSize: readInteger(env, 'DATABASE_POOL_SIZE', 10, { min: 1, max: 200 }, problems),
  };
}

function refuseWrongCombinations(env: Env, database: DatabaseConfig, problems: string[]): void {
  if (!env['REDIS_URL']) return;
  if (database.kind === 'sqlite') {
    problems.push(
      'REDIS_URL means more than one copy of the program, and copies cannot share an SQLite file: set DATABASE_URL too.',
    );
  }
  if (!env['STORAGE_URL'])
    problems.push(
      'REDIS_URL means more than one copy of the program, and copies do not share local files: set STORAGE_URL too.',
    );
  if (!env['OPENVIDU_URL'] && !env['LIVEKIT_URL']) {
    problems.push(
      'REDIS_URL means more than one copy of the program, and the embedded video lives in one: set OPENVIDU_URL or LIVEKIT_URL too.',
    );
  }
}

/** In development the secret is made once and kept beside the data, so that sign-ins survive a restart. */
function readAppSecret(
  env: Env,
  dataDir: string,
  isProduction: boolean,
  problems: string[],
): string {
  const given = env['APP_SECRET'];
  if (given !== undefined && given.length >= 32) return given;
  if (given !== undefined) problems.push('APP_SECRET is too short: give at least 32 characters.');
  if (isProduction) {
    if (given === undefined)
      problems.push('APP_SECRET is missing: give at least 32 random characters.');
    return '';
  }
  const file = join(dataDir, 'app-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

function readInteger(
  env: Env,
  name: string,
  fallback: number,
  bounds: { min: number; max: number },
  problems: string[],
): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= bounds.min && value <= bounds.max) return value;
  problems.push(
    `${name} must be a whole number from ${bounds.min} to ${bounds.max}, not "${text}".`,
  );
  return fallback;
}

function readFlag(env: Env, name: string, fallback: boolean, problems: string[]): boolean {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (text === '1' || text === '0') return text === '1';
  problems.push(`${name} must be 1 or 0, not "${text}".`);
  return fallback;
}

function readChoice<T extends string>(
  env: Env,
  name: string,
  choices: readonly [T, ...T[]],
  problems: string[],
): T {
  const text = env[name];
  if (text === undefined || text === '') return choices[0];
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined)
    problems.push(`${name} must be one of ${choices.join(', ')}, not "${text}".`);
  return choice ?? choices[0];
}

function readCountry(env: Env, name: string, fallback: string, problems: string[]): string {
  const text = env[name] ?? fallback;
  if (!/^[A-Z]{2}$/.test(text))
    problems.push(`${name} must be a country code of two capital letters, not "${text}".`);
  return text;
}

function readPercent(env: Env, name: string, fallback: string, problems: string[]): string {
  const text = env[name] ?? fallback;
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(text))
    problems.push(`${name} must be a rate in per cent such as 20 or 12.5, not "${text}".`);
  return text;
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach((member: unknown) => void deepFreeze(member));
    Object.freeze(value);
  }
  return value;
}
