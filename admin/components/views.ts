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
  readonly recording: string;
  /** Empty: the usual one of the category. */
  readonly taxCategory: string;
  readonly needs: string;
  readonly gets: string;
  readonly faqs: readonly { readonly question: string; readonly answer: string }[];
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
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

export interface PayoutPage {
  readonly expert: string;
  readonly amount: string;
  readonly state: 'created' | 'sent' | 'paid' | 'refused' | 'returned';
  readonly destination: string | null;
  readonly failure: string | null;
  readonly created: string;
  /** What staff said when they held this expert's money back; null when nobody did. */
  readonly heldBecause: string | null;
  /** Still to be paid, one text for each currency. */
  readonly owed: readonly string[];
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

export interface ChoiceView {
  readonly value: string;
  readonly label: string;
}

export interface CategoryChoices {
  readonly languages: readonly ChoiceView[];
  readonly icons: readonly ChoiceView[];
  readonly kinds: readonly ChoiceView[];
  readonly taxCategories: readonly ChoiceView[];
  /** Open categories, each parent before its parts. */
  readonly tree: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly path: string;
  }[];
}

type ByLanguage = Readonly<Record<string, string>>;

export interface RequirementView {
  readonly key: string;
  readonly kind: 'text' | 'file' | 'confirm';
  readonly isRequired: boolean;
  readonly label: ByLanguage;
  readonly isWaived?: boolean;
}

type TaxCategoriesView = Readonly<Partial<Record<string, readonly string[]>>>;

export interface CategoryPage {
  readonly id: string;
  readonly state: string;
  readonly mayEdit: boolean;
  readonly name: string;
  readonly mergedInto: string | null;
  readonly oldAddresses: readonly string[];
  readonly own: {
    readonly slug: string;
    readonly icon: string;
    readonly names: ByLanguage;
    readonly forbidsRecording: boolean;
    readonly taxCategories: TaxCategoriesView;
    readonly requirements: readonly RequirementView[];
    readonly parentId: string | null;
    readonly afterId: string | null;
  };
  /** What it has when it says nothing of its own. */
  readonly inherited: {
    readonly forbidsRecording: boolean;
    readonly taxCategories: TaxCategoriesView;
    readonly requirements: readonly RequirementView[];
  };
  readonly choices: CategoryChoices;
}
