import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const SCHOOL_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'elise',
    name: 'Élise Kervarec',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 16,
    hours: 'evenings',
    about:
      'Professeure de mathématiques à Brest, je crois qu’on comprend les maths avec des dessins et du temps. Les « nuls » sont ceux à qui on n’a pas laissé le temps.',
    experience: 'CAPES de mathématiques, quatorze ans au collège puis au lycée.',
    listings: [
      {
        category: 'mathematics',
        title: 'Bloqué sur un exercice de maths ce soir',
        summary:
          'Collège ou lycée : montrez l’énoncé, on le fait ensemble et l’élève tient le crayon du début à la fin.',
        description: page(
          'Je ne donne pas la réponse, je pose les bonnes questions. L’exercice suivant, il ou elle le fera sans moi.',
          [
            'De la sixième à la terminale',
            'Fractions, équations, fonctions, géométrie, probabilités',
            'Un parent reste dans la pièce pour les plus jeunes',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(65, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'mathematics',
        title: 'Réviser un contrôle en une heure, l’essentiel d’abord',
        summary:
          'On trie le chapitre, on travaille les trois exercices qui tombent toujours et on dort tranquille.',
        description: page(
          'Envoyez-moi la leçon ou une photo du cahier. Nous faisons une fiche d’une page, puis des exercices de plus en plus proches du contrôle.',
          [
            'Ce qu’il faut savoir par cœur, et le reste',
            'Rédiger pour avoir tous les points',
            'Gérer le temps et le stress',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perSession(3000, 60),
        instant: false,
      },
      {
        category: 'mathematics',
        title: 'Les fractions, une bonne fois pour toutes',
        summary:
          'Avec du papier plié, une tablette de chocolat et vingt minutes. Pour enfants et pour parents.',
        description: page(
          'On plie, on coupe, on compare. Les règles arrivent à la fin et paraissent évidentes.',
          [
            'Comparer et additionner',
            'Pourquoi on multiplie par l’inverse',
            'Des exercices à emporter',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(60, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'seun',
    name: 'Oluwaseun Adekroft',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 15,
    hours: 'evenings',
    about:
      'Physicist at a school in Frankfurt, born in Ibadan. I carry springs, magnets and a bag of marbles to every lesson, also on video.',
    experience: 'Doctorate in physics, eight years as a teacher in an international school.',
    listings: [
      {
        category: 'sciences',
        title: 'Physics homework that finally makes sense',
        summary:
          'Forces, circuits, waves: we draw the situation first and touch the formula last. Ages twelve to nineteen.',
        description: page(
          'Hold the worksheet up to the camera. You tell me the story of the problem in your own words, and we go from there.',
          [
            'Drawing before calculating',
            'Units that catch mistakes',
            'A small experiment with things from the kitchen',
          ],
          'For children a parent or guardian stays in the room.',
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perMinute(80, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'mathematics',
        title: 'Algebra and functions for the international exams',
        summary:
          'Quadratics, graphs, derivatives: bring past papers, and we find where your points are hiding.',
        description: page(
          'We do one old paper question by question. I show you what the examiner wants to read.',
          [
            'With and without a calculator',
            'Reading a question twice, and why',
            'A plan for the weeks left',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perSession(4200, 60),
        instant: false,
      },
      {
        category: 'sciences',
        title: 'Chemistry: balancing equations without guessing',
        summary:
          'Fifteen minutes with marbles and a table of columns, and it stops being magic. All school levels.',
        description: page(
          'Balancing is bookkeeping. Once you see what may change and what may not, you can do any of them.',
          ['A column method that always ends', 'Ions and charges', 'Checking your own answer'],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perMinute(75, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'rania',
    name: 'Rania Khoureich',
    country: 'LB',
    language: 'fr',
    timeZone: 'Asia/Beirut',
    weeksHere: 10,
    hours: 'mornings',
    about:
      'Professeure de lettres à Beyrouth, trilingue par nécessité et par goût. J’aide à trouver le plan, puis la première phrase, puis le courage.',
    experience: 'Maîtrise de lettres, dix-huit ans d’enseignement au lycée et à l’université.',
    listings: [
      {
        category: 'essays-and-exams',
        title: 'Trouver le plan d’une dissertation',
        summary:
          'Le sujet, vos idées en vrac, et quarante minutes plus tard un plan qui tient debout et qui vous ressemble.',
        description: page(
          'Nous lisons le sujet mot à mot. Vos idées sont presque toujours bonnes ; elles sont seulement dans le désordre.',
          [
            'Une problématique en une phrase',
            'Trois parties qui avancent',
            'L’introduction rédigée ensemble',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr', 'ar'],
        price: perSession(2200, 40),
        instant: true,
      },
      {
        category: 'essays-and-exams',
        title: 'Relecture d’un mémoire : clarté, accords, style',
        summary:
          'On relit à l’écran vos pages les plus difficiles. Vous corrigez vous-même, je vous dis pourquoi.',
        description: page(
          'Choisissez deux ou trois pages : ce que nous y trouvons vaudra pour tout le reste.',
          [
            'Phrases trop longues, mots trop vagues',
            'Citer et renvoyer correctement',
            'Une liste de vérifications pour la suite',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['fr'],
        price: perMinute(65, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'essays-and-exams',
        title: 'مساعدة مجانية في بداية موضوع التعبير',
        summary: 'الصفحة البيضاء أصعب ما في الموضوع: نجد معًا الفكرة والجملة الأولى في ربع ساعة.',
        description: page(
          'أخبرني بالموضوع كما هو مكتوب. نتحدث عنه قليلًا ثم نكتب معًا الجملة الأولى، والباقي يأتي.',
          ['من الفكرة إلى المخطط', 'روابط تجعل النص متماسكًا', 'للصغار بحضور أحد الوالدين'],
        ),
        kindOfHelp: 'lesson',
        languages: ['ar', 'fr'],
        price: free(15),
        instant: true,
      },
    ],
  },
  {
    key: 'colm',
    name: 'Colm Hanraghty',
    country: 'IE',
    language: 'en',
    timeZone: 'Europe/Dublin',
    weeksHere: 11,
    hours: 'weekends',
    about:
      'English teacher in Galway and examiner for many years. I have read four thousand essays, and the best ones sounded like the person who wrote them.',
    experience: 'Twenty-two years of teaching English, nine as an examiner.',
    listings: [
      {
        category: 'essays-and-exams',
        title: 'Your essay, read aloud by somebody who marks them',
        summary:
          'I read it to you, you hear where it stumbles, and we mend those places and no others.',
        description: page(
          'Nothing shows a weak sentence like a stranger’s voice. Send it or share your screen.',
          [
            'What the question really asks',
            'Opening and closing lines',
            'A mark, honestly given, if you want one',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perMinute(70, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'essays-and-exams',
        title: 'Personal statement for university: find your story',
        summary:
          'Forty-five minutes of questions about you. You go home with a first paragraph that nobody else could write.',
        description: page(
          'Forget the list of prizes. We look for the one moment in which you changed your mind about something.',
          [
            'A structure that fits the word limit',
            'What to leave out, gladly',
            'One more read before you send it',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['en'],
        price: perSession(3800, 45),
        instant: false,
      },
      {
        category: 'essays-and-exams',
        title: 'Exam in the morning? Ten free minutes to calm down',
        summary:
          'Not revision, just a plan for tonight and for the first five minutes of the paper.',
        description: page(
          'We make a list of three things, put the books away and decide when you go to bed. It works better than one more chapter.',
          ['How to begin when the mind goes blank', 'Breakfast, pens, bus'],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(15),
        instant: true,
      },
    ],
  },
];
