import {flagHelp, verdictOutput} from './flag-help.js';

export const checkHelp = `Say whether the capacity for a run is there: in Capacity Blocks that you hold,
else in ODCRs. The verdict comes first, then its reasons, and what is missing.
Stale, unreadable, troubled or interruptible capacity is named and not counted.

Usage
  truffle check --instance-type TYPE --count N --days N|--hours N [flags]

The run
${flagHelp.instanceType}
  --count N                instances, all at the same time
  --days N                 for so long; a block of N days counts as N days,
                           though its last half hour cannot be used
  --hours N                for so long, all of it usable
  --by DATE                over by then: 2026-12-11 (the whole day, in UTC) or
                           2026-12-11T11:30Z [default: any time]
  --placement PLACEMENT    cluster: close together, in one block, one cluster
                           placement group or one zone [default]
                           any: wherever they are
  --offerings              when it does not fit now, ask AWS what it sells; one
                           search a region, at the pace that AWS allows
${flagHelp.regions}

How
${verdictOutput('check')}
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
  0  it fits now
  6  it fits later: in what is scheduled, or with --offerings in what is sold
  3  it does not fit
  1  nothing could be read
  2  wrong usage
  130  ctrl-c

Examples
  truffle check --instance-type p5.48xlarge --count 32 --days 7
  truffle check --instance-type p5.48xlarge --count 32 --days 7 --by 2026-12-20
  truffle check --instance-type p4d.24xlarge --count 8 --hours 9 --placement any
  truffle check --demo market --instance-type p5.48xlarge --count 16 --days 7
  truffle check --demo market --instance-type p5.48xlarge --count 64 --days 10 \\
    --offerings
`;
