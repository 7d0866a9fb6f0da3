import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../../platform/clock.js';
import { AppConfig, Secrets } from '../../platform/config/config.js';
import { TaxModule } from '../tax/index.js';
import { AuthorisePayment } from './application/authorise-payment.js';
import { Claims } from './application/claims.js';
import { GatewayCalls } from './application/gateway-calls.js';
import { PayExperts } from './application/pay-experts.js';
import { PayoutAccounts } from './application/payout-accounts.js';
import { PayoutHolds } from './application/payout-holds.js';
import { PayoutGateway } from './application/payout-ports.js';
import { PayoutReads } from './application/payout-reads.js';
import { ProveNightly } from './application/prove-nightly.js';
import { PlanPayouts } from './application/plan-payouts.js';
import { MoveMoney } from './application/move-money.js';
import { PaymentStandings } from './application/payment-standing.js';
import { PaymentGateway } from './application/ports.js';
import { ExploreSale } from './application/explore-sale.js';
import { QuoteParts } from './application/quote-parts.js';
import { QuoteSale } from './application/quote-sale.js';
import { ReceiveWebhook } from './application/receive-webhook.js';
import { ReconcilePayment } from './application/reconcile-payment.js';
import { Sellers } from './application/sellers.js';
import { SweepPayments } from './application/sweep-payments.js';
import { VoidPayment } from './application/void-payment.js';
import { BookReversal } from './application/book-reversal.js';
import { BookSale } from './application/book-sale.js';
import { DecideSaleTax } from './application/decide-sale-tax.js';
import { IssueDocuments } from './application/issue-documents.js';
import { Ledger } from './application/ledger.js';
import { ReverseSale } from './application/reverse-sale.js';
import { SaleDocuments } from './application/sale-documents.js';
import { SaleReads } from './application/sale-reads.js';
import { SalePayments } from './application/sale-payments.js';
import { SettleSale } from './application/settle-sale.js';
import { BillingFacade } from './billing.facade.js';
import { WebhooksController } from './http/webhooks.controller.js';
import { ComposePage } from './application/compose-page.js';
import { DocumentPress } from './application/document-page.js';
import { DrawDocument } from './application/draw-document.js';
import { DocumentsController } from './http/documents.controller.js';
import { EarningsController } from './http/earnings.controller.js';
import { PayoutsController } from './http/payouts.controller.js';
import { PdfPress } from './integrations/pdf/pdf-press.js';
import { SandboxGateway } from './integrations/sandbox/sandbox-gateway.js';
import { SandboxPayouts } from './integrations/sandbox/sandbox-payouts.js';
import { connectStripe } from './integrations/stripe/connect-stripe.js';
import { PayableCountries } from './integrations/stripe/payable-countries.js';
import { StripeGateway } from './integrations/stripe/stripe-gateway.js';
import { StripePayouts } from './integrations/stripe/stripe-payouts.js';
import { StripeWebhooks } from './integrations/stripe/stripe-webhooks.js';
import { SandboxWebhooks } from './integrations/sandbox/sandbox-webhooks.js';
import { ClaimRecord } from './persistence/claim.record.js';
import { DocumentRecord, SeriesRecord } from './persistence/document.records.js';
import { LedgerHeadRecord, PostingRecord } from './persistence/ledger.records.js';
import { GatewayCallRecord, PaymentRecord, WebhookRecord } from './persistence/payment.records.js';
import { PaymentRepository } from './persistence/payment.repository.js';
import {
  SandboxAccountRecord,
  SandboxIntentRecord,
  SandboxOperationRecord,
  SandboxTransferRecord,
} from './persistence/sandbox.records.js';
import {
  EarningRecord,
  PayoutAccountRecord,
  PayoutHoldRecord,
  PayoutRecord,
} from './persistence/payout.records.js';
import { ProofRecord } from './persistence/proof.record.js';
import { ReversalRecord, SaleRecord } from './persistence/sale.records.js';
import { SellerRecord } from './persistence/seller.record.js';

/** Stripe where its keys are given, else the sandbox. */
function choosePaymentGateway(
  { stripe: secrets }: Secrets,
  sandbox: SandboxGateway,
  { platformTax }: AppConfig,
  clock: Clock,
): PaymentGateway {
  if (!secrets) return sandbox;
  const stripe = connectStripe(secrets);
  return new StripeGateway(stripe, new PayableCountries(stripe, platformTax.country, clock));
}

function choosePayoutGateway({ stripe }: Secrets, sandbox: SandboxPayouts): PayoutGateway {
  return stripe ? new StripePayouts(connectStripe(stripe)) : sandbox;
}

const RECORDS = [
  PaymentRecord,
  GatewayCallRecord,
  WebhookRecord,
  SandboxIntentRecord,
  SandboxOperationRecord,
  SandboxAccountRecord,
  SandboxTransferRecord,
  SellerRecord,
  SaleRecord,
  ReversalRecord,
  EarningRecord,
  PayoutRecord,
  PayoutAccountRecord,
  PayoutHoldRecord,
  PostingRecord,
  LedgerHeadRecord,
  ProofRecord,
  SeriesRecord,
  DocumentRecord,
  ClaimRecord,
];

@Module({
  imports: [TypeOrmModule.forFeature(RECORDS), TaxModule],
  controllers: [WebhooksController, DocumentsController, EarningsController, PayoutsController],
  providers: [
    PaymentRepository,
    GatewayCalls,
    PaymentStandings,
    ReconcilePayment,
    VoidPayment,
    SweepPayments,
    AuthorisePayment,
    MoveMoney,
    ReceiveWebhook,
    Sellers,
    Claims,
    QuoteParts,
    QuoteSale,
    ExploreSale,
    DecideSaleTax,
    SaleDocuments,
    IssueDocuments,
    Ledger,
    BookSale,
    SalePayments,
    SettleSale,
    BookReversal,
    ReverseSale,
    SaleReads,
    PayoutAccounts,
    PlanPayouts,
    PayExperts,
    PayoutHolds,
    PayoutReads,
    ProveNightly,
    ComposePage,
    DrawDocument,
    { provide: DocumentPress, useClass: PdfPress },
    SandboxWebhooks,
    SandboxGateway,
    StripeWebhooks,
    {
      provide: PaymentGateway,
      inject: [Secrets, SandboxGateway, AppConfig, Clock],
      useFactory: choosePaymentGateway,
    },
    SandboxPayouts,
    {
      provide: PayoutGateway,
      inject: [Secrets, SandboxPayouts],
      useFactory: choosePayoutGateway,
    },
    BillingFacade,
  ],
  exports: [BillingFacade],
})
export class BillingModule {}
