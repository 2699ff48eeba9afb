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
  --instance-type TYPE     one type: p5.48xlarge
  --count N                instances; of a service those that must be there
  --days N, --hours N      for how long
  --start DATE             2026-12-01 or 2026-12-01T11:30Z, in UTC
                           [default: as soon as it can be]
  --regions LIST           only these regions [default: every enabled one]

How
  -o, --output FORMAT      table, json or yaml [default: table]; the object is
                           schema/advise-v1.schema.json
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
  --no-cache               keep and use no prices and no compiled code in the
                           cache directory

Exit codes
  0  here is the advice
  1  the same, but what you hold could not be read
  2  wrong usage
  130  ctrl-c

Examples
  truffle advise --workload training --instance-type p5.48xlarge --count 32 \\
    --days 7 --start 2026-12-14
  truffle advise --workload inference --instance-type inf2.xlarge --count 20
  truffle advise --workload development --schedule open
`;
