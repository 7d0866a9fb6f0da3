/** Shapes of the HTTP API as the pages use them. Money travels as a decimal string of minor units. */

export interface Money {
  amountMinor: string;
  currency: string;
}

export type PriceModel = 'free' | 'per_session' | 'per_minute';

/** The price as this visitor pays it: with tax where the visitor's country wants it so. */
export interface PriceView {
  model: PriceModel;
  amount: Money | null;
  taxIncluded: boolean;
  sessionMinutes: number | null;
  freeMinutes: number;
  typical: { minutes: number; amount: Money } | null;
}

export type PresenceState = 'free_now' | 'busy' | 'away';

export interface AvailabilityView {
  state: PresenceState;
  /** Measured seconds until an answer, known from ten rings on. */
  oddsSeconds: number | null;
  isNew: boolean;
  nextSlotStartsAt: string | null;
}

export interface ExpertBrief {
  id: string;
  displayName: string;
  avatarUrl: string;
  languages: string[];
  country: string;
  isDemo: boolean;
}

export interface Rating {
  average: number;
  count: number;
}

export interface Sellable {
  ok: boolean;
  reason: string | null;
}

export interface ListingCard {
  id: string;
  title: string;
  summary: string;
  language: string;
  languages: string[];
  category: { slug: string; name: string };
  expert: ExpertBrief;
  price: PriceView;
  rating: Rating | null;
  availability: AvailabilityView;
  sellable: Sellable;
}

export interface Review {
  id: string;
  stars: number;
  text: string;
  authorName: string;
  createdAt: string;
}

export type KindOfHelp = 'lesson' | 'advice' | 'repair' | 'training' | 'company';

export interface ListingPage extends ListingCard {
  /** HTML made safe by the server. */
  description: string;
  kindOfHelp: KindOfHelp;
  cancellationPolicy: { key: string; text: string };
  guaranteeHours: number;
  reviews: Review[];
  commissionNote: string;
}

export interface ExpertPage {
  expert: ExpertBrief & { about: string; memberSince: string };
  listings: ListingCard[];
  reviews: Review[];
  rating: Rating | null;
}

export interface Category {
  id: string;
  slug: string;
  name: string;
  icon: string;
  parentSlug: string | null;
  listingCount: number;
  freeNowCount: number;
}

export interface HomePage {
  categories: Category[];
  freeNow: ListingCard[];
  stats: { expertsFreeNow: number };
}

export interface Facet {
  value: string;
  label: string;
  count: number;
}

export interface SearchPage {
  items: ListingCard[];
  total: number;
  facets: { category: Facet[]; language: Facet[]; price: Facet[]; freeNow: Facet[] };
  nextCursor: string | null;
  corrected: string | null;
}

export type Role = 'learner' | 'expert' | 'reviewer' | 'ops' | 'tax-approver' | 'support' | 'admin';

export interface Me {
  id: string;
  email: string;
  emailVerified: boolean;
  displayName: string;
  avatarUrl: string;
  country: string;
  language: string;
  timeZone: string;
  roles: Role[];
  isDemo: boolean;
}

export interface ServedCountry {
  code: string;
  name: string;
  displayInclusive: boolean;
}

export interface MeView {
  person: Me | null;
  display: {
    country: string;
    language: string;
    currencyHint: string;
    emergencyNumber: string | null;
  };
  servedCountries: ServedCountry[];
}

export interface StoredFile {
  id: string;
  url: string;
  contentType: string;
  sizeBytes: number;
}

export interface Requirement {
  key: string;
  label: string;
  kind: 'text' | 'file' | 'confirm';
  required: boolean;
}

export interface ListingDraft {
  categoryId: string;
  title: string;
  summary: string;
  description: string;
  kindOfHelp: KindOfHelp;
  languages: string[];
  price: {
    model: PriceModel;
    amountMinor: string | null;
    currency: string;
    sessionMinutes: number | null;
    freeMinutes: number;
  };
  instant: boolean;
}

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'changes_requested'
  | 'approved'
  | 'refused'
  | 'suspended'
  | 'reinstated';

export interface ApplicationDraft {
  categoryId: string;
  about: string;
  answers: Record<string, string>;
  evidenceFileIds: Record<string, string>;
  listing: ListingDraft;
}

export interface Application {
  id: string;
  state: ApplicationState;
  categoryId: string;
  about: string;
  answers: Record<string, string>;
  evidence: Record<string, string>;
  listing: ListingDraft | null;
  reasons: string | null;
  decidedAt: string | null;
}

export type ListingState = 'draft' | 'in_review' | 'live' | 'paused' | 'archived';

export interface StudioListing {
  id: string;
  state: ListingState;
  draft: ListingDraft;
  live: ListingDraft | null;
  earnings: { price: Money; commission: Money; afterCommission: Money } | null;
}

export interface Ring {
  id: string;
  helpRequestId: string;
  problem: string;
  photoUrl: string | null;
  language: string;
  ceilingMinutes: number;
  netEarnings: Money | null;
  learnerName: string;
  endsAt: string;
}

