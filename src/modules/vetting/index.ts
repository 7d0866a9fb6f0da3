export { VettingModule } from './vetting.module.js';
export {
  type ApplicationChange,
  type ApplicationDraft,
  type ApplicationView,
  type Decision,
  VettingFacade,
} from './vetting.facade.js';
export type { ApplicationState, Requirement } from './domain/application.js';
export type {
  ApplicationApproved,
  ApplicationRefused,
  ApplicationSentBack,
  ApplicationSubmitted,
} from './domain/vetting.events.js';
export {
  ApplicationClosedError,
  OwnApplicationError,
  ReasonsMissingError,
  WrongApplicationStateError,
} from './domain/vetting.errors.js';
