import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const COOKING_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'amara',
    name: 'Amara Oyelaran',
    country: 'FR',
    language: 'en',
    timeZone: 'Europe/Paris',
    weeksHere: 19,
    hours: 'office',
    about:
      'I ran the night oven of a neighbourhood bakery for eleven years and now teach bread at home. I like starters that misbehave: they always tell you why.',
    experience: 'Eleven years as a baker in Montreuil, four of them as head of the bread bench.',
    listings: [
      {
        category: 'bread-and-baking',
        title: 'Rescue your sourdough while it is still on the table',
        summary:
          'Your dough does not rise, or it runs away? Point the camera at it and we save today’s bread together.',
        description: page(
          'Sourdough goes wrong in five or six ways, and nearly all of them can be seen. Show me the starter, the dough and the crumb of your last loaf, and I will tell you which one it is.',
          [
            'We check starter, flour, water and the warmth of your kitchen',
            'You get a plan for the next three hours, and for the next three bakes',
            'Nothing to buy: a bowl, a scale and a spoon will do',
          ],
          'Most doughs are sorted out in fifteen minutes. If yours cannot be saved, I show you what to bake from it instead.',
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'fr'],
        price: perMinute(110, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'bread-and-baking',
        title: 'Shape a loaf that stands up: live hands-on practice',
        summary:
          'Flat loaves are a shaping problem more often than a yeast problem. We fold, round and shape together.',
        description: page(
          'Bring a risen dough (I send the recipe when you ask) and a floured table. I work beside you with mine and watch your hands.',
          [
            'Folding without tearing',
            'Round and long loaves, and a pan loaf for sandwiches',
            'Scoring: one cut, at the right angle',
          ],
          'You will go through the movements three times, and that is usually enough.',
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'fr'],
        price: perMinute(95),
        instant: true,
      },
      {
        category: 'everyday-cooking',
        title: 'What do I cook with what is in my fridge?',
        summary:
          'Open the door, show me the shelves, and in ten minutes you know what is for dinner and in which order.',
        description: page(
          'No recipe books and no shopping. You show me what there is, tell me who eats and how much time is left, and we decide.',
          [
            'One pan, two pans or a tray: you choose the washing-up',
            'What must be used today, and what can wait',
            'I stay with you until the heat is turned down',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'fr'],
        price: perMinute(80, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'luc',
    name: 'Luc Ferrandon',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 16,
    hours: 'evenings',
    about:
      'Saucier pendant vingt ans dans de petites maisons lyonnaises, je transmets aujourd’hui les gestes qui rendent la cuisine simple et tranquille.',
    experience: 'CAP cuisine, vingt ans de métier à Lyon, dont douze au poste des sauces.',
    listings: [
      {
        category: 'everyday-cooking',
        title: 'Rattraper une sauce qui tourne, tranche ou colle',
        summary:
          'Mayonnaise retombée, crème tranchée, beurre blanc fendu : gardez la casserole en main, on la rattrape.',
        description: page(
          'Une sauce ratée se rattrape presque toujours, à condition de ne pas paniquer. Montrez-moi la casserole et dites-moi ce que vous avez fait juste avant.',
          [
            'Comprendre ce qui s’est passé, en une phrase',
            'Le geste pour la rattraper tout de suite',
            'La petite habitude pour que cela n’arrive plus',
          ],
          'En général, dix minutes suffisent et le repas n’attend pas.',
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: perMinute(100, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'everyday-cooking',
        title: 'Apprendre les cinq sauces qui servent toute la vie',
        summary:
          'Une heure, une plaque, un fouet : béchamel, vinaigrette, jus court, tomate et mayonnaise, de vos mains.',
        description: page(
          'Nous cuisinons ensemble, chacun dans sa cuisine. Je vous envoie la liste la veille ; tout se trouve au coin de la rue.',
          [
            'Cinq bases et ce que l’on peut en tirer',
            'Goûter, corriger, assaisonner : on en parle à chaque étape',
            'Conserver et réchauffer sans rien abîmer',
          ],
          'À la fin, vous avez cinq petits pots au frais et une fiche d’une page.',
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perSession(4200, 60),
        instant: false,
      },
      {
        category: 'world-kitchens',
        title: 'Préparer un dîner de fête sans quitter ses invités',
        summary:
          'On construit ensemble un menu qui se prépare à l’avance, avec l’ordre exact des choses, heure par heure.',
        description: page(
          'Dites-moi combien vous êtes, ce que vous aimez et ce que votre four sait faire. Nous écrivons le menu et le plan de route.',
          [
            'Un menu équilibré, au budget que vous fixez',
            'Ce qui se fait la veille, le matin et à la dernière minute',
            'Les accords avec ou sans vin',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr', 'en'],
        price: perSession(3500, 45),
        instant: true,
      },
    ],
  },
  {
    key: 'haruka',
    name: 'Haruka Minazuki',
    country: 'JP',
    language: 'en',
    timeZone: 'Asia/Tokyo',
    weeksHere: 12,
    hours: 'mornings',
    about:
      'I cook the everyday food of my grandmother’s house in Kanazawa: dashi, pickles, rice and whatever the morning market has. Small kitchens are welcome.',
    experience: 'Twelve years of home cooking classes in Kanazawa and Tokyo; licensed cook.',
    listings: [
      {
        category: 'world-kitchens',
        title: 'はじめての出汁:昆布と鰹節でおいしい基本を',
        summary:
          '一番出汁から味噌汁まで、画面の前で一緒に作ります。道具は鍋とざるだけで大丈夫です。',
        description: page(
          '出汁がとれると、毎日の料理がぐっと楽になります。昆布の選び方から火加減まで、手元を見ながらゆっくり進めます。',
          [
            '一番出汁と二番出汁の違い',
            '味噌汁、おひたし、煮物への使い分け',
            '残った昆布と鰹節で作る小さなおかず',
          ],
          '初めての方も歓迎です。材料は前日までにご案内します。',
        ),
        kindOfHelp: 'lesson',
        languages: ['ja', 'en'],
        price: perSession(3800, 45, 'JPY'),
        instant: false,
      },
      {
        category: 'everyday-cooking',
        title: '今夜のお弁当とおかず、短い時間で一緒に考えます',
        summary:
          '冷蔵庫を見せてください。あるもので作れるおかずを、その場で二つか三つ決めましょう。',
        description: page('忙しい日のための相談です。買い物に行かずに、今あるもので考えます。', [
          '十五分で作れるおかずの組み立て',
          'お弁当が傷まない詰め方',
          'お子さまや高齢のご家族への味の調整',
        ]),
        kindOfHelp: 'advice',
        languages: ['ja'],
        price: perMinute(90, { currency: 'JPY', freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'everyday-cooking',
        title: 'Rice that comes out right, with the pot you have',
        summary:
          'Free help for a small thing that annoys people every day: too wet, too dry, burnt at the bottom.',
        description: page(
          'Show me your pot, your stove and your rice. We wash, measure and cook one small portion together, and you keep the numbers that work in your kitchen.',
          [
            'Short-grain, long-grain and brown rice',
            'Gas, induction or a rice cooker without a manual',
          ],
          'This costs nothing; I simply like it when rice is good.',
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'ja'],
        price: free(20, 'JPY'),
        instant: true,
      },
    ],
  },
  {
    key: 'beatriz',
    name: 'Beatriz Olmedo Tlacuilo',
    country: 'MX',
    language: 'en',
    timeZone: 'America/Mexico_City',
    weeksHere: 9,
    hours: 'evenings',
    about:
      'My family has sold tamales at the same corner in Puebla for three generations. I teach salsas, masa and moles to people who think they are difficult.',
    experience: 'Third generation of a family food stall; eight years of classes for visitors.',
    listings: [
      {
        category: 'world-kitchens',
        title: 'Salsas de verdad: tres colores en una hora',
        summary:
          'Roja, verde y macha, con los chiles que encuentres donde vives. Molcajete o licuadora, los dos sirven.',
        description: page(
          'Cada quien en su cocina y a su ritmo. Antes de empezar me enseñas qué chiles conseguiste y ajustamos el picante a tu casa.',
          [
            'Asar, hidratar y moler sin amargar',
            'Cómo bajar o subir el picor sin perder sabor',
            'Cuánto duran y cómo guardarlas',
          ],
          'Sales con tres salsas listas y con ganas de tortillas.',
        ),
        kindOfHelp: 'lesson',
        languages: ['es', 'en'],
        price: perSession(2800, 60, 'USD'),
        instant: false,
      },
      {
        category: 'world-kitchens',
        title: 'Tortillas that puff: fix your masa live',
        summary:
          'Cracked edges, sticky presses, tortillas like cardboard: it is nearly always the water. Let me see.',
        description: page(
          'Press one in front of the camera. I listen for the sound, look at the edge and tell you what to change.',
          [
            'Masa from flour or from fresh nixtamal',
            'Pan, griddle or bare flame',
            'Keeping them soft until dinner',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'es'],
        price: perMinute(75, { currency: 'USD', freeMinutes: 5 }),
        instant: true,
      },
      {
        category: 'everyday-cooking',
        title: 'A pot of beans for the whole week, for free',
        summary:
          'Dried beans are cheap, kind and easy. Twenty minutes with me and you will never open a tin again.',
        description: page(
          'We start a pot together: which beans, how much salt and when, and why the lid matters. Then it cooks by itself while you do something else.',
          [
            'No soaking needed for most beans',
            'Four dinners from one pot',
            'How to freeze them in portions',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'es'],
        price: free(20, 'USD'),
        instant: true,
      },
    ],
  },
];
