export type SessionRole = 'learner' | 'expert';
