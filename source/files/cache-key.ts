import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js';

/** Whose eyes something was seen with. */
export type CacheIdentity = {
	/** A named profile stands for its credentials. */
	readonly profile: string | null;
	/** Of credentials without a profile; not looked at beside one. */
	readonly accessKeyId: string | null;
	/** A custom EC2 endpoint. */
	readonly endpointUrl: string | null;
	readonly partition: string;
};

/** Names what is kept of an identity: 32 hexadecimal digits that tell nothing of it. */
export function cacheKey({profile, accessKeyId, endpointUrl, partition}: CacheIdentity): string {
	const identity = [
		profile === null ? ['access key', accessKeyId] : ['profile', profile],
		endpointUrl === null ? null : plainUrl(endpointUrl),
		partition,
	];
	// Not by node:crypto, which takes longer to load than all else that is done before the first frame.
	return bytesToHex(sha256(utf8ToBytes(JSON.stringify(identity)))).slice(0, 32);
}

/** One spelling, and nothing secret: a URL can have a password in it. */
function plainUrl(text: string): string {
	if (!URL.canParse(text)) {
		return text;
	}

	const url = new URL(text);
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
