import { workerData } from 'node:worker_threads';
import { answerCalls } from '../../../../platform/threads/answer-calls.js';
import { type IndexCommand, IndexHost } from '../../search/index-host.js';
import type { Ranking } from '../../search/ranking.js';

const host = new IndexHost(workerData as Ranking);
answerCalls((command: IndexCommand) => host.run(command));
