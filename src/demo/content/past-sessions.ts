/** A session that took place before the demo was first started. */
export interface PastSession {
  readonly daysAgo: number;
  /** Wall time in UTC, `HH:MM`. */
  readonly at: string;
  readonly learner: string;
  readonly expert: string;
  /** Which of the expert's offers, from zero. */
  readonly listing: 0 | 1 | 2;
  /** Told by the learner; no two are alike, by it a session is known again. */
  readonly problem: string;
  readonly ceilingMinutes: 15 | 30 | 60;
  /** From the ring to the answer. */
  readonly answeredAfterSeconds: number;
  /** How long both were there, in seconds. */
  readonly together: number;
  readonly review: { readonly stars: 1 | 2 | 3 | 4 | 5; readonly text: string } | null;
}

type Said = PastSession['review'];

function past(
  when: readonly [daysAgo: number, at: string],
  who: readonly [learner: string, expert: string, listing: 0 | 1 | 2],
  problem: string,
  call: readonly [ceilingMinutes: 15 | 30 | 60, answeredAfterSeconds: number, together: number],
  review: Said = null,
): PastSession {
  const [daysAgo, at] = when;
  const [learner, expert, listing] = who;
  const [ceilingMinutes, answeredAfterSeconds, together] = call;
  return {
    daysAgo,
    at,
    learner,
    expert,
    listing,
    problem,
    ceilingMinutes,
    answeredAfterSeconds,
    together,
    review,
  };
}

function said(stars: 1 | 2 | 3 | 4 | 5, text: string): Said {
  return { stars, text };
}

