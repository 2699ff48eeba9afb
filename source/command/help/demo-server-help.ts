export const demoServerHelp = `Serve a sample account as an EC2 endpoint on 127.0.0.1, for truffle and for any
other AWS client. ctrl-c ends it.

Usage
  truffle demo-server [--port N] [--scenario NAME] [--speed N]

  --port N          0 to 65535; 0 is any free one [default: 0]
  --scenario NAME   cluster, guide, bring-up, market, empty, hostile, faults or
                    scale-N [default: cluster]
  --speed N         run its clock N times faster, up to 1000 [default: 1]
  -h, --help        this text

Examples
  truffle demo-server --port 8080 --scenario guide
  truffle capacity --endpoint-url http://127.0.0.1:8080 --output json
  aws ec2 describe-capacity-reservations --endpoint-url http://127.0.0.1:8080
`;
