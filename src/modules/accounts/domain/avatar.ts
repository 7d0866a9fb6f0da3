import type { Id } from '../../../shared/ids.js';

/** Warm, calm grounds on which white letters keep a contrast of 4.5 to 1. */
const GROUNDS = [
  '#7a4b2a',
  '#2f5d50',
  '#5b3f8c',
  '#8a3b52',
  '#2c5282',
  '#6b5a1e',
  '#4a5568',
  '#1f6f78',
] as const;
const SKINS = ['#f2d3b8', '#e0ac84', '#c68863', '#a5694a', '#7d4a34', '#5a3524'] as const;
const HAIRS = ['#2b2320', '#5b3a29', '#8c5a2b', '#c9a15b', '#9a9a9a', '#3a2d4f'] as const;

/**
 * Draws a simple face for whoever has not given a picture: the same person always looks the same.
 *
 * @returns an SVG document of 160 by 160
 */
export function drawAvatar(accountId: Id): string {
  const pick = <T>(choices: readonly [T, ...T[]], feature: string): T =>
    choices[featureNumber(accountId, feature) % choices.length] ?? choices[0];
  const hairRise = 34 + (featureNumber(accountId, 'hair') % 14);
  const smile = 8 + (featureNumber(accountId, 'smile') % 8);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160" aria-hidden="true">',
    `<rect width="160" height="160" fill="${pick(GROUNDS, 'ground')}"/>`,
    `<path d="M20 160c4-36 28-50 60-50s56 14 60 50z" fill="#ffffff" fill-opacity=".82"/>`,
    `<circle cx="80" cy="74" r="36" fill="${pick(SKINS, 'skin')}"/>`,
    `<path d="M42 74c-2-${hairRise} 16-44 38-44s42 ${44 - hairRise + 4} 38 44c-6-16-18-24-38-24s-32 8-38 24z" fill="${pick(HAIRS, 'colour')}"/>`,
    '<circle cx="67" cy="76" r="3.6" fill="#222"/><circle cx="93" cy="76" r="3.6" fill="#222"/>',
    `<path d="M66 92q14 ${smile} 28 0" fill="none" stroke="#222" stroke-width="3" stroke-linecap="round"/>`,
    '</svg>',
  ].join('');
}

/** Ids made one after the other differ in their last digit only, so every feature mixes the whole id. @source FNV-1a, 32 bits */
function featureNumber(accountId: Id, feature: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${feature}|${accountId}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash >>> 7;
}
