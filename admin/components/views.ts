/** What the server hands to our own pages of a record, as JSON in one property called `page`. */
export interface OfferView {
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  readonly kindOfHelp: string;
  readonly languages: string;
  readonly price: string;
  readonly isInstant: boolean;
}

export interface ApplicationPage {
  readonly state: string;
  readonly isOwn: boolean;
  readonly applicant: {
    readonly name: string;
    readonly avatarUrl: string;
    readonly country: string;
    readonly language: string;
    readonly isVerified: boolean;
    readonly memberSince: string;
  };
  readonly category: string;
  readonly submitted: string;
  readonly waiting: string;
  readonly isLate: boolean;
  readonly about: string;
  readonly answers: readonly {
    readonly label: string;
    readonly answer: string;
    readonly isConfirm: boolean;
  }[];
  readonly evidence: readonly {
    readonly label: string;
    readonly url: string;
    readonly isMissing: boolean;
  }[];
  readonly offer: OfferView | null;
  readonly history: readonly {
    readonly to: string;
    readonly by: string;
    readonly at: string;
    readonly reasons: string;
  }[];
}

export interface RevisionPage {
  readonly state: string;
  readonly isOwn: boolean;
  readonly expert: string;
  readonly waiting: string;
  readonly isLate: boolean;
  readonly proposed: OfferView;
  /** What visitors read today; null when it was never live. */
  readonly live: OfferView | null;
}

export interface MailPage {
  readonly to: string;
  readonly subject: string;
  readonly sent: string;
  readonly text: string;
}

export interface DeadLetterPage {
  readonly name: string;
  readonly kind: 'event' | 'job';
  readonly attempts: number;
  readonly heldBack: number;
  readonly occurred: string;
  readonly failed: string;
  readonly error: string;
}

export interface DashboardView {
  readonly queues: readonly {
    readonly key: string;
    readonly href: string;
    readonly count: number;
    readonly oldest: string;
    readonly isLate: boolean;
  }[];
  readonly health: readonly { readonly name: string; readonly isOk: boolean }[];
}
