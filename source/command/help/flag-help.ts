/** What several help texts say of one flag, as it stands in them. */
export const flagHelp = {
	instanceType: '  --instance-type TYPE     one type: p5.48xlarge',
	instanceTypes: "  --instance-types LIST    names or quoted globs: p5.48xlarge 'p5*' '*.48xlarge'",
	gpuOnly: '  --gpu-only               only types with a GPU or Neuron ML accelerator',
	regions: '  --regions LIST           only these regions [default: every enabled one]',
	timeout: `  --timeout TIME           give a region up when no page of its answer has come
                           for so long, 1s to 10m [default: 30s]`,
	ascii: '  --ascii                  no character beyond ASCII',
	color: '  --no-color               no colour; the variable NO_COLOR does the same',
	colorless: '  --no-color               it has no colour anyway',
	help: '  -h, --help               this text',
	profile: "  --profile NAME           AWS profile [default: the AWS SDK's own choice]",
	endpointUrl: '  --endpoint-url URL       another EC2 endpoint',
	demo: '  --demo [SCENARIO]        a sample account instead of AWS [default: cluster]',
	speed: "  --speed N                run the demo's clock N times faster, up to 1000",
	debugLog: '  --debug-log FILE         add a line for each request to FILE; no secrets',
	cache: '  --no-cache               keep and use nothing in the cache directory',
} as const;

/** Of the commands that end in a verdict. */
export function verdictOutput(command: 'advise' | 'check'): string {
	return `  -o, --output FORMAT      table, json or yaml [default: table]; the object is
                           schema/${command}-v1.schema.json`;
}
