import {flagHelp, verdictOutput} from './flag-help.js';

export const adviseHelp = `Say which capacity suits a workload: what you hold, a Capacity Block, an ODCR or
a future-dated ODCR; why, what it binds to, and the next line to type. It looks
at what you hold of the type. It buys and creates nothing.

Usage
  truffle advise --workload WORKLOAD [flags]

The workload; the more is told, the more is looked at
  --workload WORKLOAD      training, inference or development
  --schedule SCHEDULE      fixed: it begins and ends on known days
                           open: it runs on [default: fixed with --days or
                           --hours, else open]
${flagHelp.instanceType}
  --count N                instances; of a service those that must be there
  --days N, --hours N      for how long
  --start DATE             2026-12-01 or 2026-12-01T11:30Z, in UTC
                           [default: as soon as it can be]
  --offerings              where the advice is a Capacity Block, ask AWS what it
                           sells; one search a region, at the pace that AWS
                           allows; needs type, count and length
${flagHelp.regions}

How
${verdictOutput('advise')}
${flagHelp.timeout}
${flagHelp.ascii}
${flagHelp.color}
${flagHelp.help}

AWS
${flagHelp.profile}
${flagHelp.endpointUrl}
${flagHelp.demo}
${flagHelp.debugLog}
${flagHelp.cache}

Exit codes
  0  here is the advice
  1  the same, but what you hold could not be read
  2  wrong usage
  130  ctrl-c

Examples
  truffle advise --workload training --instance-type p5.48xlarge --count 32 \\
    --days 7 --start 2026-12-14
  truffle advise --workload inference --instance-type inf2.xlarge --count 20
  truffle advise --demo market --workload training --offerings \\
    --instance-type p5.48xlarge --count 64 --days 10
  truffle advise --workload development --schedule open
`;
