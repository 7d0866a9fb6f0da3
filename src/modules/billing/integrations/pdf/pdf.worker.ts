import { answerCalls } from '../../../../platform/threads/answer-calls.js';
import { printPage } from './print-page.js';

answerCalls(printPage);
