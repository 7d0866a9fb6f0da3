import { canonicalJson } from '../../../shared/canonical-json.js';
import { type PackFile, type Loaded, type PackSet, packSetOf } from '../domain/pack.js';
import { decideAgain, type StoredSupply } from '../domain/stored-supply.js';
import type { PackVersionRecord } from '../persistence/pack-version.record.js';

type Version = Pick<PackVersionRecord, 'jurisdiction' | 'version' | 'hash' | 'body'>;

/**
 * Decides a stored supply once more from its own facts, by the very versions that its decision names:
 * the law of then, whatever is live today. The same bytes must come out.
 */
export function replay(
  supply: StoredSupply,
  versions: readonly Version[],
): { readonly isSame: boolean } {
  const packs = packsOf(supply, versions);
  if (!packs) return { isSame: false };
  const again = decideAgain(supply, packs);
  return { isSame: again.ok && canonicalJson(again.value) === canonicalJson(supply.decided) };
}

/** The versions that a decision names; undefined when the store has lost one of them. */
function packsOf({ decided }: StoredSupply, versions: readonly Version[]): PackSet | undefined {
  const laws: Loaded<PackFile>[] = [];
  for (const { jurisdiction, version, hash } of decided.packs) {
    const found = versions.find(
      (one) => one.jurisdiction === jurisdiction && one.version === version && one.hash === hash,
    );
    if (!found) return undefined;
    laws.push({ body: found.body as PackFile, version, hash });
  }
  return packSetOf(laws);
}
