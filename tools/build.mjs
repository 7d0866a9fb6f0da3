import { buildWhatIsStale, installWhatIsMissing, refuseOldNode } from './steps.mjs';

refuseOldNode();
installWhatIsMissing();
buildWhatIsStale();
