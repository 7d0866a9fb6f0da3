// Starts the media thread from its TypeScript sources; a built program never comes here.
import { register } from 'node:module';

register('./from-source-hooks.mjs', import.meta.url);
await import('./sfu.worker.ts');
