import type { CategoryRequirement } from '../../modules/catalog/index.js';

export const EXPERIENCE: CategoryRequirement = {
  key: 'experience',
  kind: 'text',
  isRequired: true,
  label: {
    en: 'Where does your experience come from?',
    fr: 'D’où vient votre expérience ?',
    ar: 'من أين اكتسبت خبرتك؟',
  },
};

export const DIPLOMA: CategoryRequirement = {
  key: 'diploma',
  kind: 'file',
  isRequired: true,
  label: {
    en: 'Your diploma or licence, as a picture or PDF',
    fr: 'Votre diplôme ou votre autorisation, en image ou en PDF',
    ar: 'شهادتك أو رخصتك، صورة أو ملف PDF',
  },
};

export const NO_DIAGNOSIS: CategoryRequirement = {
  key: 'no-diagnosis',
  kind: 'confirm',
  isRequired: true,
  label: {
    en: 'I give no diagnosis and send people to a doctor where one is needed',
    fr: 'Je ne pose pas de diagnostic et j’oriente vers un médecin quand il le faut',
    ar: 'لا أقدّم تشخيصًا وأحيل إلى الطبيب عند الحاجة',
  },
};

export const MINORS: CategoryRequirement = {
  key: 'guardian-present',
  kind: 'confirm',
  isRequired: true,
  label: {
    en: 'I teach children only while a parent or guardian is in the room',
    fr: 'Je n’enseigne à un enfant qu’en présence d’un parent ou tuteur',
    ar: 'لا أدرّس الأطفال إلا بحضور أحد الوالدين أو الوصي',
  },
};

export const SAFE_ADVICE: CategoryRequirement = {
  key: 'knows-limits',
  kind: 'confirm',
  isRequired: true,
  label: {
    en: 'I say so when a job must be done by a licensed tradesperson on site',
    fr: 'Je le dis quand un travail exige un professionnel agréé sur place',
    ar: 'أُخبر العميل عندما يتطلب العمل فنيًا مرخّصًا في الموقع',
  },
};
