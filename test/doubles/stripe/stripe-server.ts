import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectStore } from './connect-store.js';
import { chargeJson, intentJson, refusalJson } from './stripe-json.js';
import { type Intent, newId, StripeRefusal, StripeStore } from './stripe-store.js';

/** What becomes of the next call: it never arrives, or its answer is lost. */
export type Fault = 'lost' | 'answer_lost' | 'down';

interface Kept {
  readonly params: string;
  readonly status: number;
  readonly body: string;
}

/**
 * Speaks the part of Stripe's API that the official client uses for us: form-encoded calls, idempotency keys,
 * expansion, search, lists, error bodies and signed webhooks.
 *
 * @source https://docs.stripe.com/api
 */
export class StripeDouble {
  readonly secretKey = 'sk_test_of_a_double';
  readonly webhookSecret = 'whsec_of_a_double';
  readonly store = new StripeStore();
  readonly connect = new ConnectStore();
  /** Where people can be paid to. */
  transferCountries: readonly string[] = ['DE', 'FR', 'GB', 'US'];
  /** Events in the order they happened; a test sends them as it likes. */
  readonly events: { readonly id: string; readonly body: string }[] = [];
  private readonly kept = new Map<string, Kept>();
  private readonly faults: (Fault | null)[] = [];
  /** Every call that changed or would have changed something, by its key. */
  readonly calls: { readonly path: string; readonly key: string }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly nowSeconds: () => number,
  ) {}

  static async start(nowSeconds: () => number): Promise<StripeDouble> {
    const server = createServer();
    const double = new StripeDouble(server, nowSeconds);
    server.on('request', (request, response) => void double.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The variables of a program that works with it. */
  get env(): Readonly<Record<string, string>> {
    return {
      STRIPE_SECRET_KEY: this.secretKey,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_of_a_double',
      STRIPE_WEBHOOK_SECRET: this.webhookSecret,
      STRIPE_API_URL: this.url,
    };
  }

  /** What happens to the next calls, one after the other; null lets one through. */
  fail(...faults: readonly (Fault | null)[]): void {
    this.faults.push(...faults);
  }

  heal(): void {
    this.faults.length = 0;
  }

  intentOf(reference: string): Intent | undefined {
    return this.intentsOf(reference)[0];
  }

  intentsOf(reference: string): Intent[] {
    return [...this.store.intents.values()].filter(({ metadata }) =>
      Object.values(metadata).includes(reference),
    );
  }

  /** Stripe's own form asked the card holder. */
  answerBank(reference: string, isApproved: boolean): void {
    const intent = this.intentOf(reference);
    if (!intent) throw new Error(`no payment ${reference}`);
    this.tell(this.store.answerBank(intent.id, isApproved), 'amount_capturable_updated');
  }

  letHoldRunOut(reference: string): void {
    const intent = this.intentOf(reference);
    if (!intent) throw new Error(`no payment ${reference}`);
    this.tell(this.store.cancel(intent.id, 'automatic'), 'canceled');
  }

  /** An expert did on Stripe's pages what was asked there. */
  finishOnboarding(accountId: string, lastFour: string): void {
    const object = this.connect.finish(accountId, lastFour);
    const id = newId('evt');
    const body = JSON.stringify({ id, object: 'event', type: 'account.updated', data: { object } });
    this.events.push({ id, body });
  }

  /** @returns the header that goes with the body */
  sign(body: string, secret = this.webhookSecret, at = this.nowSeconds()): string {
    const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
    return `t=${at},v1=${signature}`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const fault = this.faults.shift() ?? null;
    if (fault === 'lost') return void request.socket.destroy();
    if (fault === 'down') return send(response, 500, '{"error":{"type":"api_error"}}');
    const { status, text } = this.handle(request, body);
    if (fault === 'answer_lost') return void request.socket.destroy();
    send(response, status, text);
  }

  private handle(request: IncomingMessage, body: string): { status: number; text: string } {
    if (request.headers.authorization !== `Bearer ${this.secretKey}`)
      return { status: 401, text: '{"error":{"type":"invalid_request_error"}}' };
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const params = request.method === 'POST' ? new URLSearchParams(body) : searchParams;
    const call = `${request.method} ${pathname}`;
    const key = String(request.headers['idempotency-key'] ?? '');
    if (request.method !== 'POST') return this.run(call, params);
    this.calls.push({ path: pathname, key });
    const known = this.kept.get(key);
    if (known && known.params !== `${pathname}?${body}`)
      return asText(new StripeRefusal(400, 'idempotency_error', 'idempotency_key_in_use'));
    if (known) return { status: known.status, text: known.body };
    const { status, text } = this.run(call, params);
    this.kept.set(key, { params: `${pathname}?${body}`, status, body: text });
    return { status, text };
  }

  private run(call: string, params: URLSearchParams): { status: number; text: string } {
    try {
      return { status: 200, text: JSON.stringify(this.route(call, params)) };
    } catch (error) {
      if (error instanceof StripeRefusal) return asText(error);
      throw error;
    }
  }

  private route(call: string, params: URLSearchParams): object {
    const isExpanded = [...params].some(([name]) => name.startsWith('expand'));
    const on = (pattern: RegExp): string | undefined => pattern.exec(call)?.[1];
    const shown = (intent: Intent, event: string): object => {
      this.tell(intent, event);
      return intentJson(intent, isExpanded);
    };
    if (call === 'POST /v1/payment_intents')
      return shown(this.store.create(params, this.nowSeconds()), 'amount_capturable_updated');
    if (call === 'GET /v1/payment_intents/search') return this.search(params);
    if (call === 'GET /v1/charges') return this.charges();
    const country = on(/^GET \/v1\/country_specs\/([A-Z]{2})$/);
    if (country)
      return {
        id: country,
        object: 'country_spec',
        supported_transfer_countries: this.transferCountries,
      };
    if (call === 'POST /v1/refunds') {
      const intent = this.store.refund(params);
      this.tell(intent, 'refunded');
      return { id: newId('re'), object: 'refund', payment_intent: intent.id, status: 'succeeded' };
    }
    const method = on(/^GET \/v1\/payment_methods\/(\w+)$/);
    if (method)
      return {
        id: method,
        object: 'payment_method',
        type: 'card',
        card: { fingerprint: `print_of_${method}` },
      };
    const captured = on(/^POST \/v1\/payment_intents\/(\w+)\/capture$/);
    if (captured) return shown(this.store.capture(captured, params), 'succeeded');
    const cancelled = on(/^POST \/v1\/payment_intents\/(\w+)\/cancel$/);
    if (cancelled) return shown(this.store.cancel(cancelled, null), 'canceled');
    const wanted = on(/^GET \/v1\/payment_intents\/(\w+)$/);
    if (wanted) return intentJson(this.store.load(wanted), isExpanded);
    return this.connect.route(call, params);
  }

  private search(params: URLSearchParams): object {
    const reference = /:'(.+)'$/.exec(params.get('query') ?? '')?.[1] ?? '';
    const data = this.intentsOf(reference).map((intent) => intentJson(intent, true));
    return { object: 'search_result', data, has_more: false, next_page: null };
  }

  private charges(): object {
    const data = [...this.store.intents.values()]
      .filter(({ charge }) => charge !== null)
      .map(chargeJson);
    return { object: 'list', data, has_more: false, url: '/v1/charges' };
  }

  private tell(intent: Intent, what: string): void {
    const id = newId('evt');
    const type = what === 'refunded' ? 'charge.refunded' : `payment_intent.${what}`;
    const object = what === 'refunded' ? chargeJson(intent) : intentJson(intent, false);
    this.events.push({
      id,
      body: JSON.stringify({ id, object: 'event', type, data: { object } }),
    });
  }
}

function asText(refusal: StripeRefusal): { status: number; text: string } {
  return { status: refusal.status, text: JSON.stringify(refusalJson(refusal)) };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(text);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
