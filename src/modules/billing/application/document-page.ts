/** A document as it is laid out: every text is in the reader's language and formatted. */
export interface DocumentPage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly parties: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** Description, quantity, unit price, amount. */
  readonly columns: readonly string[];
  readonly row: readonly string[];
  readonly underRow: readonly string[];
  readonly totals: readonly {
    readonly label: string;
    readonly value: string;
    readonly isStrong: boolean;
  }[];
  readonly notes: readonly string[];
  readonly footer: string;
  /** RFC 3339; the file says it was made when the document was issued, so that the same document gives the same bytes. */
  readonly issuedAt: string;
}

/** Makes the picture of a document, off the thread that serves people. */
export abstract class DocumentPress {
  /** @returns the bytes of a PDF */
  abstract print(page: DocumentPage): Promise<Uint8Array>;
}
