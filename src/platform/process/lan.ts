import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { toString as toQrText } from 'qrcode';
import { generate } from 'selfsigned';
import type { TlsFiles } from '../http/http-server.js';

const CERTIFICATE_DAYS = 365;

/** Addresses of this machine on its local networks, without the loopback one. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
}

/**
 * A certificate of our own, made once and kept beside the data: phones give camera, push and passkeys
 * to https pages only. The phone asks once whether to trust it.
 */
export async function lanCertificate(dataDir: string): Promise<TlsFiles> {
  const keyFile = join(dataDir, 'lan-key.pem');
  const certFile = join(dataDir, 'lan-cert.pem');
  if (!existsSync(keyFile) || !existsSync(certFile)) {
    const made = await createCertificate();
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(keyFile, made.key, { mode: 0o600 });
    writeFileSync(certFile, made.cert);
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}

/** The address as a code that a phone's camera reads off the terminal. */
export function qrOf(url: string): Promise<string> {
  return toQrText(url, { type: 'terminal', small: true });
}

async function createCertificate(): Promise<TlsFiles> {
  const names = ['localhost', '*.localhost'].map((value) => ({ type: 2 as const, value }));
  const addresses = ['127.0.0.1', ...lanAddresses()].map((ip) => ({ type: 7 as const, ip }));
  const notAfterDate = new Date();
  notAfterDate.setDate(notAfterDate.getDate() + CERTIFICATE_DAYS);
  const made = await generate([{ name: 'commonName', value: 'Visavis on this network' }], {
    keySize: 2048,
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: [...names, ...addresses] }],
  });
  return { key: made.private, cert: made.cert };
}
