import type { PaymentsConfig, StripeSecrets } from './payments-config.js';
import type { RoomFilesConfig } from './room-files-config.js';
import type { SearchConfig } from './search-config.js';
import type { VideoConfig, VideoSecrets } from './video-config.js';

/** Where the relational store lives. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mysql'; readonly poolSize: number };

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** Where browsers reach this installation, without a trailing slash. */
  readonly publicUrl: string;
  /** Serve HTTPS on the local network with a certificate of our own, so that phones get their cameras. */
  readonly isLan: boolean;
  /** Reverse proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
}

export interface CommissionConfig {
  /** Decimal string in per cent. */
  readonly percent: string;
  /** What the percentage is taken of: the amount collected (tax included) or the net price. */
  readonly base: 'collected' | 'net';
}

/** Tax position of whoever runs this installation; nothing assumes one country. */
export interface PlatformTaxConfig {
  readonly country: string;
  readonly actsAs: 'disclosed_agent' | 'own_name';
  readonly registrations: readonly string[];
  /** Whether the jurisdictions of the shipped packs are served without a named person's adoption; true in the demo only. */
  readonly servesShippedPacks: boolean;
}

/** Name and address printed on documents that the platform issues itself. */
export interface OperatorConfig {
  readonly legalName: string;
  readonly address: string;
  readonly taxId: string;
  readonly email: string;
}

export interface MediaConfig {
  /** Address that browsers outside the local network can reach; null on a laptop. */
  readonly publicAddress: string | null;
  /** TURN relays that browsers may use; `MEDIA_TURN_SECRET` signs who may. */
  readonly turnUrls: readonly string[];
  readonly udpPortMin: number;
  readonly udpPortMax: number;
}

export interface PayoutsConfig {
  /** Whole units of any currency; less is paid together with what comes later. */
  readonly minimum: number;
}

export interface OutboundConfig {
  /**
   * Whether addresses that people give (calendars, push services) may lead to this machine and its
   * network, and without TLS; for tests, refused in production.
   */
  readonly allowsLocalAddresses: boolean;
}

/** Everything the program is told from outside, checked once at start. Secrets live in `Secrets`. */
export abstract class AppConfig {
  abstract readonly isProduction: boolean;
  abstract readonly dataDir: string;
  /** Where files are kept; shared by all copies where there are several. */
  abstract readonly filesDir: string;
  /** Other copies of the program work on the same store. */
  abstract readonly isOneOfMany: boolean;
  abstract readonly http: HttpConfig;
  abstract readonly database: DatabaseConfig;
  /** Demo people, offers and experts who answer by themselves; refused in production. */
  abstract readonly isDemo: boolean;
  abstract readonly defaultCountry: string;
  abstract readonly defaultLanguage: string;
  abstract readonly commission: CommissionConfig;
  abstract readonly payouts: PayoutsConfig;
  abstract readonly platformTax: PlatformTaxConfig;
  abstract readonly operator: OperatorConfig;
  abstract readonly media: MediaConfig;
  /** Which media server carries the rooms; `media` is for the embedded one. */
  abstract readonly video: VideoConfig;
  abstract readonly payments: PaymentsConfig;
  abstract readonly outbound: OutboundConfig;
  abstract readonly roomFiles: RoomFilesConfig;
  abstract readonly search: SearchConfig;
  abstract readonly logLevel: string;
}

/** Values that must never be logged or shown. */
export abstract class Secrets {
  /** Signs cookies, seat keys and links; 32 bytes or more. */
  abstract readonly appSecret: string;
  /** Full address with password of the MySQL store, or null with SQLite. */
  abstract readonly databaseUrl: string | null;
  abstract readonly smtpUrl: string | null;
  /** Full address with password of Redis, or null when this is the only copy. */
  abstract readonly redisUrl: string | null;
  abstract readonly video: VideoSecrets;
  /** Key of Meilisearch; null when it asks for none. */
  abstract readonly meilisearchKey: string | null;
  /** Null when the sandbox stands in for a provider. */
  abstract readonly stripe: StripeSecrets | null;
  /** Shared with the TURN relay. */
  abstract readonly turn: string | null;
}
