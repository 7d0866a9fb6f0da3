import type { CategoryRequirement, HelpKind } from '../../modules/catalog/index.js';
import type { Language } from '../../platform/i18n/languages.js';
import { DIPLOMA, EXPERIENCE, MINORS, NO_DIAGNOSIS, SAFE_ADVICE } from './requirements.js';

type Texts = Readonly<Record<Language, string>>;

/** Which tax category each kind of help falls under. */
export type TaxPosition = Readonly<Partial<Record<HelpKind, string>>>;

export interface Branch {
  readonly slug: string;
  readonly names: Texts;
  readonly icon?: string;
  /** Where a part of the trade falls under other tax categories than the whole. */
  readonly taxCategories?: TaxPosition;
}

export interface Trade extends Branch {
  readonly icon: string;
  readonly requirements: readonly CategoryRequirement[];
  readonly taxCategories: TaxPosition;
  readonly forbidsRecording?: boolean;
  readonly parts: readonly Branch[];
}

/** Leisure: teaching it is a hobby class, helping with it is advice to a person. */
const LEISURE: TaxPosition = {
  lesson: 'hobby_class',
  advice: 'consulting_personal',
  training: 'vocational_training',
};

/** What the demo offers help with, in the order in which pages show it. */
export const TRADES: readonly Trade[] = [
  {
    slug: 'cooking',
    names: { en: 'Cooking', fr: 'Cuisine', ar: 'الطبخ' },
    icon: 'cooking',
    requirements: [EXPERIENCE],
    taxCategories: { ...LEISURE, company: 'consulting_business' },
    parts: [
      {
        slug: 'bread-and-baking',
        names: { en: 'Bread and baking', fr: 'Pain et pâtisserie', ar: 'الخبز والحلويات' },
      },
      {
        slug: 'everyday-cooking',
        names: { en: 'Everyday cooking', fr: 'Cuisine de tous les jours', ar: 'الطبخ اليومي' },
      },
      {
        slug: 'world-kitchens',
        names: { en: 'Kitchens of the world', fr: 'Cuisines du monde', ar: 'مطابخ العالم' },
      },
    ],
  },
  {
    slug: 'computing',
    names: { en: 'Computing', fr: 'Informatique', ar: 'الحاسوب' },
    icon: 'computing',
    requirements: [EXPERIENCE],
    taxCategories: {
      lesson: 'it_training',
      advice: 'it_support',
      repair: 'it_support',
      training: 'vocational_training',
      company: 'consulting_business',
    },
    parts: [
      {
        slug: 'phones-and-computers',
        names: {
          en: 'Phones and computers',
          fr: 'Téléphones et ordinateurs',
          ar: 'الهواتف والحواسيب',
        },
      },
      {
        slug: 'programming',
        names: { en: 'Programming', fr: 'Programmation', ar: 'البرمجة' },
      },
      {
        slug: 'websites-and-shops',
        names: { en: 'Websites and shops', fr: 'Sites et boutiques', ar: 'المواقع والمتاجر' },
      },
    ],
  },
  {
    slug: 'languages',
    names: { en: 'Languages', fr: 'Langues', ar: 'اللغات' },
    icon: 'languages',
    requirements: [EXPERIENCE],
    taxCategories: {
      lesson: 'tutoring_language',
      advice: 'consulting_personal',
      training: 'vocational_training',
      company: 'consulting_business',
    },
    parts: [
      {
        slug: 'learn-a-language',
        names: { en: 'Learn a language', fr: 'Apprendre une langue', ar: 'تعلّم لغة' },
      },
      {
        slug: 'conversation',
        names: { en: 'Conversation', fr: 'Conversation', ar: 'المحادثة' },
      },
      {
        slug: 'letters-and-forms',
        names: { en: 'Letters and forms', fr: 'Lettres et formulaires', ar: 'الرسائل والنماذج' },
      },
    ],
  },
  {
    slug: 'home-repair',
    names: { en: 'Home repair', fr: 'Bricolage et réparation', ar: 'إصلاح المنزل' },
    icon: 'repair',
    requirements: [EXPERIENCE, SAFE_ADVICE],
    // Somebody on a screen tells a person what to do with their own hands: advice, whatever is repaired.
    taxCategories: {
      lesson: 'hobby_class',
      advice: 'consulting_personal',
      repair: 'consulting_personal',
      training: 'vocational_training',
      company: 'consulting_business',
    },
    parts: [
      {
        slug: 'plumbing-and-heating',
        names: { en: 'Plumbing and heating', fr: 'Plomberie et chauffage', ar: 'السباكة والتدفئة' },
      },
      {
        slug: 'electricity-and-light',
        names: {
          en: 'Electricity and light',
          fr: 'Électricité et lumière',
          ar: 'الكهرباء والإضاءة',
        },
      },
      {
        slug: 'bikes-and-appliances',
        names: { en: 'Bikes and appliances', fr: 'Vélos et appareils', ar: 'الدراجات والأجهزة' },
      },
    ],
  },
  {
    slug: 'gardening',
    names: { en: 'Gardening', fr: 'Jardinage', ar: 'البستنة' },
    icon: 'garden',
    requirements: [EXPERIENCE],
    taxCategories: { ...LEISURE, company: 'consulting_business' },
    parts: [
      {
        slug: 'kitchen-garden',
        names: { en: 'Kitchen garden', fr: 'Potager', ar: 'حديقة الخضار' },
      },
      {
        slug: 'house-plants',
        names: { en: 'House plants', fr: 'Plantes d’intérieur', ar: 'النباتات المنزلية' },
      },
      {
        slug: 'trees-and-balconies',
        names: { en: 'Trees and balconies', fr: 'Arbres et balcons', ar: 'الأشجار والشرفات' },
      },
    ],
  },
  {
    slug: 'music',
    names: { en: 'Music', fr: 'Musique', ar: 'الموسيقى' },
    icon: 'music',
    requirements: [EXPERIENCE],
    taxCategories: LEISURE,
    parts: [
      {
        slug: 'guitar-and-strings',
        names: { en: 'Guitar and strings', fr: 'Guitare et cordes', ar: 'الغيتار والوتريات' },
      },
      {
        slug: 'voice',
        names: { en: 'Voice', fr: 'Chant', ar: 'الغناء' },
      },
      {
        slug: 'keys-and-recording',
        names: {
          en: 'Keys and recording',
          fr: 'Claviers et enregistrement',
          ar: 'البيانو والتسجيل',
        },
      },
    ],
  },
  {
    slug: 'health-and-fitness',
    names: { en: 'Health and fitness', fr: 'Santé et forme', ar: 'الصحة واللياقة' },
    icon: 'health',
    requirements: [EXPERIENCE, DIPLOMA, NO_DIAGNOSIS],
    // Exempt care needs a licence that the tax profile proves; what is offered here is coaching and counsel.
    taxCategories: {
      lesson: 'fitness_class',
      advice: 'counselling_personal',
      training: 'vocational_training',
    },
    forbidsRecording: true,
    parts: [
      {
        slug: 'movement',
        names: { en: 'Movement', fr: 'Mouvement', ar: 'الحركة' },
        icon: 'fitness',
      },
      {
        slug: 'food-and-sleep',
        names: { en: 'Food and sleep', fr: 'Alimentation et sommeil', ar: 'الغذاء والنوم' },
      },
      {
        slug: 'life-with-a-baby',
        names: { en: 'Life with a baby', fr: 'Vivre avec un bébé', ar: 'الحياة مع رضيع' },
        icon: 'parenting',
      },
    ],
  },
  {
    slug: 'school-help',
    names: { en: 'School help', fr: 'Aide scolaire', ar: 'المساعدة المدرسية' },
    icon: 'school',
    requirements: [EXPERIENCE, MINORS],
    taxCategories: { lesson: 'tutoring_school', advice: 'consulting_personal' },
    parts: [
      {
        slug: 'mathematics',
        names: { en: 'Mathematics', fr: 'Mathématiques', ar: 'الرياضيات' },
      },
      {
        slug: 'sciences',
        names: { en: 'Sciences', fr: 'Sciences', ar: 'العلوم' },
      },
      {
        slug: 'essays-and-exams',
        names: { en: 'Essays and exams', fr: 'Rédactions et examens', ar: 'المقالات والامتحانات' },
        taxCategories: {
          lesson: 'tutoring_school',
          training: 'tutoring_university',
          advice: 'consulting_personal',
        },
      },
    ],
  },
  {
    slug: 'business-and-money',
    names: { en: 'Business and money', fr: 'Travail et argent', ar: 'الأعمال والمال' },
    icon: 'business',
    requirements: [EXPERIENCE],
    taxCategories: {
      lesson: 'vocational_training',
      advice: 'consulting_personal',
      training: 'vocational_training',
      company: 'consulting_business',
    },
    parts: [
      {
        slug: 'own-business',
        names: { en: 'Your own business', fr: 'Son entreprise', ar: 'مشروعك الخاص' },
      },
      {
        slug: 'jobs-and-careers',
        names: { en: 'Jobs and careers', fr: 'Emploi et carrière', ar: 'الوظائف والمسار المهني' },
      },
      {
        slug: 'money-and-paperwork',
        names: { en: 'Money and paperwork', fr: 'Argent et papiers', ar: 'المال والمعاملات' },
        icon: 'law',
      },
    ],
  },
  {
    slug: 'crafts',
    names: { en: 'Crafts', fr: 'Arts et artisanat', ar: 'الحِرف والفنون' },
    icon: 'crafts',
    requirements: [EXPERIENCE],
    taxCategories: { ...LEISURE, repair: 'consulting_personal' },
    parts: [
      {
        slug: 'knitting-and-sewing',
        names: { en: 'Knitting and sewing', fr: 'Tricot et couture', ar: 'الحياكة والخياطة' },
      },
      {
        slug: 'drawing-and-photo',
        names: { en: 'Drawing and photo', fr: 'Dessin et photo', ar: 'الرسم والتصوير' },
        icon: 'photo',
      },
      {
        slug: 'wood-and-clay',
        names: { en: 'Wood and clay', fr: 'Bois et terre', ar: 'الخشب والطين' },
      },
    ],
  },
];
