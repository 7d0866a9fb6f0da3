/**
 * Takes from a browser's offer what this server must not agree to, before werift reads it.
 *
 * Transport-wide congestion control: werift writes one feedback per stream over numbers that all
 * streams of a connection share, and counts what is missing as received. A sender that believes it
 * is misled exactly when the line gets bad. Without it browsers follow loss reports and REMB.
 *
 * Full intra requests: werift does not read them; browsers then ask by picture loss indication.
 */
export function narrowOffer(sdp: string): string {
  return sdp
    .split(/\r?\n/)
    .filter((line) => !/^a=rtcp-fb:\S+ (transport-cc|ccm fir)/.test(line))
    .filter((line) => !(line.startsWith('a=extmap:') && line.includes('transport-wide-cc')))
    .join('\r\n');
}

/** The m-lines of an offer in order, as `audio sendonly`; the shape that {@link narrowOffer}'s caller checks. */
export function placesOf(sdp: string): string[] {
  const places: string[] = [];
  for (const section of sdp.split(/\r?\n(?=m=)/).slice(1)) {
    const kind = /^m=(\S+)/.exec(section)?.[1] ?? '';
    const direction = /\na=(sendonly|recvonly|sendrecv|inactive)\r?(?=\n|$)/.exec(section)?.[1];
    places.push(direction === undefined ? kind : `${kind} ${direction}`);
  }
  return places;
}

/**
 * Puts the addresses under which this server can be reached into an answer, all on one UDP port.
 *
 * The earlier in the list, the sooner browsers try it. The server is an ICE-lite agent: it has host
 * addresses only, asks no one outside, and answers checks instead of making them.
 */
export function announceAddresses(sdp: string, addresses: readonly string[], port: number): string {
  const candidates = addresses.map((address, index) => {
    const priority = (126 << 24) + ((65_535 - index) << 8) + 255;
    return `a=candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ host`;
  });
  const [session = '', ...media] = sdp.split(/\r?\n(?=m=)/);
  const bare = media.map((section) =>
    section
      .split(/\r?\n/)
      .filter((line) => line !== '' && line !== 'a=ice-lite')
      .filter((line) => !/^a=(candidate:|end-of-candidates)/.test(line)),
  );
  const first = [...(bare[0] ?? []), ...candidates, 'a=end-of-candidates'];
  const head = session.split(/\r?\n/).filter((line) => line !== '' && line !== 'a=ice-lite');
  return `${[...head, 'a=ice-lite', ...first, ...bare.slice(1).flat()].join('\r\n')}\r\n`;
}
