/** A parsed YAML mapping whose shape nobody has checked yet. */
type Raw = Readonly<Record<string, unknown>>;

/**
 * Fills a pack in from the template that it names. `{CC}` and `{cc}` in the template stand for the
 * jurisdiction. Of lists of rules the pack's own go first, and an own rule with the id of a template's
 * takes its place; `without` leaves rules and named members of the template out; of mappings the pack's own members win.
 *
 * @param readTemplate gives the YAML of a template, parsed, with the marks replaced
 */
export function fillIn(
  pack: unknown,
  readTemplate: (name: string, jurisdiction: string) => unknown,
): unknown {
  if (!isMapping(pack) || typeof pack['template'] !== 'string') return pack;
  const { template, without, ...own } = pack;
  const jurisdiction = typeof own['jurisdiction'] === 'string' ? own['jurisdiction'] : '';
  const base = fillIn(readTemplateFor(template), readTemplateFor);
  const dropped = Array.isArray(without) ? without.map(String) : [];
  return { ...(merge(withoutRules(base, dropped), own) as Raw), template };

  function readTemplateFor(name: string): unknown {
    const parsed = readTemplate(name, jurisdiction);
    return isMapping(parsed) ? { ...parsed, jurisdiction } : parsed;
  }
}

/** Puts words in the place of `{CC}` and `{cc}`, which YAML would read as mappings. */
export function maskMarks(text: string): string {
  return text.replaceAll('{CC}', '__CC__').replaceAll('{cc}', '__cc__');
}

/** Writes the jurisdiction where the masked marks stand. */
export function nameJurisdiction(text: string, jurisdiction: string): string {
  return text.replaceAll('__CC__', jurisdiction).replaceAll('__cc__', jurisdiction.toLowerCase());
}

function merge(base: unknown, own: unknown): unknown {
  if (isMapping(base) && isMapping(own)) {
    const names = new Set([...Object.keys(base), ...Object.keys(own)]);
    return Object.fromEntries([...names].map((name) => [name, merge(base[name], own[name])]));
  }
  if (isRuleList(base) && isRuleList(own)) return mergeRules(base, own);
  return own === undefined ? base : own;
}

function mergeRules(base: readonly Raw[], own: readonly Raw[]): Raw[] {
  const replaced = new Map(
    own
      .filter(({ id }) => base.some((rule) => rule['id'] === id))
      .map((rule) => [rule['id'], rule]),
  );
  return [
    ...own.filter((rule) => !replaced.has(rule['id'])),
    ...base.map((rule) => replaced.get(rule['id']) ?? rule),
  ];
}

function withoutRules(value: unknown, dropped: readonly string[]): unknown {
  if (isRuleList(value)) return value.filter(({ id }) => !dropped.includes(String(id)));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !dropped.includes(name))
      .map(([name, member]) => [name, withoutRules(member, dropped)]),
  );
}

function isRuleList(value: unknown): value is readonly Raw[] {
  return Array.isArray(value) && value.every((item) => isMapping(item) && 'id' in item);
}

/** Whether a parsed YAML value has named members. */
export function isMapping(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
