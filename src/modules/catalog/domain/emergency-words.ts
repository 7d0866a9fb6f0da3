/**
 * Words by which people in danger ask for help. Whoever types them is told the emergency number before anything else;
 * a wrong alarm costs one notice. Whole words only, in the form that {@link plainWords} gives.
 */
const EMERGENCY_WORDS: readonly string[] = [
  // English
  ...[
    'chest pain',
    'pain in my chest',
    'heart attack',
    'cardiac arrest',
    'having a stroke',
    'had a stroke',
  ],
  ...[
    'cant breathe',
    'cannot breathe',
    'can not breathe',
    'not breathing',
    'stopped breathing',
    'choking',
  ],
  ...[
    'unconscious',
    'passed out',
    'bleeding heavily',
    'heavy bleeding',
    'wont stop bleeding',
    'severe burn',
  ],
  ...[
    'overdose',
    'overdosed',
    'poisoned',
    'swallowed poison',
    'seizure',
    'anaphylaxis',
    'allergic shock',
  ],
  ...['suicide', 'suicidal', 'kill myself', 'killing myself', 'want to die', 'end my life'],
  ...[
    'gas leak',
    'smell of gas',
    'smell gas',
    'house is on fire',
    'house on fire',
    'drowning',
    'electrocuted',
  ],
  // French
  ...[
    'douleur thoracique',
    'douleur a la poitrine',
    'mal a la poitrine',
    'douleur dans la poitrine',
  ],
  ...[
    'crise cardiaque',
    'infarctus',
    'arret cardiaque',
    'un avc',
    'fait un avc',
    'ne respire plus',
  ],
  ...[
    'narrive plus a respirer',
    'narrive pas a respirer',
    'setouffe',
    'je metouffe',
    'inconscient',
    'inconsciente',
  ],
  ...[
    'saigne beaucoup',
    'hemorragie',
    'surdose',
    'overdose',
    'empoisonne',
    'empoisonnee',
    'convulsions',
  ],
  ...['choc allergique', 'me suicider', 'suicide', 'me tuer', 'envie de mourir', 'veux mourir'],
  ...[
    'fuite de gaz',
    'odeur de gaz',
    'maison en feu',
    'incendie',
    'se noie',
    'noyade',
    'electrocute',
    'electrocutee',
  ],
  // Arabic
  ...[
    'ألم في الصدر',
    'ألم في صدري',
    'وجع في الصدر',
    'نوبة قلبية',
    'أزمة قلبية',
    'جلطة',
    'سكتة دماغية',
    'سكتة قلبية',
  ],
  ...[
    'لا يتنفس',
    'لا تتنفس',
    'لا أستطيع التنفس',
    'لا استطيع التنفس',
    'اختناق',
    'يختنق',
    'أختنق',
    'فاقد الوعي',
    'فقد الوعي',
    'مغمى عليه',
  ],
  ...[
    'نزيف',
    'ينزف',
    'جرعة زائدة',
    'تسمم',
    'تشنجات',
    'صدمة تحسسية',
    'انتحار',
    'الانتحار',
    'أقتل نفسي',
    'أريد أن أموت',
  ],
  ...['تسرب غاز', 'رائحة غاز', 'تسريب الغاز', 'حريق', 'يغرق', 'صعقة كهربائية'],
];

/** @param plain gives a text without case, accents and vowel signs, as search reads it */
export function speaksOfEmergency(text: string, plain: (text: string) => string): boolean {
  const asked = ` ${plainWords(text, plain)} `;
  return EMERGENCY_WORDS.some((words) => asked.includes(` ${plainWords(words, plain)} `));
}

/** Apostrophes join, everything else that is no letter or digit separates. */
function plainWords(text: string, plain: (text: string) => string): string {
  return plain(text)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
}
