/** Text that sorts as people expect: `p5.4xlarge` becomes `p0000000005.0000000004xlarge`, so digits compare as numbers; case is ignored. */
export function naturalKey(word: string): string {
	return word.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(10, '0'));
}
