import {flagHelp} from './flag-help.js';

export const capacityHelp = `See the EC2 capacity you hold: On-Demand Capacity Reservations (ODCRs) and
Capacity Blocks for ML. In a terminal an app that refreshes itself, elsewhere
and with --output a report. It only reads, never buys, changes or launches.

Usage
  truffle [capacity] [flags]
  truffle watch [flags]           the app, or in a pipe its events as ndjson
  truffle wait [flags]            until capacity is free, active or ended
  truffle snippet [flags]         how to launch into one of them
  truffle check [flags]           whether the capacity for a run is there
  truffle advise [flags]          which capacity suits a workload, and why
  truffle offerings [flags]       Capacity Blocks that could be bought
  truffle doctor [flags]          whether all is well for truffle here
  truffle iam-policy [flags]      the IAM policy that truffle needs
  truffle completion SHELL        what bash, zsh or fish completes
  truffle demo-server [flags]     a sample account as an EC2 endpoint
  truffle help [COMMAND]          the flags of a command

What to show (flags add up; lists take commas or are repeated)
  --odcr                   ODCRs [default]; the app opens on them
  --blocks                 Capacity Blocks; the app opens on them;
                           both in one report: --odcr --blocks
${flagHelp.instanceTypes}
${flagHelp.gpuOnly}
  --available-only         only active ones with free instances
  --active-only            only those in state active or scheduled
  --min-capacity N         ODCRs with N instances free, blocks of N instances
${flagHelp.regions}
  --all                    also expired, cancelled and unsupported ones

Reports
  -o, --output FORMAT      table, json, csv, yaml or terraform; with --watch
                           ndjson
                           [default: the app; without a terminal: table]
  --wide                   table with one row per reservation and more columns
                           [default: ODCRs grouped by type, AZ and state]
  --sort KEY[:asc|:desc]   free, type, region, az, accelerators, total, used,
                           use, size, fill, state, match, start, usable-until,
                           end, length, countdown, name or id
                           [default: free for ODCRs, start for blocks]
  --columns LIST           table and csv: one row per reservation, of
                           kind, id, name, type, region, az, size, total, free,
                           used, use, idle-cost, accelerators, state, match,
                           start, end, usable-until, length, or any column of
                           the csv
                           [default: the usual ones]
  --strict                 exit 4 when a region could not be read

App
  --interval TIME          between refreshes, 5s to 24h [default: 30s]; without
                           it regions without reservations wait 5 min, and all
                           in which something is about to happen 10 s
  --watch                  no report: the app, or in a pipe its events as ndjson
  --follow LIST            ids, cr-... or cb-..., of the rows to follow
  --bell                   ring when --min-capacity is reached, a followed block
                           goes active, one is about to drain, or the
                           credentials expire
  --notify                 a desktop notification for the same (OSC 9, OSC 777)
  --fresh                  without the filters, order, pane and zoom of the last
                           time, which it forgets
  --no-cache               without what it saw the last time, and keep nothing;
                           reports: without the list prices and the order of
                           regions that earlier ones kept

Both
${flagHelp.timeout}
  --no-hints               without hints at likely mistakes; those of one
                           reservation are silenced by its tag
                           truffle:no-hints=NAME (or all)
${flagHelp.ascii}
${flagHelp.color}
${flagHelp.help}
  -v, --version            the version

AWS
${flagHelp.profile}
  --endpoint-url URL       another EC2 endpoint; the variables AWS_ENDPOINT_URL
                           and AWS_ENDPOINT_URL_EC2 do the same
  --demo [SCENARIO]        a sample account instead of AWS: cluster, guide,
                           bring-up, market, empty, hostile, faults or scale-N
                           [default: cluster]
${flagHelp.speed}
  --debug-log FILE         add a line for each request: when, region, action,
                           status, attempts, duration, request id; no secrets

Exit codes
  0  done, also when nothing matches       4  a region failed, with --strict
  1  nothing could be read               130  ctrl-c
  2  wrong usage

Examples
  truffle --demo
  truffle --demo bring-up
  truffle capacity --odcr --gpu-only --available-only
  truffle capacity --odcr --gpu-only --min-capacity 10
  truffle capacity --blocks --instance-types p5.48xlarge,p4d.24xlarge
  truffle capacity --blocks --active-only --regions us-east-1,us-west-2
  truffle capacity --blocks --output json > capacity-blocks.json
  truffle capacity --odcr --output terraform > reservations.tf
`;
