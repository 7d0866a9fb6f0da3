import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const HOME_REPAIR_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'juergen',
    name: 'Jürgen Altmeppen',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 16,
    hours: 'office',
    about:
      'Installateurmeister aus dem Emsland, seit drei Jahren im Ruhestand und zu neugierig zum Stillsitzen. Ich höre am Geräusch, was der Hahn hat.',
    experience: 'Meisterbrief Sanitär und Heizung, einunddreißig Jahre eigener Betrieb.',
    listings: [
      {
        category: 'plumbing-and-heating',
        title: 'Der Abfluss läuft nicht ab: wir machen ihn frei',
        summary:
          'Küche, Bad oder Dusche: zeigen Sie mir den Siphon, und in zwanzig Minuten läuft das Wasser wieder.',
        description: page(
          'Bitte noch keinen Rohrreiniger hineinschütten. Holen Sie einen Eimer, ein Tuch und die Wasserpumpenzange, falls vorhanden.',
          [
            'Wo die Verstopfung sitzt, hört und sieht man',
            'Siphon öffnen, ohne den Schrank zu fluten',
            'Wann ein Fachbetrieb kommen muss',
          ],
          'Das Handy stellen wir so, dass ich Ihre Hände sehe.',
        ),
        kindOfHelp: 'repair',
        languages: ['de', 'en'],
        price: perMinute(105, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'plumbing-and-heating',
        title: 'My sink leaks: stop the water, then fix it',
        summary:
          'First we turn the right valve, then we look for the drip. Tap, trap or hose, most leaks are a five-cent ring.',
        description: page(
          'Call before you tighten anything. Over-tightening turns a drip into a flood, and I have seen many.',
          [
            'Finding the valve that stops it',
            'Which seal it is, with its size, before you go to the shop',
            'Putting it together so that it stays dry',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['en', 'de'],
        price: perMinute(105, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'plumbing-and-heating',
        title: 'Heizkörper bleibt kalt: entlüften und abgleichen',
        summary:
          'Eine Sitzung, ein Schlüssel, ein Lappen: am Ende werden alle Räume gleichmäßig warm.',
        description: page(
          'Wir gehen gemeinsam von Raum zu Raum und stellen ein, was sich ohne Werkstatt einstellen lässt.',
          [
            'Entlüften in der richtigen Reihenfolge',
            'Wasserdruck prüfen und nachfüllen',
            'Thermostatköpfe, die klemmen',
          ],
          'An Gas und Brenner gehen wir nicht: das macht der Fachbetrieb vor Ort.',
        ),
        kindOfHelp: 'advice',
        languages: ['de'],
        price: perSession(3900, 45),
        instant: false,
      },
    ],
  },
  {
    key: 'fatoumata',
    name: 'Fatoumata Diarrassouba',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 13,
    hours: 'evenings',
    about:
      'Électricienne à Lille, j’ai appris le métier à quarante ans. Je sais donc exactement ce qu’on n’ose pas demander, et j’y réponds volontiers.',
    experience:
      'Titre professionnel d’électricienne, neuf ans de rénovation chez des particuliers.',
    listings: [
      {
        category: 'electricity-and-light',
        title: 'Le disjoncteur saute : trouver le coupable sans risque',
        summary:
          'On cherche ensemble quel appareil ou quel circuit fait sauter le courant, pas à pas et sans rien démonter.',
        description: page(
          'Avant tout, la sécurité : nous ne touchons à aucun fil. Une méthode simple suffit le plus souvent à trouver l’appareil fautif.',
          [
            'Lire son tableau électrique, enfin',
            'Isoler le circuit, puis l’appareil',
            'Savoir s’il faut faire venir quelqu’un, et quoi lui dire',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: perMinute(115, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'electricity-and-light',
        title: 'Poser un luminaire soi-même, courant coupé',
        summary:
          'Une séance pour remplacer un plafonnier ou une applique, avec les vérifications qu’un pro ferait.',
        description: page(
          'Nous commençons au tableau et nous finissons au tableau. Entre les deux, tout est simple.',
          [
            'Vérifier l’absence de tension',
            'Fils, couleurs, dominos et connecteurs',
            'Fixer dans le plâtre, la brique ou le béton',
          ],
          'Si l’installation est trop ancienne, je vous le dis et nous arrêtons : la séance n’est alors pas perdue.',
        ),
        kindOfHelp: 'repair',
        languages: ['fr'],
        price: perSession(3800, 45),
        instant: false,
      },
      {
        category: 'electricity-and-light',
        title: 'Comprendre sa facture et ses appareils gourmands',
        summary:
          'Gratuit : vingt minutes pour savoir ce qui consomme chez vous et ce qui ne vaut pas la peine d’y penser.',
        description: page(
          'Prenez une facture et faites le tour de la maison avec moi. Nous faisons une courte liste, du plus utile au plus symbolique.',
          ['Veilles, chauffe-eau, vieux frigo', 'Heures creuses : pour qui et quand'],
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: free(20),
        instant: true,
      },
    ],
  },
  {
    key: 'piotr',
    name: 'Piotr Zalewnik',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 12,
    hours: 'weekends',
    about:
      'I keep the bikes of a whole Freiburg neighbourhood running from my courtyard, and I repair washing machines because nobody else wanted to.',
    experience: 'Bicycle mechanic for fifteen years, repair café volunteer for appliances.',
    listings: [
      {
        category: 'bikes-and-appliances',
        title: 'Gears that skip, brakes that squeal: fix your bike now',
        summary:
          'Turn the bike upside down, lean the phone against something, and we adjust it with the tools you own.',
        description: page(
          'You turn, I look and listen. Derailleurs, hub gears, rim and disc brakes.',
          [
            'A hex key set and a screwdriver are enough for most jobs',
            'What is worn out, and which part fits',
            'A test ride before we hang up',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['en', 'de'],
        price: perMinute(85, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'bikes-and-appliances',
        title: 'Washing machine stops with water inside',
        summary:
          'Pump, filter, door or drum: we find it in the right order and get your laundry out first.',
        description: page(
          'Pull the plug, fetch towels and a flat bowl. Then we go through it calmly.',
          [
            'Emptying the machine without a lake on the floor',
            'The filter nobody knew about',
            'Is a repair worth it? I say so honestly',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['en', 'de'],
        price: perMinute(95, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'bikes-and-appliances',
        title: 'A yearly service for your bike, with you as mechanic',
        summary:
          'One hour and a half, twelve checks, oil on your fingers. Afterwards you know your bike and need me less.',
        description: page(
          'I send a short list of what to have ready. We go from the front wheel to the back light.',
          [
            'Chain, brakes, bearings, spokes, bolts',
            'Which noises matter',
            'A sheet with dates for the next service',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perSession(4500, 90),
        instant: false,
      },
    ],
  },
  {
    key: 'marisol',
    name: 'Marisol Quintanilla-Reed',
    country: 'US',
    language: 'en',
    timeZone: 'America/Denver',
    weeksHere: 9,
    hours: 'mornings',
    about:
      'Handywoman in Santa Fe. Walls, doors, locks and everything that squeaks. I grew up translating hardware stores for my father and I still do.',
    experience: 'Twelve years of small repairs in rented flats, licensed as a handyman business.',
    listings: [
      {
        category: 'home-repair',
        title: 'Hang it straight and so that it stays',
        summary:
          'Shelves, curtain rails, a heavy mirror: tap the wall for me and I tell you the anchor before you drill.',
        description: page(
          'Drilling is three decisions made before the drill is in your hand. We make them together.',
          [
            'Drywall, brick, plaster or something odd',
            'Finding pipes and wires before you find them',
            'Filling the hole from last time',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'es'],
        price: perSession(3500, 40, 'USD'),
        instant: true,
      },
      {
        category: 'home-repair',
        title: 'Puertas que rozan y cerraduras que no giran',
        summary:
          'Enséñame la puerta y la llave: casi siempre es una bisagra floja o un tornillo, y lo arreglas tú hoy.',
        description: page(
          'No fuerces la llave ni cepilles la puerta todavía. Primero miramos por qué roza.',
          [
            'Bisagras, marco y humedad',
            'Lubricar sí, pero con lo correcto',
            'Cuándo conviene llamar a un cerrajero',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['es', 'en'],
        price: perMinute(90, { currency: 'USD', freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'home-repair',
        title: 'Can I do this myself? A free second opinion',
        summary:
          'Fifteen minutes before you start or before you sign: what the job needs, what it should cost, what to ask.',
        description: page(
          'Show me the place and the offer you got. I tell you frankly whether it is a Saturday job or one for a licensed pro.',
          ['Honest about danger: gas, mains and roofs are not for a video call'],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'es'],
        price: free(15, 'USD'),
        instant: true,
      },
    ],
  },
];
