/** Reads and writes .docx as text with marks for headings, lists and emphasis (Markdown). */
export abstract class DocxConverter {
  /** @throws UnreadableDocumentError for what is no .docx, or unpacks to more than is read */
  abstract toMarkdown(bytes: Uint8Array): Promise<string>;
  abstract fromMarkdown(text: string): Promise<Uint8Array>;
}
