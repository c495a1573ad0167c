// Who may import whom: the directions of the architecture, one rule each, counting types too.
const nouns = ['event', 'rundown', 'questions', 'stage'];
const words = '^shared/(people/|state/|wire/(refusals|reasons|instant)[.]ts$)';
const screens = 'attendee|moderator|projector|speaker|organizer|start';
/** The rooms of the programme: each knows those before it, and no other. */
const programme = ['file', 'plan', 'normalize', 'formats', 'read', 'demo'];
const foreign = 'frab|icalendar|miniconf|ontime|openreview|sessionize';
const foreignFormats = `${foreign}|table|workbook`;

/** The rooms of the large screens, and which others each may name: no two of the moderator's know each other. */
const rooms = {
  moderator: {
    messages: [],
    actions: ['messages'],
    row: ['messages', 'actions'],
    keys: ['messages', 'actions'],
    panels: ['messages', 'keys', 'actions'],
    lists: ['messages', 'row', 'panels', 'actions'],
    palette: ['messages', 'lists', 'actions'],
    screen: ['messages', 'panels', 'actions'],
    programme: ['messages', 'panels', 'actions'],
    desk: ['messages', 'row', 'lists', 'palette', 'actions', 'keys', 'panels', 'screen', 'programme'],
    chair: ['messages', 'row', 'lists', 'panels', 'actions', 'screen', 'programme', 'desk'],
  },
  attendee: {
    messages: [],
    list: ['messages'],
    join: ['messages', 'ask'],
    ask: ['messages', 'list', 'join'],
    mine: ['messages', 'list', 'join', 'ask'],
    now: ['messages', 'list', 'ask'],
    about: ['messages', 'join', 'ask', 'now'],
  },
};

