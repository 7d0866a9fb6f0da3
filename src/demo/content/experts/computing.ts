import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const COMPUTING_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'ines',
    name: 'Inès Boukhalfa',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 18,
    hours: 'office',
    about:
      'J’ai tenu le point d’aide numérique d’une médiathèque à Toulouse : dix ans à débloquer téléphones, imprimantes et démarches, sans jamais soupirer.',
    experience: 'Dix ans de médiation numérique en médiathèque, formatrice pour adultes.',
    listings: [
      {
        category: 'phones-and-computers',
        title: 'Mon ordinateur ou mon téléphone fait des siennes',
        summary:
          'Lenteur, messages étranges, plus de place, plus de son : partagez votre écran et on règle cela calmement.',
        description: page(
          'Vous gardez la main tout le temps : je vous dis où cliquer et pourquoi, et vous pouvez arrêter quand vous voulez.',
          [
            'Ordinateur, tablette ou téléphone, récent ou pas',
            'Place, lenteur, mises à jour, imprimante, son et image',
            'Je ne demande jamais un mot de passe',
          ],
          'Les deux premières minutes sont offertes : elles suffisent souvent à savoir si je peux vous aider.',
        ),
        kindOfHelp: 'repair',
        languages: ['fr', 'en'],
        price: perMinute(90, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'phones-and-computers',
        title: 'Was this message a scam? Look at it with me',
        summary:
          'A strange mail, a call “from the bank”, a parcel you never ordered: we check it together before you click.',
        description: page(
          'Share your screen or hold the letter up to the camera. I show you the three places that give a fraud away, so that next time you can see them yourself.',
          [
            'If you have clicked already: what to do in the next ten minutes',
            'Changing the passwords that matter, in the right order',
            'Whom to tell, and what to say to the bank',
          ],
          'Nobody needs to be ashamed here. It happens to careful people every day.',
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'fr'],
        price: perMinute(85, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'websites-and-shops',
        title: 'Mettre en ordre ses photos et ses sauvegardes',
        summary:
          'Des milliers de photos partout et aucune copie ? On met en place un rangement qui tient, en une fois.',
        description: page(
          'Nous regardons ensemble où sont vos photos, puis nous installons deux copies qui se font toutes seules.',
          [
            'Retrouver ce qui dort dans l’ancien téléphone',
            'Supprimer les doublons sans rien perdre',
            'Vérifier que la sauvegarde se relit vraiment',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr', 'en'],
        price: perMinute(95),
        instant: true,
      },
    ],
  },
  {
    key: 'tomasz',
    name: 'Tomasz Wielgosz',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 15,
    hours: 'evenings',
    about:
      'Software developer in Leipzig, mostly on the unglamorous side: data, forms, old code that must keep running. I explain with pencil and paper.',
    experience: 'Fourteen years as a developer, six as a mentor for people changing careers.',
    listings: [
      {
        category: 'programming',
        title: 'Stuck on an error message? Read it with me',
        summary:
          'Share your screen, run it once, and we find the line together. JavaScript, TypeScript, Python and SQL.',
        description: page(
          'I will not fix it behind your back. You drive, I ask questions, and by the end you know how to find the next one alone.',
          [
            'First: what did you expect, and what happened?',
            'Then: the smallest program that still fails',
            'Last: the fix, and a test that keeps it fixed',
          ],
          'If it takes longer than half an hour I tell you so in good time.',
        ),
        kindOfHelp: 'repair',
        languages: ['en', 'de'],
        price: perMinute(150, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'programming',
        title: 'Your first program, from nothing, in one evening',
        summary:
          'One hour, one small useful program of your own choice, and no jargon that I have not explained first.',
        description: page(
          'You say what annoys you at work or at home: a list to sort, names to rename, numbers to add. We write the program that does it.',
          [
            'Setting up your computer, once and properly',
            'Reading and writing files',
            'What to learn next, and what to leave alone',
          ],
          'Works for patient twelve-year-olds and for grandparents.',
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perSession(4900, 60),
        instant: false,
      },
      {
        category: 'programming',
        title: 'Tabellen, die mitrechnen: Hilfe für Vereine und kleine Büros',
        summary:
          'Mitgliederlisten, Kassenbücher, Auswertungen: wir bringen Ordnung in Ihre Tabelle und nehmen ihr das Rätselhafte.',
        description: page(
          'Zeigen Sie mir Ihre Tabelle am Bildschirm. Wir räumen auf, bauen die Formeln neu und schreiben daneben, was sie tun.',
          [
            'Doppelte Einträge finden und verhindern',
            'Auswertungen, die sich selbst aktualisieren',
            'Eine Vorlage fürs nächste Jahr',
          ],
          'Sie behalten die Datei; ich speichere nichts.',
        ),
        kindOfHelp: 'company',
        languages: ['de', 'en'],
        price: perSession(5500, 45),
        instant: true,
      },
    ],
  },
  {
    key: 'priya',
    name: 'Priya Nandakumar',
    country: 'IN',
    language: 'en',
    timeZone: 'Asia/Kolkata',
    weeksHere: 11,
    hours: 'evenings',
    about:
      'I build small web shops for weavers and potters around Kochi and teach them to run the shop themselves. Plain words, no upselling.',
    experience: 'Nine years of building and repairing small web shops for craftspeople.',
    listings: [
      {
        category: 'websites-and-shops',
        title: 'Why does nobody buy? A kind look at your web shop',
        summary:
          'I walk through your shop like a customer, aloud, and you watch. Then we fix the two worst things at once.',
        description: page(
          'It is hard to see one’s own shop with fresh eyes. I borrow mine to you for forty-five minutes.',
          [
            'Finding, trusting, paying: where people give up',
            'Pictures and words that answer the real questions',
            'A short list of what to do next, in order',
          ],
        ),
        kindOfHelp: 'company',
        languages: ['en'],
        price: perSession(4500, 45, 'USD'),
        instant: false,
      },
      {
        category: 'websites-and-shops',
        title: 'My website is broken and I do not know where to look',
        summary:
          'White page, lost login, pictures gone after an update: we look in the four usual places, one by one.',
        description: page(
          'Stay calm, touch nothing more, and share your screen. Most broken sites are back within the half hour.',
          [
            'Domain and certificate',
            'Updates and plugins',
            'Backups: finding one, and bringing it back safely',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['en'],
        price: perMinute(120, { currency: 'USD', freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'programming',
        title: 'Should I learn to code? An honest chat, free',
        summary:
          'Twenty minutes for people who wonder whether programming is for them. No course to sell at the end.',
        description: page(
          'You tell me what you like doing and what you hope to change. I tell you what the work is really like, which first step suits you and how you notice early that it does not.',
          ['Free ways to try it for a week', 'Jobs near to coding that nobody mentions'],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(20, 'USD'),
        instant: true,
      },
    ],
  },
  {
    key: 'gareth',
    name: 'Gareth Penllyn',
    country: 'GB',
    language: 'en',
    timeZone: 'Europe/London',
    weeksHere: 13,
    hours: 'weekends',
    about:
      'Retired network engineer from Cardiff. I make home networks boring again, and I have all the time in the world for people who were told to switch it off and on.',
    experience: 'Thirty years with telephone and network companies, now a volunteer at a library.',
    listings: [
      {
        category: 'phones-and-computers',
        title: 'Wi-Fi that reaches the bedroom',
        summary:
          'Walk through your home with the phone in your hand; I watch the signal and tell you where the trouble is.',
        description: page(
          'Nine times out of ten nobody needs a new router. We look for the real cause first.',
          [
            'Where the router should stand, and where it never should',
            'Neighbours, walls, old boxes nobody dares unplug',
            'What is worth buying if something must be bought',
          ],
        ),
        kindOfHelp: 'repair',
        languages: ['en'],
        price: perMinute(70, { currency: 'GBP', freeMinutes: 5 }),
        instant: true,
      },
      {
        category: 'phones-and-computers',
        title: 'Move everything to your new laptop, in one sitting',
        summary:
          'Mail, pictures, passwords and that one program from 2009: we move the lot and check it together.',
        description: page(
          'Have both machines on the table and an hour and a half of patience. I keep the list, you press the keys.',
          [
            'What to copy, what to leave behind',
            'Mail and calendar without losing a message',
            'Wiping the old one before it goes to somebody else',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: perSession(3600, 90, 'GBP'),
        instant: false,
      },
      {
        category: 'phones-and-computers',
        title: 'First steps with a smartphone, at your own pace',
        summary:
          'Free half hour for anybody who was handed a phone and left alone with it. Bring your questions, all of them.',
        description: page(
          'No question is too small. We practise calling, pictures, larger letters and how to get out of anything you did not mean to open.',
          [
            'You hold the phone, a relative may hold the other one',
            'I write down what we did, in large print',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(30, 'GBP'),
        instant: true,
      },
    ],
  },
];
