import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const LANGUAGE_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'yara',
    name: 'Yara Shamseddin',
    country: 'DE',
    language: 'ar',
    timeZone: 'Europe/Berlin',
    weeksHere: 17,
    hours: 'office',
    about:
      'أدرّس العربية والألمانية في برلين منذ تسع سنوات، وأرافق القادمين الجدد في رسائلهم ومواعيدهم. أحب أن يضحك الطالب وهو يتعلّم.',
    experience: 'تسع سنوات من التدريس في مدرسة مسائية في برلين، وشهادة في تعليم اللغات للكبار.',
    listings: [
      {
        category: 'letters-and-forms',
        title: 'أفهم معك الرسالة الألمانية التي وصلتك اليوم',
        summary: 'ارفع الرسالة أمام الكاميرا: أقرؤها معك وأشرح ما المطلوب منك وقبل أي موعد.',
        description: page(
          'رسائل الدوائر تبدو أصعب مما هي. نقرؤها سطرًا سطرًا، ونكتب معًا الرد إن لزم.',
          [
            'ماذا يريدون بالضبط، ومتى',
            'كيف تطلب مهلة أو موعدًا آخر بأدب',
            'ما الأوراق التي تحتاجها فعلًا',
          ],
          'لا أقدّم استشارة قانونية؛ وإن كان الأمر يحتاج محاميًا أقول لك ذلك من البداية.',
        ),
        kindOfHelp: 'advice',
        languages: ['ar', 'de', 'en'],
        price: perMinute(70, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'conversation',
        title: 'Speak Arabic from the first minute',
        summary:
          'Levantine Arabic as people speak it: greetings, shopping, family. You talk, I help, nobody is graded.',
        description: page(
          'You choose a small scene, say buying bread or calling your mother-in-law, and we play it until it feels easy.',
          [
            'No alphabet needed to begin; I write in Latin letters beside',
            'The ten phrases that open every door',
            'A voice note afterwards with everything we said',
          ],
          'Beginners are my favourite people.',
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'ar', 'de'],
        price: perMinute(65, { freeMinutes: 5 }),
        instant: true,
      },
      {
        category: 'learn-a-language',
        title: 'Deutsch sprechen üben, kurz vor dem Termin',
        summary:
          'Arzt, Amt oder Bewerbung: wir spielen Ihr Gespräch durch, bis die Sätze von selbst kommen.',
        description: page(
          'Sagen Sie mir, mit wem Sie sprechen werden und worum es geht. Ich spiele die andere Person, freundlich oder streng, wie Sie möchten.',
          [
            'Die wichtigsten Sätze auf einem Blatt',
            'Nachfragen, wenn man etwas nicht verstanden hat',
            'Aussprache der Wörter, die schwerfallen',
          ],
          'Ich erkläre auf Deutsch, Arabisch oder Englisch.',
        ),
        kindOfHelp: 'lesson',
        languages: ['de', 'ar', 'en'],
        price: perMinute(65, { freeMinutes: 2 }),
        instant: true,
      },
    ],
  },
  {
    key: 'clemence',
    name: 'Clémence Aubertin',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 14,
    hours: 'mornings',
    about:
      'Professeure de français langue étrangère à Nantes, je corrige peu et j’encourage beaucoup. Mes élèves viennent de vingt pays et repartent plus bavards.',
    experience: 'Master de français langue étrangère, treize ans de cours pour adultes.',
    listings: [
      {
        category: 'conversation',
        title: 'Parler français sans peur de se tromper',
        summary:
          'Vingt minutes ou une heure de conversation vraie, sur ce qui vous intéresse, avec deux conseils à la fin.',
        description: page(
          'Je vous laisse parler. Je note en silence, et à la fin nous regardons seulement les deux points qui changeront le plus de choses.',
          [
            'Tous les niveaux à partir de « je me présente »',
            'Sujets au choix : travail, enfants, actualité, cuisine',
            'Un petit exercice à faire avant la prochaine fois',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(60, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'learn-a-language',
        title: 'Préparer l’oral du DELF B1 ou B2',
        summary:
          'Une simulation complète, notée comme le jour venu, puis les points précis à travailler d’ici là.',
        description: page(
          'Nous faisons l’épreuve dans l’ordre et dans le temps. Ensuite je vous montre où se trouvent vos points.',
          [
            'Entretien, exercice en interaction, point de vue',
            'Les mots qui organisent un exposé',
            'Un plan de travail de deux semaines',
          ],
          'Prévoyez une feuille, un stylo et un verre d’eau.',
        ),
        kindOfHelp: 'lesson',
        languages: ['fr', 'en'],
        price: perSession(3200, 45),
        instant: false,
      },
      {
        category: 'letters-and-forms',
        title: 'Relire ensemble une lettre importante',
        summary:
          'Lettre de motivation, réclamation, dossier : on la relit à deux, et elle reste la vôtre.',
        description: page(
          'Partagez votre texte à l’écran. Je ne réécris pas à votre place : je pose des questions, et la lettre devient plus claire.',
          [
            'Le ton qu’il faut pour cette personne-là',
            'Les fautes, avec leur raison',
            'Une dernière phrase qui donne envie de répondre',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr'],
        price: perSession(2500, 30),
        instant: true,
      },
    ],
  },
  {
    key: 'ignacio',
    name: 'Ignacio Berruete',
    country: 'ES',
    language: 'en',
    timeZone: 'Europe/Madrid',
    weeksHere: 10,
    hours: 'evenings',
    about:
      'I teach Spanish in Zaragoza to nurses, engineers and grandparents who have family over here. My lessons smell of coffee and start with news.',
    experience: 'Sixteen years of teaching Spanish to adults, author of my own exercise sheets.',
    listings: [
      {
        category: 'conversation',
        title: 'Charlar en español con un café en la mano',
        summary:
          'Conversación tranquila sobre lo que pasa hoy, con correcciones al final y sin libros de por medio.',
        description: page(
          'Traes un tema o lo pongo yo. Hablamos de verdad, y apunto para ti las tres cosas que más te van a ayudar.',
          [
            'Desde un nivel intermedio',
            'España o América: te explico las diferencias',
            'Un audio corto para repasar',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['es', 'en'],
        price: perMinute(55, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'learn-a-language',
        title: 'Ser y estar, por fin: una sesión y ya está',
        summary:
          'La duda de siempre, resuelta con dibujos y con tus propias frases. Sales sabiendo por qué.',
        description: page(
          'Nada de listas de veinte reglas. Con dos dibujos y cuarenta frases tuyas queda claro.',
          [
            'Ser, estar y haber',
            'Los errores que se oyen más',
            'Ejercicios con solución para el camino',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['es', 'en', 'fr'],
        price: perSession(2200, 40),
        instant: true,
      },
      {
        category: 'learn-a-language',
        title: 'Which Spanish course suits me? Free orientation',
        summary:
          'A quarter of an hour to find your level and a sensible way to go on, with or without a teacher.',
        description: page(
          'We talk a little in Spanish, a little in English. You leave with your level, one good book and a rhythm you can keep.',
          ['No test, no form', 'Good for people who have stopped three times already'],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'es'],
        price: free(15),
        instant: true,
      },
    ],
  },
  {
    key: 'naoko',
    name: 'Naoko Tachibana-Brandt',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 8,
    hours: 'weekends',
    about:
      'Born in Sendai, living in Hamburg for twenty years. I teach Japanese to families with one Japanese parent, and patience to everybody else.',
    experience: 'Lehrerin für Japanisch an einer Wochenendschule in Hamburg seit zwölf Jahren.',
    listings: [
      {
        category: 'learn-a-language',
        title: 'ひらがなから会話へ:海外で育つ子どもの日本語',
        summary: '家庭で日本語を続けるための相談と練習です。親子で一緒に画面の前に座ってください。',
        description: page(
          '海外で日本語を続けるのは、根気のいることです。無理のない続け方を、ご家庭に合わせて一緒に考えます。',
          [
            '年齢に合った読みものと遊び',
            '書く練習は一日五分から',
            '祖父母との電話を楽しみにする工夫',
          ],
          '相談だけでも構いません。',
        ),
        kindOfHelp: 'lesson',
        languages: ['ja', 'de', 'en'],
        price: perSession(2900, 40),
        instant: false,
      },
      {
        category: 'learn-a-language',
        title: 'Japanisch für die Reise: das Nötigste in Ruhe',
        summary:
          'Bahnhof, Gasthaus, Verlaufen, Danke sagen: wir üben die zwanzig Sätze, die wirklich gebraucht werden.',
        description: page(
          'Sie erzählen mir von Ihrer Reise, ich suche die Sätze dazu aus. Wir üben sie, bis Sie nicht mehr nachdenken müssen.',
          [
            'Höflich, ohne steif zu klingen',
            'Zahlen, Uhrzeiten, Bestellen',
            'Was man besser nicht sagt',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['de', 'ja'],
        price: perMinute(75, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'letters-and-forms',
        title: 'What does this Japanese label say?',
        summary:
          'Free and quick: hold the label, the manual or the letter from your aunt up to the camera and I read it to you.',
        description: page(
          'Medicine boxes, cooking packets, washing machine buttons, New Year cards. Five minutes are usually enough.',
          ['Not a certified translation', 'For longer letters we find another time'],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'de', 'ja'],
        price: free(15),
        instant: true,
      },
    ],
  },
];
