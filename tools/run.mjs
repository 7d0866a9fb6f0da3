// `node tools/run.mjs dist/src/...` runs a command of the built program, building it first when needed.
import { become, buildWhatIsStale, installWhatIsMissing, refuseOldNode } from './steps.mjs';

const [file, ...args] = process.argv.slice(2);
refuseOldNode();
installWhatIsMissing();
buildWhatIsStale();
become(file, args);
