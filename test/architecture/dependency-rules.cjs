/** Who may import whom. Most rules match folders by pattern, so that a new module is held by them from its first file. */
const EDGES = require('./module-edges.cjs');

const MODULES = '^src/modules/';
const SPEC = '[.]spec[.]ts$';

const edgeRules = Object.entries(EDGES).map(([module, known]) => ({
  name: `${module}-may-use`,
  severity: 'error',
  comment: `${module} knows ${known.join(', ') || 'no other module'}; what touches more is a workflow or a page.`,
  from: { path: `${MODULES}${module}/` },
  to: { path: `${MODULES}(?!(${[module, ...known].join('|')})/)` },
}));

module.exports = {
  forbidden: [
    {
      name: 'enter-by-the-face',
      severity: 'error',
      comment: 'Ask the other module through its index.ts.',
      from: { path: `${MODULES}([^/]+)/` },
      to: { path: `${MODULES}[^/]+/`, pathNot: [`${MODULES}$1/`, `${MODULES}[^/]+/index[.]ts$`] },
    },
    {
      name: 'outer-layers-enter-by-the-face',
      severity: 'error',
      comment: 'Workflows, pages and journeys see only what a module shows.',
      from: { path: '^(src/(workflows|pages|demo|app[.]module|main)|test/e2e)' },
      to: { path: `${MODULES}[^/]+/`, pathNot: `${MODULES}[^/]+/index[.]ts$` },
    },
    {
      name: 'not-through-your-own-face',
      severity: 'error',
      comment: 'Inside a module import the file itself: its index would import you back.',
      from: { path: `${MODULES}([^/]+)/` },
      to: { path: `${MODULES}$1/index[.]ts$` },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'Rules know only rules, the kernel and calendar or checksum libraries.',
      from: { path: `${MODULES}([^/]+)/domain/`, pathNot: SPEC },
      to: {
        pathNot: [
          `${MODULES}$1/domain/`,
          '^src/shared/',
          '^node_modules/(temporal-polyfill|stdnum)/',
        ],
      },
    },
    {
      name: 'shared-knows-no-one',
      severity: 'error',
      comment: 'The kernel stands alone.',
      from: { path: '^src/shared/' },
      to: { path: '^src/(?!shared/)' },
    },
    {
      name: 'modules-do-not-know-workflows-or-pages',
      severity: 'error',
      comment: 'A module is composed by those above it and never asks them.',
      from: { path: MODULES },
      to: { path: '^src/(workflows|pages|demo)/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      comment: 'Plumbing carries whatever business there is.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|workflows|pages|demo)/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      comment: 'The pages are built apart and loaded when they are rendered.',
      from: { path: '^(src|admin)/' },
      to: { path: '^web/' },
    },
    {
      name: 'admin-goes-through-faces',
      severity: 'error',
      comment: 'The console has no rights of its own: every button asks a face.',
      from: { path: '^admin/' },
      to: {
        path: '^src/',
        pathNot: [`${MODULES}[^/]+/index[.]ts$`, '^src/(shared|platform|workflows)/'],
      },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      comment: 'A migration must mean the same for ever, whatever the program becomes.',
      from: { path: '^migrations/' },
      to: { path: '^(src|admin|web)/' },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      comment: 'The pages know the server by its published API only.',
      from: { path: '^web/' },
      to: { path: '^(src|admin|migrations)/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      comment: 'Production code does not know its tests.',
      from: { path: '^(src|admin|migrations)/', pathNot: SPEC },
      to: { path: ['^test/', SPEC] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two files that need each other are missing a third.',
      from: {},
      to: { circular: true },
    },
    ...edgeRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
