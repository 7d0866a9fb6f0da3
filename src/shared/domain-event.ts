/** Something that happened, told after the transaction that did it. Frozen shape; a changed meaning is a new version. */
export interface DomainEvent<Name extends string = string, Data extends object = object> {
  /** `module.noun.past-verb` */
  readonly name: Name;
  readonly version: number;
  readonly eventId: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  /** Events of one aggregate are delivered in order. */
  readonly aggregateId: string;
  /** Ids and plain facts: strings, numbers, booleans; amounts as decimal strings. */
  readonly data: Data;
}

/** What the teller says of an event; the outbox adds its id, its version (1 unless said) and the moment. */
export type News<Event extends DomainEvent = DomainEvent> = Event extends DomainEvent
  ? Pick<Event, 'name' | 'aggregateId' | 'data'> & { readonly version?: number }
  : never;
