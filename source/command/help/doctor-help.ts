import {flagHelp} from './flag-help.js';

export const doctorHelp = `Say how well truffle can work here: Node, the terminal, files, credentials, the
endpoint, the clock, and which of its IAM actions are allowed where. Actions are
asked for by dry runs; no reservation is read. What is not well comes with what
to do.

Usage
  truffle doctor [flags]

  -o, --output json        one object: schema/doctor-v1.schema.json
${flagHelp.regions}
  --timeout TIME           for one answer, 1s to 10m [default: 10s]
${flagHelp.profile}
${flagHelp.endpointUrl}
${flagHelp.demo}
${flagHelp.cache}
${flagHelp.debugLog}
${flagHelp.ascii}
${flagHelp.color}
${flagHelp.help}

No secret is shown: of the access key id and of the account id the last four
characters.

Exit codes
  0  all is well, or there are only warnings
  1  something that truffle needs is bad
  2  wrong usage
  130  ctrl-c

Examples
  truffle doctor
  truffle doctor --profile ml --regions us-east-1,us-west-2
  truffle doctor --output json | jq '.checks[] | select(.status != "ok")'
`;
