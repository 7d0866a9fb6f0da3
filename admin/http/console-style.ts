/**
 * The sign-in pages, which follow the device's light or dark, and our own pages inside AdminJS, which
 * is light only. Logical properties throughout, so that Arabic reads from the right.
 */
export const CONSOLE_STYLE = `
.console-door {
  --paper: light-dark(#faf8f4, #16181a);
  --surface: light-dark(#ffffff, #1f2224);
  --edge: light-dark(#8b8578, #757d82);
  --ink: light-dark(#26221b, #f1eee8);
  --muted: light-dark(#635c50, #b3b0a9);
  --accent: light-dark(#0b6b4c, #57cf9f);
  --on-accent: light-dark(#ffffff, #06251a);
  --danger: light-dark(#a8281e, #ff9d91);
  --danger-soft: light-dark(#fbe9e6, #3d211e);
  color-scheme: light dark;
  margin: 0;
  min-block-size: 100dvh;
  display: grid;
  place-items: center;
  padding: 1.5rem 1rem;
  box-sizing: border-box;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif;
}
.console-door main {
  inline-size: min(26rem, 100%);
  box-sizing: border-box;
  padding: clamp(1.25rem, 5vw, 2.25rem);
  background: var(--surface);
  border-radius: 1.125rem;
  box-shadow: 0 12px 40px rgb(60 45 20 / 0.14);
}
.console-door .brand { display: flex; align-items: center; gap: 0.5rem; margin: 0 0 1.25rem; font-weight: 680; font-size: 1.25rem; }
.console-door .brand svg { inline-size: 34px; block-size: 27px; }
.console-door h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
.console-door .lead, .console-door .aside, .console-door .hint { color: var(--muted); }
.console-door .lead { margin: 0.25rem 0 1.25rem; }
.console-door .hint { margin: 0.25rem 0 0; font-size: 0.9375rem; }
.console-door label { display: block; margin-block: 1rem 0.25rem; font-weight: 550; }
.console-door input:not([type="hidden"]) {
  inline-size: 100%; box-sizing: border-box; min-block-size: 2.75rem; padding: 0.5rem 0.75rem;
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 0.5rem;
}
.console-door button {
  inline-size: 100%; min-block-size: 2.75rem; margin-block-start: 1.5rem; font: inherit; font-weight: 680;
  color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.75rem; cursor: pointer;
}
.console-door a { color: var(--accent); }
.console-door :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.console-door .error { margin: 0 0 0.5rem; padding: 0.75rem 1rem; border-inline-start: 4px solid var(--danger); border-radius: 0.5rem; background: var(--danger-soft); color: var(--danger); }
.console-door .qr { padding: 0.5rem; border-radius: 0.75rem; background: #ffffff; inline-size: min(14rem, 80%); margin-inline: auto; }
.console-door code { font-family: ui-monospace, monospace; font-size: 1rem; overflow-wrap: anywhere; color: var(--ink); }

.vc-case { padding: 0 0 3rem; color: #26221b; font-size: 1rem; line-height: 1.55; max-inline-size: 78rem; }
.vc-home { padding: 2rem; }
@media (max-width: 36rem) { .vc-case { padding-inline: 0.75rem; } .vc-home { padding-block-start: 1rem; } }
html[dir='rtl'] [data-css='sidebar'].hidden { left: auto; right: -300px; }
html[dir='rtl'] [data-css='sidebar'].visible { left: auto; right: 0; }
.vc-case h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 680; }
.vc-case h2 { font-size: 1.125rem; font-weight: 680; margin-block-end: 0.75rem; }
.vc-case a { color: #0b6b4c; text-decoration: underline; }
.vc-case strong, .vc-me strong { font-weight: 680; }
.vc-case dt, td[data-property-name] section { unicode-bidi: plaintext; }
.vc-card { background: #ffffff; border: 1px solid #e3ddd1; border-radius: 1.125rem; padding: 1.25rem; margin-block: 1rem; }
.vc-person { display: flex; gap: 1rem; align-items: flex-start; padding-block: 1rem 0; }
.vc-person img { border-radius: 50%; flex: none; }
.vc-person p { margin-block-start: 0.25rem; }
.vc-columns { display: grid; gap: 0 1.5rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 64rem) {
  .vc-columns { grid-template-columns: minmax(0, 1fr) 24rem; }
  .vc-columns > aside > * { position: sticky; inset-block-start: 1rem; }
  .vc-columns > aside > .vc-flow { position: static; }
}
.vc-text { white-space: pre-wrap; overflow-wrap: anywhere; max-inline-size: 42rem; }
.vc-hint { color: #635c50; font-size: 0.9375rem; }
.vc-error { color: #a8281e; }
.vc-late { color: #84560a; }
.vc-chip { display: inline-block; padding: 0.125rem 0.625rem; border-radius: 999px; background: #f2eee6; color: #26221b; font-size: 0.875rem; font-weight: 550; }
.vc-chip-approved, .vc-chip-live, .vc-chip-open { background: #e2f1ea; color: #07523a; }
.vc-chip-refused, .vc-chip-suspended { background: #fbe9e6; color: #a8281e; }
.vc-chip-submitted, .vc-chip-in_review { background: #fcf1dc; color: #6d4708; }
.vc-offer-title { font-size: 1.125rem; font-weight: 680; }
.vc-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 0.75rem; margin-block: 1rem; }
.vc-facts dt, .vc-answers dt { color: #635c50; font-size: 0.9375rem; }
.vc-answers > div + div { margin-block-start: 0.75rem; }
.vc-answers dd { white-space: pre-wrap; overflow-wrap: anywhere; }
.vc-history li + li { margin-block-start: 0.75rem; }
.vc-history blockquote { margin-block-start: 0.25rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid #e3ddd1; white-space: pre-wrap; }
.vc-take { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; margin-block-end: 1rem; }
.vc-decide label { display: block; font-weight: 550; }
.vc-decide textarea { inline-size: 100%; box-sizing: border-box; margin-block: 0.25rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: #faf8f4; border: 1px solid #8b8578; border-radius: 0.5rem; resize: vertical; }
.vc-decide textarea[aria-invalid='true'] { border-color: #a8281e; }
.vc-field, .vc-check { margin-block-end: 0.75rem; }
.vc-field label { display: block; font-weight: 550; margin-block-end: 0.25rem; }
.vc-field input, .vc-field select { inline-size: 100%; box-sizing: border-box; min-block-size: 2.75rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: #faf8f4; border: 1px solid #8b8578; border-radius: 0.5rem; }
.vc-field [aria-invalid='true'] { border-color: #a8281e; }
.vc-check { display: flex; gap: 0.75rem; align-items: center; min-block-size: 2.75rem; margin-block-end: 0; }
.vc-check input { inline-size: 1.25rem; block-size: 1.25rem; flex: none; accent-color: #0b6b4c; }
.vc-kind { border-block-start: 1px solid #e3ddd1; }
.vc-kind summary { min-block-size: 2.75rem; padding-block: 0.625rem; cursor: pointer; }
.vc-refusal { margin-block-end: 1rem; padding: 0.75rem 1rem; border-inline-start: 4px solid #a8281e; border-radius: 0.5rem; background: #fbe9e6; color: #a8281e; }
.vc-effects { margin-block: 0.5rem; padding-inline-start: 1.25rem; list-style: disc; }
.vc-asks > li + li { margin-block-start: 1rem; }
.vc-ask { border: 1px solid #e3ddd1; border-radius: 0.75rem; padding: 1rem; }
.vc-ask legend { font-weight: 550; padding-inline: 0.375rem; }
.vc-picture img { max-inline-size: 16rem; max-block-size: 12rem; border-radius: 0.5rem; }
.vc-row { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-block-start: 1rem; }
.vc-buttons { display: grid; gap: 0.75rem; margin-block-start: 1rem; }
.vc-button { min-block-size: 2.75rem; padding: 0.5rem 1rem; font: inherit; font-weight: 680; border-radius: 0.75rem; border: 1px solid transparent; cursor: pointer; }
.vc-button:disabled { opacity: 0.6; cursor: progress; }
.vc-main { background: #0b6b4c; color: #ffffff; }
.vc-quiet { background: #ffffff; color: #26221b; border-color: #8b8578; }
.vc-danger { background: #ffffff; color: #a8281e; border-color: #a8281e; }
.vc-case :focus-visible, .vc-me :focus-visible { outline: 3px solid #0b6b4c; outline-offset: 2px; }
.vc-queues { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); margin-block: 1rem; }
.vc-case a.vc-queue { display: grid; gap: 0.25rem; padding: 1.25rem; background: #ffffff; border: 1px solid #e3ddd1; border-radius: 1.125rem; color: inherit; text-decoration: none; }
.vc-case a.vc-queue:hover { border-color: #0b6b4c; }
.vc-queue-name { font-weight: 550; }
.vc-queue-count { font-size: 2.25rem; line-height: 1.1; font-weight: 680; }
.vc-me { display: flex; gap: 1rem; align-items: center; padding-inline: 1rem; line-height: 1.3; color: #26221b; }
.vc-me > span { display: grid; text-align: end; }
@media (max-width: 36rem) { .vc-me .vc-hint { display: none; } }
`;
