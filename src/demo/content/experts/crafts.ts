import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const CRAFT_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'noor',
    name: 'Noor Vandermeulen',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 13,
    hours: 'evenings',
    about:
      'Je tricote dans le tram à Bordeaux depuis toujours et je tiens un atelier du jeudi. Je rattrape les mailles perdues, et parfois le moral avec.',
    experience: 'Onze ans d’ateliers de tricot, créatrice de modèles pour débutants.',
    listings: [
      {
        category: 'knitting-and-sewing',
        title: 'Maille perdue, rang raté : rattraper son tricot',
        summary:
          'Posez l’ouvrage, ne tirez sur rien, et appelez-moi. On remonte la maille ensemble, crochet en main.',
        description: page(
          'Un tricot se répare presque toujours sans tout défaire. Approchez-le de la lumière et nous regardons où cela a commencé.',
          [
            'Maille tombée, jeté oublié, torsade à l’envers',
            'Lire son tricot pour ne plus compter',
            'Reprendre le patron au bon rang',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['fr', 'en'],
        price: perMinute(60, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'knitting-and-sewing',
        title: 'Premier bonnet : de la pelote à la dernière maille',
        summary:
          'Deux aiguilles, une pelote et une heure pour lancer un bonnet que vous finirez seul ou seule.',
        description: page(
          'Nous montons les mailles et nous tricotons les premiers rangs ensemble. La suite est si répétitive qu’elle repose.',
          [
            'Choisir la laine et les aiguilles',
            'Endroit, envers, côtes',
            'Finir proprement : une petite vidéo vous attend',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perSession(2600, 60),
        instant: false,
      },
      {
        category: 'knitting-and-sewing',
        title: 'Read a knitting pattern without fear',
        summary:
          'Abbreviations, charts and “at the same time”: show me the page, and we turn it into plain steps.',
        description: page(
          'Patterns are written by people who forgot how it feels not to know. We translate yours, once, into your own words.',
          [
            'English, American and French terms',
            'Choosing your size honestly',
            'Gauge, and when it does not matter',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'fr'],
        price: perMinute(60, { freeMinutes: 3 }),
        instant: true,
      },
    ],
  },
  {
    key: 'stefanie',
    name: 'Stefanie Kühlbornen',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 12,
    hours: 'mornings',
    about:
      'Dressmaker from Dresden with a room full of old sewing machines. I believe that trousers can be shortened by anybody who owns an iron.',
    experience: 'Schneidermeisterin, achtzehn Jahre Änderungsschneiderei und Nähkurse.',
    listings: [
      {
        category: 'knitting-and-sewing',
        title: 'Die Nähmaschine macht Schlaufen: wir stellen sie ein',
        summary:
          'Faden, Spannung, Nadel: zeigen Sie mir die Naht von beiden Seiten, dann finde ich den Grund.',
        description: page(
          'Fast nie ist die Maschine kaputt. Wir fädeln einmal gemeinsam neu ein, und meistens näht sie dann wieder.',
          [
            'Ober- und Unterfaden',
            'Welche Nadel zu welchem Stoff',
            'Reinigen und ölen, ohne etwas zu verlieren',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['de', 'en'],
        price: perMinute(70, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'knitting-and-sewing',
        title: 'Shorten trousers so that nobody sees it',
        summary:
          'Mark, cut, press, sew: in three quarters of an hour your trousers fit, with the original hem if you like.',
        description: page(
          'By machine or by hand. Put on the shoes you will wear with them and find a friend or a mirror.',
          [
            'Measuring once and marking twice',
            'Jeans with the old hem kept',
            'An invisible hem by hand',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perSession(3000, 45),
        instant: true,
      },
      {
        category: 'knitting-and-sewing',
        title: 'Mend it today: holes, zips, lost buttons',
        summary:
          'Free twenty minutes for one torn thing. Needle and thread are enough, and visible mending is welcome.',
        description: page(
          'Bring the thing you did not want to throw away. We choose the mend together and make the first stitches.',
          ['Darning a sock on an orange', 'Zips that have jumped the rail'],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: free(20),
        instant: true,
      },
    ],
  },
  {
    key: 'lorenzo',
    name: 'Lorenzo Battigallo',
    country: 'IT',
    language: 'en',
    timeZone: 'Europe/Rome',
    weeksHere: 11,
    hours: 'weekends',
    about:
      'Illustrator in Trieste. I draw harbours and old dogs, and teach adults who say that they cannot draw a straight line. Nobody needs straight lines.',
    experience: 'Academy of fine arts, sixteen years of illustration and evening classes.',
    listings: [
      {
        category: 'drawing-and-photo',
        title: 'Draw what you see: one object, one pencil, one hour',
        summary:
          'A cup, a shoe, a pear. We look slowly, measure with the pencil, and it will look like the thing.',
        description: page(
          'Drawing is looking. I show you four ways to check what your eyes tell you, and you use them at once.',
          ['Proportions without a ruler', 'Light and shadow with one pencil', 'When to stop'],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perSession(3200, 60),
        instant: false,
      },
      {
        category: 'drawing-and-photo',
        title: 'Un regard sur vos dessins',
        summary:
          'Montrez-moi trois dessins : je vous dis ce qui est déjà beau et la seule chose à changer ensuite.',
        description: page(
          'Je regarde longtemps avant de parler. Ensuite nous reprenons un dessin ensemble, au crayon, sur une feuille à côté.',
          [
            'Composition, valeurs, trait',
            'Un exercice choisi pour vous',
            'Des livres plutôt que des vidéos',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr', 'en'],
        price: perMinute(65, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'drawing-and-photo',
        title: 'Better pictures with the phone you have, free',
        summary:
          'Twenty minutes on light, distance and patience. We take five pictures together in your own home.',
        description: page(
          'Go to a window. That is already half of it. We photograph a person, a plate and something small.',
          ['Where the light comes from', 'Getting closer instead of zooming'],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: free(20),
        instant: true,
      },
    ],
  },
  {
    key: 'meiling',
    name: 'Mei-Ling Astruchet',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 15,
    hours: 'office',
    about:
      'Ébéniste puis potière près d’Avignon, je répare des chaises le matin et je tourne des bols l’après-midi. J’enseigne les deux, avec de la poussière.',
    experience: 'CAP d’ébénisterie, douze ans d’atelier, cours de poterie pour adultes.',
    listings: [
      {
        category: 'wood-and-clay',
        title: 'Une chaise qui bouge : la recoller pour de bon',
        summary:
          'Retournez la chaise, montrez-moi les assemblages : on la démonte, on la recolle, et elle repart pour trente ans.',
        description: page(
          'Pas de vis, pas d’équerre : une chaise se répare avec de la colle, une corde et un peu de méthode.',
          [
            'Quel joint est fatigué, et pourquoi',
            'Nettoyer l’ancienne colle',
            'Serrer sans serre-joints',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['fr', 'en'],
        price: perMinute(80, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'wood-and-clay',
        title: 'Raviver un meuble sans le décaper',
        summary:
          'Taches, ronds de verre, vernis terne : une séance pour lui rendre son éclat avec des produits doux.',
        description: page(
          'Nous regardons d’abord de quelle finition il s’agit. Ensuite, on essaie dans un coin, puis on ose.',
          ['Reconnaître cire, vernis, huile', 'Effacer un rond blanc', 'Entretenir sans encrasser'],
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: perSession(3400, 45),
        instant: true,
      },
      {
        category: 'wood-and-clay',
        title: 'Un bol en terre, sans tour, sur la table de la cuisine',
        summary:
          'Un pain de terre, une fourchette et vos mains : on modèle ensemble un bol que vous ferez cuire près de chez vous.',
        description: page(
          'La technique du colombin est vieille comme le monde et ne demande aucun matériel.',
          ['Monter droit sans fissures', 'Lisser, décorer, sécher', 'Trouver un four à partager'],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(70),
        instant: false,
      },
    ],
  },
];
