/** Files under components/ and in the browser may know of a noun only what is pure. */
const PURE_OF_A_NOUN =
  '^domain/[^/]+/(rules|input|spell|lifecycle|months|timetable|score|passages|creditor-reference|(tell-)?course|[a-z-]*words)\\.ts$'
const TESTS = '\\.test\\.tsx?$'

/** The arrows of ARCHITECTURE.md. `scripts/checks/tools.mjs` also fails when fewer modules were read than there are. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that a file imports stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'production-needs-no-tools',
      comment: 'What runs in production imports no development dependency.',
      severity: 'error',
      from: { path: '^(app|components|domain|engine|sealing|transcript|jobs|lib)/', pathNot: TESTS },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'tests-are-leaves',
      comment: 'Nothing imports a test.',
      severity: 'error',
      from: {},
      to: { path: TESTS },
    },
    {
      name: 'engine-is-alone',
      comment:
        'The engine decides auctions and imports nothing but itself and its hash function: no clock, no I/O.',
      severity: 'error',
      from: { path: '^engine/', pathNot: TESTS },
      to: { pathNot: ['^engine/', 'node_modules/@noble/'] },
    },
    {
      name: 'sealing-is-alone',
      comment: 'Sealing is bytes in, bytes out: it imports itself and its crypto packages.',
      severity: 'error',
      from: { path: '^sealing/', pathNot: TESTS },
      to: { pathNot: ['^sealing/', 'node_modules/(@noble|@scure|age-encryption|shamir-secret-sharing)/'] },
    },
    {
      name: 'transcript-is-checkable',
      comment: 'The verifier is published: it imports only transcript, engine, sealing and crypto.',
      severity: 'error',
      // A harness makes rounds up for tests, out of golden histories on the disk.
      from: { path: '^transcript/', pathNot: [TESTS, '\\.harness\\.ts$'] },
      to: { pathNot: ['^(transcript|engine|sealing)/', 'node_modules/@noble/', '^(node:)?crypto$'] },
    },
    {
      name: 'mathematics-is-alone',
      comment:
        'The mathematics of review is checked from outside: it imports itself, the plan score and a hash function.',
      severity: 'error',
      from: { path: '^domain/reviews/mathematics/', pathNot: TESTS },
      to: { pathNot: ['^domain/reviews/(mathematics/|score\\.ts$)', '^(node:)?crypto$'] },
    },
    {
      name: 'domain-knows-no-screen',
      comment: 'The domain is what the system does; it runs in the worker and the command line too.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: ['^(app|components|jobs|scripts|e2e)/', 'node_modules/(next|next-auth|react|react-dom)/'] },
    },
    {
      name: 'components-are-looks',
      comment: 'Components know of a noun what is pure; they load nothing and change nothing.',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: {
        path: [
          '^domain/',
          '^(app|db|jobs|scripts|e2e|transcript)/',
          '^lib/(?!money|say-count|spell-amount|time/|form-action|errors|clock)',
          '^env\\.ts$',
        ],
        pathNot: PURE_OF_A_NOUN,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-ask-the-domain',
      comment: 'A page fetches by a query of the domain and changes by an operation: no SQL in app/.',
      severity: 'error',
      from: { path: '^app/', pathNot: TESTS },
      to: {
        path: ['^(db|jobs|scripts|e2e)/', 'node_modules/(drizzle-orm|postgres)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'lib-is-below-the-domain',
      comment: 'The doors know no noun: lib imports db and itself.',
      severity: 'error',
      from: { path: '^lib/', pathNot: TESTS },
      to: { path: '^(app|components|domain|engine|sealing|transcript|jobs|scripts|e2e)/' },
    },
    {
      name: 'schema-is-the-floor',
      comment: 'The tables and the connection know nobody above them.',
      severity: 'error',
      from: { path: '^db/(schema/|client\\.ts)', pathNot: TESTS },
      to: {
        path: '^(app|components|domain|engine|sealing|transcript|jobs|lib|scripts|e2e)/',
        pathNot: '^lib/(ids|log)\\.ts$',
      },
    },
    {
      name: 'jobs-call-operations',
      comment: 'A job is short: it calls an operation as the system. It shows nothing.',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^(app|components|scripts|e2e)/' },
    },
    {
      name: 'outside-comes-in-by-the-domain',
      comment: 'Journeys, scripts and the seed use the domain like any other caller; they import no page.',
      severity: 'error',
      from: { path: '^(e2e|scripts|db/seed|db/factories)/' },
      to: { path: '^(app|components)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    exclude: { path: '\\.(css|woff2?|svg|json)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
