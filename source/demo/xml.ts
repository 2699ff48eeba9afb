/** Text that goes out exactly as it is: for what AWS would never send, but a broken or hostile endpoint might. */
export class RawXml {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** A list becomes one `<item>` per entry, as everywhere in the EC2 Query protocol; an absent value becomes no element. */
export type XmlValue = string | number | boolean | Date | RawXml | readonly XmlValue[] | XmlRecord;

export type XmlRecord = {readonly [element: string]: XmlValue | undefined};

export function writeElement(name: string, value: XmlValue): string {
	return `<${name}>${writeContent(value)}</${name}>`;
}

/** The fields of a record as elements, without an element around them. */
export function writeFields(record: XmlRecord): string {
	let text = '';
	for (const name of Object.keys(record)) {
		const value = record[name];
		if (value !== undefined) {
			text += writeElement(name, value);
		}
	}

	return text;
}

const special = /[&<>"\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/;
const allSpecial = new RegExp(special, 'g');

/**
Control characters become numeric references.

XML 1.0 allows them only from U+007F upwards and for carriage return, which a parser would otherwise turn into a line feed.
The SDK's parser takes the others too; stricter ones (Python's expat) refuse the document.
*/
export function escapeXml(text: string): string {
	return special.test(text) ? text.replaceAll(allSpecial, writeReference) : text;
}

function writeContent(value: XmlValue): string {
	if (typeof value === 'string') {
		return escapeXml(value);
	}

	if (typeof value !== 'object') {
		return String(value);
	}

	if (value instanceof Date) {
		return value.toISOString();
	}

	if (value instanceof RawXml) {
		return value.text;
	}

	return isList(value) ? value.map((entry) => writeElement('item', entry)).join('') : writeFields(value);
}

function writeReference(character: string): string {
	switch (character) {
		case '&':
			return '&amp;';
		case '<':
			return '&lt;';
		case '>':
			return '&gt;';
		case '"':
			return '&quot;';
		default:
			return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
	}
}

// Array.isArray does not narrow readonly arrays.
function isList(value: readonly XmlValue[] | XmlRecord): value is readonly XmlValue[] {
	return Array.isArray(value);
}
