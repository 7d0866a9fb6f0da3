import { answerCalls } from '../../../../platform/threads/answer-calls.js';
import { finishRecording } from './finish-recording.js';

answerCalls(finishRecording);
