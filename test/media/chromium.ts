import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

const EXECUTABLE = '/usr/bin/chromium';

/** Why browsers cannot be started on this machine; null when they can. */
export const NO_CHROMIUM = existsSync(EXECUTABLE) ? null : `no chromium at ${EXECUTABLE}`;

/** A browser with a fake camera, microphone and screen, allowed to use them without being asked. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--allow-loopback-in-peer-connection',
    ],
  });
}
