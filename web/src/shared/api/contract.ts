import type { components } from './schema';

/**
 * Shapes of the HTTP API under the names that the pages use. All of them come from the description that
 * the server gives of itself; what stands here in full is not described yet.
 */
type Schemas = components['schemas'];

/** An amount in minor units; the number travels as a decimal string. */
export type Money = Schemas['Money'];
/** The price as this visitor pays it: with tax where the visitor's country wants it so. */
export type PriceView = Schemas['PriceView'];
export type PriceModel = PriceView['model'];
export type AvailabilityView = Schemas['AvailabilityView'];
export type PresenceState = AvailabilityView['state'];
export type ExpertBrief = Schemas['ExpertBrief'];
export type Rating = Schemas['Rating'];
export type ListingCard = Schemas['ListingCard'];
export type Review = Schemas['Review'];
export type ListingPage = Schemas['ListingPage'];
export type Suggestion = Schemas['Suggestion'];
export type KindOfHelp = ListingPage['kindOfHelp'];
export type ExpertPage = Schemas['ExpertPage'];
export type Category = Schemas['Category'];
export type HomePage = Schemas['HomePage'];
export type Facet = Schemas['Facet'];
export type SearchPage = Schemas['SearchPage'];
/** How a sale between two countries would be taxed. */
export type TaxExplorerView = Schemas['TaxExplorerPage'];
export type Me = Schemas['Me'];
export type MeView = Schemas['MeView'];
export type StoredFile = Schemas['UploadResponse'];
export type Requirement = Schemas['Requirement'];
export type TaxPosition = Schemas['TaxPosition'];
export type ListingDraft = Schemas['ListingDraft'];
export type ApplicationDraft = Schemas['ApplicationRequest'];
export type Application = Schemas['Application'];
export type ApplicationState = Application['state'];
export type StudioListing = Schemas['StudioListing'];
export type Ring = Schemas['Ring'];
export type Booking = Schemas['Booking'];
export type StudioToday = Schemas['StudioToday'];
export type WeeklyRule = Schemas['WeeklyHoursShape'];
export type Availability = Schemas['AvailabilityShape'];
export type DateException = Schemas['DateExceptionShape'];
export type DaysOff = Schemas['DaysOffShape'];
export type ListingRules = Schemas['ListingRulesShape'];
export type ImportedCalendar = Schemas['CalendarResponse'];
export type Quote = Schemas['Quote'];
export type HelpRequest = Schemas['HelpRequest'];
export type WaitingPlace = Schemas['WaitingPlace'];
export type OpenQuestion = Schemas['OpenQuestionRequest'];
export type EveryonePreview = Schemas['EveryonePreview'];
export type Slot = Schemas['Slot'];
export type SlotDays = Schemas['SlotDays'];
export type SessionView = Schemas['SessionView'];
export type Seat = Schemas['Seat'];
export type JoinedSession = Schemas['JoinedSession'];
export type ChatMessage = Schemas['ChatMessage'];
export type SentFile = Schemas['SentFile'];
export type MoreTime = Schemas['MoreTime'];
export type RoomRecording = Schemas['RoomRecording'];
export type RecordingPurpose = RoomRecording['purposes'][number]['purpose'];
export type Recording = Schemas['Recording'];
export type ReportReason = Schemas['ReportRequest']['reason'];
export type DeletionCertificate = Schemas['DeletionCertificate'];
export type SharedDocument = Schemas['SharedDocument'];
export type DocumentVersion = Schemas['DocumentVersion'];
export type Timeline = Schemas['Timeline'];
export type TimelineItem = Schemas['TimelineItem'];
export type Still = Schemas['Still'];
export type Stroke = Schemas['Stroke'];
export type DocumentLink = Schemas['DocumentLink'];
export type Claim = Schemas['Claim'];
export type Receipt = Schemas['Receipt'];
export type Payouts = Schemas['PayoutsResponse'];
export type Payout = Payouts['payouts'][number];
export type NextPayout = Payouts['next'][number];

export type ClaimReason = 'expert_never_came' | 'left_early' | 'poor_line' | 'not_helpful';

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
