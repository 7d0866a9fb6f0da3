export { ReviewsModule } from './reviews.module.js';
export { type RatingView, ReviewsFacade, type ReviewView } from './reviews.facade.js';
export type { ReviewLeft } from './domain/reviews.events.js';
export { AlreadyReviewedError, NotReviewableError } from './domain/reviews.errors.js';
