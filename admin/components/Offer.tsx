/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';
import type { OfferView } from './views.js';

/** An offer with everything that visitors will read. */
export function Offer({ offer }: { readonly offer: OfferView }): React.ReactElement {
  const { t } = useTranslation();
  const facts = [
    ['price', offer.price],
    ['category', offer.category],
    ['kindOfHelp', offer.kindOfHelp],
    ['languages', offer.languages],
    ['instant', t(offer.isInstant ? 'page.yes' : 'page.no')],
    ['recording', offer.recording],
    ['taxCategory', offer.taxCategory],
    ['needs', offer.needs],
    ['gets', offer.gets],
  ] as const;
  return (
    <div>
      <p className="vc-offer-title" dir="auto">
        {offer.title}
      </p>
      <p dir="auto">{offer.summary}</p>
      <dl className="vc-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`offer.${name}`)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <p className="vc-text" dir="auto">
        {offer.description}
      </p>
      {offer.faqs.map(({ question, answer }) => (
        <div key={question}>
          <p dir="auto">
            <strong>{question}</strong>
          </p>
          <p className="vc-text" dir="auto">
            {answer}
          </p>
        </div>
      ))}
      <div className="vc-row">
        {offer.pictures.map(({ url, alt }) => (
          <figure key={url} className="vc-picture">
            <img src={url} alt="" />
            <figcaption dir="auto">{alt}</figcaption>
          </figure>
        ))}
      </div>
    </div>
  );
}
