import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const BUSINESS_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'baptiste',
    name: 'Baptiste Lecouvreur',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 18,
    hours: 'office',
    about:
      'J’ai ouvert, fermé et rouvert trois petites entreprises. J’accompagne à Rennes celles et ceux qui se lancent, avec un tableur et de la franchise.',
    experience: 'Quinze ans d’indépendance, conseiller dans une coopérative d’activité.',
    listings: [
      {
        category: 'own-business',
        title: 'Micro-entreprise : par où commencer ?',
        summary:
          'Statut, déclarations, premières factures : on fait le point sur votre projet et vous savez quoi faire lundi.',
        description: page(
          'Vous m’expliquez ce que vous voulez vendre et à qui. Je vous dis ce qui est obligatoire, ce qui est utile et ce qui peut attendre.',
          [
            'Choisir un statut sans le regretter',
            'Une première facture correcte',
            'Cotisations et impôts : les ordres de grandeur',
          ],
          'Je ne remplace pas un expert-comptable ; je vous dis quand il en faut un.',
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: perMinute(120, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'own-business',
        title: 'Fixer son prix sans rougir',
        summary:
          'Vos coûts, vos heures, vos clients : en trois quarts d’heure, un prix que vous saurez dire à voix haute.',
        description: page(
          'Nous remplissons ensemble une feuille simple. Le plus long n’est pas le calcul, c’est de le dire : on s’entraîne aussi.',
          ['Le prix qui fait vivre', 'Répondre à « c’est cher »', 'Augmenter ses anciens clients'],
        ),
        kindOfHelp: 'company',
        languages: ['fr'],
        price: perSession(4800, 45),
        instant: true,
      },
      {
        category: 'own-business',
        title: 'Une facture impayée : que dire, que faire',
        summary:
          'Relance, mise en demeure, échéancier : on écrit le bon message tout de suite, ferme et courtois.',
        description: page(
          'Montrez-moi la facture et les échanges. Neuf fois sur dix, un message clair suffit ; nous l’écrivons ensemble.',
          ['Les étapes et leurs délais', 'Des modèles à garder', 'Éviter que cela recommence'],
        ),
        kindOfHelp: 'company',
        languages: ['fr'],
        price: perMinute(130, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'annika',
    name: 'Annika Thorwaldsen',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 14,
    hours: 'mornings',
    about:
      'Career adviser in Hamburg. I was a recruiter for twelve years and know what happens to an application in its first twenty seconds.',
    experience: 'Zwölf Jahre Personalauswahl, fünf Jahre selbständige Laufbahnberatung.',
    listings: [
      {
        category: 'jobs-and-careers',
        title: 'Practise your job interview with a former recruiter',
        summary:
          'Real questions, a real answer from you, and honest words after each one. In English or German.',
        description: page(
          'Send me the advertisement, or just read it to me. I play the interviewer and then step out of the role to tell you what I heard.',
          [
            'The five questions that always come',
            'Talking about gaps, notice and money',
            'Questions that you should ask them',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['en', 'de'],
        price: perMinute(125, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'jobs-and-careers',
        title: 'A German CV from a foreign one, in one session',
        summary:
          'What employers here expect, what they must not ask, and how your years abroad become an advantage.',
        description: page(
          'We rebuild it on your screen, line by line. You leave with a finished page.',
          [
            'Order, dates and diplomas',
            'Photo or none: the honest answer',
            'A short letter that gets read',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'de'],
        price: perSession(5400, 60),
        instant: false,
      },
      {
        category: 'jobs-and-careers',
        title: 'Gehaltsgespräch morgen? Wir proben es heute',
        summary:
          'Zahl, Begründung, Pause aushalten: eine halbe Stunde üben, bis der Satz ruhig herauskommt.',
        description: page(
          'Sie sagen mir, was Sie verdienen und was Sie möchten. Ich widerspreche, freundlich und hartnäckig, bis Sie sicher sind.',
          [
            'Eine Zahl, die Sie begründen können',
            'Drei Einwände und drei Antworten',
            'Ein Plan B, der kein Trostpreis ist',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['de', 'en'],
        price: perMinute(125, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'marcus',
    name: 'Marcus Okoroye-Bell',
    country: 'US',
    language: 'en',
    timeZone: 'America/Chicago',
    weeksHere: 10,
    hours: 'evenings',
    about:
      'Credit-union counsellor in Milwaukee. I have sat at kitchen tables with unopened envelopes for sixteen years, and it always got better once they were open.',
    experience: 'Sixteen years of household budget counselling, certified counsellor.',
    listings: [
      {
        category: 'money-and-paperwork',
        title: 'Open the envelopes together: a first budget',
        summary:
          'Bring the bills you have been avoiding. We sort them into three piles, and you sleep better tonight.',
        description: page(
          'I do not judge and I do not sell. We write down what comes in, what goes out and what can wait.',
          [
            'What must be paid first, and what only shouts loudest',
            'A letter or call to ask for time',
            'A budget of one page',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: perSession(3000, 50, 'USD'),
        instant: false,
      },
      {
        category: 'jobs-and-careers',
        title: 'Say no at work, and keep the job',
        summary:
          'Too much on your plate and a meeting in an hour? We find the sentence and rehearse it.',
        description: page(
          'Tell me who asks, what they ask and what you are afraid of. We write two sentences, and you say them aloud until they sound like you.',
          [
            'Offering a choice instead of a refusal',
            'Written or spoken',
            'What to do if it goes badly',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: perMinute(110, { currency: 'USD', freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'money-and-paperwork',
        title: 'One letter about money you do not understand, free',
        summary:
          'Hold it up to the camera. I tell you in plain words what it says and whether it is urgent.',
        description: page(
          'Fifteen minutes, one letter. Cover your account numbers with your thumb; I do not need them.',
          ['Is it real?', 'What happens if you do nothing', 'Where to get help near you'],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: free(15, 'USD'),
        instant: true,
      },
    ],
  },
  {
    key: 'aissatou',
    name: 'Aïssatou Mbenguène',
    country: 'SN',
    language: 'fr',
    timeZone: 'Africa/Dakar',
    weeksHere: 9,
    hours: 'mornings',
    about:
      'À Dakar, j’ai aidé plus de deux cents vendeuses à tenir leurs comptes. Un cahier bien tenu vaut mieux qu’une application qu’on n’ouvre pas.',
    experience: 'Comptable de formation, treize ans de formation auprès de petites commerçantes.',
    listings: [
      {
        category: 'own-business',
        title: 'Tenir les comptes d’une petite activité dans un cahier',
        summary:
          'Trois colonnes, cinq minutes par jour : on installe la méthode sur vos propres ventes de la semaine.',
        description: page(
          'Prenez vos tickets, même froissés. À la fin de la séance, votre semaine est écrite et vous savez si vous gagnez de l’argent.',
          [
            'Caisse, stock, dettes',
            'Séparer la maison et le commerce',
            'Le point du dimanche soir',
          ],
        ),
        kindOfHelp: 'training',
        languages: ['fr'],
        price: perSession(1800, 45),
        instant: true,
      },
      {
        category: 'own-business',
        title: 'Ce produit me rapporte-t-il vraiment ?',
        summary:
          'Prenez un produit, un stylo, et calculons ensemble ce qu’il vous reste une fois tout payé.',
        description: page(
          'Transport, emballage, pertes, temps : on oublie toujours quelque chose. Après un quart d’heure, vous connaissez votre marge.',
          [
            'Un calcul à refaire seule',
            'Baisser un coût sans baisser la qualité',
            'Arrêter un produit sans regret',
          ],
        ),
        kindOfHelp: 'company',
        languages: ['fr'],
        price: perMinute(60, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'own-business',
        title: 'Une idée d’activité ? Parlons-en gratuitement',
        summary:
          'Vingt minutes pour dire votre idée à voix haute et repartir avec la première chose à essayer.',
        description: page(
          'Je pose des questions simples : qui achète, combien, et comment le savez-vous ? Souvent, la réponse est un petit essai à faire samedi.',
          ['Tester sans dépenser', 'Trois personnes à qui en parler'],
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: free(20),
        instant: true,
      },
    ],
  },
];
