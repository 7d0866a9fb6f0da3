import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const GARDENING_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'odile',
    name: 'Odile Carrouget',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 18,
    hours: 'mornings',
    about:
      'Maraîchère dans l’Anjou pendant vingt-cinq ans, je cultive maintenant un demi-hectare pour le plaisir et je réponds aux jardiniers inquiets.',
    experience: 'Vingt-cinq ans de maraîchage, brevet professionnel agricole.',
    listings: [
      {
        category: 'kitchen-garden',
        title: 'Mes tomates ont des taches : que faire aujourd’hui ?',
        summary:
          'Montrez-moi les feuilles, le dessus et le dessous : on reconnaît le mal et on sauve ce qui peut l’être.',
        description: page(
          'Mildiou, carence, araignées ou simple coup de soleil : cela ne se soigne pas pareil. Approchez la caméra, je regarde.',
          [
            'Ce qu’il faut couper, et où',
            'Traitements doux qui servent vraiment à quelque chose',
            'Comment planter l’an prochain pour être tranquille',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: perMinute(75, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'kitchen-garden',
        title: 'Dessiner son potager : le plan de l’année à venir',
        summary:
          'Une heure pour poser les planches, les rotations et le calendrier, adaptés à votre terre et à vos week-ends.',
        description: page(
          'Envoyez-moi une photo et les mesures la veille. Nous dessinons ensemble un potager que vous aurez le temps de tenir.',
          [
            'Où mettre quoi, et après quoi',
            'Un calendrier d’une page',
            'Ce qu’il vaut mieux acheter au marché',
          ],
          'Un petit jardin bien mené nourrit plus qu’un grand qu’on abandonne en juillet.',
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perSession(3900, 60),
        instant: false,
      },
      {
        category: 'kitchen-garden',
        title: 'Un compost qui ne sent pas mauvais',
        summary:
          'Trop mouillé, trop sec, plein de moucherons ? Ouvrez le couvercle devant moi, on le remet en route.',
        description: page(
          'Un compost se règle comme un feu : de l’air, du sec, de l’humide. En un quart d’heure, vous saurez le lire.',
          [
            'Bac, tas ou lombricomposteur d’appartement',
            'Ce qu’on y met, ce qu’on n’y met pas',
            'Quand il est prêt et comment s’en servir',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr', 'en'],
        price: perMinute(65, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'henrik',
    name: 'Henrik Brandvold',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 14,
    hours: 'office',
    about:
      'Tree nurseryman from the north of Norway who followed a pear tree to Lake Constance. I prune, graft and talk people out of cutting too much.',
    experience: 'Trained nurseryman, twenty years of orchard and street-tree care.',
    listings: [
      {
        category: 'trees-and-balconies',
        title: 'Prune your fruit tree with me on the phone',
        summary:
          'You stand at the tree, I say which branch and why. Apple, pear, plum, cherry, quince and old strangers.',
        description: page(
          'Pruning is deciding. Walk around the tree with the camera first, then we choose the six cuts that matter.',
          [
            'When to cut which tree, and when to wait',
            'Cuts that heal',
            'A neglected tree gets a plan for three winters',
          ],
          'Bring a clean saw and someone to hold the ladder. We do not climb on a call.',
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'de'],
        price: perMinute(90, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'trees-and-balconies',
        title: 'A balcony that blooms from March to November',
        summary:
          'North wind, burning sun or deep shade: show me the balcony, and we choose plants that want to live there.',
        description: page('Most balconies die of good intentions in May. We plan for August.', [
          'Boxes, soil and a watering rhythm you can keep',
          'A shopping list with quantities',
          'Bees, herbs and a corner for coffee',
        ]),
        kindOfHelp: 'advice',
        languages: ['en', 'de'],
        price: perSession(3400, 45),
        instant: true,
      },
      {
        category: 'trees-and-balconies',
        title: 'Graft an old apple variety onto a young tree',
        summary:
          'You have a twig from your grandfather’s garden? We put it onto a rootstock together, cut by cut.',
        description: page(
          'Grafting looks like surgery and feels like carpentry. With a sharp knife and some tape it takes twenty minutes.',
          [
            'Which twig, which season, which rootstock',
            'The two cuts, practised on a spare branch first',
            'Care until it has taken',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perMinute(80),
        instant: false,
      },
    ],
  },
  {
    key: 'bronagh',
    name: 'Bronagh McGillis',
    country: 'GB',
    language: 'en',
    timeZone: 'Europe/London',
    weeksHere: 11,
    hours: 'evenings',
    about:
      'I look after the plants in offices around Belfast where no sun ever comes, and bring home the ones that everybody had given up on.',
    experience: 'Ten years of interior plant care, two hundred rescued plants at home.',
    listings: [
      {
        category: 'house-plants',
        title: 'Is my house plant dying?',
        summary:
          'Brown tips, yellow leaves, sticky windowsill: turn the pot slowly in front of the camera and we find out.',
        description: page(
          'It is water in four cases of five, and the fifth one is interesting. Let me see the roots too, if you dare.',
          [
            'Water, light, roots, insects: in that order',
            'What to cut, what to leave',
            'A note for whoever waters it when you are away',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: perMinute(60, { currency: 'GBP', freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'house-plants',
        title: 'Repot and divide without tears',
        summary:
          'Put newspaper on the floor and we repot two or three plants in one session, including the enormous one.',
        description: page(
          'I tell you the size of the pot and the mix before we meet, so that everything is at hand.',
          [
            'Roots that circle, roots that rot',
            'Dividing: two plants for nothing',
            'The first two weeks afterwards',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perSession(2600, 45, 'GBP'),
        instant: false,
      },
      {
        category: 'house-plants',
        title: 'Choosing a first plant you will not kill, free',
        summary:
          'Show me your brightest and your darkest corner. Ten minutes later you know what to bring home.',
        description: page(
          'We match the plant to your light and to your memory. Some plants thrive on being forgotten.',
          ['Safe choices for cats and toddlers', 'Five plants that forgive nearly everything'],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(15, 'GBP'),
        instant: true,
      },
    ],
  },
  {
    key: 'khalid',
    name: 'Khalid Benmrad',
    country: 'MA',
    language: 'fr',
    timeZone: 'Africa/Casablanca',
    weeksHere: 10,
    hours: 'mornings',
    about:
      'Agronome près de Meknès, je travaille avec des jardiniers qui ont peu d’eau et beaucoup de soleil. Ces leçons servent désormais partout.',
    experience: 'Ingénieur agronome, dix-sept ans de conseil en irrigation et en oliveraies.',
    listings: [
      {
        category: 'kitchen-garden',
        title: 'Arroser deux fois moins, récolter autant',
        summary:
          'Goutte-à-goutte, paillage, jarres enterrées : on choisit ce qui convient à votre jardin et à votre robinet.',
        description: page(
          'Montrez-moi le sol, le point d’eau et la pente. Nous calculons le débit et nous dessinons l’installation.',
          [
            'Savoir quand la plante a vraiment soif',
            'Un goutte-à-goutte à monter soi-même',
            'Pailler avec ce qu’on trouve sur place',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr', 'ar'],
        price: perMinute(60, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'trees-and-balconies',
        title: 'Un olivier en pot qui reprend vie',
        summary:
          'Feuilles qui tombent, terre dure, hiver au nord : une séance pour le rempoter, le tailler et le comprendre.',
        description: page(
          'L’olivier pardonne beaucoup, sauf les pieds dans l’eau. Nous regardons ses racines, son pot et sa place.',
          [
            'Rempotage et drainage',
            'Une taille légère au bon moment',
            'Passer l’hiver loin de la Méditerranée',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr', 'ar'],
        price: perSession(2400, 40),
        instant: true,
      },
      {
        category: 'kitchen-garden',
        title: 'اسأل مهندسًا زراعيًا عن حديقتك مجانًا',
        summary: 'ربع ساعة للإجابة عن أسئلتك حول التربة والري والأوراق المصفرة، دون مقابل.',
        description: page(
          'أرني النبتة والتربة أمام الكاميرا وأخبرني كم مرة تسقيها. غالبًا يكون الحل أبسط مما تظن.',
          ['لماذا تصفرّ الأوراق', 'متى تسقي وكم', 'سماد من مطبخك'],
        ),
        kindOfHelp: 'advice',
        languages: ['ar', 'fr'],
        price: free(15),
        instant: true,
      },
    ],
  },
];
