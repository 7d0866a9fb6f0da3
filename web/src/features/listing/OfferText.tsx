import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { ListingPage } from '../../shared/api/contract';
import { DownIcon } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';

/** What the expert wrote: pictures, the description, what is needed and taken away, questions. */
export function OfferText({ listing }: { listing: ListingPage }): ReactNode {
  const t = useT();
  const { language, pictures, needs, gets, faqs, recording } = listing;
  return (
    <>
      {pictures.length > 0 && (
        <ul className="flex snap-x gap-3 overflow-x-auto">
          {pictures.map(({ url, alt }, index) => (
            <li key={url} className="shrink-0 snap-start">
              {/* The size is held before the picture is there, so that nothing moves. */}
              <img
                src={url}
                alt={alt}
                loading={index === 0 ? 'eager' : 'lazy'}
                className="h-56 w-72 rounded-md border border-line object-cover sm:h-64 sm:w-96"
              />
            </li>
          ))}
        </ul>
      )}
      <Panel title={t('listing:whatYouGet')}>
        {/* The server has cleaned this HTML; HTML is taken from the API in this file only. */}
        <div
          lang={language}
          dir="auto"
          className="rich-text max-w-prose"
          dangerouslySetInnerHTML={{ __html: listing.description }}
        />
        <dl className="mt-5 grid gap-4 border-t border-line pt-5 sm:grid-cols-2">
          {needs && <Fact name={t('listing:needs')} text={needs} language={language} />}
          {gets && <Fact name={t('listing:gets')} text={gets} language={language} />}
          <Fact name={t('listing:recording')} text={t(`listing:recordings.${recording}`)} />
        </dl>
      </Panel>
      {faqs.length > 0 && (
        <Panel title={t('listing:faqs')}>
          <ul className="grid">
            {faqs.map(({ question, answer }) => (
              <li key={question} className="border-t border-line first:border-t-0">
                <details className="group">
                  <summary className="flex min-h-11 list-none items-center justify-between gap-3 font-medium">
                    <span lang={language} dir="auto">
                      {question}
                    </span>
                    <DownIcon className="shrink-0 text-muted transition-transform group-open:rotate-180" />
                  </summary>
                  <div
                    lang={language}
                    dir="auto"
                    className="rich-text max-w-prose pb-4 text-muted"
                    dangerouslySetInnerHTML={{ __html: answer }}
                  />
                </details>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Fact({ name, text, language }: { name: string; text: string; language?: string }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="font-medium">{name}</dt>
      <dd lang={language} dir="auto" className="text-sm whitespace-pre-line text-muted">
        {text}
      </dd>
    </div>
  );
}
