// The page of the media journey: joins with the browser's fake devices and shows what comes.
import { io } from '/socket.io-client.js';
import { EmbeddedConnector } from '/web/src/features/room/connectors/embedded/embedded-connector';
import { PictureKeeper } from '/web/src/features/room/call/picture-keeper';
import { SignalRefused } from '/web/src/features/room/connectors/embedded/embedded-signal';

const query = Object.fromEntries(new URLSearchParams(location.search));
const socket = io({ query, transports: ['websocket'] });
const embedded = () =>
  new EmbeddedConnector({
    async send(message) {
      const answer = await socket.timeout(5_000).emitWithAck('room.signal', message);
      if (answer.value === undefined) throw new SignalRefused(answer.code ?? 'unknown');
      return answer.value;
    },
    onMessage(listener) {
      socket.on('room.signal', listener);
      return () => void socket.off('room.signal', listener);
    },
    onReopened(listener) {
      socket.io.on('reconnect', listener);
      return () => void socket.io.off('reconnect', listener);
    },
  });
const livekit = async () => {
  const { LiveKitConnector } =
    await import('/web/src/features/room/connectors/livekit/livekit-connector');
  return new LiveKitConnector(() => socket.timeout(5_000).emitWithAck('room.ticket'));
};
const connector = query.kind === 'livekit' ? await livekit() : embedded();

const states = [];
const rungs = [];
const firstFrameMs = {};
let people = [];
let askedAtMs = 0;
connector.onState(({ state, reason }) =>
  states.push(reason === null ? state : `${state}:${reason}`),
);
connector.onPeople((now) => (people = now));
connector.onRemoteTrack(({ participantId, source, track }) => {
  const id = `${participantId}-${source}`;
  document.getElementById(id)?.remove();
  if (track === null) return;
  const element = document.createElement(source === 'microphone' ? 'audio' : 'video');
  element.id = id;
  element.autoplay = true;
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
  element.requestVideoFrameCallback?.(() => (firstFrameMs[id] ??= performance.now() - askedAtMs));
});

globalThis.room = {
  connector,
  states,
  firstFrameMs,
  people: () => people,
  /** @returns milliseconds from having the devices to being connected */
  async join(ticket, want) {
    const isAny = want.audio || want.video;
    const video = want.video && { width: 640, height: 360, frameRate: 20 };
    const devices = isAny
      ? await navigator.mediaDevices.getUserMedia({ audio: want.audio, video })
      : new MediaStream();
    askedAtMs = performance.now();
    await connector.join(ticket, {
      microphone: devices.getAudioTracks()[0] ?? null,
      camera: devices.getVideoTracks()[0] ?? null,
      screen: null,
    });
    return performance.now() - askedAtMs;
  },
  /** Holds the picture to what the line carries, as the room does. */
  keepPicture() {
    const keeper = new PictureKeeper((rung) => connector.limitPicture(rung));
    setInterval(async () => rungs.push(await keeper.measure(await connector.stats())), 3_000);
  },
  rungs,
  /** How much of the sound that was played had really come, in samples since the page was opened. */
  async heard() {
    const report = await connector.link.pc.getStats();
    let [played, made] = [0, 0];
    report.forEach((entry) => {
      if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
      played += entry.totalSamplesReceived ?? 0;
      made += entry.concealedSamples ?? 0;
    });
    return { played, made };
  },
  /** @returns milliseconds until connected, of each time */
  async goInAndOut(ticket, times) {
    const took = [];
    for (let turn = 0; turn < times; turn += 1) {
      const startMs = performance.now();
      await connector.join(ticket, { microphone: null, camera: null, screen: null });
      took.push(performance.now() - startMs);
      await connector.leave();
    }
    return took;
  },
  async shareScreen() {
    const screen = await navigator.mediaDevices.getDisplayMedia({ video: true });
    await connector.publish('screen', screen.getVideoTracks()[0]);
  },
  /** Green values spread over the picture shown: a drawn picture has many, a blank one has one. */
  pixels(id) {
    const context = new OffscreenCanvas(16, 12).getContext('2d');
    context.drawImage(document.getElementById(id), 0, 0, 16, 12);
    return [...context.getImageData(0, 0, 16, 12).data].filter((_, index) => index % 4 === 1);
  },
  answerSdp: () => connector.link.pc.remoteDescription.sdp,
  /** Ends the signalling as a lost network does, for a while. */
  interruptSignalling(ms) {
    socket.io.engine.close();
    socket.io.reconnectionDelay(ms);
  },
};
