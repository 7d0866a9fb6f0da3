import type { RouteObject } from 'react-router';
import { DocumentLayout } from './layout/DocumentLayout';
import { ErrorPage } from './layout/ErrorPage';
import { NotFoundPage } from './layout/NotFoundPage';
import { ROOT_ROUTE } from './me';
import { lazyPage, pageMissing, type Page, type PageOptions } from './page';
import { toRouteError } from './route-error';
import type { Services } from './services';

/** The one route tree, drawn by the server and taken over by the browser. */
export function createRoutes(services: Services): RouteObject[] {
  const at = (
    path: string,
    fetchPage: () => Promise<{ page: Page<unknown> }>,
    options?: PageOptions,
  ): RouteObject => ({ path, lazy: lazyPage(services, fetchPage, options) });
  return [
    {
      id: ROOT_ROUTE,
      // After every action the person is asked for again: signing in or a new name shows at once.
      loader: () => (services.isServer ? services.me() : services.refreshMe()),
      Component: DocumentLayout,
      ErrorBoundary: ErrorPage,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: ErrorPage,
          children: [
            at('/', () => import('../features/home/HomePage'), { words: ['home'] }),
            at('/search', () => import('../features/search/SearchPage'), { words: ['search'] }),
            at('/categories/:slug', () => import('../features/search/CategoryPage'), {
              words: ['search'],
            }),
            at('/listings/:id', () => import('../features/listing/ListingPage'), {
              words: ['listing'],
            }),
            at('/experts/:id', () => import('../features/expert/ExpertPage'), {
              words: ['listing'],
            }),
            at('/become-an-expert', () => import('../features/legal/BecomeExpertPage'), {
              words: ['legal'],
            }),
            at('/guarantee', () => import('../features/legal/GuaranteePage'), {
              words: ['legal'],
            }),
            at('/tax', () => import('../features/tax/TaxExplorerPage'), { words: ['tax'] }),
            at('/legal/:page', () => import('../features/legal/LegalPage'), { words: ['legal'] }),
            at('/sign-in', () => import('../features/account/SignInPage'), { words: ['account'] }),
            at('/sign-up', () => import('../features/account/SignUpPage'), { words: ['account'] }),
            at('/sign-in/link/:token', () => import('../features/account/SignInLinkPage'), {
              words: ['account'],
            }),
            at('/verify-email/:token', () => import('../features/account/VerifyEmailPage'), {
              words: ['account'],
            }),
            at('/sign-out', () => import('../features/account/SignOutPage')),
            at('/listings/:id/help', () => import('../features/help/HelpNowPage'), {
              words: ['help'],
              isPrivate: true,
            }),
            at('/ask', () => import('../features/help/AskEveryonePage'), {
              words: ['help'],
              isPrivate: true,
            }),
            at('/waiting/:id', () => import('../features/help/WaitingPage'), {
              words: ['help'],
              isPrivate: true,
            }),
            at('/help-requests/:id', () => import('../features/help/HelpRequestPage'), {
              words: ['help'],
              isPrivate: true,
            }),
            at('/sessions/:id', () => import('../features/room/RoomPage'), {
              words: ['room'],
              isPrivate: true,
            }),
            at('/sessions/:id/timeline', () => import('../features/room/TimelinePage'), {
              words: ['room', 'receipt'],
              isPrivate: true,
            }),
            at('/receipts', () => import('../features/receipt/ReceiptsPage'), {
              words: ['receipt'],
              isPrivate: true,
            }),
            at('/receipts/:id', () => import('../features/receipt/ReceiptPage'), {
              words: ['receipt'],
              isPrivate: true,
            }),
            at('/listings/:id/book', () => import('../features/bookings/BookPage'), {
              words: ['bookings'],
              isPrivate: true,
            }),
            at('/bookings', () => import('../features/bookings/BookingsPage'), {
              words: ['bookings'],
              isPrivate: true,
            }),
            at('/bookings/:id', () => import('../features/bookings/BookingPage'), {
              words: ['bookings'],
              isPrivate: true,
            }),
            at('/studio', () => import('../features/studio/TodayPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/application', () => import('../features/studio/ApplicationPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/listings', () => import('../features/studio/ListingsPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/listings/new', () => import('../features/studio/EditListingPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/listings/:id', () => import('../features/studio/EditListingPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/listings/:id/preview', () => import('../features/listing/PreviewPage'), {
              words: ['listing', 'studio'],
              isPrivate: true,
            }),
            at('/studio/availability', () => import('../features/studio/AvailabilityPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/tax', () => import('../features/studio/TaxPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/studio/earnings', () => import('../features/studio/EarningsPage'), {
              words: ['studio'],
              isPrivate: true,
            }),
            at('/settings', () => import('../features/settings/SettingsPage'), {
              words: ['settings'],
              isPrivate: true,
            }),
            { path: '*', loader: missing, Component: NotFoundPage },
          ],
        },
      ],
    },
  ];
}

/** Nothing is here: the answer is a real 404. */
function missing(): never {
  throw toRouteError(pageMissing());
}
