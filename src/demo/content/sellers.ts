import type { EvidenceCode } from '../../modules/tax/index.js';

/** What an expert has declared about their own taxes. */
export interface DemoSeller {
  /** Lines of an invented address. */
  readonly address: string;
  /** Registered, and for the one-stop shop too; a made-up number with right check digits. Without one, a small business. */
  readonly taxId?: string;
  readonly evidence?: readonly EvidenceCode[];
}

const TEACHES: readonly EvidenceCode[] = ['teaches_in_person_own_account'];
const TEACHES_SCHOOL_SUBJECT: readonly EvidenceCode[] = [...TEACHES, 'curriculum_subject'];

/** By the key of the expert. Those who live where no tax pack is live have declared nothing: only their free help can be asked for. */
export const DEMO_SELLERS: Readonly<Record<string, DemoSeller>> = {
  amara: { address: '14 rue du Four-Banal\n93100 Montreuil', taxId: 'FR42999999006' },
  luc: { address: '3 montée des Tisseurs\n69005 Lyon' },
  ines: { address: '27 allée des Violettes\n31000 Toulouse', taxId: 'FR66999999014' },
  tomasz: { address: 'Lindenhofweg 8\n04277 Leipzig', taxId: 'DE999999000' },
  yara: { address: 'Kastanienhof 21\n12043 Berlin', taxId: 'DE999999018', evidence: TEACHES },
  clemence: { address: '9 quai des Marées\n44000 Nantes', evidence: TEACHES },
  naoko: {
    address: 'Fleetblick 5\n20457 Hamburg',
    taxId: 'DE999999026',
    evidence: TEACHES,
  },
  juergen: { address: 'Am Moorgraben 2\n49716 Meppen', taxId: 'DE999999034' },
  fatoumata: { address: '52 rue des Filatures\n59000 Lille', taxId: 'FR90999999022' },
  piotr: { address: 'Hinterhof Gerberau 30\n79098 Freiburg' },
  odile: { address: 'Le Petit-Clos\n49130 Sainte-Gemmes' },
  henrik: { address: 'Obstgartenweg 11\n88662 Überlingen' },
  margot: { address: '6 place du Vieux-Chœur\n67000 Strasbourg', evidence: TEACHES },
  matthias: { address: 'Tonstraße 44\n50825 Köln', taxId: 'DE999999042' },
  anouk: { address: '18 chemin des Glaciers\n38000 Grenoble', evidence: TEACHES },
  nikhil: { address: 'Isarwinkel 7\n81541 München' },
  elise: { address: '2 rue des Goélands\n29200 Brest', evidence: TEACHES_SCHOOL_SUBJECT },
  seun: { address: 'Mainuferweg 15\n60594 Frankfurt am Main', evidence: TEACHES_SCHOOL_SUBJECT },
  baptiste: { address: '33 boulevard des Rames\n35000 Rennes', taxId: 'FR17999999030' },
  annika: { address: 'Speicherstieg 9\n22767 Hamburg', taxId: 'DE999999059' },
  noor: { address: '21 cours des Tramways\n33000 Bordeaux' },
  stefanie: { address: 'Neustädter Hof 3\n01099 Dresden' },
  meiling: { address: '5 traverse des Potiers\n84000 Avignon', taxId: 'FR71999999048' },
};
