import { answerCalls } from '../../../../platform/threads/answer-calls.js';
import { answerDocx } from './docx-calls.js';

answerCalls(answerDocx);
