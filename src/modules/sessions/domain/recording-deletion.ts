/** Why a recording is deleted. */
export type DeletionCause = 'time_is_up' | 'asked_by_learner' | 'asked_by_expert';

/** What keeps a recording from being deleted. */
export type Freeze = 'open_report' | 'open_claim';
