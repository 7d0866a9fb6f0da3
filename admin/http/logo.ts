/** Two people face to face. */
export const LOGO = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 32" width="40" height="32">',
  '<path d="M2 30V16A13 13 0 0 1 15 3a3 3 0 0 1 3 3v21a3 3 0 0 1-3 3z" fill="#0b6b4c"/>',
  '<path d="M38 30V16A13 13 0 0 0 25 3a3 3 0 0 0-3 3v21a3 3 0 0 0 3 3z" fill="#26221b"/>',
  '<circle cx="13" cy="14" r="2.2" fill="#faf8f4"/><circle cx="27" cy="14" r="2.2" fill="#faf8f4"/>',
  '</svg>',
].join('');

/** The same inside a page: its ink follows the page, which may be dark. */
export const LOGO_IN_PAGE = LOGO.replace('<svg', '<svg aria-hidden="true"').replaceAll(
  '#26221b',
  'currentColor',
);
