import { type DemoExpert, free, page, perMinute, perSession } from '../shape.js';

export const HEALTH_EXPERTS: readonly DemoExpert[] = [
  {
    key: 'anouk',
    name: 'Anouk Ravelli',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    weeksHere: 15,
    hours: 'mornings',
    about:
      'Éducatrice sportive à Grenoble, spécialisée dans le dos, la reprise après une pause et les gens qui détestent le sport. Je les comprends très bien.',
    experience: 'Licence STAPS, activité physique adaptée, douze ans d’accompagnement individuel.',
    listings: [
      {
        category: 'movement',
        title: 'Dos raide au bureau : bouger dix minutes ensemble',
        summary:
          'Restez devant votre écran : une pause en mouvement, adaptée à votre chaise, votre dos et votre tenue.',
        description: page(
          'Pas de tapis, pas de tenue. Nous bougeons là où vous êtes et vous gardez trois mouvements pour la semaine.',
          [
            'Nuque, épaules, bas du dos, hanches',
            'Régler sa chaise et son écran au passage',
            'Ce qui doit vous faire consulter plutôt que bouger',
          ],
          'Je ne pose pas de diagnostic : en cas de douleur vive, c’est le médecin d’abord.',
        ),
        kindOfHelp: 'lesson',
        languages: ['fr'],
        price: perMinute(80, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'movement',
        title: 'Reprendre le sport en douceur après une longue pause',
        summary:
          'Un bilan de mouvement et un programme de quatre semaines qui tient dans votre vraie vie.',
        description: page(
          'Nous parlons de votre histoire, nous faisons quelques mouvements simples, puis nous construisons un programme court.',
          [
            'Trois séances de vingt minutes par semaine',
            'Des repères pour ne pas en faire trop',
            'Un rendez-vous d’ajustement proposé à la fin du mois',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['fr', 'en'],
        price: perSession(4000, 45),
        instant: false,
      },
      {
        category: 'movement',
        title: 'Bien courir : je regarde votre foulée',
        summary:
          'Posez le téléphone contre un banc et courez devant. On corrige une chose, pas dix.',
        description: page(
          'La plupart des douleurs de coureurs viennent d’une progression trop rapide. Nous regardons la foulée, puis l’agenda.',
          [
            'Cadence, posture, chaussures',
            'Un plan de progression prudent',
            'Échauffement de cinq minutes',
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
    key: 'nikhil',
    name: 'Nikhil Devaraj',
    country: 'DE',
    language: 'en',
    timeZone: 'Europe/Berlin',
    weeksHere: 14,
    hours: 'evenings',
    about:
      'Yoga teacher in Munich with a bad knee of my own, which made me a far better teacher. Props, chairs and laughing are allowed.',
    experience: 'Five hundred hour teacher training in Mysuru, eleven years of small classes.',
    listings: [
      {
        category: 'movement',
        title: 'Yoga for stiff people, one to one',
        summary:
          'If you cannot touch your toes, you are exactly right here. Slow, with a chair, and made for your body.',
        description: page(
          'I look at how you stand and sit, and we leave out whatever does not suit you. There is always another way into a posture.',
          [
            'A chair, a belt and a wall',
            'Breathing that calms within a minute',
            'A ten-minute sequence that is yours',
          ],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perMinute(75, { freeMinutes: 3 }),
        instant: true,
      },
      {
        category: 'movement',
        title: 'Check my posture in this yoga pose',
        summary:
          'You practise alone from videos and something pinches? Show me the pose and we adjust it in minutes.',
        description: page(
          'Set up the phone sideways, hold the pose for three breaths, and I tell you what I see.',
          ['Knees, wrists and lower back first', 'One correction at a time'],
        ),
        kindOfHelp: 'lesson',
        languages: ['en', 'de'],
        price: perMinute(70, { freeMinutes: 2 }),
        instant: true,
      },
      {
        category: 'food-and-sleep',
        title: 'Winding down: an evening routine that you will keep',
        summary:
          'Lying awake is lonely. We build twenty quiet minutes before bed out of what your evenings really look like.',
        description: page(
          'No gadgets and no promises. We talk about light, screens, worry and the bedroom, then practise a short breathing exercise.',
          [
            'A routine for weekdays and an easier one',
            'What to do at three in the morning',
            'When it is time to see a doctor',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en'],
        price: perSession(3300, 40),
        instant: false,
      },
    ],
  },
  {
    key: 'nadia',
    name: 'Nadia El-Mansoury',
    country: 'EG',
    language: 'ar',
    timeZone: 'Africa/Cairo',
    weeksHere: 9,
    hours: 'evenings',
    about:
      'أخصائية تغذية من الإسكندرية، أساعد العائلات على الأكل الصحي دون حرمان ودون ميزان في كل وجبة. الطعام عندي فرح أولًا.',
    experience: 'بكالوريوس تغذية، عشر سنوات من العمل في عيادات الأسرة.',
    listings: [
      {
        category: 'food-and-sleep',
        title: 'خطة طعام أسبوعية للعائلة بميزانية معقولة',
        summary: 'جلسة واحدة نضع فيها معًا وجبات الأسبوع وقائمة التسوق بما يناسب ذوق بيتك ووقتك.',
        description: page(
          'أخبرني كم شخصًا يأكل معك وما الذي يحبونه فعلًا. نبني الأسبوع على أطباق تعرفونها ونعدّل قليلًا.',
          ['سبعة أيام وقائمة تسوق واحدة', 'فطور سريع لأيام المدرسة', 'بدائل لمن لا يحب الخضار'],
          'لا أقدّم تشخيصًا، ومن لديه مرض مزمن نعمل وفق ما قاله طبيبه.',
        ),
        kindOfHelp: 'advice',
        languages: ['ar', 'en'],
        price: perSession(2000, 45),
        instant: false,
      },
      {
        category: 'food-and-sleep',
        title: 'سؤال سريع عن طعام طفلك',
        summary: 'طفل لا يأكل أو لا يحب إلا صنفًا واحدًا؟ نتحدث ربع ساعة مجانًا ونجرّب خطوة صغيرة.',
        description: page(
          'لا تقلق، أغلب الأطفال يمرون بهذه المرحلة. نفهم ما يحدث على المائدة ونختار خطوة واحدة لهذا الأسبوع.',
          ['كيف نقدّم صنفًا جديدًا دون معركة', 'متى نستشير طبيب الأطفال'],
        ),
        kindOfHelp: 'advice',
        languages: ['ar', 'en'],
        price: free(15),
        instant: true,
      },
      {
        category: 'food-and-sleep',
        title: 'Read a food label with me in the shop',
        summary:
          'Call from the aisle: sugar, salt, the long words, and which of the two is the better choice today.',
        description: page(
          'Hold the packet up and tell me who will eat it. Three labels later you read them by yourself.',
          [
            'What the first three ingredients say',
            'Words that sound healthy and mean nothing',
            'For allergies we go by what your doctor told you',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'ar'],
        price: perMinute(55, { freeMinutes: 3 }),
        instant: true,
      },
    ],
  },
  {
    key: 'thandi',
    name: 'Thandi Mokwele-Roy',
    country: 'CA',
    language: 'en',
    timeZone: 'America/Toronto',
    weeksHere: 8,
    hours: 'weekends',
    about:
      'Midwife for nineteen years, first in Pretoria and now in Ottawa. New parents may call me with their smallest question and their biggest.',
    experience: 'Registered midwife with nineteen years of home visits and birth rooms.',
    listings: [
      {
        category: 'life-with-a-baby',
        title: 'Why is my baby crying? Somebody calm to think with',
        summary:
          'You are not doing it wrong. We go through hunger, tiredness, wind and company, and find what helps tonight.',
        description: page(
          'Hold your baby, hold the phone, or put me on the shelf. I have all the patience you have used up.',
          [
            'Settling holds that work on a tired arm',
            'Feeding rhythm in the first weeks',
            'The signs that mean: see a doctor now',
          ],
          'In an emergency call your emergency number first, never me.',
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'fr'],
        price: perMinute(110, { currency: 'USD', freeMinutes: 5 }),
        instant: true,
      },
      {
        category: 'life-with-a-baby',
        title: 'Préparer l’arrivée du bébé, sans tout acheter',
        summary:
          'Une heure pour deux : ce qui sert vraiment, les premières nuits, et qui fait quoi à la maison.',
        description: page(
          'Nous parlons franchement de fatigue, de visites et d’argent. Vous repartez avec une liste courte et un plan pour deux semaines.',
          [
            'La liste d’une page',
            'Les premières nuits, heure par heure',
            'Demander de l’aide sans se justifier',
          ],
        ),
        kindOfHelp: 'advice',
        languages: ['fr', 'en'],
        price: perSession(5000, 60, 'USD'),
        instant: false,
      },
      {
        category: 'life-with-a-baby',
        title: 'Bathing a newborn for the first time, free',
        summary:
          'Fill the tub, call me, and we do it together: water, grip, towel, and the laughing afterwards.',
        description: page(
          'Fifteen minutes with somebody who has done it a thousand times. Put the phone where I can see your hands.',
          ['How warm, how deep, how long', 'The grip that keeps everybody relaxed'],
        ),
        kindOfHelp: 'advice',
        languages: ['en', 'fr'],
        price: free(20, 'USD'),
        instant: true,
      },
    ],
  },
];
