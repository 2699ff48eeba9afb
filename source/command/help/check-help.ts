export const checkHelp = `Say whether the capacity for a run is there: in Capacity Blocks that you hold,
else in ODCRs. The verdict comes first, then its reasons, and what is missing.
Stale, unreadable, troubled or interruptible capacity is named and not counted.

Usage
  truffle check --instance-type TYPE --count N --days N|--hours N [flags]

The run
  --instance-type TYPE     one type: p5.48xlarge
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
  --regions LIST           only these regions [default: every enabled one]

How
  -o, --output FORMAT      table, json or yaml [default: table]; the object is
                           schema/check-v1.schema.json
  --timeout TIME           give a region up when no page of its answer has come
                           for so long, 1s to 10m [default: 30s]
  --ascii                  no character beyond ASCII
  --no-color               no colour; the variable NO_COLOR does the same
  -h, --help               this text

AWS
  --profile NAME           AWS profile [default: the AWS SDK's own choice]
  --endpoint-url URL       another EC2 endpoint
  --demo [SCENARIO]        a sample account instead of AWS [default: cluster]
  --debug-log FILE         add a line for each request to FILE; no secrets
  --no-cache               keep and use no compiled code in the cache directory

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