/** A border nobody may cross, with the sentence that says why. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...nouns.map((noun, place) =>
      forbid(
        `${noun}-knows-what-comes-before`,
        `Nouns stand in the order ${nouns.join(', ')}: each imports the shared words and what comes before it.`,
        { path: `^shared/${noun}/` },
        {
          path: '^shared/',
          pathNot: [words, ...nouns.slice(0, place + 1).map((known) => `^shared/${known}/`)],
        },
      ),
    ),
    forbid(
      'people-stand-alone',
      'Everything knows people; people know nobody.',
      { path: '^shared/people/' },
      { path: '^shared/', pathNot: words },
    ),
    forbid(
      'state-stands-alone',
      'The nouns say to the state what they are; it knows people alone, who make its entries.',
      { path: '^shared/state/' },
      { path: '^shared/', pathNot: words },
    ),
    forbid(
      'log-below-views',
      'The log knows what happened, never how it is shown or sent.',
      { path: '^shared/log/' },
      { path: '^shared/(views|wire)/', pathNot: words },
    ),
    forbid(
      'views-below-wire',
      'A view does not know how it travels.',
      { path: '^shared/views/' },
      { path: '^shared/wire/', pathNot: words },
    ),
    forbid(
      'shared-is-pure',
      'What runs on both ends belongs to neither.',
      { path: '^shared/' },
      { path: '^(server|client|test|scripts)/' },
    ),
    forbid(
      'no-node-in-shared',
      'shared/ runs in browsers too.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'client-not-server',
      'The wire is the only way there.',
      { path: '^client/' },
      { path: '^server/' },
    ),
    forbid(
      'server-not-client',
      'The wire is the only way there.',
      { path: '^server/' },
      { path: '^client/' },
    ),
    forbid(
      'product-not-tests',
      'What ships knows no test.',
      { path: '^(client|server|shared)/' },
      { path: '^(test|scripts)/' },
    ),
    forbid(
      'screens-are-strangers',
      'What two screens need is a part in questions/, rundown/, people/ or look/.',
      { path: `^client/(${screens})/` },
      { path: `^client/(${screens})/`, pathNot: '^client/$1/' },
    ),
    ...Object.entries(rooms).flatMap(([screen, plan]) =>
      Object.entries(plan).map(([room, known]) =>
        forbid(
          `${screen}-${room}`,
          `The room ${room} of this screen knows ${known.join(', ') || 'no other'}, and what all its rooms are dressed in.`,
          { path: `^client/${screen}/${room}/` },
          {
            path: `^client/${screen}/`,
            pathNot: [`^client/${screen}/(${[room, ...known].join('|')})/`, '[.]css$'],
          },
        ),
      ),
    ),
    forbid(
      'gallery-is-no-page',
      'Components know nothing of the page that draws them all.',
      { path: '^client/', pathNot: '^client/gallery/' },
      { path: '^client/gallery/' },
    ),
    forbid(
      'parts-below-screens',
      'A part takes props and knows no screen.',
      { path: '^client/(connection|questions|rundown|people|stage|refusals|look)/' },
      { path: `^client/(${screens})/` },
    ),
    forbid(
      'live-knows-the-port',
      'State knows the log as five verbs, and never who listens.',
      { path: '^server/live/' },
      { path: '^server/(log/(sqlite|redis|memory)|socket/)' },
    ),
    ...programme.map((room, place) =>
      forbid(
        `programme-${room}-knows-what-comes-before`,
        `Rooms of the programme stand in the order ${programme.join(', ')}: from bytes to a day, and nobody looks ahead.`,
        { path: `^server/programme/${room}/` },
        {
          path: '^server/programme/',
          pathNot: programme.slice(0, place + 1).map((known) => `^server/programme/${known}/`),
        },
      ),
    ),
    forbid(
      'formats-know-no-programme',
      'A reader says what stands in a file; what a programme makes of it is not for it to know.',
      { path: '^server/programme/formats/' },
      { path: '^server/programme/(plan|file/(?!local-time[.]ts$))' },
    ),
    forbid(
      'formats-are-strangers',
      'What two formats need is in written/ or source/.',
      { path: `^server/programme/formats/(${foreignFormats})/` },
      { path: `^server/programme/formats/(${foreign}|workbook)/`, pathNot: '^server/programme/formats/$1/' },
    ),
    forbid(
      'a-workbook-is-a-table',
      'No other format is read as one.',
      { path: `^server/programme/formats/(${foreign})/` },
      { path: '^server/programme/formats/table/' },
    ),
    forbid(
      'notation-knows-no-format',
      'How dates, lengths and names are written is the same in every format.',
      { path: '^server/programme/formats/(source|written)/' },
      { path: `^server/programme/formats/(${foreignFormats})/` },
    ),
    forbid(
      'programme-is-plain-work',
      'What makes a programme knows no event that runs, no log and nobody who listens.',
      { path: '^server/programme/' },
      { path: '^server/(live|log|http|socket|cli)/' },
    ),
    forbid(
      'access-below-programme',
      'Who may come in does not depend on how a programme is read.',
      { path: '^server/access/' },
      { path: '^server/(programme|http|cli)/' },
    ),
    forbid(
      'no-file-in-the-street',
      'A file of the programme lies in one of its rooms.',
      {},
      { path: '^server/programme/[^/]+$' },
    ),
    forbid(
      'fillings-named-once',
      'Only the wiring says which log it is.',
      { path: '^(server|scripts)/', pathNot: '^server/(app\\.ts$|cli/|log/)' },
      { path: '^server/log/(sqlite|redis|memory)' },
    ),
    forbid(
      'no-barrels',
      'Import the file that defines the thing.',
      {},
      { path: '(^|/)index[.][tj]sx?$', pathNot: 'node_modules' },
    ),
    forbid(
      'no-drawers',
      'Name the room by what is in it.',
      {},
      { path: '/(utils?|helpers?|common|misc|lib)/', pathNot: 'node_modules' },
    ),
    forbid(
      'no-cycles',
      'Two files that need each other are one, also where it is for types alone.',
      {},
      { circular: true },
    ),
    forbid(
      'no-lost-imports',
      'This file does not exist.',
      {},
      { couldNotResolve: true, pathNot: '[?]raw$|/dist/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
