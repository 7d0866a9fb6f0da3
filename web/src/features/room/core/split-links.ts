export interface TextPart {
  readonly text: string;
  readonly isLink: boolean;
}

/** Addresses of the web and nothing else: no other scheme is ever made a link. A sign that ends the sentence is not part of it. */
const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}])/gi;

/** Cuts a message into its addresses and what is between them; put together again, it is the same text. */
export function splitLinks(text: string): readonly TextPart[] {
  return text
    .split(ADDRESS)
    .map((part, index) => ({ text: part, isLink: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
