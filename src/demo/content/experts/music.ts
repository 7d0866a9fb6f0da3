import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const MUSIC_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'dario',
    name: 'Dário Valençuela',
    country: 'BR',
    language: 'en',
    timeZone: 'America/Sao_Paulo',
    weeksHere: 12,
    hours: 'mornings',
    about:
      'Guitarist from Recife: choro, samba and whatever the neighbours ask for at parties. I teach the right hand first, because nobody else does.',
    experience: 'Eighteen years on small stages and ten of teaching, conservatory diploma.',
    listings: [
      {
        category: 'guitar-and-strings',
        title: 'Bossa nova guitar: the right hand that makes it swing',
        summary:
          'Three patterns, slow and then with the singer in your head. For people who know a few open chords.',
        description: page(
          'The chords are the easy part. We spend the session on the thumb, the silence and the tiny push before the beat.',
          [
            'Three patterns that cover a hundred songs',
            'One whole song by the end',
            'A recording of my hand to practise with',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perSession(3000, 45, 'USD'),
        instant: true,
      },
      {
        category: 'guitar-and-strings',
        title: 'That one chord change you cannot get',
        summary:
          'Show me the two chords and where it breaks. We fix one change, properly, and then you go and play.',
        description: page(
          'Ten honest minutes on one movement help more than an hour of everything.',
          [
            'Fingers that hurt: what is normal and what is not',
            'Guitar too hard to press? We check the action',
            'A two-minute exercise for the week',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perMinute(70, { currency: 'USD', freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'guitar-and-strings',
        title: 'Tune your guitar with me, free',
        summary:
          'For first guitars and second-hand ones: new strings, tuning by ear, and is it worth keeping?',
        description: page(
          'Bring the guitar and whatever strings are on it. We tune, we listen, and I tell you what it needs.',
          ['Tuning with and without an app', 'Changing one string together'],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(15, 'USD'),
        instant: true,
      },
    ],
  },
  {
    key: 'margot',
    name: 'Margot Delestienne',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 17,
    hours: 'evenings',
    about:
      'Chanteuse et cheffe de chœur à Strasbourg, j’aide les voix timides à sortir. Je n’ai encore rencontré personne qui ne sache pas chanter.',
    experience: 'Diplôme d’État de direction de chœur, quinze ans de cours de chant.',
    listings: [
      {
        category: 'voice',
        title: 'Je chante faux… vraiment ? On vérifie ensemble',
        summary:
          'Un quart d’heure suffit souvent pour entendre que la voix est là et qu’il lui manque seulement un repère.',
        description: page(
          'On commence en parlant, on finit en chantant sans l’avoir remarqué. Une pièce calme et un verre d’eau suffisent.',
          [
            'Entendre la note avant de la chanter',
            'Le souffle, sans acrobatie',
            'Une chanson simple, juste du début à la fin',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(80, { freeMinutes: 5 }),
        instant: true,
      },
      {
        category: 'voice',
        title: 'Voix fatiguée : parler toute la journée sans s’abîmer',
        summary:
          'Pour enseignants, guides et parents : placer la voix, respirer, et finir la journée sans mal de gorge.',
        description: page(
          'Parler est un sport. Nous regardons votre posture et vos habitudes, puis nous installons trois exercices courts.',
          [
            'Un échauffement de quatre minutes',
            'Se faire entendre sans crier',
            'Les signes qui doivent mener chez un médecin',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['fr', 'en'],
        price: perSession(3600, 45),
        instant: false,
      },
      {
        category: 'voice',
        title: 'Préparer une audition ou la chanson d’un mariage',
        summary:
          'Tonalité, souffle, trac et dernier couplet : on répète jusqu’à ce que ce soit un plaisir.',
        description: page(
          'Vous chantez, j’écoute, nous changeons une seule chose à la fois. Je peux vous accompagner au piano.',
          [
            'Choisir la bonne tonalité',
            'Gérer le trac dans les deux minutes d’avant',
            'Un enregistrement d’accompagnement à garder',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(85),
        instant: true,
      },
    ],
  },
  {
    key: 'seoyeon',
    name: 'Seo-yeon Baekhwa',
    country: 'KR',
    language: 'en',
    timeZone: 'Asia/Seoul',
    weeksHere: 7,
    hours: 'evenings',
    about:
      'Pianist in Daegu. I teach adults who stopped at twelve and have felt guilty ever since. You may stop feeling guilty now.',
    experience: 'Master of piano performance, thirteen years of teaching adults and teenagers.',
    listings: [
      {
        category: 'keys-and-recording',
        title: 'Back to the piano after twenty years',
        summary:
          'We find a piece that you will like, at a level that will not hurt, and one sensible week of practice.',
        description: page('Play me anything, badly if you like. It tells me more than any test.', [
          'What your fingers still know',
          'Practising fifteen minutes a day, and why that works',
          'Sheet music that is free and good',
        ]),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perSession(4000, 50, 'USD'),
        instant: false,
      },
      {
        category: 'keys-and-recording',
        title: 'One hard bar, solved in ten minutes',
        summary:
          'Point the camera at your hands and play the bar that breaks. Fingering is nearly always the answer.',
        description: page(
          'Tell me the piece beforehand and I have the score open. We find the fingering, the rhythm and the tempo at which it works.',
          ['Works for teachers’ homework too', 'I write the fingering into your score'],
        ),
        kindOfHelp: 'lesson',
        languages: ['en'],
        price: perMinute(95, { currency: 'USD', freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'keys-and-recording',
        title: 'Which keyboard should I buy? Free advice',
        summary:
          'Space, neighbours, budget and hopes: fifteen minutes, and no brand pays me for anything.',
        description: page(
          'Eighty-eight keys or sixty-one, new or used, with or without a stand. I tell you what matters and what is paint.',
          ['What to try in the shop, in two minutes', 'How to check a used one over a video call'],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(15, 'USD'),
        instant: true,
      },
    ],
  },
  {
    key: 'matthias',
    name: 'Matthias Grolmann',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 13,
    hours: 'weekends',
    about:
      'Tonmeister aus Köln, tagsüber im Studio, abends bei Podcasts und Chören. Gute Aufnahmen sind zu drei Vierteln Raum und Mut.',
    experience: 'Zwanzig Jahre Studioarbeit, Dozent für Aufnahmetechnik an einer Volkshochschule.',
    listings: [
      {
        category: 'keys-and-recording',
        title: 'Your podcast sounds like a bathroom? Let us move the curtain',
        summary:
          'Walk through your flat with me, clap once in each room, and we find the place and the settings that sound warm.',
        description: page(
          'Before you buy a better microphone, let me hear the room. A wardrobe beats most studios.',
          ['Distance, angle, blanket', 'Levels that never clip', 'A preset you can use every week'],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'de'],
        price: perMinute(100, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'keys-and-recording',
        title: 'Home recording for songwriters, step by step',
        summary:
          'One song, two microphones or one, and a mix that your friends will not skip. We work in your own project.',
        description: page(
          'Share your screen and let us hear it. I will take things away before I add anything.',
          [
            'Recording voice and guitar at once',
            'A simple mix in seven moves',
            'Exporting so that it sounds the same in the car',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['en', 'de'],
        price: perSession(5200, 60),
        instant: false,
      },
      {
        category: 'keys-and-recording',
        title: 'Chorprobe aufnehmen, ohne dass es nach Turnhalle klingt',
        summary:
          'Mit zwei einfachen Mikrofonen oder einem Telefon: wir planen Aufstellung, Pegel und Ablauf.',
        description: page(
          'Zeigen Sie mir den Probenraum oder ein Foto davon. Wir legen fest, wo wer steht und wo die Mikrofone hängen.',
          [
            'Aufstellung nach Klang, nicht nach Größe',
            'Ein Pegel, der den Schluss aushält',
            'Schneiden in zehn Minuten',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['de'],
        price: perMinute(90, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
];
