import type {
  Application,
  ApplicationDraft,
  Availability,
  Booking,
  CardPayment,
  Category,
  ChatMessage,
  Claim,
  ClaimReason,
  Earnings,
  ExpertPage,
  HelpRequest,
  HomePage,
  JoinedSession,
  ListingDraft,
  ListingPage,
  Me,
  MeView,
  Money,
  Page,
  PresenceState,
  Quote,
  Receipt,
  ReceiptBrief,
  Requirement,
  SearchPage,
  SessionView,
  SlotDays,
  StudioListing,
  StudioToday,
} from './contract';

interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

/** One operation in the shape that openapi-fetch reads. */
type Operation<Answer, Parameters extends object = object, Body = undefined> = {
  parameters: Omit<NoParameters, keyof Parameters> & Parameters;
  responses: { 200: { headers: object; content: { 'application/json': Answer } } };
} & (Body extends undefined
  ? { requestBody?: never }
  : { requestBody: { content: { 'application/json': Body } } });

type ById = { path: { id: string } };
type Keyed = { header: { 'Idempotency-Key': string } };

type Get<Answer, Parameters extends object = object> = { get: Operation<Answer, Parameters> };
type Post<Answer, Body = undefined, Parameters extends object = object> = {
  post: Operation<Answer, Parameters, Body>;
};
type Put<Answer, Body, Parameters extends object = object> = {
  put: Operation<Answer, Parameters, Body>;
};
type Patch<Answer, Body> = { patch: Operation<Answer, object, Body> };

/** Addresses under `/api/v1`, what they take and what they answer. */
export interface paths {
  '/auth/sign-up': Post<
    Me,
    {
      email: string;
      password: string;
      displayName: string;
      country: string;
      language: string;
      timeZone: string;
    }
  >;
  '/auth/sign-in': Post<Me, { email: string; password: string }>;
  '/auth/sign-in-link': Post<Me, { token: string }>;
  '/auth/verify-email': Post<Me, { token: string }>;
  '/auth/resend-verification': Post<undefined>;
  '/auth/sign-out': Post<undefined>;
  '/me': Get<MeView> &
    Patch<Me, { displayName?: string; country?: string; language?: string; timeZone?: string }>;
  '/me/display': Put<undefined, { country?: string; language?: string }>;
  '/home': Get<HomePage>;
  '/categories': Get<{ items: Category[] }>;
  '/categories/{id}/requirements': Get<{ items: Requirement[] }, ById>;
  '/search': Get<
    SearchPage,
    {
      query: {
        q?: string;
        category?: string;
        language?: string;
        price?: string;
        freeNow?: string;
        sort?: string;
        cursor?: string;
      };
    }
  >;
  '/listings/{id}': Get<ListingPage, ById>;
  '/listings/{id}/slots': Get<
    SlotDays,
    ById & { query: { from: string; days: number; timeZone: string } }
  >;
  '/experts/{id}': Get<ExpertPage, ById>;
  '/studio/application': Get<Application | null> & Put<Application, ApplicationDraft>;
  '/studio/application/submit': Post<Application>;
  '/studio/listings': Get<{ items: StudioListing[] }> & Post<StudioListing, ListingDraft>;
  '/studio/listings/{id}': Put<StudioListing, ListingDraft, ById>;
  '/studio/listings/{id}/submit': Post<StudioListing, undefined, ById>;
  '/studio/listings/{id}/pause': Post<StudioListing, undefined, ById>;
  '/studio/listings/{id}/resume': Post<StudioListing, undefined, ById>;
  '/studio/today': Get<StudioToday>;
  '/studio/presence': Put<{ wantsFree: boolean; state: PresenceState }, { free: boolean }>;
  '/studio/availability': Get<Availability> & Put<Availability, Availability>;
  '/studio/earnings': Get<Earnings>;
  '/quotes': Post<Quote, { listingId: string; ceilingMinutes?: number }>;
  '/help-requests': Post<
    HelpRequest,
    {
      listingId: string;
      problem: string;
      photoFileId?: string;
      ceilingMinutes: number;
      language: string;
      payment: CardPayment | null;
    },
    Keyed
  >;
  '/help-requests/{id}': Get<HelpRequest, ById>;
  '/help-requests/{id}/authenticate': Post<HelpRequest, { outcome: 'approved' | 'failed' }, ById>;
  '/help-requests/{id}/withdraw': Post<HelpRequest, undefined, ById>;
  '/rings/{id}/accept': Post<{ sessionId: string }, undefined, ById>;
  '/rings/{id}/decline': Post<undefined, undefined, ById>;
  '/bookings': Get<{ items: Booking[] }> &
    Post<Booking, { listingId: string; startsAt: string; problem?: string }, Keyed>;
  '/bookings/{id}': Get<Booking, ById>;
  '/bookings/{id}/confirm': Post<Booking, { payment: CardPayment | null }, ById>;
  '/bookings/{id}/cancellation': Get<{ refund: Money; rule: string }, ById>;
  '/bookings/{id}/cancel': Post<Booking, undefined, ById>;
  '/sessions/{id}': Get<SessionView, ById>;
  '/sessions/{id}/join': Post<JoinedSession, undefined, ById>;
  '/sessions/{id}/end': Post<SessionView, undefined, ById>;
  '/sessions/{id}/extend': Post<SessionView, { minutes: number }, ById>;
  '/sessions/{id}/messages': Get<{ items: ChatMessage[] }, ById>;
  '/sessions/{id}/receipt': Get<Receipt, ById>;
  '/receipts': Get<Page<ReceiptBrief>>;
  '/claims': Post<Claim, { sessionId: string; reason: ClaimReason; text: string }>;
  '/reviews': Post<{ id: string }, { sessionId: string; stars: number; text: string }>;
}
