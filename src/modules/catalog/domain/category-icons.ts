/** The pictures that the pages have; the last is for whatever has none of its own. */
export const CATEGORY_ICONS = [
  'cooking',
  'computing',
  'languages',
  'repair',
  'health',
  'music',
  'garden',
  'law',
  'fitness',
  'pets',
  'crafts',
  'school',
  'business',
  'parenting',
  'photo',
  'other',
] as const;
