import type { DocumentPage } from '../../application/document-page.js';

export interface PrintOrder {
  readonly id: number;
  readonly page: DocumentPage;
}

export type PrintAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };
