import { BUSINESS_EXPERTS } from './experts/business-and-money.js';
import { COMPUTING_EXPERTS } from './experts/computing.js';
import { COOKING_EXPERTS } from './experts/cooking.js';
import { CRAFT_EXPERTS } from './experts/crafts.js';
import { GARDENING_EXPERTS } from './experts/gardening.js';
import { HEALTH_EXPERTS } from './experts/health-and-fitness.js';
import { HOME_REPAIR_EXPERTS } from './experts/home-repair.js';
import { LANGUAGE_EXPERTS } from './experts/languages.js';
import { MUSIC_EXPERTS } from './experts/music.js';
import { SCHOOL_EXPERTS } from './experts/school-help.js';
import type { DemoExpert } from './shape.js';

/** Invented people, four of each trade; whoever resembles one does so by chance. */
export const DEMO_EXPERTS: readonly DemoExpert[] = [
  ...COOKING_EXPERTS,
  ...COMPUTING_EXPERTS,
  ...LANGUAGE_EXPERTS,
  ...HOME_REPAIR_EXPERTS,
  ...GARDENING_EXPERTS,
  ...MUSIC_EXPERTS,
  ...HEALTH_EXPERTS,
  ...SCHOOL_EXPERTS,
  ...BUSINESS_EXPERTS,
  ...CRAFT_EXPERTS,
];

/** Experts who answer by themselves, so that one person alone can try the whole product. */
export const ALWAYS_FREE: readonly string[] = ['amara', 'ines', 'yara'];