/** Whoever was asked often enough shows how fast they answer: ten rings and more for the first. */
export const PAST_SESSIONS: readonly PastSession[] = [
  past(
    [61, '16:05'],
    ['camille', 'amara', 0],
    'Ma pâte au levain coule partout.',
    [15, 9, 742],
    said(5, 'La pâte était sauvée avant la fin de l’appel, et j’ai enfin compris pourquoi.'),
  ),
  past(
    [58, '08:40'],
    ['jonas', 'tomasz', 0],
    'A promise that never resolves in my test.',
    [30, 14, 1_315],
    said(5, 'He let me find it myself. I have not made that mistake since.'),
  ),
  past(
    [55, '17:20'],
    ['learner', 'amara', 0],
    'The crust is beautiful and the inside is wet.',
    [15, 7, 655],
    said(5, 'Calm, funny and exact. Today’s loaf was the first one I gave away with pride.'),
  ),
  past(
    [54, '10:15'],
    ['hugo', 'ines', 0],
    'Mon imprimante ne sort que des pages blanches.',
    [30, 11, 1_080],
    said(5, 'Une patience d’ange. L’imprimante va bien, moi aussi.'),
  ),
  past(
    [51, '18:45'],
    ['mina', 'yara', 1],
    'I want to greet my grandmother in Arabic on Friday.',
    [30, 16, 1_520],
    said(5, 'My grandmother cried. I will come back for the next ten phrases.'),
  ),
  past(
    [47, '15:30'],
    ['camille', 'clemence', 0],
    'J’ai un entretien en français dans deux jours.',
    [30, 18, 1_770],
    said(5, 'J’ai parlé trente minutes sans m’en rendre compte. Merci !'),
  ),
  past(
    [46, '11:10'],
    ['hugo', 'amara', 2],
    'Half a cabbage, eggs, no idea.',
    [15, 6, 520],
    said(4, 'Dinner in twenty minutes from a fridge that I had called empty.'),
  ),
  past(
    [44, '19:00'],
    ['leila', 'yara', 0],
    'وصلتني رسالة من مكتب العمل ولا أفهم الموعد.',
    [15, 12, 690],
    said(5, 'شرحت لي كل سطر بهدوء وكتبنا الرد معًا. شكرًا من القلب.'),
  ),
  past(
    [42, '09:25'],
    ['learner', 'ines', 1],
    'A text message says my parcel needs a fee.',
    [15, 8, 405],
    said(5, 'It was a scam. Ten minutes that saved my card.'),
  ),
  past(
    [41, '16:50'],
    ['mina', 'amara', 1],
    'My loaves spread like pancakes.',
    [30, 10, 1_240],
    said(5, 'I practised three times with her watching my hands. Night and day.'),
  ),
  past(
    [39, '13:35'],
    ['camille', 'fatoumata', 0],
    'Le disjoncteur saute dès que je lance le four.',
    [15, 25, 760],
    said(5, 'Le coupable était la bouilloire. Très rassurante, rien à démonter.'),
  ),
  past(
    [36, '08:05'],
    ['hugo', 'odile', 0],
    'Des taches brunes sur toutes mes tomates.',
    [15, 22, 610],
    said(5, 'Diagnostic en deux minutes et un vrai plan pour l’an prochain.'),
  ),
  past(
    [34, '18:10'],
    ['learner', 'amara', 0],
    'Starter smells of nail polish.',
    [15, 8, 498],
    said(5, 'It only wanted to eat. So did I. Both solved.'),
  ),
  past(
    [31, '14:15'],
    ['mina', 'henrik', 0],
    'An old pear tree that nobody cut for ten years.',
    [30, 27, 1_655],
    said(5, 'Six cuts and a plan for three winters. I had the saw in the wrong hand.'),
  ),
  past(
    [30, '16:25'],
    ['camille', 'margot', 0],
    'On m’a toujours dit que je chantais faux.',
    [30, 17, 1_390],
    said(5, 'J’ai chanté une chanson entière, juste. J’en ai encore le sourire.'),
  ),
  past(
    [28, '12:00'],
    ['jonas', 'amara', 0],
    'Dough has risen four hours and nothing moves.',
    [15, 9, 577],
    said(4, 'Kitchen too cold. Simple, once somebody says it.'),
  ),
  past(
    [27, '19:20'],
    ['hugo', 'elise', 0],
    'Exercice sur les vecteurs pour demain matin.',
    [30, 15, 1_505],
    said(5, 'Ma fille a tout refait seule après. Objectif atteint.'),
  ),
  past(
    [24, '15:05'],
    ['mina', 'juergen', 1],
    'Water under the kitchen sink since this morning.',
    [30, 20, 945],
    said(5, 'The valve first, then the ring. He told me the size before I went shopping.'),
  ),
  past(
    [21, '08:30'],
    ['camille', 'amara', 0],
    'Trop de levain, que puis-je en faire ?',
    [15, 7, 430],
    said(5, 'Des crackers ! Et toute la famille en redemande.'),
  ),
  past(
    [20, '11:45'],
    ['learner', 'gareth', 2],
    'My father has a new phone and is afraid of it.',
    [30, 31, 1_690],
    said(5, 'Free, and worth a lot. My father now sends pictures of every meal.'),
  ),
  past(
    [17, '10:05'],
    ['hugo', 'baptiste', 0],
    'Je veux me lancer comme photographe le week-end.',
    [30, 24, 1_730],
    said(5, 'Clair, franc, et une liste de choses à faire lundi. Exactement ce qu’il fallait.'),
  ),
  past(
    [16, '16:00'],
    ['mina', 'amara', 2],
    'Three carrots, rice, and guests at eight.',
    [15, 8, 610],
    said(5, 'She stayed until the heat was turned down, as promised.'),
  ),
  past(
    [14, '13:10'],
    ['camille', 'meiling', 0],
    'Une chaise de ma grand-mère qui bouge.',
    [30, 18, 1_265],
    said(5, 'Recollée le soir même. Elle repart pour trente ans, paraît-il !'),
  ),
  past(
    [11, '17:50'],
    ['jonas', 'annika', 0],
    'Interview on Thursday, and I always freeze.',
    [30, 19, 1_745],
    said(5, 'I got the job. The pause she made me practise was worth everything.'),
  ),
  past(
    [8, '18:05'],
    ['learner', 'haruka', 2],
    'My rice is glue at the bottom and raw on top.',
    [15, 28, 890],
    said(5, 'A small thing done perfectly. I wrote the numbers on the pot.'),
  ),
  past(
    [5, '16:30'],
    ['camille', 'luc', 0],
    'Ma mayonnaise est retombée, invités dans une heure.',
    [15, 14, 390],
    said(5, 'Rattrapée en six minutes, montre en main.'),
  ),
  past(
    [4, '10:55'],
    ['jonas', 'amara', 1],
    'Scoring always tears my loaf.',
    [15, 6, 840],
    said(3, 'Good advice, but my line was poor and I asked everything twice.'),
  ),
  past(
    [2, '17:05'],
    ['learner', 'ines', 0],
    'The laptop fan never stops.',
    [15, 9, 633],
    said(5, 'Found it in the list of things that start by themselves. Silence at last.'),
  ),
  past([1, '11:30'], ['hugo', 'amara', 0], 'Can I freeze half of this dough?', [15, 7, 310]),
];
