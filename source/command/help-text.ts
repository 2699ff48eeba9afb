import type {commandNames} from './parse-argv.js';

/** Help for a command, at most 80 columns wide, ending with a newline. */
export function helpText(command: (typeof commandNames)[number]): string {
	return command === 'demo-server' ? demoServerHelp : capacityHelp;
}

const capacityHelp = `See the EC2 capacity you hold: On-Demand Capacity Reservations (ODCRs) and
Capacity Blocks for ML. In a terminal an app that refreshes itself, elsewhere
and with --output a report. It only reads, never buys, changes or launches.

Usage
  truffle [capacity] [flags]
  truffle demo-server [--port N] [--scenario NAME]
  truffle help [COMMAND]

What to show (flags add up; lists take commas or are repeated)
  --odcr                   ODCRs [default]; the app opens on them
  --blocks                 Capacity Blocks; the app opens on them
                           both in one report: --odcr --blocks
  --instance-types LIST    names or quoted globs: p5.48xlarge 'p5*' '*.48xlarge'
  --gpu-only               only types with a GPU or Neuron ML accelerator
  --available-only         only active ones with free instances
  --active-only            only those in state active or scheduled
  --min-capacity N         ODCRs with N instances free, blocks of N instances
  --regions LIST           only these regions [default: every enabled one]
  --all                    also expired, cancelled and unsupported ones

Reports
  -o, --output FORMAT      table, json, csv or yaml
                           [default: the app; without a terminal: table]
  --wide                   table with one row per reservation and more columns
                           [default: ODCRs grouped by type, AZ and state]
  --sort KEY[:asc|:desc]   free, type, region, az, accelerators, total, used,
                           use, size, fill, state, match, start, usable-until,
                           end, length, countdown, name or id
                           [default: free for ODCRs, start for blocks]
  --columns LIST           table and csv: one row per reservation, of
                           kind, id, name, type, region, az, size, total, free,
                           used, use, accelerators, state, match, start, end,
                           usable-until, length, or any column of the csv
                           [default: the usual ones]
  --strict                 exit 4 when a region could not be read

App
  --interval TIME          between refreshes, 5s to 24h [default: 30s]

Both
  --timeout TIME           per region and refresh, 1s to 10m [default: 30s]
  --ascii                  no character beyond ASCII
  --no-color               no colour; the variable NO_COLOR does the same
  -h, --help               this text
  -v, --version            the version

AWS
  --profile NAME           AWS profile [default: the AWS SDK's own choice]
  --endpoint-url URL       another EC2 endpoint; the variables AWS_ENDPOINT_URL
                           and AWS_ENDPOINT_URL_EC2 do the same
  --demo [SCENARIO]        a sample account instead of AWS: cluster, guide,
                           empty, hostile, faults or scale-N [default: cluster]

Exit codes
  0  done, also when nothing matches       4  a region failed, with --strict
  1  nothing could be read               130  ctrl-c
  2  wrong usage

Examples
  truffle --demo
  truffle capacity --odcr --gpu-only --available-only
  truffle capacity --odcr --gpu-only --min-capacity 10
  truffle capacity --blocks --instance-types p5.48xlarge,p4d.24xlarge
  truffle capacity --blocks --active-only --regions us-east-1,us-west-2
  truffle capacity --blocks --output json > capacity-blocks.json
`;

const demoServerHelp = `Serve a sample account as an EC2 endpoint on 127.0.0.1, for truffle and for any
other AWS client. ctrl-c ends it.

Usage
  truffle demo-server [--port N] [--scenario NAME]

  --port N          0 to 65535; 0 is any free one [default: 0]
  --scenario NAME   cluster, guide, empty, hostile, faults or scale-N
                    [default: cluster]
  -h, --help        this text

Examples
  truffle demo-server --port 8080 --scenario guide
  truffle capacity --endpoint-url http://127.0.0.1:8080 --output json
  aws ec2 describe-capacity-reservations --endpoint-url http://127.0.0.1:8080
`;
