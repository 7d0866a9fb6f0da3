import { become, buildWhatIsStale, installWhatIsMissing, refuseOldNode } from './steps.mjs';

refuseOldNode();
installWhatIsMissing();
buildWhatIsStale();
become('dist/src/main.js', [], process.argv.includes('--lan') ? { VISAVIS_LAN: '1' } : {});
