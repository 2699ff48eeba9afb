import {flagHelp} from './flag-help.js';

export const watchHelp = `Watch the capacity you hold. In a terminal this is the app, as truffle alone. In
a pipe, or with --output ndjson, it is a stream: one line of JSON with what
there is, then one line for each event as it happens. A region that fails is an
event and ends nothing. ctrl-c ends the stream with 130, SIGTERM with 0.

Usage
  truffle watch [flags]
  truffle capacity --watch [flags]       the same

  -o, --output ndjson      the stream, also in a terminal
  --odcr                   events of ODCRs only [default: of both kinds]
  --blocks                 events of Capacity Blocks only
${flagHelp.instanceTypes}
${flagHelp.gpuOnly}
  --available-only, --active-only, --min-capacity N
                           only what is so, before the event or after it
${flagHelp.regions}
  --interval TIME          between refreshes, 5s to 24h [default: 30s]
${flagHelp.timeout}
  --profile NAME, --endpoint-url URL, --demo [SCENARIO], --speed N,
  --debug-log FILE         as for truffle capacity, and so are the flags of the
                           app: truffle --help
${flagHelp.help}

The first line and every event are described by schema/event-v1.schema.json.

Examples
  truffle watch | jq -c 'select(.type == "reservation")'
  truffle watch --blocks --output ndjson >> blocks.ndjson
  truffle watch --demo bring-up --speed 10 | head
`;
