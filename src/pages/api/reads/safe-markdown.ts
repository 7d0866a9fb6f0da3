import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** HTML in the text is shown as it was typed; addresses are links also where nobody marked them. */
const MARKDOWN = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** What a description may be made of. No pictures: they have a place of their own, with a text for those who do not see them. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: 'p br strong em s ul ol li blockquote code pre hr h3 h4 h5 a'.split(' '),
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  transformTags: {
    // The page has its own first and second level.
    h1: 'h3',
    h2: 'h4',
    h3: 'h5',
    h4: 'h5',
    h6: 'h5',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener noreferrer' }),
  },
};

/**
 * Turns the Markdown that experts write into HTML that is safe to put into a page: made by one library without
 * taking HTML, then held to a list of elements by another.
 */
export function toSafeHtml(markdown: string): string {
  return sanitizeHtml(MARKDOWN.render(markdown), ALLOWED).trim();
}