export type BookingState =
  'held' | 'confirmed' | 'live' | 'completed' | 'expired' | 'cancelled' | 'no_show';

export interface Booking {
  id: string;
  state: BookingState;
  listing: ListingCard;
  expert: ExpertBrief;
  learnerName: string;
  startsAt: string;
  endsAt: string;
  holdEndsAt: string | null;
  price: Money | null;
  sessionId: string | null;
  roomOpensAt: string;
  problem: string | null;
  role: 'learner' | 'expert';
}

export interface StudioToday {
  presence: { wantsFree: boolean; state: PresenceState };
  ring: Ring | null;
  nextBookings: Booking[];
  moneyOnItsWay: Money[];
}

export interface WeeklyRule {
  /** ISO weekday, 1 is Monday. */
  weekday: number;
  startsAt: string;
  endsAt: string;
}

export interface Availability {
  timeZone: string;
  weekly: WeeklyRule[];
  noticeMinutes: number;
  bufferMinutes: number;
  stepMinutes: number;
  horizonDays: number;
}

export interface Earning {
  sessionId: string;
  endedAt: string;
  gross: Money;
  commission: Money;
  commissionTax: Money;
  payout: Money;
  payoutDueAt: string;
  documentIds: string[];
}

export interface Earnings {
  items: Earning[];
  totals: { gross: Money; commission: Money; payout: Money }[];
}

export interface Quote {
  listingId: string;
  model: PriceModel;
  unit: Money | null;
  ceilingMinutes: number;
  ceiling: Money;
  taxIncluded: boolean;
  tax: { ratePercent: string; amount: Money; label: string } | null;
  freeMinutes: number;
  refundRule: string;
  sellable: Sellable;
}

export interface CardPayment {
  method: 'card';
  number: string;
  expiry: string;
  cvc: string;
}

export type HelpRequestState =
  | 'authorising'
  | 'authentication_needed'
  | 'ringing'
  | 'accepted'
  | 'unanswered'
  | 'withdrawn'
  | 'declined_card';

export interface HelpRequest {
  id: string;
  state: HelpRequestState;
  listing: ListingCard;
  ring: { expert: ExpertBrief; startedAt: string; endsAt: string } | null;
  triedExperts: number;
  ceiling: Money;
  hold: Money | null;
  sessionId: string | null;
  failure: string | null;
  authenticationUrl: string | null;
}

export interface Slot {
  startsAt: string;
  endsAt: string;
  /** Offset in force at the start, as the server's own zone table knows it: "+02:00". */
  offset: string;
  /** Wall time in the asked zone, "14:30". */
  local: string;
}

export interface SlotDays {
  timeZone: string;
  days: { date: string; slots: Slot[] }[];
}

export interface MeterView {
  running: boolean;
  billedSeconds: number;
  cost: Money | null;
  asOf: string;
}

export type SessionState = 'waiting' | 'live' | 'interrupted' | 'ended' | 'settled';

export interface SessionView {
  id: string;
  state: SessionState;
  role: 'learner' | 'expert';
  other: ExpertBrief;
  listingTitle: string;
  problem: string | null;
  ceilingMinutes: number;
  price: PriceView;
  meter: MeterView;
  learnerPresent: boolean;
  expertPresent: boolean;
  graceEndsAt: string | null;
  goodbyeEndsAt: string | null;
  endedReason: string | null;
}

export interface Seat {
  participantId: string;
  /** Hex key that signs this seat's heartbeats. */
  key: string;
}

export interface JoinedSession {
  seat: Seat;
  ticket: { kind: string; [more: string]: unknown };
}

export interface ChatMessage {
  id: string;
  from: string;
  text: string;
  sentAt: string;
}

export interface MeterEntry {
  seq: number;
  kind: string;
  at: string;
  reason: string | null;
  hash: string;
}

export interface DocumentLink {
  id: string;
  kind: 'invoice' | 'credit_note' | 'commission_invoice';
  number: string;
  url: string;
  ready: boolean;
}

export type ClaimReason = 'expert_never_came' | 'left_early' | 'poor_line' | 'not_helpful';

export interface Claim {
  id: string;
  state: string;
  outcome: string | null;
  refund: Money | null;
}

export interface Receipt {
  session: SessionView & { startedAt?: string | null; endedAt?: string | null };
  charged: Money;
  held: Money | null;
  released: Money | null;
  tax: {
    net: Money;
    tax: Money;
    gross: Money;
    ratePercent: string;
    label: string;
    explanation: string[];
  } | null;
  meter: { entries: MeterEntry[]; billedSeconds: number; salt?: string; head: string };
  documents: DocumentLink[];
  guarantee: { claimableUntil: string | null; claim: Claim | null };
  review: { stars: number; text: string } | null;
}

export interface ReceiptBrief {
  sessionId: string;
  endedAt: string;
  listingTitle: string;
  other: ExpertBrief;
  charged: Money;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
