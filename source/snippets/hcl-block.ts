/** An attribute: its name and its expression, already written as HCL. */
export type HclAttribute = readonly [name: string, expression: string];

export type HclBlock = {
	readonly type: string;
	readonly labels: readonly string[];
	readonly attributes: readonly HclAttribute[];
	readonly blocks: readonly HclBlock[];
};

/** The lines of a block as `terraform fmt` lays them out: equal signs in line, an empty line before a block within. */
export function hclLines({type, labels, attributes, blocks}: HclBlock): readonly string[] {
	const inner = [attributeLines(attributes), ...blocks.map(hclLines)].filter((lines) => lines.length > 0);
	return [
		`${[type, ...labels.map((label) => `"${label}"`)].join(' ')} {`,
		...inner.flatMap((lines, place) => (place === 0 ? lines : ['', ...lines])).map((line) => (line === '' ? '' : `  ${line}`)),
		'}',
	];
}

function attributeLines(attributes: readonly HclAttribute[]): readonly string[] {
	// An expression of several lines stands apart from the column of the others.
	const width = attributes.reduce((most, [name, expression]) => (expression.includes('\n') ? most : Math.max(most, name.length)), 0);
	return attributes.flatMap(([name, expression]) => `${expression.includes('\n') ? name : name.padEnd(width)} = ${expression}`.split('\n'));
}
